import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { article, articleSummary } from '#contract/article.ts';
import { anAddition, openIn, temporaryFolder } from '#support/archive.ts';

const everything = { filter: {}, sort: 'saved', limit: 50, offset: 0 } as const;

test('an added article is listed, read and found in its folder', async () => {
  await using folder = await temporaryFolder();
  const archive = await openIn(folder.path);
  const addition = anAddition({
    headline: 'Ferry sails again',
    authors: ['Ada Brook'],
    source: 'Harbour Post',
    publishedAt: '2018-06-10',
    paragraphs: ['The ferry sailed at noon.', 'Nobody waved.'],
  });
  const added = await archive.add(addition);
  expect(added.status).toBe('added');

  const { total, articles } = archive.list(everything);
  expect(total).toBe(1);
  expect(articleSummary.parse(articles[0])).toMatchObject({
    id: added.id,
    headline: 'Ferry sails again',
    authors: ['Ada Brook'],
    source: 'Harbour Post',
    publishedAt: '2018-06-10',
    savedAt: '2026-11-23T09:00:00.000Z',
    excerpt: 'The ferry sailed at noon. Nobody waved.',
    readingMinutes: 1,
    state: 'unread',
    tags: [],
  });
  const whole = article.parse(await archive.get(added.id));
  expect(whole.html).toBe('<p>The ferry sailed at noon.</p>\n<p>Nobody waved.</p>');
  expect(whole.text).toBe('The ferry sailed at noon.\n\nNobody waved.');
  expect(whole.folder).toBe(`articles/2018/ferry-sails-again~${added.id}`);
  const snapshot = join(folder.path, 'library', whole.folder, '20261123T090000Z');
  expect((await readdir(snapshot)).sort()).toEqual(['article.html', 'original.txt', 'snapshot.json']);
  expect(await readdir(join(folder.path, 'library/articles'))).toEqual(['2018']);
  archive.close();
});

test('the same article twice is a duplicate, a changed one a second snapshot', async () => {
  await using folder = await temporaryFolder();
  const archive = await openIn(folder.path);
  const url = 'https://harbour.example/ferry?utm_source=mail';
  const first = anAddition({ url, paragraphs: ['Old words.'] });
  const changed = anAddition({ url: 'http://harbour.example/ferry/', paragraphs: ['New words.'] });
  const { id } = await archive.add(first);
  expect(archive.find(first)).toEqual({ id, status: 'duplicate', trashed: false });
  expect(await archive.add(first)).toEqual({ id, status: 'duplicate' });
  expect(archive.find(changed)).toEqual({ id, status: 'changed', trashed: false });
  expect(await archive.add(changed)).toEqual({ id, status: 'snapshot-added' });
  const whole = await archive.get(id);
  expect(whole.text).toBe('New words.');
  expect(whole.snapshots.map((snapshot) => snapshot.id)).toEqual(['20261123T090000Z-2', '20261123T090000Z']);
  expect(archive.list(everything).total).toBe(1);
  archive.close();
});

test('several adds of one article at the same moment keep it once', async () => {
  await using folder = await temporaryFolder();
  const archive = await openIn(folder.path);
  const rounds = 25;
  for (let round = 1; round <= rounds; round += 1) {
    // The losers take their folders away again while others still try to put theirs in the same place.
    const text = `The ferry sailed ${round} times.`;
    const adds = Array.from({ length: 8 }, () =>
      archive.add(anAddition({ headline: `Ferry ${round}`, paragraphs: [text] })),
    );
    const statuses = (await Promise.all(adds)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 'added')).toHaveLength(1);
    expect(statuses.filter((status) => status === 'duplicate')).toHaveLength(7);
  }
  const { articles, snapshots, findings } = await archive.verify();
  expect({ articles, snapshots, findings }).toEqual({ articles: rounds, snapshots: rounds, findings: [] });
  archive.close();
});

test('a look through the folders during an add takes nothing twice', async () => {
  await using folder = await temporaryFolder();
  const archive = await openIn(folder.path);
  const adding = Array.from({ length: 20 }, (_, index) => archive.add(anAddition({ headline: `Story ${index}` })));
  const looking = Array.from({ length: 20 }, () => archive.catchUp());
  const added = await Promise.all(adding);
  await Promise.all(looking);
  expect(new Set(added.map(({ status }) => status))).toEqual(new Set(['added']));
  expect(archive.list(everything).total).toBe(20);
  expect((await archive.verify()).findings).toEqual([]);
  archive.close();
});

test('pictures are kept beside the article and given out under its address only', async () => {
  await using folder = await temporaryFolder();
  const archive = await openIn(folder.path);
  const picture = {
    key: 'k1',
    bytes: new Uint8Array([1, 2, 3]),
    mediaType: 'image/png',
    width: 4,
    height: 3,
    fileName: 'images/01.png',
  } as const;
  const bodyHtml = '<img src="images/01.png" alt="src=&quot;images/x&quot;"><code>src="images/01.png"</code>';
  const { id } = await archive.add(anAddition({ pictures: [picture], leadImage: 'k1', bodyHtml }));
  const whole = await archive.get(id);
  const base = `/library/${id}/20261123T090000Z/images`;
  expect(whole.leadImage).toBe(`${base}/01.png`);
  expect(whole.html).toContain(`<img src="${base}/01.png" alt="src=&quot;images/x&quot;">`);
  expect(whole.html).toContain('<code>src="images/01.png"</code>');
  const asset = await archive.readAsset(`${id}/20261123T090000Z/images/01.png`);
  expect(asset).toEqual({ bytes: Buffer.from([1, 2, 3]), mediaType: 'image/png' });
  for (const path of [
    `${id}/20261123T090000Z/images/../snapshot.json`,
    `${id}/20261123T090000Z/images/..%2fsnapshot.json`,
    `${id}/20261123T090000Z/snapshot.json`,
    `${id}/20261123T090000Z/images/.hidden.png`,
    `${id}/20261123T090000Z/images/02.png`,
    `../${id}/20261123T090000Z/images/01.png`,
    '',
  ]) {
    expect(await archive.readAsset(path)).toBeUndefined();
  }
  archive.close();
});

test('a large original is packed and comes out byte for byte', async () => {
  await using folder = await temporaryFolder();
  const archive = await openIn(folder.path);
  const bytes = new TextEncoder().encode('The ferry sailed at noon. '.repeat(20_000));
  const { id } = await archive.add(anAddition({ bytes }));
  const whole = await archive.get(id);
  expect(whole.snapshots[0]?.original).toBe('original.txt.gz');
  const path = join(folder.path, 'library', whole.folder, '20261123T090000Z', 'original.txt.gz');
  expect(new Uint8Array(gunzipSync(await readFile(path)))).toEqual(bytes);
  archive.close();
});

test('lists sort, filter and page', async () => {
  await using folder = await temporaryFolder();
  const archive = await openIn(folder.path);
  const add = async (headline: string, publishedAt: string | null, source: string, words: number, minute: number) => {
    const capturedAt = `2026-11-23T10:${String(minute).padStart(2, '0')}:00.000Z`;
    const paragraphs = [`${headline} ${'word '.repeat(words)}`.trim()];
    return (await archive.add(anAddition({ headline, publishedAt, source, paragraphs, capturedAt }))).id;
  };
  const alder = await add('«Álder» falls', '2020-01-01', 'Post', 30, 1);
  const birch = await add('birch grows', null, 'Post', 10, 2);
  const cedar = await add('Cedar stands', '2020-01-01T12:00:00+02:00', 'Times', 20, 3);
  archive.tag([alder, birch], ['trees/leafy'], []);
  archive.tag([cedar], ['trees'], []);
  archive.setState([birch], 'archived');
  archive.setFavourite([cedar], true);
  const ids = (request: object) => archive.list({ ...everything, ...request }).articles.map(({ id }) => id);
  expect(ids({})).toEqual([cedar, birch, alder]);
  expect(ids({ sort: 'published' })).toEqual([cedar, alder, birch]);
  expect(ids({ sort: 'title' })).toEqual([alder, birch, cedar]);
  expect(ids({ sort: 'length' })).toEqual([alder, cedar, birch]);
  expect(ids({ filter: { tag: 'trees' } })).toEqual([cedar, birch, alder]);
  expect(ids({ filter: { tag: 'trees/leafy' } })).toEqual([birch, alder]);
  expect(ids({ filter: { tag: 'tree' } })).toEqual([]);
  expect(ids({ filter: { source: 'Post', state: 'unread' } })).toEqual([alder]);
  expect(ids({ filter: { favourite: true } })).toEqual([cedar]);
  archive.trash([cedar]);
  expect(ids({})).toEqual([birch, alder]);
  expect(ids({ filter: { trashed: true } })).toEqual([cedar]);
  expect(archive.list({ ...everything, limit: 1, offset: 1 })).toMatchObject({ total: 2, articles: [{ id: alder }] });
  expect(archive.shelves()).toEqual({
    all: 2,
    unread: 1,
    reading: 0,
    archived: 1,
    favourites: 0,
    trash: 1,
    tags: [
      { tag: 'trees', own: 0, total: 2 },
      { tag: 'trees/leafy', own: 2, total: 2 },
    ],
    sources: [{ source: 'Post', count: 2 }],
  });
  archive.close();
});

test('search is told of every article that changed, once, the last change first', async () => {
  await using folder = await temporaryFolder();
  const archive = await openIn(folder.path);
  const one = (await archive.add(anAddition({ headline: 'One' }))).id;
  const two = (await archive.add(anAddition({ headline: 'Two' }))).id;
  expect(archive.pendingIndex(10)).toEqual([two, one]);
  archive.tag([one], ['wood'], []);
  archive.tag([one], [], ['wood']);
  expect(archive.pendingIndex(10)).toEqual([one, two]);
  archive.database.write(() => archive.indexDone([one, two]));
  expect(archive.pendingIndexCount()).toBe(0);
  archive.tag([one], ['harbour'], []);
  archive.tag([one], ['ferry'], []);
  expect(archive.pendingIndex(10)).toEqual([one]);
  expect(archive.documents([one, 'gone0000'])).toMatchObject([
    {
      id: one,
      headline: 'One',
      kicker: null,
      dek: null,
      authors: [],
      source: null,
      section: null,
      tags: ['ferry', 'harbour'],
      text: 'The ferry sailed at noon.',
      publishedAt: null,
      savedAt: '2026-11-23T09:00:00.000Z',
      state: 'unread',
      favourite: false,
      trashed: false,
      wordCount: 5,
      language: 'en',
      agency: null,
      dateline: null,
      address: null,
      hasCorrection: false,
      pictures: 0,
      versions: 1,
      hasHighlight: false,
      hasNote: false,
    },
  ]);
  archive.close();
});
