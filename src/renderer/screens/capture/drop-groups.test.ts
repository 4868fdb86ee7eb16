import { expect, test } from 'vitest';
import { batchGroups, groupFiles } from './drop-groups.ts';

const file = (path: string, sizeBytes = 10, fromFolder = path.includes('/')) => ({ path, sizeBytes, fromFolder });

const pathsOf = (groups: ReturnType<typeof groupFiles>['groups']) =>
  groups.map(({ files }) => files.map(({ path }) => path));

test('a saved page goes together with the folder beside it', () => {
  const { groups, leftOut } = groupFiles([
    file('Story.html', 10, false),
    file('Story_files/photo.jpg', 30),
    file('Story_files/deep/style.css', 5),
    file('Other.txt', 7, false),
  ]);
  expect(pathsOf(groups)).toEqual([
    ['Story.html', 'Story_files/photo.jpg', 'Story_files/deep/style.css'],
    ['Other.txt'],
  ]);
  expect(groups[0]?.sizeBytes).toBe(45);
  expect(leftOut).toBe(0);
});

test('two pages in two folders keep their own pictures', () => {
  const { groups } = groupFiles([
    file('in/one/page.htm'),
    file('in/one/page-Dateien/a.png'),
    file('in/two/page.htm'),
    file('in/two/page-Dateien/a.png'),
  ]);
  expect(pathsOf(groups)).toEqual([
    ['in/one/page.htm', 'in/one/page-Dateien/a.png'],
    ['in/two/page.htm', 'in/two/page-Dateien/a.png'],
  ]);
});

test('inside a folder pictures, styles and hidden files are left out and counted', () => {
  const { groups, leftOut } = groupFiles([
    file('d/a.html'),
    file('d/loose.jpg'),
    file('d/.DS_Store'),
    file('d/app.js'),
  ]);
  expect(pathsOf(groups)).toEqual([['d/a.html']]);
  expect(leftOut).toBe(3);
});

test('a picture dropped by itself is sent, so that the reader is told why it is refused', () => {
  expect(pathsOf(groupFiles([file('photo.jpg', 10, false)]).groups)).toEqual([['photo.jpg']]);
});

test('calls stay below the limit as the bytes travel, in order and without loss', () => {
  const { groups } = groupFiles([file('a.txt', 30), file('b.txt', 30), file('c.txt', 30), file('d.txt', 300)]);
  const batches = batchGroups(groups, 80).map((batch) => batch.map(({ files }) => files[0]?.path));
  expect(batches).toEqual([['a.txt', 'b.txt'], ['c.txt'], ['d.txt']]);
});
