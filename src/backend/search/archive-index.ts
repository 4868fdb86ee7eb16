import lunr from 'lunr';
import { ArchiveError } from '#contract/errors.ts';
import type { Finding } from '#contract/library.ts';
import type { Database } from '#platform/database.ts';
import type { Analyzer } from './analysis/analyzer.ts';
import { analyzerSignature } from './analysis/signature.ts';
import { type TypedUnit, TypedWords } from './analysis/typed-words.ts';
import { checkIndex } from './check.ts';
import { noCheckpoint } from './evaluate/checkpoint.ts';
import { collectMatchData } from './evaluate/match-data.ts';
import type { SearchDocument } from './document.ts';
import { type Bits, hasBit, members, noBits, setBit } from './evaluate/bits.ts';
import { findArticles } from './evaluate/find.ts';
import { type FindTogether, matchArticles } from './evaluate/match.ts';
import { type Leaf, type Match, type Plan, planOfLunrQuery } from './evaluate/plan.ts';
import type { Found } from './evaluate/found.ts';
import { type Nearness, nearnessOf } from './evaluate/nearness.ts';
import { articlesWithWord } from './evaluate/with-word.ts';
import { Scratch } from './evaluate/scratch.ts';
import { Tally } from './evaluate/tally.ts';
import { findTogether } from './evaluate/together.ts';
import { fieldNames, lunrScoring, pressmarkScoring, titleField } from './fields.ts';
import type { Loosened } from './language/nearest.ts';
import { lunrParts, type LunrQuery } from './lunr-parts.ts';
import { Generation, type IndexSettings } from './storage/generation.ts';
import type { Memory } from './storage/memory.ts';
import type { Names } from './storage/names.ts';
import { Store } from './storage/store.ts';
import { type DocumentSource, type Replacing, Succession } from './storage/succession.ts';

export type { IndexSettings } from './storage/generation.ts';

const defaultSettings: IndexSettings = {
  flushAt: 256,
  cacheBytes: 8 * 1024 * 1024,
  renumberAt: 8192,
  waitFrom: 16_384,
};

export type IndexStats = {
  readonly documents: number;
  /** Distinct terms of each segment, summed: an upper bound of the archive's vocabulary. */
  readonly terms: number;
  readonly segments: number;
  /** Articles not yet in a segment. */
  readonly buffered: number;
  /** How far the index that will replace this one has come; null when none will. Until then this one answers. */
  readonly building: Replacing | null;
};

/**
 * A Lunr index that lives in the catalogue, changes with every article and is read from disk.
 *
 * `search` is Lunr's own, inherited; `query` keeps its contract and answers from segments. Scores
 * are those of a stock index freshly built from the same articles.
 */
export class ArchiveIndex extends lunr.Index {
  readonly store: Store;
  /** True when the tables had to be made anew: no article is indexed, all must be put. */
  readonly wasMadeAnew: boolean;
  readonly #present: Generation;
  readonly #succession: Succession | undefined;
  /** The memory that `#scratch` is of. */
  #memory: Memory | undefined;
  /** The memory of the reading under way. */
  #held: Memory | undefined;
  /** Made for so many languages; a new one makes it anew. */
  #typedWords: { readonly names: Names; readonly size: number; readonly words: TypedWords } | undefined;
  readonly #waitFrom: number;
  #scratch: Scratch;

  /**
   * With `documents`, which gives an article as it is now, the index can replace itself when it must
   * be made otherwise, and answers until then; without, it is made anew at once, empty.
   */
  constructor(database: Database, settings: Partial<IndexSettings> = {}, documents?: DocumentSource) {
    super({
      invertedIndex: {},
      // The published types name the vectors otherwise; Lunr reads `fieldVectors`.
      ...({ fieldVectors: {} } as unknown as { documentVectors: Record<string, lunr.Vector> }),
      tokenSet: new lunr.TokenSet(),
      fields: [...fieldNames],
      pipeline: new lunr.Pipeline(),
    });
    this.store = new Store(database, analyzerSignature());
    const condition = this.store.condition();
    this.wasMadeAnew = condition === 'none' || (condition === 'stale' && documents === undefined);
    if (this.wasMadeAnew) this.store.makeAnew();
    const allSettings = { ...defaultSettings, ...settings };
    this.#waitFrom = allSettings.waitFrom;
    this.#scratch = new Scratch(this.#waitFrom);
    this.#present = new Generation(this.store, allSettings);
    if (documents !== undefined) this.#succession = new Succession(this.#present, allSettings, documents);
  }

  get analyzer(): Analyzer {
    return this.#present.analyzer;
  }

  /**
   * Runs a reading that changes nothing on one unchanging state: whether memory is as true as the tables is looked
   * up once, and not by each of its steps.
   */
  read<T>(work: () => T): T {
    if (this.#held !== undefined) return work();
    return this.store.database.read(() => {
      this.#held = this.memory();
      try {
        return work();
      } finally {
        this.#held = undefined;
      }
    });
  }

  /** What is in memory, as true as the tables at this moment. Call inside a transaction. */
  memory(): Memory {
    if (this.#held !== undefined) return this.#held;
    const memory = this.#present.memory();
    if (memory !== this.#memory) {
      this.#memory = memory;
      this.#scratch = new Scratch(this.#waitFrom);
    }
    return memory;
  }

  /** Adds or replaces; joins the caller's write transaction. */
  put(documents: readonly SearchDocument[]): void {
    if (documents.length > 0) this.#change((generation) => generation.put(documents));
  }

  remove(ids: readonly string[]): void {
    if (ids.length > 0) this.#change((generation) => generation.remove(ids));
  }

  /** Makes a segment of what is in the buffer. */
  flush(): void {
    this.#change((generation) => generation.flush());
  }

  #change(work: (generation: Generation) => void): void {
    if (this.#succession === undefined) work(this.#present);
    else this.#succession.change(work);
  }

  /**
   * Does waiting work for about `budgetMs`: makes segments of new articles, merges them, sweeps what
   * is left behind, and replaces the whole index where it must be made otherwise. True when there is
   * more to do. `isQuiet`: no more articles are coming at the moment, so a segment of a few is worth it.
   */
  maintain(budgetMs: number, isQuiet = true): boolean {
    const until = performance.now() + budgetMs;
    const isTimeUp = (): boolean => performance.now() >= until;
    const maintainPresent = (): boolean => this.#present.maintain(isTimeUp, isQuiet);
    return this.store.database.write(() => {
      const hasMore = this.#succession?.following(maintainPresent) ?? maintainPresent();
      return hasMore || this.#succession?.step(isTimeUp) === true || this.store.sweepOld(isTimeUp);
    });
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

  stats(): IndexStats {
    return this.store.database.read(() => {
      const { columns, segments, buffer } = this.memory();
      const terms = segments.reduce((sum, segment) => sum + segment.termCount, 0);
      return {
        documents: columns.liveCount,
        terms,
        segments: segments.length,
        buffered: buffer.articleCount,
        building: this.#succession?.progress() ?? null,
      };
    });
  }

  close(): void {
    if (this.store.database.read(() => this.memory().logRows) > 0) this.flush();
  }

  clear(): void {
    this.store.makeAnew();
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
  find(plan: Plan, withTrash: boolean, scoring = pressmarkScoring, checkpoint = noCheckpoint): Found {
    const memory = this.memory();
    const findNear: FindTogether = (near, within) => findTogether(memory, near, within, this.#scratch);
    const visible = this.#scratch.living(memory.columns, withTrash);
    return findArticles(memory, plan, visible, scoring, findNear, this.#scratch, checkpoint);
  }

  /** How many of some words each article holds that the rest of their query finds. `table` has the leaves looked up. */
  tally({ memory, table }: Found, leaves: readonly Leaf[], { words, rest }: Loosened, withTrash: boolean): Tally {
    const match = (part: Match, within: Bits): Bits =>
      matchArticles(table, { leaves, match: part }, within, (near, inside) =>
        findTogether(memory, near, inside, this.#scratch),
      );
    const within = match({ kind: 'all', of: rest }, this.#scratch.living(memory.columns, withTrash));
    const tally = new Tally(within.length);
    for (const word of words) tally.add(match(word, within));
    return tally;
  }

  /**
   * Adds to the scores what the best of the articles found gain by nearness, and answers it. `count` is how many of
   * them will be asked for: whatever gains is among `found.best(count)` then.
   */
  addNearness(found: Found, leaves: readonly Leaf[], count: number): Nearness {
    const nearness = nearnessOf(found, leaves, this.#scratch, count);
    const { scores } = found;
    for (const [article, bonuses] of nearness) for (const { weight } of bonuses) scores[article]! += weight;
    return nearness;
  }

  /** The articles found whose whole headline is these words. */
  withHeadline(found: Found, { match }: Plan, units: readonly TypedUnit[]): ReadonlySet<number> {
    const { memory } = found;
    if (units.length === 0) return new Set();
    const typed = this.typedWords();
    // Lunr's length of a field leaves stop words out, so "Arms race" and "The arms race" are one headline.
    const wanted = typed.lengths(units);
    // Few headlines have a word of the query and are as long; mostly none is left to look at, and no position is read.
    const within = asLong(articlesWithWord(found, match, titleField), found, wanted);
    if (within === undefined) return new Set();
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
      const found = this.find(plan, true, lunrScoring);
      const articles = found.articles();
      found.score(articles);
      const { scores } = found;
      const matchData = collectMatchData(found);
      const ids = this.store.idsOf([...articles]);
      const order = [...articles].sort((a, b) => scores[b]! - scores[a]! || b - a);
      return order.map((article) => {
        return { ref: ids.get(article)!, score: scores[article]!, matchData: matchData(article) };
      });
    });
  }
}

/** Those of the articles that were found and whose headline has one of these lengths; undefined when there are none. */
function asLong(articles: ArrayLike<number>, { bits, memory }: Found, wanted: ReadonlySet<number>): Bits | undefined {
  const lengths = memory.columns.lengths[titleField]!;
  let found: Bits | undefined;
  for (let place = 0; place < articles.length; place++) {
    const article = articles[place]!;
    if (wanted.has(lengths[article]!) && hasBit(bits, article)) setBit((found ??= noBits(lengths.length)), article);
  }
  return found;
}
