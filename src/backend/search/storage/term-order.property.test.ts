import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inOrder, lettersKey } from './term-order.ts';

/** Words with long common beginnings, digits, signs, capitals, other scripts, halves of surrogate pairs. */
const term = fc.array(
  fc.constantFrom('a', 'b', 'z', 'ab', 'zebra', '0', '9', '-', ':', 'A', '~', '\u0000', 'é', '東', '\ud800'),
  {
    maxLength: 12,
  },
);

test('terms come in the order of their UTF-16 units, as the language compares strings', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(
        term.map((parts) => parts.join('')),
        { maxLength: 200 },
      ),
      (texts) => {
        const keys = texts.map(lettersKey);
        const order = [
          ...inOrder(
            [...texts.keys()],
            (number) => keys[number]!,
            (number) => texts[number]!,
          ),
        ].map((number) => texts[number]!);
        expect(order).toEqual([...texts].sort((a, b) => (a < b ? -1 : 1)));
      },
    ),
    { numRuns: 500 },
  );
});
