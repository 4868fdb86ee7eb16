import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { CaptureOutcome } from '#contract/capture.ts';
import { ArchiveError } from '#contract/errors.ts';
import { noLog } from '#platform/log.ts';
import { createNetwork } from '#platform/network.ts';
import { fixedClock, temporaryFolder } from '#support/archive.ts';
import { createCapture } from '../capture/capture.ts';
import { createNews } from './news.ts';
import { createFolderWatch, type FolderWatch } from './watch-folder.ts';
import { watchFile } from './watch-memory.ts';

type Situation = {
  readonly watch: FolderWatch;
  /** Puts a file into the watched folder. */
  readonly put: (name: string, content: string) => Promise<void>;
  readonly inbox: string;
  /** What was handed on to be taken in, each look's files together. */
  readonly taken: string[][];
};

/** A watch over a real folder. It looks when told to, and what it finds is noted; a name with "bad" is refused. */
async function aWatch(folder: string, allowPaths = true): Promise<Situation> {
  const [inbox, libraryPath] = [join(folder, 'inbox'), join(folder, 'library')];
  await mkdir(inbox, { recursive: true });
  await mkdir(libraryPath, { recursive: true });
  const taken: string[][] = [];
  const watch = createFolderWatch({
    capture: createCapture({ network: createNetwork(), clock: fixedClock }),
    memory: watchFile(join(folder, 'data'), 'abc'),
    async takeIn(paths) {
      taken.push(paths.map((path) => path.slice(inbox.length + 1)));
      return paths.map(outcomeOf);
    },
    libraryPath,
    allowPaths,
    news: createNews(),
    log: noLog,
  });
  return { watch, inbox, taken, put: (name, content) => writeFile(join(inbox, name), content) };
}

function outcomeOf(path: string): CaptureOutcome {
  const error = path.includes('bad') ? new ArchiveError('binary-input', 'not text').toData() : null;
  return { input: path, status: error === null ? 'added' : 'failed', id: null, headline: null, error };
}

async function lookTwice({ watch }: Situation): Promise<void> {
  await watch.look();
  await watch.look();
}

test('a new file is taken in once it rests, and once only; what lay there before is left', async () => {
  await using folder = await temporaryFolder();
  const situation = await aWatch(folder.path);
  const { watch, put, inbox, taken } = situation;
  await put('old.txt', 'It lay here before.');
  await watch.set({ folder: inbox, isOn: true, takeExisting: false });
  await put('ferry.txt', 'The ferry sails');
  await watch.look();
  await put('ferry.txt', 'The ferry sails again.');
  await watch.look();
  expect(taken).toEqual([]);
  await watch.look();
  expect(taken).toEqual([['ferry.txt']]);
  await lookTwice(situation);
  expect(taken).toEqual([['ferry.txt']]);
  expect(await watch.get()).toMatchObject({ taken: 1, failures: [], problem: null });
  expect(await readFile(join(inbox, 'ferry.txt'), 'utf8')).toBe('The ferry sails again.');
});

test('what lies there already is taken in when asked', async () => {
  await using folder = await temporaryFolder();
  const situation = await aWatch(folder.path);
  await situation.put('old.txt', 'It lay here before.');
  await situation.watch.set({ folder: situation.inbox, isOn: true, takeExisting: true });
  await lookTwice(situation);
  expect(situation.taken).toEqual([['old.txt']]);
});

test('the same content under another name is no new file; another content under the same name is', async () => {
  await using folder = await temporaryFolder();
  const situation = await aWatch(folder.path);
  const { watch, put, inbox, taken } = situation;
  await watch.set({ folder: inbox, isOn: true, takeExisting: false });
  await put('ferry.txt', 'The ferry sails again.');
  await lookTwice(situation);
  await rename(join(inbox, 'ferry.txt'), join(inbox, 'renamed.txt'));
  await put('copy.txt', 'The ferry sails again.');
  await lookTwice(situation);
  expect(taken).toEqual([['ferry.txt']]);
  await put('copy.txt', 'The salt train runs again.');
  await lookTwice(situation);
  expect(taken).toEqual([['ferry.txt'], ['copy.txt']]);
});

test('it goes on after a restart where it was, with what came meanwhile', async () => {
  await using folder = await temporaryFolder();
  const before = await aWatch(folder.path);
  await before.watch.set({ folder: before.inbox, isOn: true, takeExisting: false });
  await before.put('ferry.txt', 'The ferry sails again.');
  await lookTwice(before);
  await before.watch.close();
  await before.put('salt.txt', 'The salt train runs again.');

  const after = await aWatch(folder.path);
  expect(await after.watch.get()).toMatchObject({ folder: after.inbox, isOn: true, taken: 1 });
  await lookTwice(after);
  expect(after.taken).toEqual([['salt.txt']]);
});

test('a file that is refused is told with its reason, and tried again when it changes', async () => {
  await using folder = await temporaryFolder();
  const situation = await aWatch(folder.path);
  const { watch, put, inbox, taken } = situation;
  await watch.set({ folder: inbox, isOn: true, takeExisting: false });
  await put('bad.txt', 'x');
  await lookTwice(situation);
  await lookTwice(situation);
  expect(taken).toEqual([['bad.txt']]);
  expect(await watch.get()).toMatchObject({
    taken: 0,
    failures: [{ file: join(inbox, 'bad.txt'), error: { code: 'binary-input' } }],
  });
  await put('bad.txt', 'longer');
  await lookTwice(situation);
  expect(taken).toEqual([['bad.txt'], ['bad.txt']]);
  expect((await watch.get()).failures).toHaveLength(1);
  expect(await watch.forgetFailures()).toMatchObject({ failures: [] });
});

test('a folder that is gone is told of, and watched again when it is back', async () => {
  await using folder = await temporaryFolder();
  const situation = await aWatch(folder.path);
  const { watch, put, inbox, taken } = situation;
  await watch.set({ folder: inbox, isOn: true, takeExisting: false });
  await rm(inbox, { recursive: true });
  await watch.look();
  expect(await watch.get()).toMatchObject({ isOn: true, problem: { code: 'path-missing' } });
  await mkdir(inbox);
  await put('ferry.txt', 'The ferry sails again.');
  await lookTwice(situation);
  expect({ taken, now: await watch.get() }).toMatchObject({ taken: [['ferry.txt']], now: { problem: null } });
});

test('switched off it takes in nothing, and on again all that came since', async () => {
  await using folder = await temporaryFolder();
  const situation = await aWatch(folder.path);
  const { watch, put, inbox, taken } = situation;
  await watch.set({ folder: inbox, isOn: true, takeExisting: false });
  await watch.set({ isOn: false, takeExisting: false });
  await put('ferry.txt', 'The ferry sails again.');
  await lookTwice(situation);
  expect(taken).toEqual([]);
  await watch.set({ isOn: true, takeExisting: false });
  await lookTwice(situation);
  expect(taken).toEqual([['ferry.txt']]);
});

test('refused are a folder that is none, one that holds the library or lies in it, and callers who may name no folder', async () => {
  await using folder = await temporaryFolder();
  const { watch, inbox } = await aWatch(folder.path);
  const codeOf = (chosen: string) =>
    watch.set({ folder: chosen, isOn: true, takeExisting: false }).then(
      () => 'none',
      (error: unknown) => (error instanceof ArchiveError ? error.code : error),
    );
  expect(await codeOf(join(folder.path, 'nowhere'))).toBe('path-missing');
  expect(await codeOf('inbox')).toBe('path-missing');
  expect(await codeOf(folder.path)).toBe('invalid-input');
  await mkdir(join(folder.path, 'library', 'articles'));
  expect(await codeOf(join(folder.path, 'library', 'articles'))).toBe('invalid-input');
  expect(await watch.get()).toMatchObject({ folder: null, isOn: false });

  const elsewhere = await aWatch(folder.path, false);
  const refused = elsewhere.watch.set({ folder: inbox, isOn: true, takeExisting: false });
  await expect(refused).rejects.toThrow(expect.objectContaining({ code: 'wrong-usage' }));
  expect(await elsewhere.watch.get()).toMatchObject({ isPossible: false });
});
