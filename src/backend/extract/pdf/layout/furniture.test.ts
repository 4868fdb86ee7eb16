import { expect, test } from 'vitest';
import { pageOf, runAt } from '#support/placed-page.ts';
import { takeOffFurniture } from './furniture.ts';
import { readLines, textOf } from './lines.ts';
import type { Run } from './runs.ts';

/** Pages that each have a story of their own in the middle. */
function pagesWith(count: number, edges: (number: number) => readonly Run[]) {
  const pages = Array.from({ length: count }, (_, at) => {
    const story = Array.from({ length: 6 }, (_row, row) =>
      runAt(`story ${'abcdefgh'[at]} ${'uvwxyz'[row]}`, 80, 300 + row * 14),
    );
    return pageOf([...story, ...edges(at + 1)], at + 1);
  });
  const { kept, removed } = takeOffFurniture(pages, pages.map(readLines));
  return { kept: kept.flat().map(textOf), removed: removed.map(({ line, rule }) => `${textOf(line)}: ${rule}`) };
}

test('a header with a page number that counts is taken off', () => {
  const { kept, removed } = pagesWith(4, (number) => [runAt(`The Harbour Review · ${number + 10}`, 80, 40)]);
  expect(removed).toHaveLength(4);
  expect(kept.filter((line) => line.includes('Review'))).toEqual([]);
});

test('headers that change from left to right pages are taken off', () => {
  const { removed } = pagesWith(6, (number) => [
    runAt(number % 2 === 0 ? 'A. Fenwick' : 'Harbours of the North', 80, 40),
  ]);
  expect(removed).toHaveLength(6);
});

test('bare numbers that follow the pages are taken off, Roman ones too', () => {
  expect(pagesWith(3, (number) => [runAt(String(number + 40), 290, 800)]).removed).toHaveLength(3);
  expect(pagesWith(3, (number) => [runAt(['i', 'ii', 'iii'][number - 1] ?? '', 290, 800)]).removed).toHaveLength(3);
});

test('a line that stands on one page only stays, at whatever edge', () => {
  const { removed } = pagesWith(4, (number) => (number === 2 ? [runAt('Dateline of the second page', 80, 40)] : []));
  expect(removed).toEqual([]);
});

test('what is repeated in the middle of pages is story', () => {
  const { kept } = pagesWith(4, () => [runAt('A refrain of the song', 80, 420)]);
  expect(kept.filter((line) => line === 'A refrain of the song')).toHaveLength(4);
});

test('what a browser prints on a sole page is taken off: day, title, address, count', () => {
  const { removed, kept } = pagesWith(1, () => [
    runAt('11/24/26, 6:52 AM', 20, 20, 8),
    runAt('Ferry sails again', 300, 20, 8),
    runAt('https://post.example/ferry', 20, 825, 8),
    runAt('1/1', 560, 825, 8),
  ]);
  expect(removed).toHaveLength(4);
  expect(kept).toHaveLength(6);
});

test('an address alone at the foot of a sole page stays', () => {
  expect(pagesWith(1, () => [runAt('https://post.example/ferry', 20, 825, 8)]).removed).toEqual([]);
});
