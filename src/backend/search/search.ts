import type { Finding } from '#contract/library.ts';
import type { ExplainRequest, Facets, QueryProblem, SearchRequest, SearchSort } from '#contract/search.ts';
import type { ValuesPage, ValuesRequest } from '#contract/searches.ts';
import type { Clock } from '#platform/clock.ts';
import type { Database } from '#platform/database.ts';
import type { Log } from '#platform/log.ts';
import type lunr from 'lunr';
import { ArchiveIndex, type IndexSettings, type IndexStats } from './archive-index.ts';
import type { SearchDocument } from './document.ts';
import { hasBit } from './evaluate/bits.ts';
import { type Checkpoint, checkpointOf, noCheckpoint } from './evaluate/checkpoint.ts';
import type { Found } from './evaluate/found.ts';
import type { Nearness } from './evaluate/nearness.ts';
import type { Plan } from './evaluate/plan.ts';
import { rank } from './evaluate/rank.ts';
import { type Answered, type Looked, NearestFinder } from './find-nearest.ts';
import { type Collections, noCollections, oneOf } from './language/collections.ts';
import { type Margins, noMargins } from './language/margins.ts';
import { FacetRows } from './page/facet-rows.ts';
import { FacetCounter } from './page/facets.ts';
import { type FoundHit, HitWriter } from './page/hits.ts';
import { ValueLister } from './page/values.ts';
import { stockIndex } from './to-lunr.ts';

export type { SearchDocument } from './document.ts';
export { fields } from './fields.ts';
export type { Collections } from './language/collections.ts';
export type { Margins } from './language/margins.ts';
export type { FoundHit } from './page/hits.ts';

export type SearchAnswer = {
  /** Exact number of articles that match. */
  readonly total: number;
  readonly tookMs: number;
  readonly hits: FoundHit[];
  readonly facets: Facets;
  readonly problem: QueryProblem | null;
};

/** The archive made findable. One object for one catalogue; used by one thread. */
export type SearchIndex = {
  /**
   * True when the index had to be made anew at opening (first start, other format, other analyzer):
   * it is empty, and every article must be put.
   */
  readonly wasMadeAnew: boolean;
  /** Adds or replaces. Joins the caller's write transaction: with it the change stands or falls. */
  put(documents: readonly SearchDocument[]): void;
  /** Forgets these articles; unknown ids are passed over. Joins the caller's write transaction. */
  remove(ids: readonly string[]): void;
  /** Answers a query. A mistake in it is told as `problem` and never thrown. */
  search(request: SearchRequest, signal?: AbortSignal): SearchAnswer;
  /** How many articles a query finds, without making a page: for saved searches. */
  count(request: Pick<SearchRequest, 'query' | 'filter'>): number;
  /** The articles (of these) that a query finds, in the order in which they were taken in: for rules. */
  found(query: string, among?: readonly string[]): string[];
  /** The first mistake in a query, as `search` would tell it; null for a sound one. */
  problemOf(query: string): QueryProblem | null;
  /** Why an article is found by a query; undefined when it is not. */
  explain(request: ExplainRequest, signal?: AbortSignal): Pick<FoundHit, 'score' | 'reasons'> | undefined;
  /** Values of a field that begin so, or hold a word that does: the most frequent first. */
  values(request: ValuesRequest): ValuesPage['values'];
  /**
   * One slice of waiting work of about `budgetMs`; true while there is more. `isQuiet` (the default): no
   * more articles are coming at the moment, so that even a few may become a segment.
   */
  maintain(budgetMs: number, isQuiet?: boolean): boolean;
  /** Reads the whole index and compares it with its checksums and with itself. */
  check(): Finding[];
  stats(): IndexStats;
  /** Forgets everything, in the caller's write transaction. */
  clear(): void;
  /** A genuine stock Lunr index of the same articles: for small archives and for tests. */
  toLunr(): lunr.Index;
  /** The index as Lunr knows it: `search` and `query` with Lunr's own contract. */
  readonly lunr: lunr.Index;
  /** Makes a segment of what only the log holds, so that the next opening is quick. */
  close(): void;
};

export type SearchOptions = {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  /** The articles' texts, for the passages of a page. */
  readonly documents: (ids: readonly string[]) => ReadonlyMap<string, SearchDocument>;
  /** The reader's collections, to look in. Default: none. */
  readonly collections?: Collections;
  /** The reader's notes and marked passages, and where articles came from. Default: none. */
  readonly margins?: Margins;
  readonly settings?: Partial<IndexSettings>;
};

/** A query slower than this is told in the log. */
const slowQueryMs = 200;

export function openSearch(options: SearchOptions): SearchIndex {
  const { database, clock, log } = options;
  const index = new ArchiveIndex(database, options.settings, options.documents);
  const finder = new Finder(index, options);
  const values = new ValueLister(options.collections ?? noCollections);
  return {
    wasMadeAnew: index.wasMadeAnew,
    put: (documents) => index.put(documents),
    remove: (ids) => index.remove(ids),
    search(request, signal) {
      const answer = finder.answer(request, checkpointOf(signal));
      if (answer.tookMs > slowQueryMs) {
        log({
          level: 'warn',
          room: 'search',
          action: 'slow-query',
          tookMs: Math.round(answer.tookMs),
          total: answer.total,
        });
      }
      return answer;
    },
    count: (request) => finder.count(request),
    found: (query, among) => finder.ids(query, among),
    problemOf: (query) => finder.problemOf(query),
    explain: (request, signal) => finder.explain(request, checkpointOf(signal)),
    values: (request) => database.read(() => values.list(index.memory(), request)),
    maintain: (budgetMs, isQuiet) => index.maintain(budgetMs, isQuiet),
    check: () => index.check(),
    stats: () => index.stats(),
    clear: () => index.clear(),
    toLunr: () => stockIndex(index, options.documents),
    lunr: index,
    close() {
      const startedAt = clock.now();
      index.close();
      log({ level: 'info', room: 'search', action: 'close', tookMs: clock.now() - startedAt });
    },
  };
}

class Finder {
  readonly #index: ArchiveIndex;
  readonly #options: SearchOptions;
  readonly #queries: NearestFinder;
  readonly #facets = new FacetCounter(FacetRows.open());

  constructor(index: ArchiveIndex, options: SearchOptions) {
    this.#index = index;
    this.#options = options;
    const { clock, collections = noCollections, margins = noMargins } = options;
    this.#queries = new NearestFinder(index, clock, collections, margins);
  }

  answer(request: SearchRequest, checkpoint: Checkpoint): SearchAnswer {
    const startedAt = performance.now();
    return this.#index.read(() => {
      const answered = this.#queries.findNearest(request, checkpoint);
      checkpoint();
      const { query, plan, found, problem } = answered;
      const { memory, total } = found;
      const nearness = this.#index.addNearness(found, plan.leaves, request.offset + request.limit);
      const page = this.#page(answered, query.sort ?? request.sort, request);
      const hits = this.#hits(page, found, plan, request.explain && nearness);
      checkpoint();
      const facets = this.#facets.count(found, memory.columns, memory.names);
      return { total, tookMs: performance.now() - startedAt, hits, facets, problem };
    });
  }

  /** The articles of the page in order, with their scores. */
  #page(answered: Answered, sort: SearchSort, { offset, limit }: SearchRequest): Uint32Array {
    const { found } = answered;
    const { columns } = found.memory;
    if (sort !== 'relevance') {
      const page = rank(found.articles(), found.scores, columns, { sort, offset, limit });
      found.score(page);
      return page;
    }
    const first = this.#first(answered);
    const best = found.best(offset + limit);
    const others = [...first.keys()].filter((article) => !best.includes(article));
    found.score(others);
    const pool = others.length === 0 ? best : Uint32Array.from([...best, ...others]);
    return rank(pool, found.scores, columns, { sort, offset, limit, first });
  }

  /** Whoever types a headline wants that article, even where another holds the words more often. */
  #first({ found, plan, query, holdingAll }: Answered): ReadonlyMap<number, number> {
    const first = new Map<number, number>();
    for (const article of holdingAll) first.set(article, 1);
    for (const article of this.#index.withHeadline(found, plan, query.headline)) first.set(article, 2);
    return first;
  }

  count(request: Looked): number {
    return this.#index.read(() => this.#queries.find(request, noCheckpoint).found.total);
  }

  ids(query: string, among: readonly string[] | undefined): string[] {
    return this.#index.read(() => {
      const { store } = this.#index;
      const few = among === undefined ? [] : [oneOf(store.numbersOf(among))];
      const { found } = this.#queries.find({ query, filter: {} }, noCheckpoint, few);
      const articles = found.articles();
      const ids = store.idsOf([...articles]);
      return [...articles].flatMap((number) => ids.get(number) ?? []);
    });
  }

  problemOf(query: string): QueryProblem | null {
    return this.#index.read(() => this.#queries.parse(query).problem);
  }

  explain(request: ExplainRequest, checkpoint: Checkpoint): Pick<FoundHit, 'score' | 'reasons'> | undefined {
    return this.#index.read(() => {
      const { plan, found } = this.#queries.findNearest(request, checkpoint);
      const number = this.#index.store.findDocument(request.id)?.number;
      if (number === undefined || !hasBit(found.bits, number)) return undefined;
      found.score([number]);
      const nearness = this.#index.addNearness(found, plan.leaves, 0);
      return this.#hits(Uint32Array.of(number), found, plan, nearness)[0];
    });
  }

  /** `explain` is the nearness to give reasons with, or false for none. */
  #hits(page: Uint32Array, found: Found, plan: Plan, explain: Nearness | false): FoundHit[] {
    if (page.length === 0) return [];
    const ids = found.memory.idsOf(page);
    const documents = this.#options.documents(ids.filter((id) => id !== undefined));
    const writer = new HitWriter(this.#index.analyzer, found, plan);
    return ids.flatMap((id, place) => {
      const document = documents.get(id ?? '');
      return document === undefined ? [] : [writer.hit(page[place]!, document, explain)];
    });
  }
}
