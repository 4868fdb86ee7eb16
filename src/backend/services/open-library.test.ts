import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createBackend } from '#backend/backend.ts';
import { createClient } from '#contract/client.ts';
import type { LibraryStatus } from '#contract/library.ts';
import { anAddition, openIn, temporaryFolder } from '#support/archive.ts';
import { threadEntryPath } from '../../host/places.ts';

const count = 520;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;

/** A library that search has seen nothing of: as after a change of the index's format. */
beforeAll(async () => {
  folder = await temporaryFolder();
  const archive = await openIn(folder.path);
  for (let number = 0; number < count; number += 20) {
    const some = Array.from({ length: 20 }, (_, at) => anAddition({ headline: `Harbour day ${number + at}` }));
    await Promise.all(some.map((addition) => archive.add(addition)));
  }
  archive.close();
}, 60_000);

afterAll(() => folder[Symbol.asyncDispose]());

function open(follow: boolean) {
  return createBackend({
    libraryPath: join(folder.path, 'library'),
    dataPath: join(folder.path, 'data'),
    extractWorker: threadEntryPath('extract-worker'),
    appVersion: 'test',
    follow,
  });
}

test('a single command waits for the whole index', async () => {
  const backend = await open(false);
  const client = createClient(backend);
  expect((await client.call('search.run', { query: 'harbour' })).total).toBe(count);
  expect((await client.call('library.status', {})).indexing).toBeNull();
  await backend.close();
});

test('what stays open is ready while search is being built, and tells how far it is', async () => {
  const archive = await openIn(folder.path);
  archive.queueAll();
  archive.close();
  const backend = await open(true);
  const client = createClient(backend);
  const told = new Set<LibraryStatus['indexing']>();
  const built = new Promise<void>((resolve) => {
    backend.onEvent(({ type }) => {
      if (type === 'library.progress' || type === 'library.ready')
        void client.call('library.status', {}).then(({ phase, indexing }) => {
          told.add(indexing);
          if (phase === 'ready' && indexing === null && told.size > 1) resolve();
        });
    });
  });
  const first = await client.call('search.run', { query: 'harbour' });
  expect(first.problem).toBeNull();
  expect(first.total).toBeLessThanOrEqual(count);
  await built;
  expect([...told].find((indexing) => indexing !== null)).toMatchObject({ total: count });
  expect((await client.call('search.run', { query: 'harbour' })).total).toBe(count);
  await backend.close();
});
