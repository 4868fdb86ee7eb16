import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, afterEach, describe, expect, test } from 'vitest';
import { createBackend } from '#backend/backend.ts';
import type { Article, ArticleId } from '#contract/article.ts';
import { type Client, createClient } from '#contract/client.ts';
import type { RepairSheet } from '#contract/repair-sheet.ts';
import { temporaryFolder } from '#support/archive.ts';
import { threadEntryPath } from '../../host/places.ts';

const story = [
  'The ferry to the outer islands has carried one engine since it was built, and one engine was enough for forty years.',
  'In the winter it failed eleven times, twice in sight of the rocks, and the crew took to the oars with the passengers.',
  'Now a second engine stands beside the first, bought from a trawler that nobody wanted to sail any more.',
  'The harbour master says that two bad engines make one good one, which the engineer doubts.',
];
const lost = 'The baker of the smallest island counted the loaves that came too late, and wrote them on the door.';
const offer = 'Write to us about engines, ferries and bread, and we shall print the best of your letters on Sunday.';

/** A page with a paragraph of the story in a box that looks like advertising, and a plea that looks like the story. */
function page(paragraphs: readonly string[], title = 'Ferry gets a second engine'): string {
  const [first, second, ...others] = paragraphs;
  return `<!doctype html><html><head><title>${title}</title><link rel="canonical" href="https://harbour.example/ferry"></head>
    <body><nav><ul><li><a href="/">Home</a></li><li><a href="/sea">Sea</a></li></ul></nav>
    <article><h1>${title}</h1><p>${first}</p><p>${second}</p><div class="advertisement"><p>${lost}</p></div>
    ${others.map((words) => `<p>${words}</p>`).join('')}<p>${offer}</p></article></body></html>`;
}

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let backend: Awaited<ReturnType<typeof createBackend>>;
let client: Client;

async function open(data = 'data'): Promise<void> {
  backend = await createBackend({
    libraryPath: join(folder.path, 'library'),
    dataPath: join(folder.path, data),
    extractWorker: threadEntryPath('extract-worker'),
    appVersion: 'test',
  });
  client = createClient(backend);
}

beforeEach(async () => {
  folder = await temporaryFolder();
  await open();
});

afterEach(async () => {
  await backend.close();
  await folder[Symbol.asyncDispose]();
});

async function takeIn(html: string): Promise<ArticleId> {
  const ended = new Promise<void>((resolve) => {
    const stop = client.onEvent((event) => {
      if (event.type !== 'capture.progress' || event.job.phase === 'running') return;
      stop();
      resolve();
    });
  });
  const job = await client.call('capture.start', { inputs: [{ kind: 'text', text: '', html }] });
  await ended;
  const { outcomes } = await client.call('capture.outcomes', { job: job.id });
  expect(outcomes[0]?.error).toBeNull();
  return outcomes[0]!.id!;
}

function keyOf({ blocks }: RepairSheet, words: string): string {
  const block = blocks.find((one) => one.words === words);
  if (block === undefined) throw new Error(`no block says: ${words}`);
  return block.key;
}

async function repair(id: ArticleId, out: readonly string[], back: readonly string[]) {
  const sheet = await client.call('articles.repairSheet', { id });
  const changes = [
    ...out.map((words) => ({ block: keyOf(sheet, words), shown: false })),
    ...back.map((words) => ({ block: keyOf(sheet, words), shown: true })),
  ];
  return client.call('articles.repair', { id, changes });
}

function paragraphsOf({ text }: Article): string[] {
  return text.split('\n\n');
}

async function read(id: ArticleId): Promise<string[]> {
  return paragraphsOf(await client.call('articles.get', { id }));
}

async function found(query: string): Promise<number> {
  return (await client.call('search.run', { query })).total;
}

const asExtracted = [...story, offer];
const asRepaired = [story[0], story[1], lost, story[2], story[3]];

test('the sheet shows the text beside the original, in the order of the page, with the rule that left a block out', async () => {
  const id = await takeIn(page(story));
  const { blocks, repairs } = await client.call('articles.repairSheet', { id });
  const shown = blocks.map(({ words, extracted, minor }) => `${extracted ? '+' : minor ? '.' : '-'} ${words}`);
  expect(shown).toEqual([
    '. Home',
    '. Sea',
    `+ ${story[0]}`,
    `+ ${story[1]}`,
    `- ${lost}`,
    `+ ${story[2]}`,
    `+ ${story[3]}`,
    `+ ${offer}`,
  ]);
  expect(blocks.find(({ words }) => words === lost)?.reason).toEqual({ rule: 'advertisement' });
  expect(repairs).toEqual([]);
});

test('a repair shows in the text, the page and the count of words, and search finds by it', async () => {
  const id = await takeIn(page(story));
  const before = await client.call('articles.get', { id });
  expect(paragraphsOf(before)).toEqual(asExtracted);
  expect([await found('baker loaves'), await found('letters')]).toEqual([0, 1]);
  expect(await repair(id, [offer], [lost])).toMatchObject({ changed: 1 });
  const after = await client.call('articles.get', { id });
  expect(paragraphsOf(after)).toEqual(asRepaired);
  expect(after.html).toContain(`<p>${lost}</p>`);
  expect(after.wordCount).toBe(before.wordCount);
  expect(after.repairs.map(({ kind, outcome }) => [kind, outcome])).toEqual([
    ['put-back', 'done'],
    ['take-out', 'done'],
  ]);
  expect([await found('baker loaves'), await found('letters')]).toEqual([1, 0]);
  const sheet = await client.call('articles.repairSheet', { id });
  const now = sheet.blocks.filter(({ shown }) => shown).map(({ words }) => words);
  expect(now).toEqual(asRepaired);
});

test('a repair is undone by undo, also after a restart, and by changing the block back', async () => {
  const id = await takeIn(page(story));
  await repair(id, [offer], [lost]);
  await backend.close();
  await open();
  expect(await client.call('history.undo', { undo: null })).toMatchObject({ changed: 1, what: 'repair 1 article' });
  expect(await read(id)).toEqual(asExtracted);
  expect([await found('baker'), await found('letters')]).toEqual([0, 1]);

  await repair(id, [], [lost]);
  await repair(id, [lost], []);
  expect(await read(id)).toEqual(asExtracted);
  expect((await client.call('articles.get', { id })).repairs).toEqual([]);
});

test('repairs, corrections and highlights outlast a rebuild, and a catalogue that was never there', async () => {
  const id = await takeIn(page(story));
  await repair(id, [offer], [lost]);
  await client.call('articles.correct', { id, corrections: [{ field: 'section', value: 'Sea' }] });
  const before = await client.call('articles.get', { id });
  await client.call('library.rebuild', {});
  expect(await client.call('articles.get', { id })).toEqual(before);
  await backend.close();
  await rm(join(folder.path, 'data'), { recursive: true });
  await open('other-data');
  expect(await client.call('articles.get', { id })).toEqual(before);
  expect(await found('baker loaves')).toBe(1);
  expect((await client.call('library.verify', {})).findings).toEqual([]);
});

test('the files of the snapshot are not touched', async () => {
  const id = await takeIn(page(story));
  const contents = async () => {
    const names = await readdir(join(folder.path, 'library/articles'), { recursive: true, withFileTypes: true });
    const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    return Promise.all(files.sort().map(async (path) => [path, await readFile(path, 'utf8')]));
  };
  const before = await contents();
  await repair(id, [offer], [lost]);
  expect(await contents()).toEqual(before);
});

test('repairs hold in a later snapshot of the page, as far as their words are in it', async () => {
  const id = await takeIn(page(story));
  await repair(id, [offer], [lost]);
  const longer = 'On Sunday the ferry sails again, and the bakery has promised to wait with the bread.';
  expect(await takeIn(page([...story, longer]))).toBe(id);
  expect(await read(id)).toEqual([...asRepaired, longer]);
  // Now the page itself has the paragraph in its story, and its neighbours are gone.
  expect(await takeIn(page(['A new beginning was written for this story, long enough to be one.', lost, longer]))).toBe(
    id,
  );
  const { repairs, text } = await client.call('articles.get', { id });
  expect(text).not.toContain(offer);
  expect(text.split(lost)).toHaveLength(2);
  expect(repairs.map(({ kind, outcome }) => [kind, outcome])).toEqual([
    ['put-back', 'not-needed'],
    ['take-out', 'done'],
  ]);
});

test('several blocks put back next to each other keep the order of the original, one repair at a time too', async () => {
  const boxes = ['first', 'second', 'third'].map(
    (word) => `The ${word} box holds a paragraph of the story that a rule took for advertising, as rules do.`,
  );
  const html = page(story).replace(`<p>${lost}</p>`, boxes.map((words) => `<p>${words}</p>`).join(''));
  const id = await takeIn(html);
  const whole = [story[0], story[1], ...boxes, story[2], story[3], offer];
  await repair(id, [], boxes);
  expect(await read(id)).toEqual(whole);
  await repair(id, boxes, []);
  for (const at of [1, 2, 0]) await repair(id, [], [boxes[at]!]);
  expect(await read(id)).toEqual(whole);
  await repair(id, [story[1]!, story[2]!, boxes[1]!], []);
  expect(await read(id)).toEqual([story[0], boxes[0], boxes[2], story[3], offer]);
});

test('a field goes back to what was read, and that is undone', async () => {
  const id = await takeIn(page(story));
  const headline = async () => (await client.call('articles.get', { id })).headline;
  const read = await headline();
  await client.call('articles.correct', { id, corrections: [{ field: 'headline', value: 'Two engines' }] });
  expect(await client.call('articles.uncorrect', { id, fields: ['headline', 'dek'] })).toMatchObject({ changed: 1 });
  expect(await headline()).toBe(read);
  expect(await client.call('articles.uncorrect', { id, fields: ['headline'] })).toEqual({ changed: 0, undo: null });
  await client.call('history.undo', { undo: null });
  expect(await headline()).toBe('Two engines');
  const sheet = await client.call('articles.repairSheet', { id });
  expect([sheet.metadata.headline, sheet.corrections]).toEqual([read, [{ field: 'headline', value: 'Two engines' }]]);
});

describe('what cannot be', () => {
  test('a block that is not in the article is refused by name', async () => {
    const id = await takeIn(page(story));
    await expect(
      client.call('articles.repair', { id, changes: [{ block: 'nothing-1', shown: true }] }),
    ).rejects.toMatchObject({ code: 'not-found' });
    expect(await read(id)).toEqual(asExtracted);
  });

  test('to change nothing is no act', async () => {
    const id = await takeIn(page(story));
    const sheet = await client.call('articles.repairSheet', { id });
    const same = [{ block: keyOf(sheet, story[0]!), shown: true }];
    expect(await client.call('articles.repair', { id, changes: same })).toEqual({ changed: 0, undo: null });
    expect(await client.call('articles.repair', { id, withdraw: ['nosuchrepair'] })).toEqual({
      changed: 0,
      undo: null,
    });
  });
});
