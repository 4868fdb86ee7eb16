import { expect, test } from 'vitest';
import { emptySelection, extendTo, locate, selectOnly, stepFrom, toggle } from './selection.ts';

const list =
  (...ids: string[]) =>
  (index: number) =>
    ids[index];

test('toggling adds a row, takes it out again, and never leaves nothing chosen', () => {
  const one = selectOnly({ id: 'a', index: 0 });
  const two = toggle(one, { id: 'b', index: 1 });
  expect([...two.ids]).toEqual(['a', 'b']);
  const back = toggle(two, { id: 'a', index: 0 });
  expect([...back.ids]).toEqual(['b']);
  expect([...toggle(back, { id: 'b', index: 1 }).ids]).toEqual(['b']);
});

test('a range keeps its fixed end however often it is drawn anew', () => {
  const start = selectOnly({ id: 'b', index: 1 });
  const down = extendTo(start, { id: 'd', index: 3 }, ['b', 'c', 'd']);
  const up = extendTo(down, { id: 'a', index: 0 }, ['a', 'b']);
  expect(up.anchor).toEqual({ id: 'b', index: 1 });
  expect(up.cursor).toEqual({ id: 'a', index: 0 });
  expect([...up.ids]).toEqual(['a', 'b']);
});

test('a range without a beginning begins where it ends', () => {
  expect(extendTo(emptySelection, { id: 'c', index: 2 }, ['c']).anchor).toEqual({ id: 'c', index: 2 });
});

test('the first step goes to the first row, or to the last when going up', () => {
  expect(stepFrom(null, 1, 3, list('a', 'b', 'c'))).toBe(0);
  expect(stepFrom(null, -1, 3, list('a', 'b', 'c'))).toBe(2);
  expect(stepFrom(null, 1, 0, list())).toBeUndefined();
});

test('steps stop at both ends', () => {
  expect(stepFrom({ id: 'c', index: 2 }, 1, 3, list('a', 'b', 'c'))).toBe(2);
  expect(stepFrom({ id: 'a', index: 0 }, -1, 3, list('a', 'b', 'c'))).toBe(0);
});

test('when the row has left the list, the one that took its place is the next', () => {
  expect(stepFrom({ id: 'b', index: 1 }, 1, 2, list('a', 'c'))).toBe(1);
  expect(stepFrom({ id: 'b', index: 1 }, -1, 2, list('a', 'c'))).toBe(0);
});

test('a row is found again after the list has grown above it', () => {
  expect(locate({ id: 'b', index: 1 }, 10, list('new', 'newer', 'a', 'b'))).toEqual({ id: 'b', index: 3 });
  expect(locate({ id: 'c', index: 2 }, 10, list('b', 'c'))).toEqual({ id: 'c', index: 1 });
});

test('a row that is nowhere near stays where it was', () => {
  expect(locate({ id: 'x', index: 1 }, 1, list('a', 'b', 'c'))).toEqual({ id: 'x', index: 1 });
});
