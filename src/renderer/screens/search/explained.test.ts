import { expect, test } from 'vitest';
import { explained } from './explained.ts';

test('each reason says where, what, from which typed word, and how much of the heaviest it is', () => {
  const reasons = [
    { field: 'title', term: 'summit', typed: 'summits', weight: 3 },
    { field: 'body', term: 'talk', typed: 'talk', weight: 1.5 },
  ];
  expect(explained({ isFound: true, score: 4.5, reasons })).toEqual({
    kind: 'reasons',
    score: '4.50',
    lines: [
      { key: 'title summit', place: 'Headline', found: 'summits', typed: null, weight: '3.00', percent: 100 },
      { key: 'body talk', place: 'Text', found: 'talk', typed: null, weight: '1.50', percent: 50 },
    ],
  });
});

test('a stem is shown as the word that was typed, another word as what it became', () => {
  const line = (typed: string, term: string) =>
    explained({ isFound: true, score: 1, reasons: [{ field: 'body', term, typed, weight: 1 }] }).lines[0];
  expect(line('ferries', 'ferri')).toMatchObject({ found: 'ferries', typed: null });
  expect(line('sumit', 'summit')).toMatchObject({ found: 'summit', typed: 'sumit' });
  expect(line('summ*', 'summit')).toMatchObject({ found: 'summit', typed: 'summ*' });
});

test('a query of filters alone, and one that finds the article no more, are told apart', () => {
  expect(explained({ isFound: true, score: 0, reasons: [] }).kind).toBe('no-words');
  expect(explained({ isFound: false, score: 0, reasons: [] }).kind).toBe('gone');
});
