import { expect, test } from 'vitest';
import { filterOf, firstView, goTo, leavesList, search, type Place } from './view.ts';

const at = (place: Place) => goTo(firstView, place);

test('archiving takes an article off the unread shelf and leaves it among all', () => {
  expect(leavesList(at({ kind: 'unread' }), 'archive')).toBe(true);
  expect(leavesList(at({ kind: 'all' }), 'archive')).toBe(false);
  expect(leavesList(at({ kind: 'tag', tag: 'art' }), 'archive')).toBe(false);
});

test('a search over everything shows archived articles too', () => {
  expect(leavesList(search(at({ kind: 'unread' }), 'harbour'), 'archive')).toBe(false);
  expect(leavesList({ ...search(at({ kind: 'unread' }), 'harbour'), isSearchInPlace: true }, 'archive')).toBe(true);
});

test('trash takes an article off every shelf but the trash', () => {
  expect(leavesList(at({ kind: 'favourites' }), 'trash')).toBe(true);
  expect(leavesList(at({ kind: 'trash' }), 'trash')).toBe(false);
  expect(leavesList(at({ kind: 'trash' }), 'restore')).toBe(true);
});

test('going to another shelf ends the search and keeps the open article', () => {
  const view = goTo({ ...search(firstView, 'harbour'), openId: 'a' }, { kind: 'archive' });
  expect(view).toMatchObject({ query: '', openId: 'a', place: { kind: 'archive' } });
  expect(filterOf(view.place)).toEqual({ state: 'archived' });
});
