import { expect, test } from 'vitest';
import type { ArticleId } from '#contract/article.ts';
import { anAddition, openIn, temporaryFolder } from '#support/archive.ts';
import type { Archive } from './archive.ts';

async function takeIn(archive: Archive, tags: Readonly<Record<string, readonly string[]>>): Promise<ArticleId[]> {
  const ids: ArticleId[] = [];
  for (const [headline, own] of Object.entries(tags)) {
    const { id } = await archive.add(anAddition({ headline }));
    if (own.length > 0) archive.tag([id], own, []);
    ids.push(id);
  }
  return ids;
}

function tagsOf(archive: Archive, ids: readonly ArticleId[]): string[][] {
  const summaries = archive.summaries(ids);
  return ids.map((id) => summaries.get(id)?.tags ?? []);
}

const borne = { Ferry: ['sea/ferries', 'news'], Port: ['sea'], Train: ['rail', 'seasons'], Bread: [] };

test('a tag is renamed with all below it, in one act that one undo takes back', async () => {
  await using folder = await temporaryFolder();
  const archive = await openIn(folder.path);
  const ids = await takeIn(archive, borne);
  const before = { tags: tagsOf(archive, ids), shelves: archive.shelves() };
  const entries = archive.stats().journalEntries;
  const renamed = archive.renameTag('sea', 'travel / water');
  expect({ ...renamed, entries: archive.stats().journalEntries }).toMatchObject({ changed: 2, entries: entries + 1 });
  expect(tagsOf(archive, ids)).toEqual([['news', 'travel/water/ferries'], ['travel/water'], ['rail', 'seasons'], []]);
  await archive.rebuild();
  expect((await archive.verify()).findings).toEqual([]);
  expect(archive.shelves().tags.map(({ tag, total }) => `${tag} ${total}`)).toEqual([
    'news 1',
    'rail 1',
    'seasons 1',
    'travel 2',
    'travel/water 2',
    'travel/water/ferries 1',
  ]);
  expect(archive.undo(null)).toMatchObject({ what: 'rename the tag sea', changed: 2 });
  expect({ tags: tagsOf(archive, ids), shelves: archive.shelves() }).toEqual(before);
  archive.close();
});

test('a tag that takes the name of another is one with it, and undo parts them again', async () => {
  await using folder = await temporaryFolder();
  const archive = await openIn(folder.path);
  const ids = await takeIn(archive, { Ferry: ['boats', 'ships'], Port: ['ships/old'], Quay: ['boats'] });
  const before = tagsOf(archive, ids);
  archive.renameTag('ships', 'boats');
  expect(tagsOf(archive, ids)).toEqual([['boats'], ['boats/old'], ['boats']]);
  archive.undo(null);
  expect(tagsOf(archive, ids)).toEqual(before);
  archive.close();
});

test('a tag is removed with all below it, from highlights and from what lies in the trash as well', async () => {
  await using folder = await temporaryFolder();
  const archive = await openIn(folder.path);
  const ids = await takeIn(archive, borne);
  const [ferry, port, train] = ids;
  archive.trash([port!]);
  const anchor = { snapshot: '20261123T090000Z', exact: 'sailed', prefix: '', suffix: '', start: 10, end: 16 };
  archive.addHighlight({ article: train!, anchor, colour: 'green', annotation: null, tags: ['sea/quotes', 'rail'] });
  const marked = () => archive.highlights({ filter: {}, sort: 'made', limit: 10, offset: 0 }).highlights[0]?.tags;
  expect(archive.removeTag('sea')).toMatchObject({ changed: 3 });
  expect(tagsOf(archive, [ferry!, train!])).toEqual([['news'], ['rail', 'seasons']]);
  expect(marked()).toEqual(['rail']);
  archive.restore([port!]);
  expect(tagsOf(archive, [port!])).toEqual([[]]);
  archive.undo(null);
  archive.undo(null);
  expect(marked()).toEqual(['rail', 'sea/quotes']);
  archive.close();
});

test('what changes nothing is not written down; what is not there, or would be too long, is told', async () => {
  await using folder = await temporaryFolder();
  const archive = await openIn(folder.path);
  await takeIn(archive, { Ferry: [`sea/${'x'.repeat(150)}`] });
  const entries = archive.stats().journalEntries;
  expect(archive.renameTag('sea', ' sea')).toEqual({ changed: 0, undo: null });
  expect(() => archive.renameTag('rail', 'sea')).toThrow(expect.objectContaining({ code: 'not-found' }));
  expect(() => archive.removeTag('se')).toThrow(expect.objectContaining({ code: 'not-found' }));
  const long = 'y'.repeat(100);
  expect(() => archive.renameTag('sea', long)).toThrow(expect.objectContaining({ code: 'invalid-input' }));
  expect(archive.stats().journalEntries).toBe(entries);
  archive.close();
});
