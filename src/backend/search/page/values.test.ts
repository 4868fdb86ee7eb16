import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ValueField } from '#contract/searches.ts';
import { anIndex, type TestIndex } from '#support/search-index.ts';

let index: TestIndex;
const values = (field: ValueField, prefix = '', limit = 12) => index.index.values({ field, prefix, limit });
const names = (field: ValueField, prefix = '') => values(field, prefix).map(({ value }) => value);

const collections = {
  named: () => [
    { id: 'readnext', name: 'read next', count: 0 },
    { id: 'aaaaaaaa', name: 'Portraits', count: 2 },
    { id: 'bbbbbbbb', name: 'Long reads of the sea', count: 5 },
  ],
  idsIn: () => [],
};

beforeEach(() => {
  index = anIndex({ collections });
  index.put(
    { id: 'article1', tags: ['politics/europe', 'politics/asia'], authors: ['Ada Fenn', 'Émile Roux'] },
    { id: 'article2', tags: ['politics/europe'], authors: ['Émile Roux'], section: 'Sport', language: 'fr' },
    { id: 'article3', tags: ['sea'], authors: ['Ben de Groot'], section: 'Sport', site: 'www.harbour.example' },
    { id: 'article4', tags: ['gone'], authors: ['Nobody'], section: 'Gone', trashed: true },
  );
});

afterEach(() => index[Symbol.dispose]());

test('values come most frequent first, with how many articles bear them; the trash is left out', () => {
  expect(values('author')).toEqual([
    { value: 'Émile Roux', count: 2 },
    { value: 'Ada Fenn', count: 1 },
    { value: 'Ben de Groot', count: 1 },
  ]);
  expect(values('section')).toEqual([
    { value: 'Sport', count: 2 },
    { value: 'World', count: 1 },
  ]);
  expect(names('lang')).toEqual(['en', 'fr']);
  expect(names('site')).toEqual(['www.harbour.example']);
});

test('a tag counts with those below it, and an article of two of them once', () => {
  expect(values('tag', 'pol')).toEqual([
    { value: 'politics', count: 2 },
    { value: 'politics/europe', count: 2 },
    { value: 'politics/asia', count: 1 },
  ]);
});

test('the beginning of any word is enough, without case and accents; whole beginnings come first', () => {
  expect(names('author', 'emi')).toEqual(['Émile Roux']);
  expect(names('author', 'ROUX')).toEqual(['Émile Roux']);
  expect(names('author', 'gro')).toEqual(['Ben de Groot']);
  expect(names('author', 'oot')).toEqual([]);
  expect(names('tag', 'eur')).toEqual(['politics/europe']);
  index.put({ id: 'article5', authors: ['Fenn Brothers'] });
  expect(names('author', 'fenn')).toEqual(['Fenn Brothers', 'Ada Fenn']);
});

test('values follow the articles, and are no more than asked for', () => {
  expect(names('section')).toContain('World');
  index.put({ id: 'article1', section: 'Sport' });
  expect(values('section')).toEqual([{ value: 'Sport', count: 3 }]);
  index.index.remove(['article1', 'article2', 'article3']);
  expect(values('section')).toEqual([]);
  index.put({ id: 'article6' }, { id: 'article7', section: 'Sport' });
  expect(values('section', '', 1)).toHaveLength(1);
});

test('collections are offered by their names, those that hold nothing are not', () => {
  expect(values('in')).toEqual([
    { value: 'Long reads of the sea', count: 5 },
    { value: 'Portraits', count: 2 },
  ]);
  expect(names('in', 'SEA')).toEqual(['Long reads of the sea']);
  expect(names('in', 'read next')).toEqual([]);
});
