import { expect, test } from 'vitest';
import { addFilter } from './query-edit.ts';

test('a facet narrows the query by its field', () => {
  expect(addFilter('arms race', 'section', 'Politics')).toBe('arms race section:Politics');
  expect(addFilter('', 'year', '2018')).toBe('published:2018');
});

test('a value of several words is put in quotation marks', () => {
  expect(addFilter('race', 'source', 'The Northern Courier')).toBe('race source:"The Northern Courier"');
  expect(addFilter('race', 'tag', 'politics/arms control')).toBe('race tag:"politics/arms control"');
});

test('a mark that means something in a query is put in quotation marks too', () => {
  expect(addFilter('', 'author', 'O:Neil*')).toBe('author:"O:Neil*"');
  expect(addFilter('', 'author', 'The "Boss"')).toBe('author:"The Boss"');
});

test('asking for the same value twice changes nothing', () => {
  expect(addFilter('race source:"The Ledger"', 'source', 'The Ledger')).toBe('race source:"The Ledger"');
});
