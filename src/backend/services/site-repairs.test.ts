import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createBackend } from '#backend/backend.ts';
import type { ArticleId } from '#contract/article.ts';
import { type Client, createClient } from '#contract/client.ts';
import { temporaryFolder } from '#support/archive.ts';
import { threadEntryPath } from '../../host/places.ts';

const plea = 'Write to us about engines, ferries and bread, and we shall print the best of your letters on Sunday.';
const pleaElsewhere =
  'WRITE to us about engines, ferries and bread – and we shall print the best of your letters on Sunday!';

/** The machine may be busy. */
const patience = { timeout: 20_000 };

/** Three paragraphs of a story of its own, and a plea that looks like one. */
function story(name: string): string[] {
  return [
    `The ${name} has carried one engine since it was built, and one engine was enough for it for forty years.`,
    `In the winter the ${name} failed eleven times, twice in sight of the rocks, and the crew took to the oars.`,
    `Now a second engine stands in the ${name}, bought from a trawler that nobody wanted to sail any more.`,
  ];
}

function page(name: string, last: string, site = 'www.harbour.example'): string {
  return `<!doctype html><html><head><title>News of the ${name}</title>
    <link rel="canonical" href="https://${site}/${name}"></head>
    <body><article><h1>News of the ${name}</h1>${[...story(name), last].map((words) => `<p>${words}</p>`).join('')}</article></body></html>`;
}

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let backend: Awaited<ReturnType<typeof createBackend>>;
let client: Client;

async function open(): Promise<void> {
  backend = await createBackend({
    libraryPath: join(folder.path, 'library'),
    dataPath: join(folder.path, 'data'),
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

async function read(id: ArticleId): Promise<string[]> {
  return (await client.call('articles.get', { id })).text.split('\n\n');
}

/** Takes in a page and waits until what its site brings along was taken out. */
async function takeInRepaired(html: string): Promise<ArticleId> {
  const id = await takeIn(html);
  await expect.poll(async () => (await client.call('articles.get', { id })).repairs.length, patience).toBe(1);
  return id;
}

/** Takes in a page and waits until all was done to it that is done by itself: a rule marks it last. */
async function takeInMarked(html: string): Promise<ArticleId> {
  const id = await takeIn(html);
  await expect.poll(async () => (await client.call('articles.get', { id })).favourite, patience).toBe(true);
  return id;
}

async function wish(words = plea) {
  const article = await takeIn(page('ferry', plea));
  return { article, ...(await client.call('siteRepairs.make', { article, words: [words] })) };
}

test('a block is left out of what is taken in later from the site, in whatever case and punctuation', async () => {
  const { article } = await wish();
  expect(await read(article)).toContain(plea);
  const { host, repairs } = await client.call('siteRepairs.list', { article });
  expect([host, repairs.map(({ words }) => words)]).toEqual(['harbour.example', [plea]]);

  const later = await takeInRepaired(page('barge', pleaElsewhere, 'harbour.example'));
  expect(await read(later)).toEqual(story('barge'));
  const sheet = await client.call('articles.repairSheet', { id: later });
  expect(sheet.blocks.filter(({ bySite }) => bySite).map(({ words, shown }) => [words, shown])).toEqual([
    [pleaElsewhere, false],
  ]);
  expect((await client.call('library.verify', {})).findings).toEqual([]);
});

test('a page of another site keeps the words', async () => {
  await wish();
  await client.call('rules.make', { query: 'site:island.example', favourite: true });
  expect(await read(await takeInMarked(page('barge', plea, 'island.example')))).toContain(plea);
});

test('what the site took out comes back by the sheet, or by undo, as with any repair', async () => {
  await wish();
  const barge = await takeInRepaired(page('barge', plea));
  const { blocks } = await client.call('articles.repairSheet', { id: barge });
  const block = blocks.find(({ words }) => words === plea)!.key;
  await client.call('articles.repair', { id: barge, changes: [{ block, shown: true }] });
  expect(await client.call('articles.get', { id: barge })).toMatchObject({ repairs: [] });
  expect(await read(barge)).toContain(plea);

  const tug = await takeInRepaired(page('tug', plea));
  await client.call('history.undo', { undo: null });
  expect(await read(tug)).toContain(plea);
});

test('a wish outlasts a rebuild; removed, it leaves later pages alone and those before as they are', async () => {
  const { article } = await wish();
  const barge = await takeInRepaired(page('barge', plea));
  await client.call('library.rebuild', {});
  expect(await read(barge)).not.toContain(plea);
  const [kept] = (await client.call('siteRepairs.list', { article })).repairs;

  const removed = await client.call('siteRepairs.remove', { id: kept!.id });
  await client.call('rules.make', { query: 'title:tug', favourite: true });
  expect(await read(await takeInMarked(page('tug', plea)))).toContain(plea);
  expect(await read(barge)).not.toContain(plea);

  await client.call('history.undo', { undo: removed.undo });
  expect((await client.call('siteRepairs.list', { article })).repairs).toEqual([kept]);
});

test('the same words are kept once, and what comes from no site has no wishes', async () => {
  const { article, undo } = await wish();
  expect(await client.call('siteRepairs.make', { article, words: [pleaElsewhere] })).toEqual({
    changed: 0,
    undo: null,
  });
  await client.call('history.undo', { undo });
  expect((await client.call('siteRepairs.list', { article })).repairs).toEqual([]);

  const paste = await takeIn(
    `<h1>A paste</h1>${story('raft')
      .map((words) => `<p>${words}</p>`)
      .join('')}`,
  );
  expect(await client.call('siteRepairs.list', { article: paste })).toEqual({ host: null, repairs: [] });
  await expect(client.call('siteRepairs.make', { article: paste, words: [plea] })).rejects.toMatchObject({
    code: 'invalid-input',
  });
  await expect(client.call('siteRepairs.remove', { id: 'nothinglikeit' })).rejects.toMatchObject({ code: 'not-found' });
});

test('the page in the library folder keeps the words that were taken out', async () => {
  await wish();
  const barge = await takeInRepaired(page('barge', plea));
  const { folder: place } = await client.call('articles.get', { id: barge });
  const snapshots = await readdir(join(folder.path, 'library', place));
  const html = await readFile(join(folder.path, 'library', place, snapshots[0]!, 'article.html'), 'utf8');
  expect(html).toContain(plea);
});
