import { cp, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ArticleId, ArticleSummary, ReadingState } from '#contract/article.ts';
import { readNextId } from '#contract/collections.ts';
import type { Anchor, HighlightColour } from '#contract/highlight.ts';
import { anAddition, openIn, settableClock, temporaryFolder } from '#support/archive.ts';
import type { Archive } from './archive.ts';

/**
 * Random acts on two or three devices whose clocks jump and which hear of each other late and out of
 * order, against a slow and obvious truth: read all journals as text, sort, strike out what is
 * undone, and go through the rest from the beginning for each article.
 */

const headlines = ['Alder', 'Birch', 'Cedar', 'Dogwood'];
const tags = ['trees', 'trees/tall', 'news', 'to read'];

type Step =
  | {
      readonly kind: 'tag';
      readonly device: number;
      readonly which: number[];
      readonly add: string[];
      readonly remove: string[];
    }
  | { readonly kind: 'state'; readonly device: number; readonly which: number[]; readonly state: ReadingState }
  | { readonly kind: 'favourite'; readonly device: number; readonly which: number[]; readonly value: boolean }
  | { readonly kind: 'progress'; readonly device: number; readonly which: number[]; readonly value: number }
  | { readonly kind: 'correct'; readonly device: number; readonly which: number[]; readonly section: string | null }
  | { readonly kind: 'uncorrect'; readonly device: number; readonly which: number[] }
  | { readonly kind: 'repair'; readonly device: number; readonly which: number[]; readonly withdraw: boolean }
  | { readonly kind: 'trash'; readonly device: number; readonly which: number[] }
  | { readonly kind: 'restore'; readonly device: number; readonly which: number[] }
  | {
      readonly kind: 'mark';
      readonly device: number;
      readonly which: number[];
      readonly passage: number;
      readonly colour: HighlightColour;
    }
  | {
      readonly kind: 'remark';
      readonly device: number;
      readonly which: number[];
      readonly passage: number;
      readonly colour: HighlightColour | undefined;
      readonly annotation: string | null | undefined;
      readonly add: string[];
      readonly remove: string[];
    }
  | { readonly kind: 'unmark'; readonly device: number; readonly which: number[]; readonly passage: number }
  | { readonly kind: 'annotate'; readonly device: number; readonly which: number[]; readonly words: string | null }
  | { readonly kind: 'retag'; readonly device: number; readonly from: string; readonly to: string | null }
  | {
      readonly kind: 'put';
      readonly device: number;
      readonly which: number[];
      readonly place: 'front' | 'end' | number;
    }
  | { readonly kind: 'take'; readonly device: number; readonly which: number[] }
  | { readonly kind: 'rule'; readonly device: number; readonly which: number[]; readonly add: string[] }
  | { readonly kind: 'undo'; readonly device: number; readonly token: number | null }
  | { readonly kind: 'hear'; readonly device: number; readonly from: number }
  | { readonly kind: 'clock'; readonly device: number; readonly byMs: number };

const device = fc.nat(2);
const which = fc.uniqueArray(fc.nat(headlines.length - 1), { minLength: 1 });
const someTags = fc.subarray(tags);
const passage = fc.nat(1);
const colour = fc.constantFrom<HighlightColour>('yellow', 'green', 'underline');

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('tag' as const), device, which, add: someTags, remove: someTags }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('state' as const),
      device,
      which,
      state: fc.constantFrom<ReadingState>('unread', 'reading', 'archived'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('favourite' as const), device, which, value: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('progress' as const), device, which, value: fc.constantFrom(0, 0.25, 1) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('correct' as const),
      device,
      which,
      section: fc.constantFrom(null, 'Sport', 'Letters'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('uncorrect' as const), device, which }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('repair' as const), device, which, withdraw: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('trash' as const, 'restore' as const), device, which }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('mark' as const), device, which, passage, colour }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('remark' as const),
      device,
      which,
      passage,
      colour: fc.option(colour, { nil: undefined }),
      annotation: fc.constantFrom(undefined, null, 'first thought', 'second thought'),
      add: someTags,
      remove: someTags,
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('unmark' as const), device, which, passage }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('annotate' as const),
      device,
      which,
      words: fc.constantFrom(null, 'to quote', 'wrong'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('retag' as const),
      device,
      from: fc.constantFrom('trees', 'news', 'trees/tall'),
      to: fc.constantFrom(null, 'news', 'trees', 'woods/old'),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('put' as const),
      device,
      which,
      place: fc.oneof(fc.constantFrom('front' as const, 'end' as const), fc.nat(3)),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('take' as const), device, which }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('rule' as const), device, which, add: someTags }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('undo' as const), device, token: fc.option(fc.nat(5)) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('hear' as const), device, from: device }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('clock' as const),
      device,
      byMs: fc.integer({ min: -100_000, max: 100_000 }),
    }),
  },
);

test('whatever devices do and in whatever order they hear of it, all agree with the slow truth', async () => {
  await using template = await temporaryFolder();
  const first = await openIn(template.path);
  for (const headline of headlines) await first.add(anAddition({ headline, section: 'Nature' }));
  first.close();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 60, size: 'max' }), async (steps) => {
      await using world = await temporaryFolder();
      const devices = await Promise.all([0, 1, 2].map((index) => openDevice(template.path, world.path, index)));
      try {
        const tokens: string[] = [];
        for (const one of steps) await perform(one, devices, tokens);
        for (const to of devices) for (const from of devices) await hear(to, from);
        for (const one of devices) await one.archive.catchUp();
        const truth = await slowTruth(join(world.path, '0', 'library'));
        for (const { archive } of devices) expect(await personal(archive)).toEqual(truth);
        const before = everythingOf(devices[0]!.archive);
        expect(everythingOf(devices[1]!.archive)).toEqual(before);
        await devices[0]!.archive.rebuild();
        expect(everythingOf(devices[0]!.archive)).toEqual(before);
        expect((await devices[2]!.archive.verify()).findings).toEqual([]);
      } finally {
        for (const { archive } of devices) archive.close();
      }
    }),
    { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 12) },
  );
});

type Device = { readonly archive: Archive; readonly folder: string; readonly clock: ReturnType<typeof settableClock> };

async function openDevice(template: string, world: string, index: number): Promise<Device> {
  const folder = join(world, String(index));
  await cp(join(template, 'library'), join(folder, 'library'), { recursive: true });
  const clock = settableClock();
  return { folder, clock, archive: await openIn(folder, { clock }) };
}

/** What a sync service does: brings the other's own journal, nothing else. */
async function hear(to: Device, from: Device): Promise<void> {
  if (to === from) return;
  for (const name of await readdir(join(from.folder, 'library/journal'))) {
    const own = join(from.folder, 'library/journal', name);
    const isTheirs =
      name === (JSON.parse(await readFile(join(from.folder, 'data/device.json'), 'utf8')) as { device: string }).device;
    if (!isTheirs) continue;
    const copy = join(to.folder, 'library/journal', name);
    await rm(copy, { recursive: true, force: true });
    await cp(own, copy, { recursive: true });
  }
}

async function perform(one: Step, devices: readonly Device[], tokens: string[]): Promise<void> {
  const { archive, clock } = devices[one.device]!;
  const ids = allArticles(archive).map(({ id }) => id);
  const chosen = 'which' in one ? one.which.map((index) => ids[index]!) : [];
  const keep = ({ undo }: { readonly undo: string | null }) => void (undo === null ? 0 : tokens.push(undo));
  switch (one.kind) {
    case 'tag':
      return keep(archive.tag(chosen, one.add, one.remove));
    case 'state':
      return keep(archive.setState(chosen, one.state));
    case 'favourite':
      return keep(archive.setFavourite(chosen, one.value));
    case 'progress':
      archive.setProgress(chosen[0]!, one.value);
      return;
    case 'correct':
      return keep(archive.correct(chosen[0]!, [{ field: 'section', value: one.section }]));
    case 'uncorrect':
      return keep(archive.uncorrect(chosen[0]!, ['section']));
    case 'repair': {
      const { repairs } = await archive.keptText(chosen[0]!);
      const withdraw = one.withdraw ? repairs.slice(0, 1).map(({ id }) => id) : [];
      const words = `Device ${one.device} put this back, after ${repairs.length} others.`;
      const added = { kind: 'put-back', words, before: '', after: '', html: `<p>${words}</p>` } as const;
      return keep(archive.repair(chosen[0]!, { repairs: [added], withdraw }));
    }
    case 'trash':
      return keep(archive.trash(chosen));
    case 'restore':
      return keep(archive.restore(chosen));
    case 'mark':
      for (const article of chosen) {
        keep(
          archive.addHighlight({
            article,
            id: passageId(one.passage),
            anchor: anchorOf(one.device),
            colour: one.colour,
            annotation: null,
            tags: [],
          }),
        );
      }
      return;
    case 'remark': {
      const highlights = standing(archive, chosen, one.passage);
      const { colour, annotation, add: addTags, remove: removeTags } = one;
      if (highlights.length > 0)
        keep(archive.changeHighlights({ highlights, colour, annotation, addTags, removeTags }));
      return;
    }
    case 'unmark': {
      return keep(archive.removeHighlights(chosen.map((article) => ({ article, id: passageId(one.passage) }))));
    }
    case 'annotate':
      return keep(archive.annotate(chosen[0]!, one.words));
    case 'retag':
      try {
        return keep(one.to === null ? archive.removeTag(one.from) : archive.renameTag(one.from, one.to));
      } catch (error) {
        expect(error).toMatchObject({ code: 'not-found' });
        return;
      }
    case 'put': {
      const before = typeof one.place === 'number' ? archive.idsInCollection(readNextId)[one.place] : undefined;
      const place =
        typeof one.place === 'string' ? one.place : before === undefined ? 'end' : { before: before as ArticleId };
      return keep(archive.putInCollection(readNextId, chosen, place));
    }
    case 'take':
      return keep(archive.takeOutOfCollection(readNextId, chosen));
    case 'rule': {
      const id = archive.makeRule({
        ...noDeeds,
        query: 'x',
        tags: one.add,
        favourite: true,
        collection: readNextId,
      }).id;
      return keep(archive.applyRule(id, chosen));
    }
    case 'undo': {
      const token = one.token === null ? null : tokens.at(-1 - one.token);
      if (token === undefined) return;
      try {
        keep(archive.undo(token));
      } catch (error) {
        // Another device's act of which this one has not heard yet.
        expect(error).toMatchObject({ code: 'not-found' });
      }
      return;
    }
    case 'hear':
      await hear(devices[one.device]!, devices[one.from]!);
      await archive.catchUp();
      return;
    case 'clock':
      clock.nowMs += one.byMs;
  }
}

const noDeeds = { tags: [], state: null, favourite: false, collection: null };

function passageId(passage: number): string {
  return `passage000${passage}`;
}

/** Each device marks another place under the same name, so that it shows whose anchor won. */
function anchorOf(index: number): Anchor {
  return {
    snapshot: '20261123T090000Z',
    exact: 'sailed',
    prefix: 'ferry ',
    suffix: ' at',
    start: index,
    end: index + 6,
  };
}

function standing(archive: Archive, articles: readonly ArticleId[], which: number) {
  const { highlights } = archive.highlights({ filter: {}, sort: 'made', limit: 1000, offset: 0 });
  const there = new Set(highlights.map(({ article, id }) => `${article.id} ${id}`));
  return articles
    .map((article) => ({ article, id: passageId(which) }))
    .filter(({ article, id }) => there.has(`${article} ${id}`));
}

/** In the order of their headlines, which no act here corrects: the same on every device. */
function allArticles(archive: Archive): ArticleSummary[] {
  const request = { sort: 'title', limit: 500, offset: 0 } as const;
  const articles = [false, true].flatMap((trashed) => archive.list({ ...request, filter: { trashed } }).articles);
  return articles.sort((a, b) => (a.headline < b.headline ? -1 : 1));
}

function everythingOf(archive: Archive): unknown {
  const { catalogueBytes: _, ...figures } = archive.stats();
  const marked = archive.highlights({ filter: {}, sort: 'made', limit: 1000, offset: 0 });
  const collected = { ...archive.collections(), queue: archive.idsInCollection(readNextId) };
  return { articles: allArticles(archive), shelves: archive.shelves(), figures, marked, collected };
}

type Mark = { start: number | null; colour: string | null; annotation: string | null; tags: string[]; madeAt: string };
type Personal = Record<
  string,
  {
    tags: string[];
    ruleTags: string[];
    /** Its place in the queue among all that are in it, from 0. */
    queued: number | null;
    state: string;
    favourite: boolean;
    progress: number;
    trashed: boolean;
    section: string | null;
    /** The words of its repairs, in the order in which they were made. */
    repairs: string[];
    /** By their names; the note on the whole under an empty one. */
    marks: Record<string, Mark>;
  }
>;

async function personal(archive: Archive): Promise<Personal> {
  const queue = archive.idsInCollection(readNextId);
  const entries = allArticles(archive).map(
    async ({ id, tags, ruleTags = [], state, favourite, progress, trashed, section }) => {
      const queued = queue.includes(id) ? queue.indexOf(id) : null;
      const repairs = (await archive.keptText(id)).repairs.map(({ words }) => words);
      const marks = marksOf(archive, id);
      return [id, { tags, ruleTags, queued, state, favourite, progress, trashed, section, repairs, marks }] as const;
    },
  );
  return Object.fromEntries(await Promise.all(entries));
}

function marksOf(archive: Archive, article: ArticleId): Record<string, Mark> {
  const { highlights } = archive.highlights({ filter: { article }, sort: 'article', limit: 1000, offset: 0 });
  return Object.fromEntries(
    highlights.map(({ id, anchor, colour, annotation, tags, madeAt }) => [
      id ?? '',
      { start: anchor?.start ?? null, colour, annotation, tags, madeAt },
    ]),
  );
}

type Line = {
  at: string;
  device: string;
  seq: number;
  act: string;
  data: Record<string, never> & { ids?: string[]; of?: string };
};

async function slowTruth(library: string): Promise<Personal> {
  const lines: Line[] = [];
  for (const name of await readdir(join(library, 'journal'), { recursive: true })) {
    if (!name.endsWith('.jsonl')) continue;
    const text = await readFile(join(library, 'journal', name), 'utf8');
    lines.push(
      ...text
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Line),
    );
  }
  lines.sort((a, b) =>
    a.at === b.at ? (a.device === b.device ? a.seq - b.seq : a.device < b.device ? -1 : 1) : a.at < b.at ? -1 : 1,
  );
  const name = (line: Line) => `${line.device}/${line.seq}`;
  const isUndone = (index: number): boolean =>
    lines.some(
      (other, later) =>
        later > index && other.act === 'undo' && other.data.of === name(lines[index]!) && !isUndone(later),
    );
  const truth: Personal = {};
  for (const line of lines.filter(({ act }) => act === 'add')) {
    const id = String((line.data as { id?: string }).id);
    const marks = {};
    truth[id] = {
      tags: [],
      ruleTags: [],
      queued: null,
      state: 'unread',
      favourite: false,
      progress: 0,
      trashed: false,
      section: 'Nature',
      repairs: [],
      marks,
    };
  }
  for (const [index, line] of lines.entries()) {
    if (isUndone(index)) continue;
    for (const id of line.data.ids ?? []) applySlowly(truth[id]!, line, id);
  }
  // So far each bears its place: what counts is the order of places, then ids.
  const queue = Object.entries(truth).flatMap(([id, { queued }]) => (queued === null ? [] : [{ id, queued }]));
  queue.sort((a, b) => a.queued - b.queued || (a.id < b.id ? -1 : 1));
  for (const [index, { id }] of queue.entries()) truth[id]!.queued = index;
  const counting = lines.filter((_, index) => !isUndone(index));
  for (const [id, article] of Object.entries(truth)) {
    article.marks = marksSlowly(counting, id);
    article.repairs = repairsSlowly(counting, id);
  }
  return truth;
}

/** For each name of a highlight: all that was ever said of it, the last word for each field. */
function marksSlowly(lines: readonly Line[], article: string): Record<string, Mark> {
  const marks: Record<string, Mark> = {};
  const about = lines.filter(({ data }) => data.ids?.includes(article));
  const note = about.findLast(({ act }) => act === 'annotate');
  const words = (note?.data as { annotation?: string | null } | undefined)?.annotation ?? null;
  if (note && words !== null) marks[''] = { start: null, colour: null, annotation: words, tags: [], madeAt: note.at };
  for (const id of [0, 1].map(passageId)) {
    const mark = markSlowly(about, article, id);
    if (mark) marks[id] = mark;
  }
  return marks;
}

/** Every repair that was made and after which no act withdraws it. */
function repairsSlowly(lines: readonly Line[], article: string): string[] {
  const acts = lines
    .filter(({ act, data }) => act === 'repair' && data.ids?.includes(article))
    .map(({ data }) => data as unknown as { repairs: { id: string; words: string }[]; withdraw: string[] });
  return acts.flatMap(({ repairs }, at) =>
    repairs
      .filter(({ id }) => !acts.slice(at + 1).some((later) => later.withdraw.includes(id)))
      .map(({ words }) => words),
  );
}

type Said = {
  article: string;
  id: string;
  anchor?: Anchor;
  colour?: string;
  annotation?: string | null;
  add?: string[];
  remove?: string[];
};

function markSlowly(about: readonly Line[], article: string, id: string): Mark | undefined {
  type Act = { at: string; said: Said | null; retag?: Retag };
  const all = about.flatMap(({ at, act, data }): Act[] => {
    const listed: unknown = (data as { highlights?: unknown }).highlights;
    if (act === 'unhighlight') return (listed as string[]).includes(id) ? [{ at, said: null }] : [];
    if (act === 'retag') return [{ at, said: {} as Said, retag: data as unknown as Retag }];
    if (act !== 'highlight') return [];
    return (listed as Said[]).filter((one) => one.article === article && one.id === id).map((said) => ({ at, said }));
  });
  const acts = all.filter(({ retag }) => retag === undefined);
  const lastOf = <K extends keyof Said>(field: K) =>
    acts.findLast(({ said }) => said?.[field] !== undefined)?.said?.[field];
  const anchored = acts.find(({ said }) => said?.anchor !== undefined);
  if (anchored === undefined || acts.at(-1)?.said === null) return undefined;
  let tags: string[] = [];
  for (const { said, retag } of all) {
    if (retag !== undefined) tags = tags.flatMap((tag) => renamedSlowly(tag, retag));
    else tags = [...tags.filter((tag) => !said?.remove?.includes(tag)), ...(said?.add ?? [])];
  }
  return {
    start: lastOf('anchor')?.start ?? null,
    colour: lastOf('colour') ?? 'yellow',
    annotation: lastOf('annotation') ?? null,
    tags: [...new Set(tags)].sort(),
    madeAt: anchored.at,
  };
}

type Retag = { readonly from: string; readonly to: string | null };

function renamedSlowly(tag: string, { from, to }: Retag): string[] {
  if (tag !== from && !tag.startsWith(`${from}/`)) return [tag];
  return to === null ? [] : [tag.replace(from, to)];
}

function applySlowly(article: Personal[string], { act, data }: Line, id: string): void {
  const given = data as {
    add?: string[];
    remove?: string[];
    state?: string;
    favourite?: boolean;
    places?: number[];
    from?: string;
    to?: string | null;
    progress?: number;
    corrections?: { value: string | null }[];
  };
  if (act === 'tag')
    article.tags = [...new Set(article.tags.filter((tag) => !given.remove!.includes(tag)).concat(given.add!))].sort();
  if (act === 'tag')
    article.ruleTags = article.ruleTags.filter((tag) => !given.remove!.includes(tag) && !given.add!.includes(tag));
  if (act === 'retag') {
    const named = (tag: string) => renamedSlowly(tag, given as Retag);
    const own = article.tags.filter((tag) => !article.ruleTags.includes(tag)).flatMap(named);
    article.ruleTags = [...new Set(article.ruleTags.flatMap(named))].filter((tag) => !own.includes(tag)).sort();
    article.tags = [...new Set(article.tags.flatMap(named))].sort();
  }
  if (act === 'by-rule') {
    article.ruleTags = [...article.ruleTags, ...given.add!.filter((tag) => !article.tags.includes(tag))].sort();
    article.tags = [...new Set([...article.tags, ...given.add!])].sort();
    article.favourite = true;
  }
  const place = given.places?.[data.ids!.indexOf(id)];
  if (act === 'collect' || (act === 'by-rule' && article.queued === null)) article.queued = place!;
  if (act === 'uncollect') article.queued = null;
  if (act === 'state') article.state = given.state!;
  if (act === 'favourite') article.favourite = given.favourite!;
  if (act === 'progress') article.progress = given.progress!;
  if (act === 'progress' && given.progress! > 0 && article.state === 'unread') article.state = 'reading';
  if (act === 'correct') article.section = given.corrections![0]!.value;
  if (act === 'uncorrect') article.section = 'Nature';
  if (act === 'trash') article.trashed = true;
  if (act === 'restore') article.trashed = false;
}
