import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSearch, type SearchDocument, type SearchIndex } from '#backend/search/search.ts';
import { openDatabase } from '#platform/database.ts';
import { noLog } from '#platform/log.ts';
import { hostileQuery } from '#support/hostile-queries.ts';
import { randomFrom } from '#support/random-archive.ts';
import { newsCorpus } from '../bench/support/news-corpus.ts';

const usualArticles = 100_000;
const usualQueries = 10_000;
/** An answer may take so long. */
const longestMs = 200;
const batchSize = 256;
/** Texts are needed for the passages of a page only; of these many, so that memory holds them. */
const textsKept = 2000;
const slowestShown = 5;

/**
 * Queries that nobody in their right mind would type, at the product's own door: each must be answered
 * or explained, and soon. `npm run fuzz -- hostile [articles] [queries] [seed]`.
 */
export async function run(args: readonly string[]): Promise<void> {
  const [articles = usualArticles, queries = usualQueries, seed = 1] = args.map(Number);
  const folder = mkdtempSync(join(tmpdir(), 'pressmark-hostile-'));
  const database = openDatabase(join(folder, 'catalogue.sqlite'));
  try {
    const texts = new Map<string, SearchDocument>();
    const search = openSearch({
      database,
      clock: { now: () => Date.now() },
      log: noLog,
      documents: (ids) => new Map(ids.filter((id) => texts.has(id)).map((id) => [id, texts.get(id)!])),
    });
    await fill(search, articles, texts);
    ask(search, queries, seed);
  } finally {
    database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function fill(search: SearchIndex, articles: number, texts: Map<string, SearchDocument>): Promise<void> {
  let batch: SearchDocument[] = [];
  for (const document of newsCorpus(articles)) {
    if (texts.size < textsKept) texts.set(document.id, document);
    batch.push(document);
    if (batch.length < batchSize) continue;
    search.put(batch);
    batch = [];
    for (let slice = 0; search.maintain(5) && slice < 20; slice++);
    await new Promise((resolve) => setImmediate(resolve));
  }
  if (batch.length > 0) search.put(batch);
  while (search.maintain(1000));
  console.log(`${articles} articles`);
}

function ask(search: SearchIndex, queries: number, seed: number): void {
  const random = randomFrom(seed);
  const slowest: { readonly ms: number; readonly query: string }[] = [];
  for (let number = 0; number < queries; number++) {
    const query = hostileQuery(random);
    const startedAt = process.cpuUsage();
    const answer = search.search({ query, filter: {}, sort: 'relevance', limit: 20, offset: 0, explain: false });
    const spent = process.cpuUsage(startedAt);
    const ms = (spent.user + spent.system) / 1000;
    if (!Number.isInteger(answer.total) || answer.hits.length > 20) throw new Error(`no answer to ${tell(query)}`);
    slowest.push({ ms, query });
    if (slowest.length > slowestShown * 20) keepSlowest(slowest);
  }
  keepSlowest(slowest);
  for (const { ms, query } of slowest) console.log(`${ms.toFixed(0).padStart(6)} ms  ${tell(query)}`);
  const tooSlow = slowest.filter(({ ms }) => ms > longestMs).length;
  console.log(
    `${queries} hostile queries from seed ${seed}: all answered, ${tooSlow === 0 ? 'none' : 'some'} slower than ${longestMs} ms`,
  );
  if (tooSlow > 0) process.exitCode = 1;
}

function keepSlowest(slowest: { readonly ms: number; readonly query: string }[]): void {
  slowest.sort((a, b) => b.ms - a.ms);
  slowest.length = Math.min(slowest.length, slowestShown);
}

const tell = (query: string): string =>
  `${JSON.stringify(query.slice(0, 120))}${query.length > 120 ? ` … ${query.length} units` : ''}`;
