import { describe, expect, test } from 'vitest';
import { companionNames, groupDropped, pagesAmong, pointsInto, segmentsOf } from './companions.ts';

describe('companion folders', () => {
  test.each([
    ['Ferry_files', 'Ferry.html'],
    ['Ferry.files', 'Ferry.htm'],
    ['Ferry-Dateien', 'Ferry.html'],
    ['Ferry_archivos', 'Ferry.html'],
    ['Fähre_files'.normalize('NFD'), 'Fähre.html'.normalize('NFC')],
  ])('%s belongs to %s', (folder, page) => {
    expect(companionNames(page)).toContain(folder.normalize());
  });

  test.each([
    ['Ferry', 'Ferry.html'],
    ['Ferries_files', 'Ferry.html'],
    ['Ferry_2018', 'Ferry.html'],
    ['_files', 'Ferry.html'],
  ])('%s does not belong to %s', (folder, page) => {
    expect(companionNames(page)).not.toContain(folder);
  });

  test('a page points into a folder by any way of writing it', () => {
    const folder = 'Ferry line_saved';
    expect(pointsInto('<img src="./Ferry%20line_saved/a.png">', folder)).toBe(true);
    expect(pointsInto("<link href='Ferry line_saved\\a.css'>", folder)).toBe(true);
    expect(pointsInto('<img src=Ferry%20line_saved/a.png>', folder)).toBe(true);
    expect(pointsInto('<img src="https://a.example/Ferry line_saved/a.png"><p>Ferry line_saved/', folder)).toBe(false);
  });
});

describe('references', () => {
  test.each([
    ['./a%20b/c.png?x=1#y', ['a b', 'c.png']],
    ['a/../b/./c.png', ['b', 'c.png']],
    ['a\\b.png', ['a', 'b.png']],
    ['100%.png', ['100%.png']],
  ])('%s stays below the page', (reference, segments) => {
    expect(segmentsOf(reference)).toEqual(segments);
  });

  test.each([
    '../a.png',
    'a/../../b',
    '%2e%2e/a',
    '..%5Ca',
    '/etc/passwd',
    'C:\\a.png',
    'file:///a',
    'https://a.example/',
    '//a.example/b',
    'a\0b',
    '',
    '.',
    '#a',
  ])('%j does not', (reference) => {
    expect(segmentsOf(reference)).toBeUndefined();
  });
});

describe('a drop', () => {
  test('is parted into pages, each with its own companions', () => {
    expect(
      groupDropped([
        'in/b.html',
        'in/b_files/x.png',
        'in/b_files/frame.html',
        'in/a.html',
        'in/a-Dateien/y.css',
        'in/note.txt',
      ]),
    ).toEqual([
      { page: 'in/a.html', companions: ['in/a-Dateien/y.css'] },
      { page: 'in/b.html', companions: ['in/b_files/frame.html', 'in/b_files/x.png'] },
      { page: 'in/note.txt', companions: [] },
    ]);
  });

  test('a picture beside pages may be any of theirs', () => {
    expect(groupDropped(['a.md', 'images/x.png', 'b/c.html'])).toEqual([
      { page: 'a.md', companions: ['images/x.png'] },
      { page: 'b/c.html', companions: [] },
    ]);
  });

  test('a picture with no page is a page of its own, so that its refusal is told', () => {
    expect(groupDropped(['scan.png'])).toEqual([{ page: 'scan.png', companions: [] }]);
  });

  test('hidden files are left out, and so is nothing else', () => {
    expect(groupDropped(['.DS_Store', 'a/.git/x', 'Thumbs.db', 'report.pdf'])).toEqual([
      { page: 'report.pdf', companions: [] },
    ]);
  });

  test('a page inside a companion folder of a companion folder still has one owner', () => {
    expect(groupDropped(['a.html', 'a_files/f.html', 'a_files/f_files/x.png'])).toEqual([
      { page: 'a.html', companions: ['a_files/f.html', 'a_files/f_files/x.png'] },
    ]);
  });
});

test('thousands of saved pages in one folder are told from what belongs to them at once', () => {
  const stems = Array.from({ length: 10_000 }, (_, number) => `saved/page-${number}`);
  const paths = stems.flatMap((stem) => [`${stem}.html`, `${stem}_files/frame.html`, `${stem}_files/a.png`]);
  const start = performance.now();
  expect(pagesAmong(paths)).toHaveLength(10_000);
  expect(performance.now() - start).toBeLessThan(5000);
});
