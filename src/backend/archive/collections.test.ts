import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ArticleId } from '#contract/article.ts';
import { readNextId } from '#contract/collections.ts';
import { anAddition, openIn, settableClock, temporaryFolder } from '#support/archive.ts';
import type { Archive } from './archive.ts';

async function takeIn(archive: Archive, headlines: readonly string[]): Promise<ArticleId[]> {
  const ids: ArticleId[] = [];
  for (const headline of headlines) ids.push((await archive.add(anAddition({ headline }))).id);
  return ids;
}

function shown(archive: Archive, collection: string): string[] {
  const page = archive.list({ filter: { collection }, sort: 'own', limit: 100, offset: 0 });
  expect(page.total).toBe(page.articles.length);
  return page.articles.map(({ headline }) => headline);
}

test('a collection keeps the order it was given, by hand, and is the same from the folder alone', async () => {
  await using folder = await temporaryFolder();
  const archive = await openIn(folder.path);
  const [ada, bea, cleo, dora] = await takeIn(archive, ['Ada', 'Bea', 'Cleo', 'Dora']);
  const { id } = archive.makeCollection('Portraits', [dora!, ada!]);
  archive.putInCollection(id, [bea!, cleo!], 'end');
  expect(shown(archive, id)).toEqual(['Dora', 'Ada', 'Bea', 'Cleo']);
  archive.putInCollection(id, [cleo!], { before: ada! });
  archive.putInCollection(id, [bea!], 'front');
  archive.putInCollection(id, [dora!], 'end');
  expect(shown(archive, id)).toEqual(['Bea', 'Dora', 'Cleo', 'Ada']);
  archive.putInCollection(id, [bea!, dora!], 'last');
  expect(shown(archive, id)).toEqual(['Cleo', 'Ada', 'Bea', 'Dora']);
  archive.undo(null);
  archive.trash([dora!]);
  archive.takeOutOfCollection(id, [ada!]);
  const left = { readNext: 0, collections: [{ id, name: 'Portraits', count: 2 }] };
  expect(archive.collections()).toEqual(left);
  expect(archive.summaries([bea!]).get(bea!)?.collections).toEqual([id]);

  await archive.rebuild();
  expect(archive.collections()).toEqual(left);
  archive.restore([dora!]);
  expect(shown(archive, id)).toEqual(['Bea', 'Dora', 'Cleo']);
  expect((await archive.verify()).findings).toEqual([]);
  archive.close();

  const elsewhere = await openIn(folder.path, { dataPath: join(folder.path, 'other data') });
  expect(shown(elsewhere, id)).toEqual(['Bea', 'Dora', 'Cleo']);
  elsewhere.close();
});

test('one step passes what is in sight, and stops at an end', async () => {
  await using folder = await temporaryFolder();
  const archive = await openIn(folder.path);
  const [ada, bea, cleo, dora] = await takeIn(archive, ['Ada', 'Bea', 'Cleo', 'Dora']);
  const { id } = archive.makeCollection('Portraits', [ada!, bea!, cleo!, dora!]);
  archive.trash([bea!]);
  const step = (ids: readonly string[], by: 1 | -1) => archive.putInCollection(id, ids, { step: by }).changed;
  expect(step([ada!], 1)).toBe(1);
  expect(shown(archive, id)).toEqual(['Cleo', 'Ada', 'Dora']);
  expect(step([ada!, cleo!], 1)).toBe(2);
  expect(shown(archive, id)).toEqual(['Dora', 'Ada', 'Cleo']);
  expect([step([cleo!], 1), step([dora!], -1)]).toEqual([0, 0]);
  archive.takeOutOfCollection(id, [ada!]);
  expect(() => step([ada!], 1)).toThrow(expect.objectContaining({ code: 'not-found' }));
  archive.undo(null);
  step([cleo!], -1);
  expect(shown(archive, id)).toEqual(['Dora', 'Cleo', 'Ada']);
  archive.close();
});

test('each act on a collection is undone in its turn, also after a restart', async () => {
  await using folder = await temporaryFolder();
  const first = await openIn(folder.path);
  const [ada, bea] = await takeIn(first, ['Ada', 'Bea']);
  const { id } = first.makeCollection('Portraits', [ada!, bea!]);
  first.renameCollection(id, 'Faces');
  first.putInCollection(id, [bea!], 'front');
  first.takeOutOfCollection(id, [ada!]);
  const other = first.makeCollection('Places', []);
  first.orderCollections([other.id]);
  first.removeCollection(id);
  first.close();

  const archive = await openIn(folder.path);
  const names = () => archive.collections().collections.map(({ name, count }) => `${name} ${count}`);
  expect(names()).toEqual(['Places 0']);
  expect(archive.undo(null)).toMatchObject({ what: 'remove a collection', changed: 1, subject: 'collections' });
  expect(names()).toEqual(['Places 0', 'Faces 1']);
  archive.undo(null);
  expect(names()).toEqual(['Faces 1', 'Places 0']);
  archive.undo(null);
  expect(archive.undo(null)).toMatchObject({ what: 'take 1 article out of a collection', ids: [ada] });
  expect(shown(archive, id)).toEqual(['Bea', 'Ada']);
  archive.undo(null);
  expect(shown(archive, id)).toEqual(['Ada', 'Bea']);
  archive.undo(null);
  expect(names()).toEqual(['Portraits 2']);
  expect(archive.undo(null)).toMatchObject({ ids: [ada, bea] });
  expect(archive.collections()).toEqual({ readNext: 0, collections: [] });
  archive.close();
});

test('the queue is there from the beginning, has no name, and cannot be removed', async () => {
  await using folder = await temporaryFolder();
  const archive = await openIn(folder.path);
  const [ada, bea, cleo] = await takeIn(archive, ['Ada', 'Bea', 'Cleo']);
  archive.putInCollection(readNextId, [ada!], 'end');
  archive.putInCollection(readNextId, [bea!], 'end');
  archive.putInCollection(readNextId, [cleo!], 'front');
  expect(archive.putInCollection(readNextId, [cleo!], 'end')).toEqual({ changed: 0, undo: null });
  expect(shown(archive, readNextId)).toEqual(['Cleo', 'Ada', 'Bea']);
  expect(archive.collections()).toEqual({ readNext: 3, collections: [] });
  const missing = expect.objectContaining({ code: 'not-found' });
  expect(() => archive.removeCollection(readNextId)).toThrow(missing);
  expect(() => archive.renameCollection(readNextId, 'Later')).toThrow(missing);
  archive.close();
});

test('what changes nothing is not written down, and what is not there is told', async () => {
  await using folder = await temporaryFolder();
  const archive = await openIn(folder.path);
  const [ada, bea, cleo] = await takeIn(archive, ['Ada', 'Bea', 'Cleo']);
  const { id } = archive.makeCollection('Portraits', [ada!, bea!]);
  const entries = archive.stats().journalEntries;
  const nothing = { changed: 0, undo: null };
  expect(archive.renameCollection(id, 'Portraits')).toEqual(nothing);
  expect(archive.orderCollections([id])).toEqual(nothing);
  expect(archive.putInCollection(id, [ada!], 'front')).toEqual(nothing);
  expect(archive.putInCollection(id, [ada!], { before: bea! })).toEqual(nothing);
  expect(archive.putInCollection(id, [ada!], { before: ada! })).toEqual(nothing);
  expect(archive.takeOutOfCollection(id, [cleo!])).toEqual(nothing);
  expect(archive.stats().journalEntries).toBe(entries);
  const missing = expect.objectContaining({ code: 'not-found' });
  expect(() => archive.putInCollection('zzzzzzzzzz', [ada!], 'end')).toThrow(missing);
  expect(() => archive.putInCollection(id, [ada!], { before: cleo! })).toThrow(missing);
  expect(() => archive.putInCollection(id, ['zzzzzzzz'], 'end')).toThrow(missing);
  archive.close();
});

test('many articles go in, and out again, in one act that search has no work with', async () => {
  await using folder = await temporaryFolder();
  const archive = await openIn(folder.path, { clock: settableClock() });
  const headlines = Array.from({ length: 60 }, (_, index) => `Story ${String(index).padStart(2, '0')}`);
  const ids = await takeIn(archive, headlines);
  archive.indexDone(ids);
  const before = archive.stats().journalEntries;
  const { undo, changed } = archive.putInCollection(readNextId, ids, 'end');
  expect({ changed, entries: archive.stats().journalEntries }).toEqual({ changed: 60, entries: before + 1 });
  expect(shown(archive, readNextId)).toEqual(headlines);
  expect(archive.pendingIndexCount()).toBe(0);
  archive.undo(undo);
  expect(archive.collections().readNext).toBe(0);
  archive.close();
});
