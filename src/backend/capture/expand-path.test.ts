import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { expandPath } from './expand-path.ts';

let folder = '';
beforeEach(() => {
  folder = fs.mkdtempSync(join(tmpdir(), 'pressmark-expand-'));
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

function lay(files: Record<string, string>): void {
  for (const [path, content] of Object.entries(files)) {
    fs.mkdirSync(dirname(join(folder, path)), { recursive: true });
    fs.writeFileSync(join(folder, path), content);
  }
}

async function expanded(path = folder, signal = new AbortController().signal): Promise<string[]> {
  const found: string[] = [];
  for await (const file of expandPath(path, signal)) found.push(relative(folder, file).replaceAll('\\', '/'));
  return found;
}

test('a folder gives its files and those below, sorted', async () => {
  lay({ 'b.txt': '', 'a/z.md': '', 'a/y/x.html': '', c: '' });
  expect(await expanded()).toEqual(['a/y/x.html', 'a/z.md', 'b.txt', 'c']);
});

test('a file gives itself, whatever it is called', async () => {
  lay({ '.hidden.png': '' });
  expect(await expanded(join(folder, '.hidden.png'))).toEqual(['.hidden.png']);
});

test('what is hidden and what pages are furnished with is left out; what will be refused is not', async () => {
  lay({
    '.git/config': '',
    '.a.html': '',
    'Thumbs.db': '',
    'a.html': '',
    'style.css': '',
    'photo.JPG': '',
    'report.pdf': '',
  });
  expect(await expanded()).toEqual(['a.html', 'report.pdf']);
});

test('companion folders are left out, also those of unknown names that the page points into', async () => {
  lay({
    'Ferry.html': '<img src="./Ferry_files/a.png">',
    'Ferry_files/frame.html': '',
    'Fähre.html': '<img src="F%C3%A4hre_gespeichert/a.png">',
    'Fähre_gespeichert/frame.html': '',
    'Tide.htm': '<p>no pictures',
    'Tide.files/frame.htm': '',
  });
  expect(await expanded()).toEqual(['Ferry.html', 'Fähre.html', 'Tide.htm']);
});

test('folders of articles are not taken for companions', async () => {
  lay({
    'index.html': '<a href="index 2018/one.html">one</a><a href="2019/two.html">two</a>',
    '2019/two.html': '',
    'Ferry.html': '<p>nothing beside',
    'Ferry reports/one.html': '',
    'orphan_files/three.html': '',
  });
  expect(await expanded()).toEqual([
    '2019/two.html',
    'Ferry reports/one.html',
    'Ferry.html',
    'index.html',
    'orphan_files/three.html',
  ]);
});

test('links to files are followed, links to folders and broken ones are not', async () => {
  lay({ 'in/a.txt': '', 'out/b.txt': '' });
  fs.symlinkSync(folder, join(folder, 'in', 'back'));
  fs.symlinkSync(join(folder, 'out', 'b.txt'), join(folder, 'in', 'c.txt'));
  fs.symlinkSync(join(folder, 'gone'), join(folder, 'in', 'd.txt'));
  expect(await expanded(join(folder, 'in'))).toEqual(['in/a.txt', 'in/c.txt']);
});

test('a missing path and a folder without articles say so', async () => {
  await expect(expanded(join(folder, 'no'))).rejects.toMatchObject({ code: 'path-missing' });
  lay({ 'only/photo.png': '' });
  await expect(expanded()).rejects.toMatchObject({ code: 'empty-input', message: expect.stringContaining(folder) });
});

test('it stops when cancelled', async () => {
  lay({ 'a.txt': '', 'b.txt': '' });
  const stop = new AbortController();
  const files = expandPath(folder, stop.signal)[Symbol.asyncIterator]();
  await files.next();
  stop.abort(new Error('enough'));
  await expect(files.next()).rejects.toThrow('enough');
});
