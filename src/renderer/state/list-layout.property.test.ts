import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layOut } from './list-layout.ts';

const sizes = { rowPx: 100, headingPx: 30 };
const groupsArbitrary = fc.array(fc.record({ name: fc.option(fc.string()), count: fc.integer({ min: 1, max: 40 }) }), {
  minLength: 1,
  maxLength: 60,
});

test('headings stand where the rows above them end, and only above the first row of a group', () => {
  fc.assert(
    fc.property(groupsArbitrary, (groups) => {
      const total = groups.reduce((sum, { count }) => sum + count, 0);
      const layout = layOut(groups, total, sizes);
      const placed = layout.groupsBetween(0, total - 1);
      expect(placed.map(({ name, count }) => ({ name, count }))).toEqual(groups);
      let topPx = 0;
      for (let row = 0; row < total; row += 1) {
        const opens = placed.find(({ first }) => first === row);
        if (opens) expect(opens.topPx).toBe(topPx);
        expect(layout.sizeOf(row)).toBe(opens ? 130 : 100);
        topPx += layout.sizeOf(row);
      }
      const last = placed.at(-1)!;
      expect(last.topPx + last.heightPx).toBe(topPx);
    }),
  );
});

test('the groups between two rows are those that hold one of them', () => {
  fc.assert(
    fc.property(groupsArbitrary, fc.nat(), fc.nat(), (groups, one, other) => {
      const total = groups.reduce((sum, { count }) => sum + count, 0);
      const [first, last] = [one % total, other % total].toSorted((a, b) => a - b) as [number, number];
      const layout = layOut(groups, total, sizes);
      const wanted = layout
        .groupsBetween(0, total - 1)
        .filter((group) => group.first <= last && group.first + group.count > first);
      expect(layout.groupsBetween(first, last)).toEqual(wanted);
    }),
  );
});

test('groups that do not add up to the list draw no headings', () => {
  const layout = layOut([{ name: 'Post', count: 3 }], 4, sizes);
  expect(layout.groupsBetween(0, 3)).toEqual([]);
  expect(layout.sizeOf(0)).toBe(100);
  expect(layOut(undefined, 4, sizes).headingPx).toBe(0);
});
