import { expect, test } from 'vitest';
import type { ListSort } from '#contract/lists.ts';
import { anAddition, openIn, temporaryFolder } from '#support/archive.ts';
import type { Archive } from './archive.ts';

const moments = [
  '2018-06-10',
  '2018-06-10T00:30:00+02:00',
  '2018-06-10T23:30:00-11:00',
  '2018-06-09T23:59:00Z',
  '1970-01-01',
  '1912-04-15',
  null,
];
const sources = ['The Post', 'der Anzeiger', 'Anzeiger', null];

async function fill(archive: Archive): Promise<void> {
  for (const [at, publishedAt] of [...moments, ...moments].entries()) {
    const capturedAt = new Date(Date.UTC(2026, 10, 20 + (at % 3), 21 + at, 50)).toISOString();
    const source = sources[at % sources.length] ?? null;
    await archive.add(
      anAddition({ headline: `Story ${at}`, publishedAt, source, paragraphs: [`Words ${at}`], capturedAt }),
    );
  }
}

function localDay(instant: string): string {
  return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short' }).format(new Date(instant));
}

test('the groups of a list are its rows in runs, in the same order, whatever the page', async () => {
  await using folder = await temporaryFolder();
  const archive = await openIn(folder.path);
  await fill(archive);
  const namesBy: Partial<
    Record<ListSort, (article: { publishedAt: string | null; savedAt: string; source: string | null }) => string | null>
  > = {
    saved: ({ savedAt }) => localDay(savedAt),
    published: ({ publishedAt }) => publishedAt?.slice(0, 10) ?? null,
    source: ({ source }) => source,
  };
  for (const [sort, nameOf] of Object.entries(namesBy) as [ListSort, NonNullable<(typeof namesBy)['saved']>][]) {
    const { articles } = archive.list({ filter: {}, sort, limit: 100, offset: 0 });
    const runs: { name: string | null; count: number }[] = [];
    for (const article of articles) {
      const name = nameOf(article);
      const last = runs.at(-1);
      if (last?.name === name) last.count += 1;
      else runs.push({ name, count: 1 });
    }
    expect(new Set(runs.map(({ name }) => name)).size, sort).toBe(runs.length);
    expect(archive.list({ filter: {}, sort, limit: 1, offset: 5, withGroups: true }).groups, sort).toEqual(runs);
  }
  archive.close();
});

test('groups follow the filter, unknown comes last, and orders without groups have none', async () => {
  await using folder = await temporaryFolder();
  const archive = await openIn(folder.path);
  await fill(archive);
  const [first] = archive.list({ filter: {}, sort: 'saved', limit: 1, offset: 0 }).articles;
  archive.setFavourite([first!.id], true);
  const list = (sort: ListSort, filter = {}) => archive.list({ filter, sort, limit: 1, offset: 0, withGroups: true });
  expect(list('saved', { favourite: true }).groups).toEqual([{ name: localDay(first!.savedAt), count: 1 }]);
  expect(list('published').groups?.at(-1)).toEqual({ name: null, count: 2 });
  expect(list('source').groups?.map(({ name }) => name)).toEqual(['Anzeiger', 'der Anzeiger', 'The Post', null]);
  expect(list('source', { source: 'Anzeiger' }).groups).toEqual([{ name: 'Anzeiger', count: 3 }]);
  expect(list('title').groups).toBeUndefined();
  expect(list('length').groups).toBeUndefined();
  archive.close();
});
