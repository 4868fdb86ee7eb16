import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Backend } from '#backend/backend.ts';
import { createClient } from '#contract/client.ts';
import type { ArchiveEvent } from '#contract/events.ts';
import { asText, inventArticle } from '#support/invent-articles.ts';
import { threadEntryPath } from './places.ts';
import { startBackendThread } from './start-backend-thread.ts';

const breakableEntry = path.join(import.meta.dirname, '../../tests/support/breakable-thread.ts');
let folder: string;
let backend: Backend | undefined;
let crashes: string[];

function start(libraryPath = path.join(folder, 'Library')): Promise<Backend> {
  return startBackendThread({
    entry: breakableEntry,
    plan: {
      libraryPath,
      dataPath: path.join(folder, 'data'),
      extractWorker: threadEntryPath('extract-worker'),
      appVersion: 'test',
    },
    onCrash: (error) => crashes.push(error.message),
  });
}

function nextEvent(from: Backend, type: ArchiveEvent['type']): Promise<ArchiveEvent> {
  return new Promise((resolve) => {
    const unsubscribe = from.onEvent((event) => {
      if (event.type !== type) return;
      unsubscribe();
      resolve(event);
    });
  });
}

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'pressmark-thread-'));
  crashes = [];
});

afterEach(async () => {
  await backend?.close();
  backend = undefined;
  await rm(folder, { recursive: true, force: true });
});

test('a crash of the thread fails what waits for it, and the library is open again by itself', async () => {
  backend = await start();
  const client = createClient(backend);
  const before = await client.call('library.status', {});
  const returned = nextEvent(backend, 'articles.changed');

  const reply = await backend.call('test.crash', {});
  expect(reply).toMatchObject({ ok: false, error: { code: 'disconnected', retryable: true } });
  expect(await returned).toEqual({ type: 'articles.changed', ids: null });
  expect(crashes).toEqual(['the fuse has blown']);
  const after = await client.call('library.status', {});
  expect(after.libraryId).toBe(before.libraryId);
});

test('a thread that crashes again and again is left alone, and says so', async () => {
  backend = await start();
  for (let count = 0; count < 6; count += 1) await backend.call('test.crash', {});
  expect(crashes).toHaveLength(6);
  expect(await backend.call('library.status', {})).toMatchObject({ ok: false, error: { code: 'disconnected' } });
});

test('a library that cannot be opened is told as its reason, not as a crash', async () => {
  const file = path.join(folder, 'not-a-folder');
  await writeFile(file, 'text');
  await expect(start(file)).rejects.toMatchObject({
    name: 'ArchiveError',
    code: expect.stringMatching(/^library-|path/),
  });
  expect(crashes).toEqual([]);
});

test('a call that is called off ends as cancelled, before its work is done', async () => {
  backend = await start();
  const client = createClient(backend);
  const inputs = Array.from({ length: 30 }, (_, number) => ({
    kind: 'text' as const,
    text: asText(inventArticle(number)),
  }));
  const job = await client.call('capture.start', { inputs });
  await expect
    .poll(async () => (await client.call('capture.outcomes', { job: job.id })).job.phase, { timeout: 20_000 })
    .toBe('done');
  const control = new AbortController();
  const reply = backend.call('library.verify', {}, control.signal);
  control.abort();
  expect(await reply).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  expect(await backend.call('library.verify', {}, control.signal)).toMatchObject({
    ok: false,
    error: { code: 'cancelled' },
  });
});

test('what is not plain data is refused before it is sent', async () => {
  backend = await start();
  const reply = await backend.call('library.status', { surprise: () => 1 });
  expect(reply).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
});
