import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Backend, createBackend } from '#backend/backend.ts';
import type { ArticleId } from '#contract/article.ts';
import { type Client, createClient } from '#contract/client.ts';
import { temporaryFolder } from '#support/archive.ts';
import {
  makePng,
  type PageServer,
  redirectTo,
  type Route,
  send,
  sendStatus,
  startPageServer,
} from '#support/page-server.ts';
import { threadEntryPath } from '../../host/places.ts';

const path = '/sea/how-the-ferry-was-built';
const subjects = ['keel', 'rib', 'mast', 'sail'];
const sentences = (subject: string) =>
  `The ${subject} took the yard longer than anybody had thought, and the master wrote the days on the wall. ` +
  `Nobody in the town had seen a ${subject} like it, and those who had been at sea said so most loudly.`;

/** Page `number` of the story, with a way to the next unless it is the last. */
function page(number: number, isLast: boolean, title = 'How the ferry was built'): string {
  const subject = subjects[number - 1] ?? `plank ${number}`;
  const next = isLast ? '' : `<nav class="pager"><a href="${path}/${number + 1}">Next page</a></nav>`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body><article>
    <h1>${title}</h1><p class="byline">By Ada Brook</p><p>${sentences(subject)}</p>
    <figure><img src="/pictures/${number}.png" alt="The ${subject}"></figure>
    <p>On the day of the ${subject} the smith of Orrin Bay shut his door, so that all could go and see.</p></article>${next}</body></html>`;
}

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let backend: Backend;
let client: Client;
let server: PageServer;

async function open(routes: Record<string, Route>): Promise<void> {
  server = await startPageServer({ routes });
  backend = await createBackend({
    libraryPath: join(folder.path, 'library'),
    dataPath: join(folder.path, 'data'),
    extractWorker: threadEntryPath('extract-worker'),
    appVersion: 'test',
    allowLocalAddresses: true,
  });
  client = createClient(backend);
}

beforeEach(async () => {
  folder = await temporaryFolder();
});

afterEach(async () => {
  await backend.close();
  await server.close();
  await folder[Symbol.asyncDispose]();
});

async function takeIn(): Promise<{ readonly id: ArticleId; readonly status: string }> {
  const ended = Promise.withResolvers<void>();
  const stop = client.onEvent((event) => {
    if (event.type === 'capture.progress' && event.job.phase !== 'running') ended.resolve();
  });
  const { id: job } = await client.call('capture.start', { inputs: [{ kind: 'address', address: server.url(path) }] });
  await ended.promise;
  stop();
  const { outcomes } = await client.call('capture.outcomes', { job });
  expect(outcomes).toMatchObject([{ error: null }]);
  return { id: outcomes[0]!.id!, status: outcomes[0]!.status };
}

/** The one original of the library: its name, and its bytes unpacked. */
async function keptOriginal(): Promise<[string, Buffer]> {
  const files = await readdir(join(folder.path, 'library'), { recursive: true });
  const [file, ...others] = files.filter((name) => basename(name).startsWith('original.'));
  if (file === undefined || others.length > 0) throw new Error('there is not one original');
  const bytes = await readFile(join(folder.path, 'library', file));
  return [basename(file), file.endsWith('.gz') ? gunzipSync(bytes) : bytes];
}

function pages(last: number): Record<string, Route> {
  const numbers = Array.from({ length: last }, (_, at) => at + 1);
  return Object.fromEntries(
    numbers.flatMap((number) => [
      [number === 1 ? path : `${path}/${number}`, send(page(number, number === last))],
      [`/pictures/${number}.png`, send(makePng(300 + number, 200), 'image/png')],
    ]),
  );
}

test('the pages of an article are one, with their pictures, and the kept original reads as all of them', async () => {
  await open(pages(3));
  const { id, status } = await takeIn();
  expect(status).toBe('added');
  const article = await client.call('articles.get', { id });
  expect(article).toMatchObject({ headline: 'How the ferry was built', warnings: [] });
  const story = ['keel', 'rib', 'mast'].flatMap((subject) => [
    sentences(subject),
    `On the day of the ${subject} the smith of Orrin Bay shut his door, so that all could go and see.`,
  ]);
  expect(article.text.split('\n\n')).toEqual(story);
  expect([...article.html.matchAll(/<img[^>]* src="[^"]*images\/(\d+)\.png"/g)].map(([, n]) => n)).toEqual([
    '01',
    '02',
    '03',
  ]);

  const asked = server.requests.length;
  const explanation = await client.call('articles.explain', { id });
  expect(explanation).toMatchObject({ pages: 3, isAsKept: true, wordCount: article.wordCount });
  const { blocks } = await client.call('articles.repairSheet', { id });
  expect(blocks.filter(({ kind }) => kind === 'p').map(({ words }) => words)).toEqual(expect.arrayContaining(story));
  const [name, bytes] = await keptOriginal();
  expect(name).toMatch(/^original\.warc/);
  for (const number of [1, 2, 3]) expect(bytes.includes(page(number, number === 3))).toBe(true);
  expect(server.requests).toHaveLength(asked);
  expect(await takeIn()).toMatchObject({ id, status: 'duplicate' });
});

test('a last page of few words is part of what is read again', async () => {
  const last =
    '<title>How the ferry was built</title><article><h1>How the ferry was built</h1><p>She sails still.</p></article>';
  await open({ ...pages(2), [path]: send(page(1, false)), [`${path}/2`]: send(last) });
  const { id } = await takeIn();
  const { text } = await client.call('articles.get', { id });
  expect(text).toMatch(/She sails still\.$/);
  expect(await client.call('articles.explain', { id })).toMatchObject({ pages: 2, isAsKept: true });
});

test.each<[string, Route, RegExp]>([
  ['fails', sendStatus(404), /page 3 could not be taken in \(.+\)\.$/],
  ['leads to the first page', redirectTo(path), /page 3 could not be taken in \(.+\)\.$/],
  ['holds another article', send(page(3, true, 'A quay for two boats')), /page 3 is another article\.$/],
])('a page that %s ends the article, which says so and keeps what was fetched', async (_, third, warning) => {
  await open({ ...pages(3), [`${path}/3`]: third });
  const { id, status } = await takeIn();
  expect(status).toBe('added');
  const { text, warnings } = await client.call('articles.get', { id });
  expect(text).toContain(sentences('rib'));
  expect(text).not.toContain(sentences('mast'));
  expect(warnings).toEqual([expect.stringMatching(warning)]);
  expect(await client.call('articles.explain', { id })).toMatchObject({ pages: 2, isAsKept: true });
});

test('a page whose further pages only turn its comments stays a single page, kept as it came', async () => {
  await open({ [path]: send(page(1, false)), [`${path}/2`]: send(page(1, false)) });
  const { id } = await takeIn();
  expect((await client.call('articles.get', { id })).warnings).toEqual([]);
  expect((await keptOriginal())[0]).toMatch(/^original\.html/);
});

test('no more than twelve pages are asked for', async () => {
  await open(pages(14));
  const { id } = await takeIn();
  const { text, warnings } = await client.call('articles.get', { id });
  expect(text).toContain(sentences('plank 12'));
  expect(warnings).toEqual([expect.stringContaining('only the first 12 pages')]);
  expect(server.requests).not.toContain(`${path}/13`);
});
