import { expect, test } from 'vitest';
import { asksTheSame, spansBetween, windowsFor } from './paging.ts';

test('a view inside one window asks for that window', () => {
  expect(windowsFor({ first: 40, last: 55 }, 1000)).toEqual([0]);
});

test('a view near the edge of a window asks for the next ahead of time', () => {
  expect(windowsFor({ first: 60, last: 75 }, 1000)).toEqual([0, 100]);
  expect(windowsFor({ first: 210, last: 220 }, 1000)).toEqual([100, 200]);
});

test('nothing is asked for beyond the end', () => {
  expect(windowsFor({ first: 80, last: 99 }, 100)).toEqual([0]);
  expect(windowsFor({ first: 500, last: 520 }, 40)).toEqual([0]);
  expect(windowsFor({ first: 0, last: 10 }, 0)).toEqual([0]);
});

test('a list of unknown length begins with its first window', () => {
  expect(windowsFor({ first: 0, last: 0 }, undefined)).toEqual([0]);
});

test('a view deep in a long list asks for what it shows and no more', () => {
  expect(windowsFor({ first: 99_990, last: 99_999 }, 100_000)).toEqual([99_900]);
});

test('a view that moves asks for something else only where it comes near another window', () => {
  expect(asksTheSame({ first: 0, last: 0 }, { first: 40, last: 55 })).toBe(true);
  expect(asksTheSame({ first: 40, last: 55 }, { first: 60, last: 75 })).toBe(false);
  expect(asksTheSame({ first: 120, last: 130 }, { first: 131, last: 141 })).toBe(false);
  expect(asksTheSame({ first: 131, last: 141 }, { first: 150, last: 160 })).toBe(true);
});

test('a long range is asked for in spans that follow one another without gap', () => {
  expect(spansBetween(450, 0)).toEqual([
    { offset: 0, limit: 200 },
    { offset: 200, limit: 200 },
    { offset: 400, limit: 51 },
  ]);
  expect(spansBetween(7, 7)).toEqual([{ offset: 7, limit: 1 }]);
});
