import { createHash } from 'node:crypto';
import { cp, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Archive } from '#backend/archive/archive.ts';
import { anAddition, openIn, temporaryFolder } from '#support/archive.ts';

/**
 * A library of format 1 as it was written when the format was new, never written again: two devices,
 * a picture, two snapshots of one article, a packed original, a headline in Cyrillic and one that
 * Windows would not take as a name, an undo of an undo, an act of a newer version, a torn last line.
 * Every later version must open it and show the same.
 */
const oldLibrary = join(import.meta.dirname, 'v1/two-devices');
const request = { sort: 'saved', limit: 50, offset: 0 } as const;

async function openCopy(folder: string): Promise<Archive> {
  await cp(oldLibrary, join(folder, 'library'), { recursive: true });
  return openIn(folder);
}

/** The library's files and their checksums. */
async function filesOf(library: string): Promise<Map<string, string>> {
  const hashes = new Map<string, string>();
  for (const entry of await readdir(library, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    hashes.set(
      path.slice(library.length),
      createHash('sha256')
        .update(await readFile(path))
        .digest('hex'),
    );
  }
  return hashes;
}

test('an old library shows what it showed when it was made', async () => {
  await using folder = await temporaryFolder();
  const archive = await openCopy(folder.path);
  const articles = [false, true].flatMap((trashed) => archive.list({ ...request, filter: { trashed } }).articles);
  const { catalogueBytes: _, ...figures } = archive.stats();
  const texts = Object.fromEntries(archive.text(articles.map(({ id }) => id)));
  const expected: unknown = JSON.parse(
    await readFile(join(import.meta.dirname, 'v1/two-devices.expected.json'), 'utf8'),
  );
  expect({ articles, figures, texts }).toEqual(expected);
  expect(await archive.verify()).toEqual({ articles: 4, snapshots: 5, files: 17, findings: [] });
  archive.close();
});

test('an old library is not changed by being opened, and only added to by being used', async () => {
  await using folder = await temporaryFolder();
  const library = join(folder.path, 'library');
  const archive = await openCopy(folder.path);
  const before = await filesOf(oldLibrary);
  expect(await filesOf(library)).toEqual(before);
  const { id } = await archive.add(anAddition({ headline: 'New in an old library' }));
  archive.tag([id, 'tpnsfehp'], ['later'], []);
  const after = await filesOf(library);
  for (const [path, hash] of before) expect(after.get(path)).toBe(hash);
  archive.close();

  const reopened = await openIn(folder.path);
  expect(reopened.summaries(['tpnsfehp']).get('tpnsfehp')?.tags).toEqual(['gulls', 'later', 'travel/sea']);
  expect((await reopened.verify()).findings).toEqual([]);
  reopened.close();
});

test('corrections, undone acts and pictures of an old library are as they were', async () => {
  await using folder = await temporaryFolder();
  const archive = await openCopy(folder.path);
  const ferry = await archive.get('tpnsfehp');
  expect(ferry).toMatchObject({
    headline: 'Ferry sails again',
    copyright: null,
    trashed: false,
    authors: ['Ada Brook', 'Tim Reed'],
    leadImage: '/library/tpnsfehp/20261123T182513Z/images/01.png',
    folder: 'articles/2018/ferry-sails-agian~tpnsfehp',
  });
  expect(ferry.snapshots.map(({ id }) => id)).toEqual(['20261123T182513Z', '20261123T181301Z']);
  expect(ferry.text).toContain('Two people waved');
  const picture = await archive.readAsset('tpnsfehp/20261123T181301Z/images/01.png');
  expect(picture?.mediaType).toBe('image/png');
  // It was written before missing pictures were noted: nothing is known of them, and nothing is claimed.
  expect(await archive.keptPictures('tpnsfehp')).toEqual({ kept: 1, missing: null });
  archive.close();
});

/**
 * The same for highlights and notes, as they were written when they were new: two devices, a passage over two
 * paragraphs, one that both changed, one removed by the other, an undone change, a note on the article.
 */
test('highlights and notes of an old library are as they were', async () => {
  await using folder = await temporaryFolder();
  await cp(join(import.meta.dirname, 'v1/highlights'), join(folder.path, 'library'), { recursive: true });
  const archive = await openIn(folder.path);
  const expected: unknown = JSON.parse(
    await readFile(join(import.meta.dirname, 'v1/highlights.expected.json'), 'utf8'),
  );
  expect(archive.highlights({ filter: {}, sort: 'article', limit: 100, offset: 0 })).toEqual(expected);
  expect((await archive.verify()).findings).toEqual([]);
  archive.close();
});

/**
 * The same for repairs, as they were written when they were new: a block put back and two taken out by two devices, a
 * correction taken back, an undone repair, and one whose neighbours are nowhere.
 */
test('repairs of an old library are as they were', async () => {
  await using folder = await temporaryFolder();
  await cp(join(import.meta.dirname, 'v1/repairs'), join(folder.path, 'library'), { recursive: true });
  const archive = await openIn(folder.path);
  const expected: unknown = JSON.parse(await readFile(join(import.meta.dirname, 'v1/repairs.expected.json'), 'utf8'));
  const [article] = archive.list({ ...request, filter: {} }).articles;
  expect(await archive.get(article!.id)).toMatchObject(expected as object);
  expect((await archive.verify()).findings).toEqual([]);
  archive.close();
});

/**
 * The same for collections, read next, rules and acts on whole tags, as they were written when they were new: two
 * devices, articles moved by both, a rule's tag that the reader kept, a collection removed, an undone taking out.
 */
test('collections, rules and tags renamed as a whole of an old library are as they were', async () => {
  await using folder = await temporaryFolder();
  await cp(join(import.meta.dirname, 'v1/organised'), join(folder.path, 'library'), { recursive: true });
  const archive = await openIn(folder.path);
  const expected: unknown = JSON.parse(await readFile(join(import.meta.dirname, 'v1/organised.expected.json'), 'utf8'));
  const inCollection = (collection: string) =>
    archive.list({ ...request, sort: 'own', filter: { collection } }).articles.map(({ headline }) => headline);
  const { collections, readNext } = archive.collections();
  expect({
    readNext,
    queue: inCollection('readnext'),
    collections: collections.map((one) => ({ ...one, articles: inCollection(one.id) })),
    rules: archive.rules(),
    tags: archive.shelves().tags,
    articles: archive
      .list({ ...request, sort: 'title', filter: {} })
      .articles.map(({ headline, tags, ruleTags = [], state, favourite }) => {
        return { headline, tags, ruleTags, state, favourite };
      }),
  }).toEqual(expected);
  expect((await archive.verify()).findings).toEqual([]);
  archive.close();
});

/**
 * The same for articles made anew from what was kept, as they were written when that was new: two devices, two articles
 * by one renewal that stands, two by one that the other device undid, one by a renewal undone and wished back.
 */
test('articles of an old library that were read again show what stands, and never what was undone', async () => {
  await using folder = await temporaryFolder();
  await cp(join(import.meta.dirname, 'v1/renewed'), join(folder.path, 'library'), { recursive: true });
  const archive = await openIn(folder.path);
  const { articles } = archive.list({ ...request, sort: 'title', filter: {} });
  const shown = await Promise.all(articles.map(({ id }) => archive.get(id)));
  expect(shown.map(({ headline, text, snapshots }) => [headline, text, snapshots.length])).toEqual([
    ['Bell rings twice', 'The bell, as it was read again.', 3],
    ['Bread comes late', 'The bread, as it was read again.', 3],
    ['Ferry sails again', 'The ferry, as it was read again.', 2],
  ]);
  expect((await archive.verify()).findings).toEqual([]);
  archive.close();
});
