import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editDistance, nearestMatches, startOfMatch } from './near-match.ts';

/** The matrix of Levenshtein and Sellers, row by row as in any textbook: slow, and plainly right. */
function lastRow(text: string, pattern: string, isAnchored: boolean): number[] {
  let row = Array.from({ length: text.length + 1 }, (_, at) => (isAnchored ? at : 0));
  for (let down = 1; down <= pattern.length; down += 1) {
    const next = [down];
    for (let at = 1; at <= text.length; at += 1) {
      const differs = pattern[down - 1] === text[at - 1] ? 0 : 1;
      next.push(Math.min(row[at - 1]! + differs, row[at]! + 1, next[at - 1]! + 1));
    }
    row = next;
  }
  return row;
}

// Few letters make many near matches; the lengths go over the edges of one block and of two.
const letters = (maxLength: number) => fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength, size: 'max' });

test('the nearest matches are those of the whole matrix', () => {
  fc.assert(
    fc.property(letters(120), letters(80), fc.nat(40), (text, pattern, mostErrors) => {
      fc.pre(pattern !== '');
      const errors = lastRow(text, pattern, false);
      const fewest = Math.min(...errors.slice(1));
      const expected = errors.flatMap((count, end) =>
        end > 0 && count === fewest && count <= mostErrors ? [{ end, errors: count }] : [],
      );
      expect(nearestMatches(text, pattern, { mostErrors })).toEqual(expected);
    }),
    { numRuns: 2000 },
  );
});

test('a pattern hidden in a text with a few errors is found in a part of it', () => {
  fc.assert(
    fc.property(letters(60), letters(100), letters(60), fc.nat(3), (before, pattern, after, dropped) => {
      fc.pre(pattern.length > 8);
      const text = `${before}${pattern.slice(dropped)}${after}`;
      const [from, to] = [Math.floor(before.length / 2), text.length];
      const expected = Math.min(...lastRow(text.slice(from, to), pattern, false).slice(1));
      for (const match of nearestMatches(text, pattern, { mostErrors: 3, from, to })) {
        expect(match.errors).toBe(expected);
        const start = startOfMatch(text, pattern, match);
        expect(lastRow(text.slice(start, match.end), pattern, true).at(-1)).toBe(expected);
      }
    }),
    { numRuns: 1000 },
  );
});

test('the edit distance is that of the whole matrix', () => {
  fc.assert(
    fc.property(letters(90), letters(90), (one, other) => {
      expect(editDistance(one, other)).toBe(lastRow(other, one, true).at(-1));
    }),
    { numRuns: 1000 },
  );
});
