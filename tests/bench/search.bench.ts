import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type lunr from 'lunr';
import MiniSearch from 'minisearch';
import { fields, openSearch, type SearchDocument, type SearchIndex } from '#backend/search/search.ts';
import { openDatabase } from '#platform/database.ts';
import { noLog } from '#platform/log.ts';
import { type Random, randomFrom } from '#support/random-archive.ts';
import { buildStockIndex } from '#support/stock-lunr.ts';
import { newsCorpus } from './support/news-corpus.ts';

/**
 * Search against its peers, interleaved in one process: every engine answers each query in turn, so
 * that a busy machine slows all of them alike. Compare the ratios, not the milliseconds.
 *
 * `npm run bench -- search [articles] [peers]`; peers: any of lunr,fts5,minisearch (default: all up
 * to 5,000 articles, beyond that fts5 only).
 */
export async function run(args: readonly string[]): Promise<void> {
  const count = Number(args[0] ?? 3000);
  const peers = (args[1] ?? (count > 5000 ? 'fts5' : 'lunr,fts5,minisearch')).split(',');
  const folder = mkdtempSync(join(tmpdir(), 'pressmark-bench-'));
  try {
    const bench = new Bench(folder, count, peers);
    await bench.fill();
    bench.compareQueries();
    bench.measurePage();
    bench.measureEdits();
    bench.measureOpening();
    bench.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Engine = {
  readonly name: string;
  add(batch: readonly SearchDocument[]): void;
  /** Ranked top 20; `undefined` when the engine has no such query. */
  readonly ask: (query: BenchQuery) => number | undefined;
};

type BenchQuery = { readonly kind: string; readonly text: string; readonly words: readonly string[] };

const repetitions = 3;
const queriesPerKind = 15;
/** Each engine is asked each query so often before the clock runs, or so long. */
const warmUpRuns = 30;
const warmUpMs = 20;

class Bench {
  readonly #count: number;
  readonly #path: string;
  readonly #documents = new Map<string, SearchDocument>();
  readonly #engines: Engine[] = [];
  readonly #random: Random = randomFrom(99);
  #database: ReturnType<typeof openDatabase>;
  #search: SearchIndex;
  #longestSliceMs = 0;
  #withTexts = false;

  constructor(folder: string, count: number, peers: readonly string[]) {
    this.#count = count;
    this.#path = join(folder, 'catalogue.sqlite');
    this.#database = openDatabase(this.#path);
    this.#search = this.#open();
    this.#engines.push(this.#pressmark());
    if (peers.includes('fts5')) this.#engines.push(fts5(join(folder, 'fts5.sqlite')));
    if (peers.includes('minisearch')) this.#engines.push(miniSearch());
    if (peers.includes('lunr')) this.#engines.push(stockLunr());
  }

  #open(): SearchIndex {
    const documents = (ids: readonly string[]) =>
      new Map(this.#withTexts ? ids.map((id) => [id, this.#documents.get(id)!]) : []);
    return openSearch({ database: this.#database, clock: { now: () => Date.now() }, log: noLog, documents });
  }

  #pressmark(): Engine {
    return {
      name: 'pressmark',
      add: (batch) => {
        this.#search.put(batch);
        this.#maintain(20);
      },
      ask: ({ text }) => {
        return this.#answer(text).total;
      },
    };
  }

  /** Total, the best twenty and five facets; with the texts at hand, the passages too. */
  #answer(query: string, limit = 20) {
    return this.#search.search({ query, filter: {}, sort: 'relevance', limit, offset: 0, explain: false });
  }

  #maintain(slices: number): boolean {
    let more = true;
    for (let slice = 0; more && slice < slices; slice++) {
      const startedAt = performance.now();
      more = this.#search.maintain(5);
      this.#longestSliceMs = Math.max(this.#longestSliceMs, performance.now() - startedAt);
    }
    return more;
  }

  async fill(): Promise<void> {
    const spentMs = new Map<string, number>(this.#engines.map(({ name }) => [name, 0]));
    let batch: SearchDocument[] = [];
    const flush = () => {
      for (const engine of this.#engines) {
        const startedAt = performance.now();
        engine.add(batch);
        spentMs.set(engine.name, spentMs.get(engine.name)! + performance.now() - startedAt);
      }
      batch = [];
    };
    for (const document of newsCorpus(this.#count)) {
      this.#documents.set(document.id, document);
      batch.push(document);
      if (batch.length === 256) flush();
      if (batch.length === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    if (batch.length > 0) flush();
    const startedAt = performance.now();
    while (this.#maintain(1));
    spentMs.set('pressmark', spentMs.get('pressmark')! + performance.now() - startedAt);
    const own = spentMs.get('pressmark')!;
    print(`\n${this.#count} articles. Taking in, ms an article (times Pressmark's):`);
    for (const [name, ms] of spentMs)
      print(`  ${name.padEnd(12)} ${(ms / this.#count).toFixed(3)}  (${(ms / own).toFixed(1)}x)`);
    const bytes = statSync(this.#path).size;
    print(
      `index ${(bytes / this.#count).toFixed(0)} bytes an article; longest slice of merging ${this.#longestSliceMs.toFixed(1)} ms; RSS ${rssMb()} MB`,
    );
    print(JSON.stringify(this.#search.stats()));
  }

  compareQueries(): void {
    print("\nquery, p50/p95 ms (p50 times Pressmark's); Pressmark counts five facets as well");
    for (const kind of Object.keys(queryKinds)) {
      const queries = Array.from({ length: queriesPerKind }, () =>
        queryKinds[kind]!(this.#random, this.#vocabulary(), this.#anyDocument()),
      );
      const times = new Map<string, number[]>(this.#engines.map(({ name }) => [name, []]));
      this.#warmUp(kind, queries);
      let hits = 0;
      for (const { text, words } of queries) {
        const best = new Map<string, number>();
        for (let repetition = 0; repetition < repetitions; repetition++) {
          for (const engine of this.#engines) {
            const startedAt = performance.now();
            const total = engine.ask({ kind, text, words });
            const ms = performance.now() - startedAt;
            if (total === undefined) continue;
            if (engine.name === 'pressmark' && repetition === 0) hits += total;
            best.set(engine.name, Math.min(best.get(engine.name) ?? Infinity, ms));
          }
        }
        for (const [name, ms] of best) times.get(name)!.push(ms);
      }
      this.#printKind(kind, hits / queries.length, times);
    }
  }

  /** A program that has run for a while is what readers use: compiled, with its caches filled. For all engines alike. */
  #warmUp(kind: string, queries: readonly Omit<BenchQuery, 'kind'>[]): void {
    for (const engine of this.#engines) {
      for (const { text, words } of queries) {
        const until = performance.now() + warmUpMs;
        for (let run = 0; run < warmUpRuns && performance.now() < until; run++) engine.ask({ kind, text, words });
      }
    }
  }

  #printKind(kind: string, meanHits: number, times: ReadonlyMap<string, number[]>): void {
    const own = quantile(times.get('pressmark')!, 0.5);
    const cells = [...times].map(([name, list]) => {
      if (list.length === 0) return `${name} -`;
      const ratio = name === 'pressmark' ? '' : ` (${(quantile(list, 0.5) / own).toFixed(1)}x)`;
      return `${name} ${quantile(list, 0.5).toFixed(2)}/${quantile(list, 0.95).toFixed(2)}${ratio}`;
    });
    print(`  ${kind.padEnd(13)} ${meanHits.toFixed(0).padStart(7)} hits  ${cells.join('  ')}`);
  }

  measurePage(): void {
    const times: number[] = [];
    this.#withTexts = true;
    for (let i = 0; i < 60; i++) {
      const { text } = queryKinds['two']!(this.#random, this.#vocabulary(), this.#anyDocument());
      const startedAt = performance.now();
      this.#answer(text, 20);
      times.push(performance.now() - startedAt);
    }
    print(
      `whole page of 20 with passages and facets, two words: ${quantile(times, 0.5).toFixed(2)}/${quantile(times, 0.95).toFixed(2)} ms`,
    );
  }

  measureEdits(): void {
    const times: number[] = [];
    for (let i = 0; i < 100; i++) {
      const document = this.#anyDocument();
      const startedAt = performance.now();
      this.#search.put([{ ...document, body: `${document.body} edit ${i}` }]);
      this.#answer('edit ');
      times.push(performance.now() - startedAt);
      this.#maintain(1);
    }
    print(`edit, committed and found: ${quantile(times, 0.5).toFixed(2)}/${quantile(times, 0.95).toFixed(2)} ms`);
    const marks = Array.from({ length: 100 }, () => this.#anyDocument());
    const startedAt = performance.now();
    this.#search.put(marks.map((document) => ({ ...document, favourite: true })));
    print(`marking 100 articles: ${(performance.now() - startedAt).toFixed(1)} ms`);
  }

  measureOpening(): void {
    this.#search.close();
    this.#database.close();
    const startedAt = performance.now();
    this.#database = openDatabase(this.#path);
    this.#search = this.#open();
    const { total } = this.#answer(this.#vocabulary()[0]!.word, 20);
    print(
      `opened, first page (${total} hits) after ${(performance.now() - startedAt).toFixed(1)} ms; RSS ${rssMb()} MB`,
    );
  }

  close(): void {
    this.#database.close();
  }

  #vocabularyCache: Word[] | undefined;

  /** Words of a sample of articles, the most frequent first. */
  #vocabulary(): Word[] {
    return (this.#vocabularyCache ??= vocabularyOf([...this.#documents.values()].slice(0, 2000)));
  }

  #anyDocument(): SearchDocument {
    return this.#documents.get(`a${this.#random.below(this.#count)}`)!;
  }
}

type Word = { readonly word: string; readonly share: number };

function vocabularyOf(documents: readonly SearchDocument[]): Word[] {
  const counts = new Map<string, number>();
  for (const { body } of documents) {
    for (const word of new Set(body.toLowerCase().split(/[^a-z]+/)))
      if (word.length > 3) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const words = [...counts].map(([word, articles]) => ({ word, share: articles / documents.length }));
  return words.sort((a, b) => b.share - a.share);
}

type QueryMaker = (
  random: Random,
  words: readonly Word[],
  document: SearchDocument,
) => { text: string; words: string[] };

const between = (random: Random, words: readonly Word[], from: number, to: number): string =>
  random.pick(words.filter(({ share }) => share >= from && share <= to)).word;

/** A space behind the last word tells Pressmark that it is whole. */
const queryKinds: Record<string, QueryMaker> = {
  common: (random, words) => plain(between(random, words, 0.25, 0.8)),
  rare: (random, words) => plain(between(random, words, 0.0005, 0.002)),
  two: (random, words) => plain(between(random, words, 0.05, 0.5), between(random, words, 0.05, 0.5)),
  three: (random, words) => plain(...Array.from({ length: 3 }, () => between(random, words, 0.1, 0.8))),
  title: (random, words) => {
    const word = between(random, words, 0.05, 0.5);
    return { text: `title:${word} `, words: [word] };
  },
  'prefix 4': (random, words) => star(between(random, words, 0.01, 0.3).slice(0, 4)),
  'prefix 1': (random) => star(random.pick(Array.from('abcdefghklmnprstvw'))),
  fuzzy: (random, words) => {
    const word = between(random, words, 0.01, 0.3);
    const misspelt = word.slice(0, 1) + word.slice(2);
    return { text: `${misspelt}~1 `, words: [misspelt] };
  },
  excluded: (random, words) => {
    const [a, b] = [between(random, words, 0.1, 0.5), between(random, words, 0.05, 0.3)];
    return { text: `${a} -${b} `, words: [a, b] };
  },
  filtered: (random, words) => {
    const word = between(random, words, 0.25, 0.8);
    return { text: `${word} published:2015..2018 is:unread`, words: [word] };
  },
  phrase: (random, _words, document) => {
    const tokens = document.body.split(' ');
    const at = random.below(tokens.length - 2);
    const pair = tokens.slice(at, at + 2).map((word) => word.replaceAll(/\W/g, ''));
    return { text: `"${pair.join(' ')}"`, words: pair };
  },
};

const plain = (...words: string[]) => ({ text: `${words.join(' ')} `, words });
const star = (start: string) => ({ text: `${start}*`, words: [start] });

function fts5(path: string): Engine {
  const database = new DatabaseSync(path);
  database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
    CREATE VIRTUAL TABLE articles USING fts5(id UNINDEXED, title, author, source, section, tag, body, tokenize = 'porter unicode61', prefix = '3 4', content = '')`);
  const insert = database.prepare(
    'INSERT INTO articles(rowid, title, author, source, section, tag, body) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const select = database.prepare(
    'SELECT rowid FROM articles WHERE articles MATCH ? ORDER BY bm25(articles, 0, 3, 1, 1, 1, 2, 1) LIMIT 20',
  );
  let row = 0;
  return {
    name: 'fts5',
    add(batch) {
      database.exec('BEGIN');
      for (const { title, author, source, section, tag, body } of batch)
        insert.run(++row, title, author, source, section, tag, body);
      database.exec('COMMIT');
    },
    ask({ kind, words }) {
      const terms = words.map((word) => `"${word}"`);
      if (kind === 'fuzzy' || kind === 'filtered') return undefined;
      if (kind === 'title') return select.all(`title:${terms[0]}`).length;
      if (kind.startsWith('prefix')) return select.all(`${terms[0]}*`).length;
      if (kind === 'excluded') return select.all(`${terms[0]} NOT ${terms[1]}`).length;
      if (kind === 'phrase') return select.all(`"${words.join(' ')}"`).length;
      return select.all(terms.join(' ')).length;
    },
  };
}

function miniSearch(): Engine {
  const index = new MiniSearch({ fields: ['title', 'author', 'source', 'section', 'tag', 'body'], idField: 'id' });
  return {
    name: 'minisearch',
    add: (batch) => index.addAll(batch as SearchDocument[]),
    ask({ kind, words }) {
      const options = { combineWith: 'AND' as const, boost: { title: 3, tag: 2 } };
      if (kind === 'phrase' || kind === 'filtered') return undefined;
      if (kind === 'fuzzy') return index.search(words[0]!, { ...options, fuzzy: 1 }).length;
      if (kind.startsWith('prefix')) return index.search(words[0]!, { ...options, prefix: true }).length;
      if (kind === 'title') return index.search(words[0]!, { ...options, fields: ['title'] }).length;
      if (kind === 'excluded')
        return index.search({ combineWith: 'AND_NOT', queries: [...words], boost: options.boost }).length;
      return index.search(words.join(' '), options).length;
    },
  };
}

function stockLunr(): Engine {
  const documents: SearchDocument[] = [];
  let index: lunr.Index | undefined;
  return {
    name: 'lunr',
    add(batch) {
      documents.push(...batch);
      // Lunr cannot be added to: it is built once, at the end.
      if (batch.length < 256 || documents.length % 256 !== 0) index = undefined;
    },
    ask({ kind, words, text }) {
      index ??= buildStockIndex(documents, fields);
      if (kind === 'phrase' || kind === 'filtered') return undefined;
      if (kind === 'excluded') return index.search(`+${words[0]} -${words[1]}`).length;
      if (kind === 'fuzzy' || kind.startsWith('prefix') || kind === 'title') return index.search(text.trim()).length;
      return index.search(words.map((word) => `+${word}`).join(' ')).length;
    },
  };
}

function quantile(list: readonly number[], share: number): number {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

const rssMb = (): string => (process.memoryUsage().rss / 2 ** 20).toFixed(0);

function print(line: string): void {
  console.log(line);
}
