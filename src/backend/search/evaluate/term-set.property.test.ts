import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TermSet } from './term-set.ts';

const term = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'b', '1', '\u00e9', '\ud83d'), maxLength: 5 }),
  fc.string({ unit: 'binary', maxLength: 300 }),
);

test('a set of terms numbers them as a map does, and knows no others', () => {
  fc.assert(
    fc.property(fc.array(term, { maxLength: 600 }), fc.array(term, { maxLength: 20 }), (terms, others) => {
      const set = new TermSet();
      const truth = new Map<string, number>();
      for (const [place, one] of terms.entries()) {
        // Looking for a term must leave nothing behind.
        if (place % 3 === 0) expect(set.find(one)).toBe(truth.get(one));
        if (!truth.has(one)) truth.set(one, truth.size);
        expect(set.addText(one)).toBe(truth.get(one));
      }
      expect(set.size).toBe(truth.size);
      for (const one of [...terms, ...others]) expect(set.find(one)).toBe(truth.get(one));
      for (const [one, number] of truth) expect(set.term(number)).toBe(one);
    }),
    { numRuns: 200 },
  );
});
