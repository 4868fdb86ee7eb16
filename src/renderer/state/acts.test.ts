import { expect, test } from 'vitest';
import { retag } from './acts.ts';

test('tags are joined without doubles, in the order of the alphabet', () => {
  expect(retag(['zoo', 'art'], ['film', 'art'], [])).toEqual(['art', 'film', 'zoo']);
});

test('a tag that is taken off is gone, one that was not there does no harm', () => {
  expect(retag(['art', 'film'], [], ['film', 'music'])).toEqual(['art']);
});
