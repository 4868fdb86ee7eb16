import { expect, test } from 'vitest';
import { column, pageOf } from '#support/placed-page.ts';
import { readLines, textOf } from './lines.ts';
import { orderLines } from './reading-order.ts';
import type { Run } from './runs.ts';

function read(runs: readonly Run[]): string[] {
  return orderLines(readLines(pageOf(runs))).flatMap((stack) => stack.lines.map(textOf));
}

const title = column({ left: 50, top: 80, size: 20, width: 495, lines: ['Title over all'] });
const left = (top: number, ...lines: string[]) => column({ left: 50, top, width: 235, lines });
const right = (top: number, ...lines: string[]) => column({ left: 300, top, width: 235, lines });

test('two columns under a title are read one after the other', () => {
  expect(read([...title, ...left(120, 'a1', 'a2', 'a3'), ...right(120, 'b1', 'b2', 'b3')])).toEqual([
    'Title over all',
    'a1',
    'a2',
    'a3',
    'b1',
    'b2',
    'b3',
  ]);
});

test('columns are told apart whatever the order in which the file writes them', () => {
  const rows = [0, 1, 2, 3].flatMap((at) => [...right(120 + at * 12, `b${at}`), ...left(120 + at * 12, `a${at}`)]);
  expect(read(rows)).toEqual(['a0', 'a1', 'a2', 'a3', 'b0', 'b1', 'b2', 'b3']);
});

test('three columns are read from left to right', () => {
  const third = (at: number) =>
    column({ left: 50 + at * 170, top: 100, width: 155, lines: [`${at} one`, `${at} two`] });
  expect(read([...third(2), ...third(0), ...third(1)])).toEqual(['0 one', '0 two', '1 one', '1 two', '2 one', '2 two']);
});

test('what goes across the page ends the columns above it', () => {
  const across = column({ left: 50, top: 200, width: 485, lines: ['A table across both columns'] });
  const runs = [
    ...left(100, 'a1', 'a2'),
    ...right(100, 'b1', 'b2'),
    ...across,
    ...left(260, 'c1', 'c2'),
    ...right(260, 'd1', 'd2'),
  ];
  expect(read(runs)).toEqual(['a1', 'a2', 'b1', 'b2', 'A table across both columns', 'c1', 'c2', 'd1', 'd2']);
});

test('a short heading below two columns comes after both when the file writes it after both', () => {
  const below = column({ left: 50, top: 300, lines: ['More stories¶'] });
  expect(read([...left(100, 'a1', 'a2'), ...right(100, 'b1', 'b2'), ...below])).toEqual([
    'a1',
    'a2',
    'b1',
    'b2',
    'More stories',
  ]);
});

test('the rest of a long first column comes before a short second one', () => {
  const runs = [...left(100, 'a1', 'a2'), ...left(300, 'a3'), ...right(100, 'b1')];
  expect(read(runs)).toEqual(['a1', 'a2', 'a3', 'b1']);
});

test('a gutter as narrow as a letter parts columns when the file writes them apart', () => {
  const narrow = [0, 1, 2].flatMap((at) => column({ left: 50, top: 100 + at * 12, width: 240, lines: [`a${at}`] }));
  const beside = column({ left: 300, top: 100, width: 240, lines: ['b0', 'b1', 'b2'] });
  expect(read([...narrow, ...beside])).toEqual(['a0', 'a1', 'a2', 'b0', 'b1', 'b2']);
});
