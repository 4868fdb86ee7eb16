import { expect, test } from 'vitest';
import type { QueryProblem } from '#contract/search.ts';
import { asSentence, isBegun, placeOf } from './problem.ts';

const problem = (start: number, end: number, parts: Partial<QueryProblem> = {}): QueryProblem => ({
  message: 'the range ends before it begins',
  remarks: [{ kind: 'range-reversed' }],
  start,
  end,
  readAs: '',
  ...parts,
});
const empty = { remarks: [{ kind: 'field-empty' as const, name: 'in' }] };

test('the mistaken part of a query is shown, unless it is all of it or is named anyway', () => {
  expect(placeOf('race words:9..3', problem(11, 15))).toBe('9..3');
  expect(placeOf('9..3 ', problem(0, 4))).toBe('');
  expect(placeOf('race in:', problem(5, 8, { message: 'in: has nothing behind it' }))).toBe('');
  expect(placeOf(`race ${'x'.repeat(60)}`, problem(5, 65))).toBe('');
});

test('a field at the end waits for its value; one that something follows lacks it', () => {
  expect(isBegun('race in:', problem(5, 8, empty))).toBe(true);
  expect(isBegun('in: race', problem(0, 3, empty))).toBe(false);
  expect(isBegun('race 9..3', problem(5, 9))).toBe(false);
});

test('words become a sentence, and the name of a field stays as it is typed', () => {
  expect(asSentence('the quotation is not closed')).toBe('The quotation is not closed.');
  expect(asSentence('is: takes one of unread, reading')).toBe('is: takes one of unread, reading.');
});
