import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lunrWeight } from './weighing.ts';

test('a weight is rounded as Math.round does it', () => {
  const positive = fc.double({ min: 0, max: 50, noNaN: true });
  fc.assert(
    fc.property(
      positive,
      positive,
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 1, max: 3000 }),
      (idf, saturation, boost, frequency) => {
        let score = (idf * ((1.2 + 1) * frequency)) / (saturation + frequency);
        score *= boost;
        expect(lunrWeight(idf, 1.2, saturation, boost, frequency, true)).toBe(Math.round(score * 1000) / 1000);
      },
    ),
    { numRuns: 2000 },
  );
});

test('a weight on the boundary of rounding goes up, and just below it down', () => {
  // With no saturation and k1 = 0 the weight is the idf itself.
  const rounded = (thousandths: number): number => lunrWeight(thousandths / 1000, 0, 0, 1, 1, true);
  expect(rounded(0.5)).toBe(0.001);
  expect(rounded(2.5)).toBe(0.003);
  expect(lunrWeight(0.000_499_999_999_999_99, 0, 0, 1, 1, true)).toBe(0);
});
