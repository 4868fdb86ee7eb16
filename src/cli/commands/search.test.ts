import { expect, test } from 'vitest';
import { marked } from './search.ts';

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
