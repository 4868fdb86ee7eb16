import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineAt, minutesLeft, progressAt, type Block } from './reading-position.ts';

/** Blocks one under the other, as a body is laid out: some gap, some height, something to read. */
const someBlocks = fc
  .array(
    fc.record({
      gap: fc.integer({ min: 0, max: 60 }),
      height: fc.integer({ min: 1, max: 900 }),
      weight: fc.integer({ min: 1, max: 4000 }),
    }),
    {
      minLength: 1,
      maxLength: 60,
    },
  )
  .map((parts) => {
    let topPx = 200;
    return parts.map(({ gap, height, weight }): Block => {
      const block = { topPx: topPx + gap, heightPx: height, weight };
      topPx += gap + height;
      return block;
    });
  });

test('a position kept and restored is the same position', () => {
  fc.assert(
    fc.property(someBlocks, fc.double({ min: 0, max: 0.999, noNaN: true }), (blocks, progress) => {
      expect(progressAt(blocks, lineAt(blocks, progress))).toBeCloseTo(progress, 6);
    }),
  );
});

test('a position means the same paragraph when type and column have another size', () => {
  fc.assert(
    fc.property(
      someBlocks,
      fc.double({ min: 0.4, max: 3, noNaN: true }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (blocks, scale, progress) => {
        const other = blocks.map((block) => ({
          ...block,
          topPx: block.topPx * scale,
          heightPx: block.heightPx * scale,
        }));
        expect(lineAt(other, progress)).toBeCloseTo(lineAt(blocks, progress) * scale, 3);
      },
    ),
  );
});

test('scrolling down never lessens what has been read', () => {
  fc.assert(
    fc.property(
      someBlocks,
      fc.integer({ min: 0, max: 5000 }),
      fc.integer({ min: 0, max: 5000 }),
      (blocks, one, more) => {
        expect(progressAt(blocks, one + more)).toBeGreaterThanOrEqual(progressAt(blocks, one));
      },
    ),
  );
});

test('nothing is read above the story, and all of it below', () => {
  const blocks = [{ topPx: 100, heightPx: 50, weight: 9 }];
  expect(progressAt(blocks, 0)).toBe(0);
  expect(progressAt(blocks, 500)).toBe(1);
  expect(progressAt([], 500)).toBe(0);
});

test('minutes are left until the end, and never less than one before it', () => {
  expect(minutesLeft(10, 0)).toBe(10);
  expect(minutesLeft(10, 0.52)).toBe(5);
  expect(minutesLeft(10, 0.999)).toBe(1);
  expect(minutesLeft(10, 1)).toBe(0);
});
