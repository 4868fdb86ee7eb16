import fc from 'fast-check';
import { expect, test } from 'vitest';
import { members, noBits, setBit } from '../evaluate/bits.ts';
import { Columns, type ColumnValues } from '../storage/columns.ts';
import { daySeconds, dayNumber } from '../storage/days.ts';
import type { NameKind, Names } from '../storage/names.ts';
import { FacetRows } from './facet-rows.ts';
import { FacetCounter } from './facets.ts';

const valueCount = 12;
/** Number 0 is no name; the others are called by their number. */
const names = { size: valueCount, name: (number: number) => `v${String(number).padStart(2, '0')}` } as Names;
const allNames = new Proxy({} as Record<NameKind, Names>, { get: () => names });
const noMarks = { saved: 0, words: 0, state: 0, flags: 0, language: 0, site: 0, agency: 0, place: 0 };

const value = fc.nat(valueCount - 1);
const list = fc.uniqueArray(fc.integer({ min: 1, max: valueCount - 1 }), { maxLength: 6 });
const year = fc.oneof(fc.constant(0), fc.integer({ min: 1890, max: 2026 }));
const article = fc.record({ source: value, section: value, authors: list, tags: list, year, isFound: fc.boolean() });
type Article = typeof article extends fc.Arbitrary<infer T> ? T : never;
const archive = fc.array(article, { maxLength: 60 });

function valuesOf({ source, section, authors, tags, year: published }: Article): ColumnValues {
  const day = published === 0 ? 0 : dayNumber(published, 6, 1);
  return { ...noMarks, source, section, authors, tags, published: day * daySeconds };
}

/** The same facets by the way of rows, and by that of columns. */
const counters = [
  ['row by row', () => new FacetCounter(FacetRows.open(), 0)],
  ['column by column', () => new FacetCounter(undefined)],
] as const;

test.each(counters)('counted %s, facets have every value of every article found', (_, open) => {
  const counter = open();
  fc.assert(
    fc.property(archive, archive, (articles, changed) => {
      const columns = new Columns();
      for (const [number, values] of articles.entries()) columns.add(number, new Uint32Array(6), valuesOf(values));
      expectFacets(counter, columns, articles);
      // Another state of the same columns: sources and years changed, articles added.
      const now = articles.map((old, number) => ({
        ...(changed[number] ?? old),
        authors: old.authors,
        tags: old.tags,
      }));
      for (const [number, values] of now.entries()) columns.set(number, valuesOf(values));
      for (const values of changed) {
        columns.add(now.length, new Uint32Array(6), valuesOf(values));
        now.push(values);
      }
      expectFacets(counter, columns, now);
    }),
    { numRuns: 200 },
  );
});

test('rows grow with the archive', () => {
  const [rows, columns] = [new FacetCounter(FacetRows.open(), 0), new Columns()];
  for (let number = 0; number < 9000; number++) {
    const values = {
      source: 1 + (number % 3),
      section: 0,
      authors: [1, 2, 3, 4],
      tags: [5],
      year: 2000,
      isFound: true,
    };
    columns.add(number, new Uint32Array(6), valuesOf(values));
    if (number % 4000 === 0) expect(found(rows, columns, () => true).section).toEqual([]);
  }
  const facets = found(rows, columns, (number) => number >= 4095 && number % 3 === 0);
  expect(facets.source).toEqual([{ value: 'v01', count: 1635 }]);
  expect(facets.author.map(({ count }) => count)).toEqual([1635, 1635, 1635, 1635]);
  expect(facets.year).toEqual([{ value: '2000', count: 1635 }]);
});

function found(counter: FacetCounter, columns: Columns, isFound: (number: number) => boolean) {
  const bits = noBits(columns.next);
  for (let number = 0; number < columns.next; number++) if (isFound(number)) setBit(bits, number);
  const articles = members(bits);
  return counter.count({ bits, total: articles.length, articles: () => articles }, columns, allNames);
}

function expectFacets(counter: FacetCounter, columns: Columns, articles: readonly Article[]): void {
  const facets = found(counter, columns, (number) => articles[number]!.isFound);
  const wanted = articles.filter(({ isFound }) => isFound);
  expect(facets.source).toEqual(counted(wanted.map(({ source }) => source)));
  expect(facets.section).toEqual(counted(wanted.map(({ section }) => section)));
  expect(facets.author).toEqual(counted(wanted.flatMap(({ authors }) => authors)));
  expect(facets.tag).toEqual(counted(wanted.flatMap(({ tags }) => tags)));
  expect(facets.year).toEqual(
    counted(
      wanted.map((one) => one.year),
      String,
    ).slice(0, 20),
  );
}

function counted(numbers: readonly number[], nameOf = (number: number) => names.name(number)) {
  const counts = new Map<string, number>();
  for (const number of numbers) if (number !== 0) counts.set(nameOf(number), (counts.get(nameOf(number)) ?? 0) + 1);
  return [...counts]
    .map(([name, count]) => ({ value: name, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}
