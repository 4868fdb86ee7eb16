import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';

/** Rules that no compiler or linter knows, each with its reason. */
const root = join(import.meta.dirname, '../..');

const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
  .map((path) => ({
    path: relative(root, join(root, 'src', path)),
    text: readFileSync(join(root, 'src', path), 'utf8'),
  }));

function filesWith(pattern: RegExp): string[] {
  return sources.filter(({ text }) => pattern.test(text)).map(({ path }) => path.replaceAll('\\', '/'));
}

test('there is something to look at', () => {
  expect(sources.length).toBeGreaterThan(50);
});

// Archived HTML is hostile: one file turns it into nodes, after cleaning it, and can be read with care.
test('no file of the window writes HTML strings into the page', () => {
  const writers = filesWith(/\.(innerHTML|outerHTML)\s*=|insertAdjacentHTML|document\.write|dangerouslySetInnerHTML/);
  expect(writers.filter((path) => path.startsWith('src/renderer/'))).toEqual([]);
});

// Every message between the processes passes the sender check and the contract.
test('Electron’s message calls are each used in one file', () => {
  expect(filesWith(/\bipcMain\b/).length).toBeLessThanOrEqual(1);
  expect(filesWith(/\bipcRenderer\b/).length).toBeLessThanOrEqual(1);
});

// A suppression hides the next mistake too; each needs its reason on the same line.
test('a suppressed rule says why on the same line', () => {
  const bare = sources.flatMap(({ path, text }) =>
    text
      .split('\n')
      .filter(
        (line) => /(eslint|oxlint)-disable|@ts-(ignore|expect-error|nocheck)/.test(line) && !/ -- \S+ \S+/.test(line),
      )
      .map((line) => `${path}: ${line.trim()}`),
  );
  expect(bare).toEqual([]);
});

// Work that is put off in a comment is lost; it belongs in an issue.
test('no unfinished business stands in comments', () => {
  expect(filesWith(/\b(TODO|FIXME|XXX|HACK)\b/)).toEqual([]);
});

// Nothing is fetched from outside: not a font, not a script, not a picture of our own.
test('the window names no remote address to load from', () => {
  const remote = sources.filter(
    ({ path, text }) => path.startsWith('src/renderer/') && /(src|href)=["']https?:/.test(text),
  );
  expect(remote.map(({ path }) => path)).toEqual([]);
});
