import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from '#platform/database.ts';
import { type CopyStore, createCopyStore } from './copy-store.ts';

let folder: string;
let path: string;
let store: CopyStore;
let nowMs: number;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pressmark-copies-'));
  path = join(folder, 'pictures', 'copies.sqlite');
  nowMs = Date.parse('2026-01-01T12:00:00Z');
  store = openStore();
});

afterEach(async () => {
  store.close();
  await rm(folder, { recursive: true });
});

function openStore(limitBytes = 1_000_000): CopyStore {
  return createCopyStore({ path, limitBytes, clock: { now: () => nowMs }, log: () => {} });
}

const dayMs = 24 * 60 * 60 * 1000;
const some = new Uint8Array([1, 2, 3]);

test('tells what is kept, what needs no copy and what is not known', () => {
  store.keep('aaaa/s/thumbnails/01.jpg', some);
  store.keep('aaaa/s/reading/01.jpg', null);
  expect(store.find('aaaa/s/thumbnails/01.jpg')).toEqual(some);
  expect(store.find('aaaa/s/reading/01.jpg')).toBeNull();
  expect(store.find('aaaa/s/reading/02.jpg')).toBeUndefined();
});

test('forgets all of an article and nothing of another', () => {
  store.keep('aaaa/s/thumbnails/01.jpg', some);
  store.keep('aaaa/s/reading/01.jpg', null);
  store.keep('bbbb/s/thumbnails/01.jpg', some);
  store.forget(['aaaa']);
  expect(store.articles()).toEqual(['bbbb']);
  expect(store.find('aaaa/s/thumbnails/01.jpg')).toBeUndefined();
});

test('never grows past its limit, and lets go first of what was not looked at for longest', async () => {
  store.keep('old/s/thumbnails/1', randomBytes(20_000));
  store.keep('seen/s/thumbnails/1', randomBytes(20_000));
  nowMs += dayMs;
  expect(store.find('seen/s/thumbnails/1')).toHaveLength(20_000);
  for (let at = 0; at < 200; at += 1) {
    nowMs += at % 10 === 0 ? dayMs : 0;
    store.keep(`more/s/thumbnails/${at}`, randomBytes(20_000));
    if (at === 20) expect(store.find('seen/s/thumbnails/1')).toHaveLength(20_000);
  }
  expect(store.find('old/s/thumbnails/1')).toBeUndefined();
  expect(store.find('more/s/thumbnails/199')).toHaveLength(20_000);
  store.close();
  expect((await stat(path)).size).toBeLessThan(1_100_000);
});

test('begins anew where its file is gone, damaged or of another version', async () => {
  store.keep('aaaa/s/thumbnails/1', some);
  store.close();
  await rm(path);
  expect(store.find('aaaa/s/thumbnails/1')).toBeUndefined();
  store.keep('aaaa/s/thumbnails/1', some);
  expect(store.find('aaaa/s/thumbnails/1')).toEqual(some);
  store.close();

  await writeFile(path, 'this was never a database, whatever its name says'.repeat(100));
  expect(store.find('aaaa/s/thumbnails/1')).toBeUndefined();
  store.keep('aaaa/s/thumbnails/1', some);
  expect(store.find('aaaa/s/thumbnails/1')).toEqual(some);
  store.close();

  const other = openDatabase(path);
  other.exec('PRAGMA user_version = 99');
  other.close();
  expect(store.find('aaaa/s/thumbnails/1')).toBeUndefined();
  store.keep('aaaa/s/thumbnails/1', some);
  expect(store.find('aaaa/s/thumbnails/1')).toEqual(some);
});

test('keeps no picture from being shown when it cannot be written at all', async () => {
  store.close();
  await rm(join(folder, 'pictures'), { recursive: true, force: true });
  await writeFile(join(folder, 'pictures'), 'a file where the folder should be');
  store.keep('aaaa/s/thumbnails/1', some);
  expect(store.find('aaaa/s/thumbnails/1')).toBeUndefined();
  expect(store.articles()).toEqual([]);
});
