import { expect, test } from 'vitest';
import { type FileLook, settledFiles } from './settled-files.ts';

const look = (sizeBytes: number, modifiedAtMs = 1): FileLook => ({ sizeBytes, modifiedAtMs });
const at = (looks: Readonly<Record<string, FileLook>>) => new Map(Object.entries(looks));
const none = new Map<string, FileLook>();

test('a file is settled when two looks see the same', () => {
  const now = at({ '/in/new.html': look(10), '/in/grows.html': look(20), '/in/touched.html': look(5, 2) });
  const before = at({ '/in/grows.html': look(10), '/in/touched.html': look(5, 1) });
  expect(settledFiles(none, now, none)).toEqual([]);
  expect(settledFiles(before, now, none)).toEqual([]);
  expect(settledFiles(now, now, none)).toEqual(['/in/new.html', '/in/grows.html', '/in/touched.html']);
});

test('what is known is taken in again only when it has changed', () => {
  const now = at({ '/in/a.html': look(10), '/in/b.html': look(12) });
  expect(settledFiles(now, now, at({ '/in/a.html': look(10), '/in/b.html': look(10) }))).toEqual(['/in/b.html']);
});

test.each(['page.html.crdownload', 'page.html.part', 'a.partial', 'b.download', 'c.TMP'])(
  '%s is not finished',
  (name) => {
    const now = at({ [`/in/${name}`]: look(10) });
    expect(settledFiles(now, now, none)).toEqual([]);
  },
);

test('an empty file is one that a browser has only put there', () => {
  const now = at({ '/in/page.html': look(0) });
  expect(settledFiles(now, now, none)).toEqual([]);
});
