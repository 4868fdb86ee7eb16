import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findMatches } from './find-matches.ts';
import { fold, foldWords } from './fold.ts';

const letters = fc.constantFrom(...'aáàbcßÉeo\u0301œ 각가が“”’\n—Я日'.split(''));
const words = fc.array(letters, { maxLength: 60 }).map((parts) => parts.join(''));

test('whatever is cut from a text is found in it, at least as often as a plain comparison finds it', () => {
  fc.assert(
    fc.property(words, fc.nat(60), fc.nat(8), (text, start, length) => {
      const wanted = foldWords(text.slice(start, start + length));
      const matches = findMatches(fold(text), [{ words: wanted, isWhole: false }]);
      const slow = wanted === '' ? 0 : fold(text).text.split(wanted).length - 1;
      expect(matches).toHaveLength(slow);
      for (const match of matches) expect(fold(text.slice(match.start, match.end)).text).toContain(wanted);
    }),
  );
});
