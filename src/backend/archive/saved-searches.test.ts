import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anAddition, openIn, settableClock, temporaryFolder } from '#support/archive.ts';
import type { Archive } from './archive.ts';

const names = (archive: Archive) => archive.savedSearches().map(({ name }) => name);

test('a saved search is kept in the folder: a new catalogue shows the same', async () => {
  await using folder = await temporaryFolder();
  const first = await openIn(folder.path);
  const ferries = first.saveSearch({ name: 'Ferries', query: 'ferry OR boat' });
  const long = first.saveSearch({ name: 'Long reads', query: 'words:>3000' });
  first.orderSearches([long.id]);
  first.changeSearch(ferries.id, { query: 'ferry OR ship' });
  const shown = first.savedSearches();
  expect(shown).toEqual([
    { id: long.id, name: 'Long reads', query: 'words:>3000' },
    { id: ferries.id, name: 'Ferries', query: 'ferry OR ship' },
  ]);
  await first.rebuild();
  expect(first.savedSearches()).toEqual(shown);
  first.close();

  const elsewhere = await openIn(folder.path, { dataPath: join(folder.path, 'other data') });
  expect(elsewhere.savedSearches()).toEqual(shown);
  expect((await elsewhere.verify()).findings).toEqual([]);
  elsewhere.close();
});

test('each act on a saved search is undone in its turn, also after a restart, and can be done again', async () => {
  await using folder = await temporaryFolder();
  const first = await openIn(folder.path);
  const { id } = first.saveSearch({ name: 'Ferries', query: 'ferry' });
  first.saveSearch({ name: 'Trains', query: 'train' });
  first.changeSearch(id, { name: 'Boats' });
  first.orderSearches(
    first
      .savedSearches()
      .map((search) => search.id)
      .reverse(),
  );
  first.removeSearch(id);
  first.close();

  const archive = await openIn(folder.path);
  const removed = archive.undo(null);
  expect(removed).toMatchObject({ changed: 1, what: 'remove a saved search', ids: [] });
  expect(names(archive)).toEqual(['Trains', 'Boats']);
  archive.undo(removed.undo);
  expect(names(archive)).toEqual(['Trains']);
  archive.undo(null);
  expect(names(archive)).toEqual(['Trains', 'Boats']);
  expect(archive.undo(null)).toMatchObject({ what: 'put the saved searches in order' });
  expect(names(archive)).toEqual(['Boats', 'Trains']);
  archive.undo(null);
  expect(names(archive)).toEqual(['Ferries', 'Trains']);
  archive.undo(null);
  archive.undo(null);
  expect(names(archive)).toEqual([]);
  expect(archive.undo(null)).toMatchObject({ changed: 0 });
  archive.close();
});

test('what changes nothing is not written down, and what is not there is told', async () => {
  await using folder = await temporaryFolder();
  const archive = await openIn(folder.path);
  const { id } = archive.saveSearch({ name: 'Ferries', query: 'ferry' });
  const entries = archive.stats().journalEntries;
  expect(archive.changeSearch(id, { name: 'Ferries', query: 'ferry' })).toEqual({ changed: 0, undo: null });
  expect(archive.orderSearches([id])).toEqual({ changed: 0, undo: null });
  expect(archive.stats().journalEntries).toBe(entries);
  const missing = expect.objectContaining({ code: 'not-found' });
  expect(() => archive.changeSearch('zzzzzzzzzz', { name: 'x' })).toThrow(missing);
  expect(() => archive.orderSearches([id, 'zzzzzzzzzz'])).toThrow(missing);
  expect(() => archive.removeSearch('zzzzzzzzzz')).toThrow(missing);
  archive.close();
});

test('an act between two on saved searches is undone by itself, and leaves them alone', async () => {
  await using folder = await temporaryFolder();
  const archive = await openIn(folder.path);
  const { id } = await archive.add(anAddition());
  archive.saveSearch({ name: 'Ferries', query: 'ferry' });
  archive.tag([id], ['harbour'], []);
  expect(archive.undo(null)).toMatchObject({ what: 'tag 1 article' });
  expect(names(archive)).toEqual(['Ferries']);
  archive.close();
});

/** What a device does to the searches it sees, by their place on it; `hear` brings another's journal over. */
type Step = {
  readonly device: 0 | 1;
  readonly kind: 'save' | 'rename' | 'query' | 'order' | 'remove' | 'undo' | 'hear';
  readonly which: number;
  readonly name: string;
};

const step: fc.Arbitrary<Step> = fc.record({
  device: fc.constantFrom(0 as const, 1 as const),
  kind: fc.constantFrom('save', 'save', 'rename', 'query', 'order', 'remove', 'undo', 'hear'),
  which: fc.nat(5),
  name: fc.constantFrom('Ferries', 'Trains', 'Long reads', 'Été'),
});

test('two devices that heard of everything see the same searches, in whatever order they heard it', async () => {
  await using template = await temporaryFolder();
  (await openIn(template.path)).close();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 30 }), async (steps) => {
      await using world = await temporaryFolder();
      const clock = settableClock();
      const folders = ['a', 'b'].map((name) => join(world.path, name));
      for (const folder of folders)
        await cp(join(template.path, 'library'), join(folder, 'library'), { recursive: true });
      const devices = await Promise.all(folders.map((folder) => openIn(folder, { clock })));
      const hear = async (to: number, from: number) => {
        // A sync service brings what the other wrote itself; its copy of our own journal is ours to write.
        const own = JSON.parse(await readFile(join(folders[from]!, 'data/device.json'), 'utf8')) as { device: string };
        const journal = (folder: string) => join(folder, 'library/journal', own.device);
        await cp(journal(folders[from]!), journal(folders[to]!), { recursive: true }).catch(ignoreMissing);
        await devices[to]!.catchUp();
      };
      for (const { device, kind, which, name } of steps) {
        clock.nowMs += 1;
        const archive = devices[device]!;
        const id = archive.savedSearches()[which]?.id;
        if (kind === 'save') archive.saveSearch({ name, query: name });
        else if (kind === 'undo') archive.undo(null);
        else if (kind === 'hear') await hear(device, 1 - device);
        else if (id === undefined) continue;
        else if (kind === 'rename') archive.changeSearch(id, { name });
        else if (kind === 'query') archive.changeSearch(id, { query: `${name} ${which}` });
        else if (kind === 'order') archive.orderSearches([id]);
        else archive.removeSearch(id);
      }
      await hear(0, 1);
      await hear(1, 0);
      const seen = devices[0]!.savedSearches();
      expect(devices[1]!.savedSearches()).toEqual(seen);
      await devices[0]!.rebuild();
      expect(devices[0]!.savedSearches()).toEqual(seen);
      for (const archive of devices) archive.close();
    }),
    { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 15) },
  );
});

/** A device that has done nothing yet has no journal. */
function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}
