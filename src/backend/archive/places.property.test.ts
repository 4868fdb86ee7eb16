import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Member, placesFor } from './places.ts';

const sorted = (members: readonly Member[]) =>
  [...members].sort((a, b) => a.place - b.place || (a.id < b.id ? -1 : 1)).map(({ id }) => id);

test('wherever articles are put, and whatever was moved before, they come to stand there', () => {
  const move = fc.record({ from: fc.nat(11), count: fc.integer({ min: 1, max: 4 }), to: fc.nat(12) });
  fc.assert(
    fc.property(fc.array(move, { minLength: 1, maxLength: 200, size: 'max' }), (moves) => {
      let members: Member[] = Array.from({ length: 12 }, (_, index) => ({ id: `a${index + 10}`, place: index }));
      for (const { from, count, to } of moves) {
        const order = sorted(members);
        const moving = order.slice(from, from + count);
        const rest = order.filter((id) => !moving.includes(id));
        const index = Math.min(to, rest.length);
        const placeOf = new Map(members.map((member) => [member.id, member]));
        const placed = placesFor(
          rest.map((id) => placeOf.get(id)!),
          moving,
          index,
        );
        for (const member of placed) placeOf.set(member.id, member);
        members = [...placeOf.values()];
        expect(sorted(members)).toEqual([...rest.slice(0, index), ...moving, ...rest.slice(index)]);
      }
    }),
  );
});

test('to move one article says one number, until two neighbours have none left between them', () => {
  let members: Member[] = ['a', 'b', 'c'].map((id, index) => ({ id, place: index + 1 }));
  const changes: number[] = [];
  for (let round = 0; round < 80; round++) {
    // Always the last one into the gap behind the first.
    const order = sorted(members).map((id) => members.find((member) => member.id === id)!);
    const placed = placesFor([order[0]!, order[1]!], [order[2]!.id], 1);
    changes.push(placed.length);
    members = order.map((member) => placed.find(({ id }) => id === member.id) ?? member);
  }
  expect(changes.slice(0, 40)).toEqual(Array.from({ length: 40 }, () => 1));
  expect(Math.max(...changes)).toBeGreaterThan(1);
});

test('two that were given one place by two devices are parted when something is put between them', () => {
  const rest = [
    { id: 'a', place: 1 },
    { id: 'b', place: 2 },
    { id: 'c', place: 2 },
  ];
  const placed = placesFor(rest, ['x'], 2);
  expect(placed).toEqual([
    { id: 'x', place: 3 },
    { id: 'c', place: 4 },
  ]);
});
