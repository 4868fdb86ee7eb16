import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BackendOptions, createBackend } from '#backend/backend.ts';
import { createClient, type Client } from '#contract/client.ts';
import { asPage, inventArticle } from '#support/invent-articles.ts';

/**
 * What a library of many articles costs: taking them in, and how long questions wait meanwhile.
 *
 * Prints counts and milliseconds; the comparison that matters is within one run (first thousand
 * against last, questions during an import against questions in peace).
 */
export async function run(args: readonly string[]): Promise<void> {
  const count = Number(args[0] ?? 10_000);
  const folder = await mkdtemp(join(tmpdir(), 'pressmark-bench-'));
  try {
    const pages = await writePages(folder, count);
    const options: BackendOptions = {
      libraryPath: join(folder, 'Library'),
      dataPath: join(folder, 'data'),
      extractWorker: join(import.meta.dirname, '../../src/backend/extract/extract-worker.ts'),
      appVersion: 'bench',
      allowPaths: true,
    };
    const backend = await createBackend(options);
    const client = createClient({ call: backend.call, onEvent: backend.onEvent });
    const during = await importWhileAsking(client, pages, count);
    const inPeace = await askFor(client, 2000);
    await backend.close();
    const openedMs = await timeToList(options);
    print(count, during, inPeace, openedMs);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function writePages(folder: string, count: number): Promise<string> {
  const pages = join(folder, 'pages');
  await mkdir(pages);
  for (let number = 0; number < count; number += 1) {
    await writeFile(join(pages, `${String(number).padStart(6, '0')}.html`), asPage(inventArticle(number)));
  }
  return pages;
}

type Import = { readonly seconds: number; readonly quarters: readonly number[]; readonly asked: Asked };

async function importWhileAsking(client: Client, path: string, count: number): Promise<Import> {
  const startedAt = performance.now();
  const quarterMs: number[] = [];
  const job = await client.call('capture.start', { inputs: [{ kind: 'path', path }] });
  const asked = newAsked();
  for (let ended = false; !ended;) {
    await askOnce(client, asked);
    await new Promise((resolve) => setTimeout(resolve, 20));
    const { jobs } = await client.call('capture.jobs', {});
    const now = jobs.find((candidate) => candidate.id === job.id);
    if (now === undefined) throw new Error('the job is gone');
    const done = now.added + now.failed + now.duplicates;
    while (quarterMs.length < Math.floor((4 * done) / count)) quarterMs.push(performance.now() - startedAt);
    ended = now.phase !== 'running';
    if (ended && now.added !== count) throw new Error(`only ${now.added} of ${count} were added`);
  }
  const quarters = quarterMs.map((ms, index) => ms - (quarterMs[index - 1] ?? 0));
  return { seconds: (performance.now() - startedAt) / 1000, quarters, asked };
}

type Asked = { readonly list: number[]; readonly search: number[]; readonly open: number[] };
const newAsked = (): Asked => ({ list: [], search: [], open: [] });

async function askFor(client: Client, durationMs: number): Promise<Asked> {
  const asked = newAsked();
  const endAt = performance.now() + durationMs;
  while (performance.now() < endAt) await askOnce(client, asked);
  return asked;
}

async function askOnce(client: Client, asked: Asked): Promise<void> {
  const { total, articles } = await timed(asked.list, () => client.call('articles.list', { limit: 100, offset: 0 }));
  const offset = Math.floor(total / 2);
  await timed(asked.list, () => client.call('articles.list', { limit: 100, offset }));
  await timed(asked.search, () => client.call('search.run', { query: 'after said' }));
  await timed(asked.search, () => client.call('search.run', { query: 'na*' }));
  const first = articles[0];
  if (first !== undefined) await timed(asked.open, () => client.call('articles.get', { id: first.id }));
}

async function timed<T>(into: number[], work: () => Promise<T>): Promise<T> {
  const startedAt = performance.now();
  const result = await work();
  into.push(performance.now() - startedAt);
  return result;
}

async function timeToList(options: BackendOptions): Promise<number> {
  const startedAt = performance.now();
  const backend = await createBackend(options);
  await backend.call('articles.list', { limit: 100 });
  const openedMs = performance.now() - startedAt;
  await backend.close();
  return openedMs;
}

function print(count: number, during: Import, inPeace: Asked, openedMs: number): void {
  const quarters = during.quarters.map((ms) => `${(count / 4 / (ms / 1000)).toFixed(0)}/s`).join(' ');
  console.log(
    `added ${count} pages in ${during.seconds.toFixed(1)} s (${(count / during.seconds).toFixed(1)}/s); by quarter: ${quarters}`,
  );
  console.log(`opened with ${count} articles, first page of the list: ${openedMs.toFixed(0)} ms`);
  console.log('question | during the import p50/p95/max ms | in peace p50/p95/max ms');
  for (const kind of ['list', 'search', 'open'] as const) {
    console.log(`${kind} | ${spread(during.asked[kind])} | ${spread(inPeace[kind])}`);
  }
}

function spread(values: readonly number[]): string {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);
  return `${at(0.5)}/${at(0.95)}/${at(1)}`;
}
