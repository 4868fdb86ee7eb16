import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findPassages, type Place } from './find-passages.ts';
import { makeAnchor } from './make-anchor.ts';

const snapshot = '20261123T090000Z';

/** A text of paragraphs whose words repeat as those of a newspaper do: a few very often, most now and then. */
function textOf(wordNumbers: readonly number[]): string {
  let text = '';
  for (const [at, number] of wordNumbers.entries()) {
    const separator = at === 0 ? '' : at % 40 === 0 ? '.\n' : ' ';
    text += `${separator}${number % 3 === 0 ? 'the' : `w${(number * 7919) % 900}`}`;
  }
  return text;
}

const words = fc.array(fc.nat(5000), { minLength: 120, maxLength: 500, size: 'max' });

/** A passage of whole words, by shares of the text. */
function passageIn(text: string, at: number, wordCount: number): Place {
  const start = text.lastIndexOf(' ', Math.floor(at * (text.length - 1))) + 1;
  let end = start;
  for (let count = 0; count < wordCount && end < text.length; count += 1) {
    const next = text.slice(end + 1).search(/[ \n]/);
    end = next === -1 ? text.length : end + 1 + next;
  }
  return { start, end };
}

function whereIs(text: string, anchors: Parameters<typeof findPassages>[1]): (Place | undefined)[] {
  return [...findPassages(text, anchors).places];
}

const share = fc.double({ min: 0, max: 0.9, noNaN: true });

test('in a text that did not change every passage stands where it was marked, whatever it looks like', () => {
  fc.assert(
    fc.property(
      words,
      fc.array(fc.tuple(share, fc.integer({ min: 1, max: 60 })), { maxLength: 12 }),
      (numbers, marks) => {
        const text = textOf(numbers);
        const places = marks.map(([at, count]) => passageIn(text, at, count));
        expect(
          whereIs(
            text,
            places.map((place) => makeAnchor(text, place, snapshot)),
          ),
        ).toEqual(places);
      },
    ),
  );
});

test('paragraphs put in or taken out elsewhere move a passage and nothing more', () => {
  fc.assert(
    fc.property(
      words,
      share,
      fc.integer({ min: 3, max: 40 }),
      fc.array(fc.nat(5000), { maxLength: 200 }),
      fc.boolean(),
      (numbers, at, count, others, isAbove) => {
        const text = textOf(numbers);
        const place = passageIn(text, at, count);
        const anchor = makeAnchor(text, place, snapshot);
        const added = others.length === 0 ? '' : `${textOf(others)}\n`;
        // Above and below, further off than the surroundings that were kept.
        const changed = isAbove ? added + text : `${text}\n${added}`;
        const moved = isAbove ? added.length : 0;
        expect(whereIs(changed, [anchor])).toEqual([{ start: place.start + moved, end: place.end + moved }]);
      },
    ),
  );
});

test('a passage whose words were edited a little is found where it stands', () => {
  fc.assert(
    fc.property(
      words,
      share,
      fc.integer({ min: 8, max: 40 }),
      fc.array(fc.tuple(share, fc.constantFrom('', 'x', 'quite ')), { minLength: 1, maxLength: 3 }),
      (numbers, at, count, edits) => {
        const text = textOf(numbers);
        const place = passageIn(text, at, count);
        fc.pre(place.end - place.start >= 40);
        const anchor = makeAnchor(text, place, snapshot);
        let edited = anchor.exact;
        for (const [where, insert] of edits) {
          // Inside, so that the first and the last character still say where the passage ends.
          const index = 1 + Math.floor(where * (edited.length - 3));
          edited = edited.slice(0, index) + insert + edited.slice(index + (insert === '' ? 1 : 0));
        }
        const before = `A new first paragraph.\n${text.slice(0, place.start)}`;
        const changed = before + edited + text.slice(place.end);
        const [found] = whereIs(changed, [anchor]);
        expect(found).toBeDefined();
        // What an edit at the very edge leaves open: no more than the characters that were put in.
        expect(Math.abs(found!.start - before.length)).toBeLessThanOrEqual(18);
        expect(Math.abs(found!.end - before.length - edited.length)).toBeLessThanOrEqual(18);
      },
    ),
  );
});

test('a passage that was taken out with its surroundings is nowhere', () => {
  fc.assert(
    fc.property(words, share, fc.integer({ min: 12, max: 40 }), (numbers, at, count) => {
      const text = textOf(numbers);
      const place = passageIn(text, at, count);
      fc.pre(place.end - place.start >= 60);
      const anchor = makeAnchor(text, place, snapshot);
      const without = text.slice(0, Math.max(0, place.start - 40)) + text.slice(place.end + 40);
      fc.pre(!without.replaceAll('\n', ' ').includes(anchor.exact.replaceAll('\n', ' ').slice(0, 40)));
      expect(whereIs(without, [anchor])).toEqual([undefined]);
    }),
  );
});
