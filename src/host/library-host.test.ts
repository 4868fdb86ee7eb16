import { mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createBackend, type Backend } from '#backend/backend.ts';
import { createClient, type Client } from '#contract/client.ts';
import type { ArchiveEvent } from '#contract/events.ts';
import { temporaryFolder } from '#support/archive.ts';
import { openLibraryHost } from './library-host.ts';
import { openLibraryRecord } from './library-list.ts';
import { threadEntryPath } from './places.ts';

type Started = { readonly host: Backend; readonly client: Client; readonly events: ArchiveEvent[] };

/** A host over the real back end, in this process. `PATH/data` is the app's own folder, `PATH/usual` its library. */
async function start(folder: string, asked?: string): Promise<Started> {
  const dataPath = join(folder, 'data');
  const host = await openLibraryHost({
    asked,
    usual: join(folder, 'usual'),
    record: openLibraryRecord(dataPath),
    open: (libraryPath, createMissing) =>
      createBackend({
        libraryPath,
        dataPath,
        createMissing,
        extractWorker: threadEntryPath('extract-worker'),
        appVersion: 'test',
      }),
  });
  const events: ArchiveEvent[] = [];
  host.onEvent((event) => events.push(event));
  return { host, client: createClient(host), events };
}

async function addNote(client: Client, headline: string): Promise<void> {
  const text = `${headline}\n\nBy Ada Example\n\n${'A sentence of the note. '.repeat(12)}`;
  let job = await client.call('capture.start', { inputs: [{ kind: 'text', text }] });
  while (job.phase === 'running') {
    // The back end lives in this very process: it must have its turn.
    await setImmediate();
    ({ job } = await client.call('capture.outcomes', { job: job.id }));
  }
  await client.call('capture.dismiss', { job: job.id });
}

const headlines = async (client: Client) =>
  (await client.call('articles.list', {})).articles.map(({ headline }) => headline);

test('a library is made, left for another and opened again, and every window is told', async () => {
  await using folder = await temporaryFolder();
  const { host, client, events } = await start(folder.path);
  await addNote(client, 'In the usual library');
  const made = await client.ask('libraries.create', { path: join(folder.path, 'second') });
  expect(made).toEqual({ path: join(folder.path, 'second'), name: 'second' });
  expect(events.filter(({ type }) => type === 'library.switched')).toHaveLength(1);
  expect(await headlines(client)).toEqual([]);
  await addNote(client, 'In the second');
  expect(events.some(({ type }) => type === 'articles.changed')).toBe(true);

  await client.ask('libraries.open', { path: join(folder.path, 'usual') });
  expect(await headlines(client)).toEqual(['In the usual library']);
  expect(await client.ask('libraries.list', {})).toMatchObject({
    current: { name: 'usual' },
    recent: [{ name: 'second', isThere: true }],
    canChoose: false,
    notOpened: null,
  });
  await host.close();
});

test('a folder that is no library leaves the open one as it was', async () => {
  await using folder = await temporaryFolder();
  const { host, client, events } = await start(folder.path);
  await addNote(client, 'Still here');
  const other = join(folder.path, 'letters');
  await mkdir(other);
  await writeFile(join(other, 'letter.txt'), 'Dear Ada');
  const missing = join(folder.path, 'missing');
  for (const path of [other, missing]) {
    await expect(client.ask('libraries.open', { path }), path).rejects.toMatchObject({ code: 'library-missing' });
  }
  await expect(client.ask('libraries.create', { path: other })).rejects.toMatchObject({ code: 'library-missing' });
  expect(events.filter(({ type }) => type === 'library.switched')).toEqual([]);
  expect(await readdir(other)).toEqual(['letter.txt']);
  expect(await headlines(client)).toEqual(['Still here']);
  await host.close();
});

test('moving copies, opens the copy and leaves the folder before as it is', async () => {
  await using folder = await temporaryFolder();
  const { host, client } = await start(folder.path);
  await addNote(client, 'On the move');
  const target = join(folder.path, 'moved');
  expect(await client.ask('libraries.move', { path: target })).toEqual({
    path: target,
    name: 'moved',
    before: join(folder.path, 'usual'),
  });
  expect(await headlines(client)).toEqual(['On the move']);
  await addNote(client, 'After the move');
  expect((await client.call('library.verify', {})).findings).toEqual([]);

  // The old one is whole, and does not hold what came after.
  await client.ask('libraries.open', { path: join(folder.path, 'usual') });
  expect(await headlines(client)).toEqual(['On the move']);
  await host.close();
});

test('the library that was open last is opened at the next start; a missing one is told of, not made', async () => {
  await using folder = await temporaryFolder();
  const second = join(folder.path, 'second');
  const first = await start(folder.path);
  await first.client.ask('libraries.create', { path: second });
  await first.host.close();

  const again = await start(folder.path);
  expect(await again.client.ask('libraries.list', {})).toMatchObject({ current: { path: second } });
  await again.host.close();

  await rename(second, join(folder.path, 'away'));
  const without = await start(folder.path);
  expect(await without.client.ask('libraries.list', {})).toMatchObject({
    current: { name: 'usual' },
    recent: [{ path: second, isThere: false }],
    notOpened: { path: second, error: { code: 'library-missing' } },
  });
  await without.client.ask('libraries.forget', { path: second });
  expect((await without.client.ask('libraries.list', {})).recent).toEqual([]);
  await without.host.close();
  expect(await readdir(folder.path)).not.toContain('second');
});

test('while articles are taken in, the library is not changed under them', async () => {
  await using folder = await temporaryFolder();
  const { host, client } = await start(folder.path);
  const inputs = Array.from({ length: 40 }, (_, at) => ({
    kind: 'text' as const,
    text: `Note ${at}\n\nBy Ada Example\n\n${`Sentence ${at} of the note. `.repeat(40)}`,
  }));
  await client.call('capture.start', { inputs });
  const elsewhere = { path: join(folder.path, 'second') };
  await expect(client.ask('libraries.create', elsewhere)).rejects.toMatchObject({ code: 'library-busy' });
  expect(await readdir(folder.path)).not.toContain('second');
  await host.close();
});
