import { expect, test } from 'vitest';
import { columns } from './columns.ts';

test('cells of a column are of one width, numbers at its right, and no line ends in spaces', () => {
  const rows = [
    ['title', '1.2', 'summit'],
    ['tag', '10.25', ''],
  ];
  expect(columns(rows, new Set([1]))).toEqual(['title    1.2  summit', 'tag    10.25']);
});
