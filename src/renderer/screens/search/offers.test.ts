import { expect, test } from 'vitest';
import { wantedAt } from './completion.ts';
import { offersFor, take } from './offers.ts';

const known = {
  values: [
    { value: 'travel/sea', count: 7 },
    { value: 'seaside towns', count: 2 },
  ],
  recent: ['harbour', 'arms race'],
  now: new Date('2026-01-15T12:00:00Z'),
};
const offers = (query: string) => offersFor(wantedAt(query, query.length), known);
const labels = (query: string) => offers(query)?.offers.map(({ label }) => label);

test('an empty field offers what was searched for, and to clear that', () => {
  expect(labels('')).toEqual(['harbour', 'arms race', 'Clear recent searches']);
  expect(offersFor({ kind: 'recent' }, { ...known, recent: [] })).toBeNull();
});

test('a beginning offers the fields that begin so, each with its meaning', () => {
  expect(offers('arms se')).toMatchObject({ tabTakes: false, offers: [{ label: 'section:', kind: 'field' }] });
  expect(offers('harbour')).toBeNull();
});

test('a field of fixed values offers those, one of the archive what articles bear', () => {
  expect(labels('is:un')).toEqual(['unread']);
  expect(labels('sort:')).toEqual(['relevance', 'published', 'saved', 'length']);
  expect(labels('published:2025')).toEqual(['2025-12', '2025']);
  expect(labels('tag:se')).toEqual(['travel/sea', 'seaside towns']);
  expect(offers('tag:se')).toMatchObject({ title: 'Tag', tabTakes: true });
  expect(offers('is:unread')).toBeNull();
  expect(offers('constructor:x')).toBeNull();
});

test('an offer that is taken stands in the query', () => {
  const wanted = wantedAt('x tag:se', 8)!;
  expect(take('x tag:se', wanted, offers('x tag:se')!.offers[1]!)).toEqual({
    query: 'x tag:"seaside towns" ',
    caret: 22,
  });
});
