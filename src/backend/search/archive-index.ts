import lunr from 'lunr';
import { ArchiveError } from '#contract/errors.ts';
import type { Finding } from '#contract/library.ts';
import type { Database } from '#platform/database.ts';
import { Analyzer } from './analysis/analyzer.ts';
import { analyzerSignature } from './analysis/signature.ts';
import { type TypedUnit, TypedWords } from './analysis/typed-words.ts';
import { checkIndex } from './check.ts';
import { collectMatchData } from './evaluate/match-data.ts';
import { columnsOf, printOf, type SearchDocument, textsOf } from './document.ts';
import { members, noBits, setBit } from './evaluate/bits.ts';
import { matchArticles } from './evaluate/match.ts';
import { type Plan, planOfLunrQuery } from './evaluate/plan.ts';
import type { Found } from './evaluate/found.ts';
import { Scratch } from './evaluate/scratch.ts';
import { scoreArticles } from './evaluate/score.ts';
import { findTogether } from './evaluate/together.ts';
import { TermTable, weigh } from './evaluate/term-table.ts';
import { fieldNames, titleField } from './fields.ts';
import { lunrParts, type LunrQuery } from './lunr-parts.ts';
import { BlockCache } from './storage/block-cache.ts';
import { type ColumnValues, numericColumns } from './storage/columns.ts';
import { Memory } from './storage/memory.ts';
import type { Names } from './storage/names.ts';
import { Store } from './storage/store.ts';
import { Upkeep } from './storage/upkeep.ts';

export type IndexSettings = {
  /** So many new articles become a segment. */
  readonly flushAt: number;
  readonly cacheBytes: number;
};

export const defaultSettings: IndexSettings = { flushAt: 256, cacheBytes: 8 * 1024 * 1024 };

/** Beyond so many changes the log is folded into pages, so that opening stays quick. */
const longestLog = 8192;
/** Beyond so many distinct tokens the analyzer forgets them, between two segments. */
const mostTokens = 300_000;

/** Beyond so many segments taking in does some merging itself; well above what merging leaves. */
const crowdedSegments = 40;
const mergeMsPerArticle = 0.4;
/** With so many new articles a quiet moment is used to make a segment of them. */
const worthFlushing = 32;

/**
 * A Lunr index that lives in the catalogue, changes with every article and is read from disk.
 *
 * `search` is Lunr's own, inherited; `query` keeps its contract and answers from segments. Scores
 * are those of a stock index freshly built from the same articles.
 */
export class ArchiveIndex extends lunr.Index {
  readonly store: Store;
  readonly analyzer = new Analyzer();
  /** True when the tables had to be made anew: no article is indexed, all must be put. */
  readonly wasMadeAnew: boolean;
  readonly #settings: IndexSettings;
  readonly #cache: BlockCache;
  #memory: Memory | undefined;
  /** Made for so many languages; a new one makes it anew. */
  #typedWords: { readonly names: Names; readonly size: number; readonly words: TypedWords } | undefined;
  #scratch = new Scratch();
  readonly #upkeep: Upkeep;
  /** The mark of the tables' state that `#memory` agrees with; undefined while that is in doubt. */
  #state: string | undefined;

  constructor(database: Database, settings: IndexSettings = defaultSettings) {
    super({
      invertedIndex: {},
      // The published types name the vectors otherwise; Lunr reads `fieldVectors`.
      ...({ fieldVectors: {} } as unknown as { documentVectors: Record<string, lunr.Vector> }),
      tokenSet: new lunr.TokenSet(),
      fields: [...fieldNames],
      pipeline: new lunr.Pipeline(),
    });
    this.#settings = settings;
    this.#cache = new BlockCache(settings.cacheBytes);
    this.store = new Store(database, analyzerSignature());
    this.#upkeep = new Upkeep(this.store);
    this.wasMadeAnew = this.store.prepare();
  }

  /**
   * What is in memory, as true as the tables at this moment. Call inside a transaction.
   *
   * Another process may have written, or a transaction that we took part in was rolled back: then
   * the tables bear another mark than the memory, and it is read anew.
   */
  memory(): Memory {
    const state = this.store.state();
    if (this.#memory === undefined || this.#state !== state) {
      this.#cache.clear();
      this.#scratch = new Scratch();
      this.#memory = new Memory(this.store, this.analyzer, this.#cache);
      this.#state = state;
    }
    return this.#memory;
  }

  /**
   * Runs a change of tables and memory together, joining the caller's transaction.
   *
   * Either all of it happens or nothing: the tables go back to where they were, and the memory,
   * whose mark is unknown from the first step until the last, is read anew when next asked for. A
   * later rollback by the caller takes the new mark away again, with the same effect.
   */
  change<T>(work: (memory: Memory) => T): T {
    const { database } = this.store;
    return database.write(() => {
      const memory = this.memory();
      this.#state = undefined;
      database.exec('SAVEPOINT ix_change');
      try {
        const result = work(memory);
        const state = this.store.renewState();
        database.exec('RELEASE ix_change');
        this.#state = state;
        return result;
      } catch (error) {
        try {
          database.exec('ROLLBACK TO ix_change; RELEASE ix_change');
        } catch {
          // A full disk may have ended the whole transaction already; then there is nothing to go back to.
        }
        throw error;
      }
    });
  }

  put(documents: readonly SearchDocument[]): void {
    if (documents.length === 0) return;
    const { flushAt } = this.#settings;
    // A batch that becomes a segment at once needs no log.
    const isBulk = documents.length >= flushAt;
    this.change((memory) => {
      for (const document of documents) {
        this.#putOne(memory, document, !isBulk);
        if (memory.buffer.articleCount >= flushAt) this.#flush(memory);
      }
      if (isBulk || memory.logRows > longestLog) this.#flush(memory);
    });
    // A long import must not outrun the merging: each batch does its share.
    if (this.#memory!.segments.length > crowdedSegments) this.maintain(documents.length * mergeMsPerArticle);
  }

  #putOne(memory: Memory, document: SearchDocument, isLogged: boolean): void {
    const { id, language } = document;
    const print = printOf(document, this.analyzer.group(language));
    const values = columnsOf(document, memory.names);
    const known = this.store.findDocument(document.id);
    if (known !== undefined && Buffer.compare(known.print, print) === 0) {
      if (differ(memory, known.number, values)) memory.setColumns(known.number, values);
      return;
    }
    if (known !== undefined) memory.remove(known.number);
    memory.add({ id, print, texts: textsOf(document), language }, values, isLogged);
  }

  remove(ids: readonly string[]): void {
    if (ids.length === 0) return;
    this.change((memory) => {
      for (const id of ids) {
        const known = this.store.findDocument(id);
        if (known !== undefined) memory.remove(known.number);
      }
      if (memory.logRows > longestLog) this.#flush(memory);
    });
  }

  /** Makes a segment of what is in the buffer. */
  flush(): void {
    this.change((memory) => this.#flush(memory));
  }

  #flush(memory: Memory): void {
    memory.flush(() => {
      if (this.analyzer.tokenCount > mostTokens) this.analyzer.reset();
    });
  }

  /**
   * Does waiting work for about `budgetMs`: sweeps what a broken-off merge left, merges segments, makes
   * a segment of what only the log holds.
   * True when there is more to do.
   */
  maintain(budgetMs: number, now: () => number = () => performance.now()): boolean {
    const { store } = this;
    const until = now() + budgetMs;
    const isTimeUp = (): boolean => now() >= until;
    return store.database.write(() => {
      const memory = this.memory();
      const outcome = this.#upkeep.step(memory, isTimeUp);
      if (outcome === 'switched') this.change((current) => current.readManifest());
      return outcome === 'idle' ? this.#flushWhenQuiet(memory) : true;
    });
  }

  #flushWhenQuiet(memory: Memory): boolean {
    if (memory.buffer.articleCount < worthFlushing) return false;
    this.flush();
    return true;
  }

  check(): Finding[] {
    return this.store.database.read(() => {
      try {
        return checkIndex(this.store, this.memory());
      } catch (error) {
        if (!(error instanceof ArchiveError)) throw error;
        return [{ kind: 'index-differs', path: 'search', message: error.message, repairable: true }];
      }
    });
  }

  stats(): { documents: number; terms: number; segments: number; buffered: number } {
    return this.store.database.read(() => {
      const { columns, segments, buffer } = this.memory();
      const terms = segments.reduce((sum, segment) => sum + segment.termCount, 0);
      return { documents: columns.liveCount, terms, segments: segments.length, buffered: buffer.articleCount };
    });
  }

  close(): void {
    if (this.store.database.read(() => this.memory().logRows) > 0) this.flush();
  }

  clear(): void {
    this.store.database.write(() => {
      this.#state = undefined;
      this.#memory = undefined;
      this.store.clear();
    });
  }

  /** Reads words of a query as the archive's languages read them. Call inside a transaction. */
  typedWords(): TypedWords {
    const { language } = this.memory().names;
    const known = this.#typedWords;
    if (known?.names === language && known.size === language.size) return known.words;
    const groups = language.where(() => true).map((number) => this.analyzer.group(language.name(number)));
    const words = new TypedWords(this.analyzer, groups);
    this.#typedWords = { names: language, size: language.size, words };
    return words;
  }

  /** Finds and scores. Call inside a read transaction that lasts until the result is used. */
  find(plan: Plan, withTrash: boolean): Found {
    const memory = this.memory();
    const table = new TermTable(memory, plan);
    const weights = weigh(table, plan.leaves);
    const bits = matchArticles(table, plan, this.#scratch.living(memory.columns, withTrash), (near, within) =>
      findTogether(memory, near, within, this.#scratch),
    );
    const articles = members(bits);
    const scores = scoreArticles(table, weights, bits, articles, this.#scratch);
    return { memory, table, weights, bits, articles, scores };
  }

  /** The articles found whose whole headline is these words. */
  withHeadline({ memory, articles }: Found, units: readonly TypedUnit[]): ReadonlySet<number> {
    if (units.length === 0) return new Set();
    const typed = this.typedWords();
    // Lunr's length of a field leaves stop words out, so "Arms race" and "The arms race" are one headline.
    const wanted = typed.lengths(units);
    const lengths = memory.columns.lengths[titleField]!;
    // Few headlines are as short as a query; mostly none is left to look at, and no position is read.
    const within = noBits(memory.columns.next);
    let asLong = 0;
    for (let place = 0; place < articles.length; place++) {
      if (!wanted.has(lengths[articles[place]!]!)) continue;
      setBit(within, articles[place]!);
      asLong++;
    }
    if (asLong === 0) return new Set();
    const [words] = typed.rows(units, false);
    const near = { words: words!, mask: 1 << titleField, distance: undefined };
    return new Set(members(findTogether(memory, near, within, this.#scratch)));
  }

  /** Lunr's own door: the same contract as `lunr.Index.query`, all results, best first. */
  override query(build: lunr.Index.QueryBuilder): lunr.Index.Result[] {
    const query = new lunrParts.Query(fieldNames);
    (build as unknown as (this: LunrQuery, query: LunrQuery) => void).call(query, query);
    return this.store.database.read(() => {
      const typed = this.typedWords();
      const plan = planOfLunrQuery(query, (term) => typed.terms(term));
      const found = this.find(plan, true);
      const { articles, scores } = found;
      const matchData = collectMatchData(found);
      const ids = this.store.idsOf([...articles]);
      const order = [...articles].sort((a, b) => scores[b]! - scores[a]! || b - a);
      return order.map((article) => {
        return { ref: ids.get(article)!, score: scores[article]!, matchData: matchData(article) };
      });
    });
  }
}

function differ({ columns }: Memory, article: number, values: ColumnValues): boolean {
  return numericColumns.some((column) => columns[column][article] !== values[column]);
}
