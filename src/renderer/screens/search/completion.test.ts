import { expect, test } from 'vitest';
import { takeField, takeValue, wantedAt } from './completion.ts';

/** The caret stands where the bar is. */
function at(marked: string) {
  return wantedAt(marked.replace('|', ''), marked.indexOf('|'));
}

test('an empty field wants what was searched for before', () => {
  expect(at('|')).toEqual({ kind: 'recent' });
  expect(at('  |')).toEqual({ kind: 'recent' });
});

test('the beginning of a word may become a field, with a sign before it too', () => {
  expect(at('arms ti|')).toEqual({ kind: 'fields', typed: 'ti', start: 5, end: 7 });
  expect(at('-Ta|')).toEqual({ kind: 'fields', typed: 'ta', start: 1, end: 3 });
  expect(at('t|')).toBeNull();
  expect(at('ti|tle')).toBeNull();
  expect(at('"ti|')).toBeNull();
  expect(at('arms |')).toBeNull();
});

test('behind a field its value is completed, in quotation marks and out of them', () => {
  expect(at('tag:|')).toEqual({ kind: 'values', field: 'tag', prefix: '', start: 4, end: 4 });
  expect(at('arms -author:Ad|')).toEqual({ kind: 'values', field: 'author', prefix: 'Ad', start: 13, end: 15 });
  expect(at('author:"Ada F| race')).toMatchObject({ prefix: 'Ada F', start: 7, end: 18 });
  expect(at('(tag:se|)')).toMatchObject({ prefix: 'se', start: 5, end: 7 });
  expect(at('author:"Ada Fenn"|')).toBeNull();
  expect(at('au|thor:x')).toBeNull();
  expect(at('https://exa|')).toBeNull();
});

test('what is taken takes the place of what was typed, in quotation marks where it needs them', () => {
  expect(takeField('arms ti', { start: 5, end: 7 }, 'title')).toEqual({ query: 'arms title:', caret: 11 });
  expect(takeValue('tag:se', { start: 4, end: 6 }, 'travel/sea')).toEqual({ query: 'tag:travel/sea ', caret: 15 });
  expect(takeValue('author:"Ada race', { start: 7, end: 16 }, 'Ada Fenn')).toEqual({
    query: 'author:"Ada Fenn" ',
    caret: 18,
  });
  expect(takeValue('(tag:se)', { start: 5, end: 7 }, 'sea')).toEqual({ query: '(tag:sea)', caret: 8 });
  expect(takeValue('words:', { start: 6, end: 6 }, '>1500').query).toBe('words:>1500 ');
});
