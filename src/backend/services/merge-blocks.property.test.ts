import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commonRow } from './merge-blocks.ts';

const keys = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 14 });

/** The length of the longest common row, by the table that everyone draws. */
function longestSlowly(first: readonly string[], second: readonly string[]): number {
  let row = second.map(() => 0);
  for (const key of first) {
    const above = row;
    row = [];
    for (const [at, other] of second.entries()) {
      row.push(key === other ? (above[at - 1] ?? 0) + 1 : Math.max(above[at] ?? 0, row[at - 1] ?? 0));
    }
  }
  return row.at(-1) ?? 0;
}

test('the common row of two lists rises, is of equal keys, and is as long as any', () => {
  fc.assert(
    fc.property(keys, keys, (first, second) => {
      const row = commonRow(first, second);
      const places = row.filter((place) => place !== undefined);
      expect(row).toHaveLength(first.length);
      for (const [at, place] of row.entries()) if (place !== undefined) expect(second[place]).toBe(first[at]);
      expect(places).toEqual([...new Set(places)].sort((one, other) => one - other));
      expect(places).toHaveLength(longestSlowly(first, second));
    }),
  );
});
