import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type lunr from 'lunr';
import { type Database, openDatabase } from '#platform/database.ts';
import { noLog } from '#platform/log.ts';
import { ArchiveIndex } from '#backend/search/archive-index.ts';
import type { TypedWords } from '#backend/search/analysis/typed-words.ts';
import { fieldNames } from '#backend/search/fields.ts';
import { openSearch, type SearchDocument, type SearchOptions } from '#backend/search/search.ts';
import { type Random, randomDocument, randomFrom, randomMarks, randomText } from './random-archive.ts';
import { type Oracle, OracleMaker } from './search-oracle.ts';
import { makeStale } from './stale-index.ts';
import { differences } from './stock-lunr.ts';

const rounds = 5;
const firstChanges = 24;
const laterChanges = 16;
/** Results are also compared by what of the article matched, for so many queries a round. */
const matchesCompared = 20;

/**
 * One archive's life: random changes, forced segments and merges, restarts, an index that replaces
 * itself; and after each round of changes, every form of query, compared with stock Lunr.
 *
 * Throws at the first difference, with all that is needed to see it again. Answers how many queries
 * were compared.
 */
export function fuzzSearch(seed: number, queriesPerRound: number): number {
  const folder = mkdtempSync(join(tmpdir(), 'pressmark-fuzz-'));
  const life = new Life(seed, join(folder, 'catalogue.sqlite'));
  try {
    for (let round = 0; round < rounds; round++) {
      life.change(round === 0 ? firstChanges : laterChanges);
      life.compare(queriesPerRound);
    }
    return life.compared;
  } catch (error) {
    throw new Error(`seed ${seed}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  } finally {
    life.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

class Life {
  compared = 0;
  readonly #random: Random;
  readonly #path: string;
  /** A tiny threshold makes many segments and merges from few articles. */
  readonly #settings: NonNullable<SearchOptions['settings']>;
  readonly #truth = new Map<string, SearchDocument>();
  readonly #oracles = new OracleMaker();
  #database: Database;
  #index: ArchiveIndex;

  constructor(seed: number, path: string) {
    const random = (this.#random = randomFrom(seed));
    this.#path = path;
    this.#settings = {
      flushAt: random.pick([4, 16, 64]),
      cacheBytes: random.pick([1000, 1_000_000]),
      renumberAt: random.pick([20, 1e9]),
      waitFrom: random.pick([0, 1e9]),
    };
    this.#database = openDatabase(path);
    this.#index = this.#open();
  }

  #open(): ArchiveIndex {
    return new ArchiveIndex(this.#database, this.#settings, (ids) => this.#documents(ids));
  }

  #documents(ids: readonly string[]): ReadonlyMap<string, SearchDocument> {
    return new Map(ids.filter((id) => this.#truth.has(id)).map((id) => [id, this.#truth.get(id)!]));
  }

  close(): void {
    this.#database.close();
  }

  change(changes: number): void {
    const random = this.#random;
    for (let change = 0; change < changes; change++) {
      this.#changeSomething();
      if (random.chance(0.1)) for (let slice = random.below(10); slice > 0; slice--) this.#index.maintain(0);
    }
    if (random.chance(0.3)) this.#index.flush();
    if (random.chance(0.7)) for (let slice = 0; this.#index.maintain(1) && slice < 50; slice++);
    if (random.chance(0.5)) this.#restart();
  }

  #changeSomething(): void {
    const random = this.#random;
    const ids = [...this.#truth.keys()];
    const kind = ids.length === 0 ? 0 : random.below(10);
    if (kind < 4) {
      this.#put(Array.from({ length: 1 + random.below(6) }, () => randomDocument(random, `a${random.below(1e9)}`)));
    } else if (kind < 6) {
      this.#put([{ ...this.#truth.get(random.pick(ids))!, body: randomText(random, random.below(80)) }]);
    } else if (kind < 8) {
      this.#put([{ ...this.#truth.get(random.pick(ids))!, ...randomMarks(random) }]);
    } else {
      const gone = [random.pick(ids), random.pick(ids)];
      for (const id of gone) this.#truth.delete(id);
      this.#index.remove(gone);
    }
  }

  #put(batch: readonly SearchDocument[]): void {
    for (const document of batch) this.#truth.set(document.id, document);
    this.#index.put(batch);
  }

  /** Sometimes the index looks as if another analyzer had made it, so that it must replace itself. */
  #restart(): void {
    if (this.#random.chance(0.3)) makeStale(this.#database);
    this.#database.close();
    this.#database = openDatabase(this.#path);
    this.#index = this.#open();
    for (let slice = this.#random.below(60); slice > 0; slice--) this.#index.maintain(1);
  }

  compare(queries: number): void {
    const oracle = this.#oracles.of(this.#truth.values());
    const words = wordsOf([...this.#truth.values()]);
    this.#compareAsLunr(oracle, words, Math.ceil(queries * 0.8));
    this.#compareAsTyped(oracle, words, Math.ceil(queries * 0.2));
    const [finding] = this.#index.check();
    if (finding !== undefined) throw new Error(`check: ${finding.path}: ${finding.message}`);
  }

  /** Lunr's own door: everything that it can be asked. */
  #compareAsLunr({ stock, typed }: Oracle, words: readonly string[], queries: number): void {
    for (let i = 0; i < queries; i++) {
      const query = i === 0 ? '' : randomQuery(this.#random, words);
      if (query.split(' ').some((clause) => isNoSingleTerm(clause, typed))) continue;
      const expected = stock.search(query);
      const found = this.#index.search(query);
      this.#same(query, 'results', differences(found, expected), []);
      if (i < matchesCompared) this.#same(query, 'matches', matchesOf(found), matchesOf(expected));
      this.compared++;
    }
  }

  /** Pressmark requires every word: its results are Lunr's for the same words with a plus, less the trash. */
  #compareAsTyped({ stock, typed }: Oracle, words: readonly string[], queries: number): void {
    const search = openSearch({
      database: this.#database,
      settings: this.#settings,
      clock: { now: () => 0 },
      log: noLog,
      documents: (ids) => this.#documents(ids),
    });
    // Lunr knows no word that says nothing in some articles only.
    const isStopWord = (word: string) => typed.units(word, false).some(({ words: [own] }) => own!.stopIn.length > 0);
    const plain = words.filter((word) => /^[a-z0-9]+$/.test(word) && !isStopWord(word));
    for (let i = 0; i < queries; i++) {
      const clauses = randomClauses(this.#random, plain);
      if (clauses.some(({ rest }) => rest.endsWith(':*') || rest === '*' || isNoSingleTerm(rest, typed))) continue;
      const expected = stock
        .search(clauses.map(({ sign, rest }) => sign + rest).join(' '))
        .filter(({ ref }) => !this.#truth.get(ref)!.trashed);
      // The space behind tells that the last word is whole.
      const query = `${clauses.map(({ sign, rest }) => (sign === '-' ? sign : '') + rest).join(' ')} `;
      const request = { query, filter: {} };
      const answer = search.search({ ...request, sort: 'relevance', limit: 1e6, offset: 0, explain: false });
      this.#same(query, 'count', search.count(request), expected.length);
      const hits = answer.hits.map(({ id }) => id);
      // Where few articles or none hold all the words, others may follow; then that is said.
      if (hits.length > expected.length) this.#same(query, 'explanation', answer.problem !== null, true);
      this.#same(query, 'hits', idsOf(hits.slice(0, expected.length)), idsOf(expected.map(({ ref }) => ref)));
      this.compared++;
    }
  }

  #same<T>(query: string, what: string, found: T | readonly T[], expected: T | readonly T[]): void {
    const [left, right] = [[found].flat(), [expected].flat()];
    for (let place = 0; place < Math.max(left.length, right.length); place++) {
      if (left[place] === right[place]) continue;
      throw new Error(`${what} of ${JSON.stringify(query)}: ${String(left[place])}, not ${String(right[place])}`);
    }
  }
}

const idsOf = (ids: readonly string[]): string[] => [...ids].sort();

/** What of each article matched, by term and field. */
function matchesOf(results: readonly lunr.Index.Result[]): string[] {
  return results.map(({ ref, matchData }) => `${ref}: ${JSON.stringify(sorted(matchData.metadata))}`).sort();
}

/** The same object with its keys in order. */
function sorted(value: object): object {
  // Lunr's objects have no prototype.
  const isObject = (inner: unknown): inner is object => typeof inner === 'object' && inner !== null;
  const entries = Object.entries(value).map(([key, inner]) => [key, isObject(inner) ? sorted(inner) : inner]);
  return Object.fromEntries(entries.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)));
}

type Clause = { readonly sign: '+' | '-'; readonly rest: string };

function randomClauses(random: Random, words: readonly string[]): Clause[] {
  return Array.from({ length: 1 + random.below(3) }, () => {
    const field = random.chance(0.2) ? `${random.pick(['title', 'author', 'source', 'body'])}:` : '';
    return { sign: random.chance(0.15) ? '-' : '+', rest: field + changedWord(random, random.pick(words)) };
  });
}

/**
 * A misspelt word of several stems, or of none. Lunr counts twice what two stems lead to, and finds
 * nothing where one of a required word leads nowhere; here a word counts once, and is found by any.
 */
function isNoSingleTerm(clause: string, typed: TypedWords): boolean {
  const [, word] = /^[+-]?(?:[a-z]+:)?([^~]+)~/.exec(clause) ?? [];
  return word !== undefined && typed.terms(word).length !== 1;
}

export function wordsOf(documents: readonly SearchDocument[]): string[] {
  const texts = documents.flatMap(({ title, body, author, tag }) => [title, body, author, tag]);
  return [
    ...new Set(
      texts
        .join(' ')
        .toLowerCase()
        .split(/[\s-]+/),
    ),
  ].filter((word) => word !== '');
}

/** A query of every form that Lunr knows, mostly of words that occur. */
export function randomQuery(random: Random, words: readonly string[]): string {
  return Array.from({ length: 1 + random.below(4) }, () => randomClause(random, words)).join(' ');
}

function randomClause(random: Random, words: readonly string[]): string {
  // What the query language itself uses must not come from the words; `*` may.
  const word = random.pick(words).replaceAll(/[~^:+\\-]/g, '') || 'ba';
  const sign = random.pick(['', '', '', '', '+', '+', '-']);
  const field = random.chance(0.2) ? `${random.pick(fieldNames)}:` : '';
  const boost = random.chance(0.15) ? `^${random.below(6)}` : '';
  return sign + field + changedWord(random, word) + boost;
}

function changedWord(random: Random, word: string): string {
  const cut = 1 + random.below(3);
  switch (random.below(12)) {
    case 0:
      return `${word.slice(0, cut)}*`;
    case 1:
      return `*${word.slice(-cut)}`;
    case 2:
      return `${word.slice(0, cut)}*${word.slice(-1)}`;
    case 3:
      return `${word.slice(0, cut)}${word.slice(cut + 1)}~1`;
    case 4:
      return `${word.slice(0, 8)}~2`;
    case 5:
      return `zq${word}`;
    case 6:
      return random.chance(0.1) ? '*' : word;
    default:
      return word;
  }
}
