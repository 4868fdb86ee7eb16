import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexOfPoint, type Piece, pointAfter, pointBefore, readingTextOf } from './reading-text.ts';

type Node = { readonly at: number; readonly words: string };

const pieces = fc
  .array(
    fc.oneof(
      fc.constant('break' as const),
      fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '\u00a0'), maxLength: 9 }),
    ),
    {
      maxLength: 14,
    },
  )
  .map((parts) =>
    parts.map((part, at): Piece<Node> => (part === 'break' ? part : { node: { at, words: part }, words: part })),
  );

/** Breaks as a character that no text holds, then white space made one: slow, and plainly right. */
function slowText(all: readonly Piece<Node>[]): string {
  const whole = all.map((piece) => (piece === 'break' ? '\u0001' : piece.words)).join('');
  return whole
    .replace(/[\s\u0001]*\u0001[\s\u0001]*/g, '\u0001')
    .replace(/\s+/g, ' ')
    .replace(/^[ \u0001]+|[ \u0001]+$/g, '')
    .replaceAll('\u0001', '\n');
}

function isAtOrAfter(place: { node: Node; offset: number }, boundary: { node: Node; offset: number }): boolean {
  return place.node.at === boundary.node.at ? place.offset >= boundary.offset : place.node.at > boundary.node.at;
}

test('white space is one space, paragraphs are parted by one line feed', () => {
  fc.assert(
    fc.property(pieces, (all) => {
      expect(readingTextOf(all).text).toBe(slowText(all));
    }),
    { numRuns: 2000 },
  );
});

test('runs hold the text of their nodes, character for character', () => {
  fc.assert(
    fc.property(pieces, (all) => {
      const { text, runs } = readingTextOf(all);
      for (const { start, length, node, offset } of runs) {
        const there = node.words.slice(offset, offset + length).replace(/\s/g, ' ');
        expect(text.slice(start, start + length)).toBe(there);
      }
      const covered = runs.reduce((sum, { length }) => sum + length, 0);
      expect(covered).toBeGreaterThanOrEqual(text.replace(/\s/g, '').length);
    }),
  );
});

test('from a passage to the page and back is the same passage', () => {
  fc.assert(
    fc.property(pieces, fc.nat(), fc.nat(), (all, one, other) => {
      const reading = readingTextOf(all);
      const { text } = reading;
      fc.pre(text.length > 0);
      const [start, end] = [one % text.length, (other % text.length) + 1].sort((a, b) => a - b) as [number, number];
      fc.pre(start < end && /\S/.test(text.charAt(start)) && /\S/.test(text.charAt(end - 1)));
      const from = pointBefore(reading, start)!;
      const to = pointAfter(reading, end)!;
      expect(from.node.words.charAt(from.offset)).toBe(text.charAt(start));
      expect(to.node.words.charAt(to.offset - 1)).toBe(text.charAt(end - 1));
      expect(indexOfPoint(reading, (place) => isAtOrAfter(place, from), 'start')).toBe(start);
      expect(indexOfPoint(reading, (place) => isAtOrAfter(place, to), 'end')).toBe(end);
    }),
    { numRuns: 2000 },
  );
});

test('an article without words has no places', () => {
  const reading = readingTextOf<Node>(['break', { node: { at: 0, words: ' ' }, words: ' ' }]);
  expect(reading).toEqual({ text: '', runs: [] });
  expect(pointBefore(reading, 0)).toBeUndefined();
  expect(indexOfPoint(reading, () => true, 'start')).toBe(0);
});
