import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Columns } from '../storage/columns.ts';
import type { NameKind, Names } from '../storage/names.ts';
import { FacetCounter } from './facets.ts';

const valueCount = 12;
/** Number 0 is no name; the others are called by their number. */
const names = { size: valueCount, name: (number: number) => `v${String(number).padStart(2, '0')}` } as Names;
const allNames = new Proxy({} as Record<NameKind, Names>, { get: () => names });

const value = fc.nat(valueCount - 1);
const list = fc.uniqueArray(fc.integer({ min: 1, max: valueCount - 1 }), { maxLength: 6 });
const article = fc.record({ source: value, section: value, authors: list, tags: list, isFound: fc.boolean() });

test('facets count every value of every article found, in results smaller and larger than the choice of values', () => {
  const counter = new FacetCounter();
  fc.assert(
    fc.property(fc.array(article, { maxLength: 60 }), (articles) => {
      const columns = new Columns();
      for (const [number, { source, section, authors, tags }] of articles.entries()) {
        const others = {
          published: 0,
          saved: 0,
          words: 0,
          state: 0,
          flags: 0,
          language: 0,
          site: 0,
          agency: 0,
          place: 0,
        };
        columns.add(number, new Uint32Array(6), { ...others, source, section, authors, tags });
      }
      const found = articles.flatMap(({ isFound }, number) => (isFound ? [number] : []));
      const facets = counter.count(Uint32Array.from(found), columns, allNames);
      const counted = (numbers: readonly number[]) => {
        const counts = new Map<string, number>();
        for (const number of numbers)
          if (number !== 0) counts.set(names.name(number), (counts.get(names.name(number)) ?? 0) + 1);
        return [...counts]
          .map(([name, count]) => ({ value: name, count }))
          .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
      };
      expect(facets.source).toEqual(counted(found.map((number) => articles[number]!.source)));
      expect(facets.section).toEqual(counted(found.map((number) => articles[number]!.section)));
      expect(facets.author).toEqual(counted(found.flatMap((number) => articles[number]!.authors)));
      expect(facets.tag).toEqual(counted(found.flatMap((number) => articles[number]!.tags)));
    }),
    { numRuns: 300 },
  );
});
