import { appendFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Anchor, Highlight, HighlightFilter } from '#contract/highlight.ts';
import { anAddition, openIn, settableClock, temporaryFolder } from '#support/archive.ts';
import type { Archive } from './archive.ts';
import type { NewHighlight } from './highlight-acts.ts';
import { formatLine } from './journal-line.ts';

function anAnchor(exact: string, start = 4): Anchor {
  return { snapshot: '20261123T090000Z', exact, prefix: 'The ', suffix: ' at noon.', start, end: start + exact.length };
}

type Marked = Omit<NewHighlight, 'article' | 'anchor'>;

const plain: Marked = { colour: 'yellow', annotation: null, tags: [] };

function all(archive: Archive, filter: HighlightFilter = {}, sort: 'made' | 'article' = 'made'): Highlight[] {
  return archive.highlights({ filter, sort, limit: 1000, offset: 0 }).highlights;
}

function shown({ article, id, colour, annotation, tags }: Highlight) {
  return { article: article.headline, id, colour, annotation, tags };
}

test('a marked passage is there with all it was given, also after a restart and a rebuild', async () => {
  await using folder = await temporaryFolder();
  const first = await openIn(folder.path);
  const { id: article } = await first.add(anAddition({ source: 'Harbour Post', authors: ['Ada Brook'] }));
  const anchor = anAnchor('ferry sailed');
  const { id } = first.addHighlight({
    article,
    anchor,
    colour: 'green',
    annotation: 'at last',
    tags: ['sea / travel'],
  });
  first.annotate(article, 'Quote this one');
  const before = all(first, {}, 'article');
  expect(before).toMatchObject([
    { id: null, anchor: null, colour: null, annotation: 'Quote this one', tags: [] },
    {
      article: { id: article, headline: 'Ferry sails again', source: 'Harbour Post', authors: ['Ada Brook'] },
      id,
      anchor,
      colour: 'green',
      annotation: 'at last',
      tags: ['sea/travel'],
    },
  ]);
  first.close();

  const second = await openIn(folder.path);
  expect(all(second, {}, 'article')).toEqual(before);
  await second.rebuild();
  expect(all(second, {}, 'article')).toEqual(before);
  expect((await second.verify()).findings).toEqual([]);
  second.close();
});

test('every act on highlights can be undone and done again, also after a restart', async () => {
  await using folder = await temporaryFolder();
  let archive = await openIn(folder.path);
  const { id: article } = await archive.add(anAddition());
  const name = { article, id: 'highlight0001' };
  const change = { highlights: [name], addTags: ['sea'], removeTags: [] };
  const acts = [
    () => archive.addHighlight({ ...name, anchor: anAnchor('ferry'), ...plain }),
    () => archive.changeHighlights({ ...change, colour: 'pink', annotation: 'why?' }),
    () => archive.annotate(article, 'About the sea'),
    () => archive.removeHighlights([name]),
  ];
  for (const act of acts) {
    const before = all(archive);
    const { undo } = act();
    const after = all(archive);
    expect(after).not.toEqual(before);
    archive.close();
    archive = await openIn(folder.path);
    const undone = archive.undo(null);
    expect(undone).toMatchObject({ changed: 1, ids: [article] });
    expect(all(archive)).toEqual(before);
    archive.undo(undone.undo);
    expect(all(archive)).toEqual(after);
    expect(undo).not.toBeNull();
  }
  archive.close();
});

test('an act that changes nothing is not written', async () => {
  await using folder = await temporaryFolder();
  const archive = await openIn(folder.path);
  const { id: article } = await archive.add(anAddition());
  const name = { article, id: 'highlight0001' };
  archive.addHighlight({ ...name, anchor: anAnchor('ferry'), ...plain, tags: ['sea'] });
  const before = archive.stats().journalEntries;
  const same = {
    highlights: [name],
    colour: 'yellow',
    annotation: null,
    addTags: ['sea'],
    removeTags: ['land'],
  } as const;
  expect(archive.changeHighlights(same)).toEqual({ changed: 0, undo: null });
  expect(archive.annotate(article, null)).toEqual({ changed: 0, undo: null });
  expect(archive.removeHighlights([{ article, id: 'highlight0009' }])).toEqual({ changed: 0, undo: null });
  expect(archive.stats().journalEntries).toBe(before);
  archive.close();
});

test('what names no article or no highlight is refused and leaves no trace', async () => {
  await using folder = await temporaryFolder();
  const archive = await openIn(folder.path);
  const { id: article } = await archive.add(anAddition());
  const change = {
    highlights: [{ article, id: 'highlight0009' }],
    colour: 'pink',
    addTags: [],
    removeTags: [],
  } as const;
  expect(() => archive.changeHighlights(change)).toThrow(expect.objectContaining({ code: 'not-found' }));
  const nowhere = '00000000' as typeof article;
  expect(() => archive.annotate(nowhere, 'lost')).toThrow(expect.objectContaining({ code: 'not-found' }));
  const wanted = { article: nowhere, anchor: anAnchor('ferry'), ...plain };
  expect(() => archive.addHighlight(wanted)).toThrow(expect.objectContaining({ code: 'not-found' }));
  expect(all(archive)).toEqual([]);
  archive.close();
});

test('highlights are listed newest first or article by article, and narrowed by colour, tag, note and words', async () => {
  await using folder = await temporaryFolder();
  const clock = settableClock();
  const archive = await openIn(folder.path, { clock });
  const ferry = (await archive.add(anAddition({ headline: 'Ferry sails again' }))).id;
  const mill = (await archive.add(anAddition({ headline: 'Mühle am Bach', source: 'Dorfblatt' }))).id;
  const mark = (article: typeof ferry, id: string, anchor: Anchor, more: Partial<Marked> = {}) => {
    clock.nowMs += 1000;
    archive.addHighlight({ article, id, anchor, ...plain, ...more });
  };
  mark(ferry, 'aaaaaaaaaa', anAnchor('sailed', 20), { colour: 'blue', tags: ['sea/travel'] });
  mark(mill, 'bbbbbbbbbb', anAnchor('das Wasser', 9), { annotation: 'Straße fehlt' });
  mark(ferry, 'cccccccccc', anAnchor('The ferry', 0), { tags: ['sea'] });

  const ids = (filter: HighlightFilter, sort: 'made' | 'article' = 'made') =>
    all(archive, filter, sort).map(({ id }) => id);
  expect(ids({})).toEqual(['cccccccccc', 'bbbbbbbbbb', 'aaaaaaaaaa']);
  expect(ids({}, 'article')).toEqual(['cccccccccc', 'aaaaaaaaaa', 'bbbbbbbbbb']);
  expect(ids({ article: ferry }, 'article')).toEqual(['cccccccccc', 'aaaaaaaaaa']);
  expect(ids({ colour: 'blue' })).toEqual(['aaaaaaaaaa']);
  expect(ids({ tag: 'sea' })).toEqual(['cccccccccc', 'aaaaaaaaaa']);
  expect(ids({ annotated: true })).toEqual(['bbbbbbbbbb']);
  expect(ids({ words: 'MUHLE wasser' })).toEqual(['bbbbbbbbbb']);
  expect(ids({ words: 'strase 100%' })).toEqual([]);
  expect(archive.highlights({ filter: {}, sort: 'made', limit: 1, offset: 1 })).toMatchObject({
    total: 3,
    highlights: [{ id: 'bbbbbbbbbb' }],
  });
  expect(archive.highlightCounts()).toEqual({
    total: 3,
    annotated: 1,
    articles: 2,
    colours: [
      { colour: 'blue', count: 1 },
      { colour: 'yellow', count: 2 },
    ],
    tags: [
      { tag: 'sea', count: 1 },
      { tag: 'sea/travel', count: 1 },
    ],
  });
  archive.close();
});

test('highlights of an article in the trash wait there with it, and a corrected headline is found', async () => {
  await using folder = await temporaryFolder();
  const archive = await openIn(folder.path);
  const { id: article } = await archive.add(anAddition());
  archive.addHighlight({ article, anchor: anAnchor('ferry'), ...plain });
  archive.correct(article, [{ field: 'headline', value: 'Boat' }]);
  expect(all(archive, { words: 'boat' })).toHaveLength(1);
  archive.trash([article]);
  expect(all(archive)).toEqual([]);
  expect(archive.highlightCounts().total).toBe(0);
  expect(all(archive, { article })).toHaveLength(1);
  archive.restore([article]);
  expect(all(archive)).toHaveLength(1);
  archive.close();
});

test('a changed highlight makes its article wait for search', async () => {
  await using folder = await temporaryFolder();
  const archive = await openIn(folder.path);
  const { id: article } = await archive.add(anAddition());
  archive.indexDone([article]);
  archive.addHighlight({ article, anchor: anAnchor('ferry'), ...plain });
  expect(archive.pendingIndex(10)).toEqual([article]);
  archive.close();
});

test('a colour of a newer version is shown as the usual one and kept, other fields of it too', async () => {
  await using folder = await temporaryFolder();
  const archive = await openIn(folder.path);
  const { id: article } = await archive.add(anAddition());
  const passage = { article, id: 'highlight0001', anchor: anAnchor('ferry'), colour: 'ultraviolet', shape: 'star' };
  const device = 'newer0device';
  await appendForeign(folder.path, device, {
    at: Date.UTC(2026, 10, 23, 10),
    device,
    seq: 1,
    act: 'highlight',
    data: { ids: [article], highlights: [passage] },
  });
  await archive.catchUp();
  expect(all(archive).map(shown)).toEqual([
    { article: 'Ferry sails again', id: 'highlight0001', colour: 'yellow', annotation: null, tags: [] },
  ]);
  expect((await archive.verify()).findings).toEqual([]);
  archive.close();
});

test('of two devices each keeps what it alone changed, and a later note brings a removed passage back', async () => {
  await using folder = await temporaryFolder();
  const archive = await openIn(folder.path);
  const { id: article } = await archive.add(anAddition());
  const name = { article, id: 'highlight0001' };
  archive.addHighlight({ ...name, anchor: anAnchor('ferry'), ...plain });
  const at = Date.UTC(2026, 10, 23, 10);
  const device = 'other0device';
  const theirs = (seq: number, act: string, data: unknown) =>
    appendForeign(folder.path, device, { at: at + seq, device, seq, act, data } as Parameters<typeof formatLine>[0]);
  await theirs(1, 'highlight', { ids: [article], highlights: [{ ...name, colour: 'blue', add: ['sea'] }] });
  archive.changeHighlights({ highlights: [name], annotation: 'mine', addTags: ['ours'], removeTags: [] });
  await archive.catchUp();
  const both = { ...name, article: 'Ferry sails again', colour: 'blue', annotation: 'mine', tags: ['ours', 'sea'] };
  expect(all(archive).map(shown)).toEqual([both]);

  await theirs(2, 'unhighlight', { ids: [article], highlights: [name.id] });
  await archive.catchUp();
  expect(all(archive)).toEqual([]);
  await theirs(3, 'highlight', { ids: [article], highlights: [{ ...name, annotation: 'theirs' }] });
  await archive.catchUp();
  expect(all(archive).map(shown)).toEqual([{ ...both, annotation: 'theirs' }]);
  expect(all(archive)[0]?.madeAt).toBe('2026-11-23T09:00:00.001Z');
  await archive.rebuild();
  expect(all(archive).map(shown)).toEqual([{ ...both, annotation: 'theirs' }]);
  archive.close();
});

test('a change that arrives before the mark it is about waits for it', async () => {
  await using folder = await temporaryFolder();
  const archive = await openIn(folder.path);
  const { id: article } = await archive.add(anAddition());
  const name = { article, id: 'highlight0001' };
  const device = 'other0device';
  const line = (seq: number, passage: object) =>
    ({
      at: Date.UTC(2026, 10, 23, 10) + seq,
      device,
      seq,
      act: 'highlight',
      data: { ids: [article], highlights: [passage] },
    }) as Parameters<typeof formatLine>[0];
  await appendForeign(folder.path, device, line(2, { ...name, annotation: 'later' }));
  await archive.catchUp();
  expect(all(archive)).toEqual([]);
  await appendForeign(folder.path, 'third0device', {
    ...line(1, { ...name, anchor: anAnchor('ferry') }),
    device: 'third0device',
  });
  await archive.catchUp();
  expect(all(archive)).toMatchObject([{ id: name.id, annotation: 'later', colour: 'yellow' }]);
  archive.close();
});

/** What a sync service brings. */
async function appendForeign(folder: string, device: string, entry: Parameters<typeof formatLine>[0]): Promise<void> {
  const journal = join(folder, 'library/journal', device);
  await mkdir(journal, { recursive: true });
  await appendFile(join(journal, '000001.jsonl'), formatLine(entry));
}
