import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clausesOf } from './query-clauses.ts';
import { addFilter, filtersOf, removeFilter, sortOf, withSort } from './query-edit.ts';

test('a facet narrows the query by its field, names word for word', () => {
  expect(addFilter('arms race', 'section', 'Politics')).toBe('arms race section:"Politics"');
  expect(addFilter('', 'year', '2018')).toBe('published:2018');
  expect(addFilter('race', 'source', 'The Northern Courier')).toBe('race source:"The Northern Courier"');
  expect(addFilter('race', 'tag', 'politics/arms control')).toBe('race tag:"politics/arms control"');
  expect(addFilter('race', 'tag', 'politics/europe')).toBe('race tag:politics/europe');
});

test('a mark that means something in a query is put in quotation marks too', () => {
  expect(addFilter('', 'author', 'O:Neil*')).toBe('author:"O:Neil*"');
  expect(addFilter('', 'author', 'The "Boss"')).toBe('author:"The Boss"');
});

test('asking for the same value twice changes nothing, and for its opposite takes its place', () => {
  expect(addFilter('race source:"The Ledger"', 'source', 'The Ledger')).toBe('race source:"The Ledger"');
  expect(addFilter('race source:"The Ledger" peace', 'source', 'The Ledger', true)).toBe(
    'race peace -source:"The Ledger"',
  );
  expect(addFilter('race -tag:sea', 'tag', 'sea')).toBe('race tag:sea');
});

test('the filters of a query are found where they stand, and each can be taken out', () => {
  const query = 'arms -tag:sea "title: no" author:"Ada Fenn" is:unread sort:saved https://a.example/b';
  const filters = filtersOf(query);
  expect(filters.map(({ field, value, isNegated }) => [field, value, isNegated])).toEqual([
    ['tag', 'sea', true],
    ['author', 'Ada Fenn', false],
    ['is', 'unread', false],
  ]);
  expect(removeFilter(query, filters[1]!)).toBe('arms -tag:sea "title: no" is:unread sort:saved https://a.example/b');
});

test('an order that the query names is read and replaced there', () => {
  expect(sortOf('arms sort:saved')).toBe('saved');
  expect(sortOf('arms sort:never')).toBeNull();
  expect(withSort('arms sort:saved race sort:length', 'published')).toBe('arms sort:published race');
  expect(withSort('arms', 'published')).toBe('arms');
});

test('any text is cut into clauses that stand in order and leave nothing but spaces and brackets between them', () => {
  const piece = fc.constantFrom('a', ' ', '"', 'tag:', '-', '(', ')', '„', '“', ':', '\\', 'é', '://');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const query = pieces.join('');
      let at = 0;
      for (const { start, end } of clausesOf(query)) {
        expect(query.slice(at, start)).toMatch(/^[\s()]*$/);
        expect(end).toBeGreaterThan(start);
        at = end;
      }
      expect(query.slice(at)).toMatch(/^[\s()]*$/);
    }),
  );
});
