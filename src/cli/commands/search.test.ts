import { expect, test } from 'vitest';
import { marked, reasonLines } from './search.ts';

test('matches stand between their marks, and everything else is as it was', () => {
  const text = 'The arms race of arms';
  expect(
    marked(
      {
        text,
        marks: [
          [4, 8],
          [17, 21],
        ],
      },
      '[',
      ']',
    ),
  ).toBe('The [arms] race of [arms]');
  expect(marked({ text, marks: [] }, '[', ']')).toBe(text);
});

test('the reasons of a hit stand in columns, with the share of each in the whole', () => {
  const reasons = [
    { field: 'title', term: 'summit', typed: 'summits', weight: 3 },
    { field: 'body', term: 'talk', typed: 'talk', weight: 1 },
  ];
  expect(reasonLines({ reasons })).toEqual([
    'weight  share  field  found   typed',
    ' 3.000    75%  title  summit  summits',
    ' 1.000    25%  body   talk    talk',
  ]);
  expect(reasonLines({ reasons: [] })).toEqual([]);
});
