import type { Database } from '#platform/database.ts';
import { Analyzer } from '../analysis/analyzer.ts';
import { columnsOf, printOf, type SearchDocument, textsOf } from '../document.ts';
import { BlockCache } from './block-cache.ts';
import { type ColumnValues, numericColumns } from './columns.ts';
import { Memory } from './memory.ts';
import type { Store } from './store.ts';
import { Upkeep } from './upkeep.ts';

export type IndexSettings = {
  /** So many new articles become a segment. */
  readonly flushAt: number;
  readonly cacheBytes: number;
  /** With so many numbers of articles that are gone, and more of them than living ones, the living are numbered anew. */
  readonly renumberAt: number;
  /** A query of so many postings has its scores worked out only where an article may come first. */
  readonly waitFrom: number;
};

/** With so many new articles a quiet moment is used to make a segment of them. */
const worthFlushing = 32;
/** Beyond so many changes the log is folded into pages, so that opening stays quick. */
const longestLog = 4096;
/** Whoever never calls `maintain` gets segments all the same, in one piece and so many times as large. */
const patience = 4;
/** More segments than merging leaves. */
const crowdedSegments = 40;
/** Where it is crowded, taking in does about so much of the waiting work: twice what an article causes. */
const upkeepMsPerArticle = 0.8;

/**
 * One index in tables of its own: its memory, its changes, its upkeep. Answers no query itself.
 *
 * There is one as a rule, and a second one while the first is being replaced.
 */
export class Generation {
  readonly store: Store;
  readonly analyzer = new Analyzer();
  readonly #settings: IndexSettings;
  readonly #cache: BlockCache;
  readonly #upkeep: Upkeep;
  #memory: Memory | undefined;
  /** The mark of the tables' state that `#memory` agrees with; undefined while that is in doubt. */
  #state: string | undefined;

  constructor(store: Store, settings: IndexSettings) {
    this.store = store;
    this.#settings = settings;
    this.#cache = new BlockCache(settings.cacheBytes);
    this.#upkeep = new Upkeep(store);
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
      const { result, state } = allOrNothing(database, () => ({
        result: work(memory),
        state: this.store.renewState(),
      }));
      this.#state = state;
      return result;
    });
  }

  put(documents: readonly SearchDocument[]): void {
    // A batch that becomes a segment at once needs no log.
    const isImport = documents.length >= this.#settings.flushAt;
    const mostBuffered = this.#settings.flushAt * patience;
    this.change((memory) => {
      for (const document of documents) {
        this.#putOne(memory, document, !isImport);
        if (memory.buffer.articleCount >= mostBuffered) this.#upkeep.flushNow(memory);
      }
      if (isImport || memory.logRows > longestLog * patience) this.#upkeep.flushNow(memory);
    });
    // A long import must not outrun the upkeep, or all of it would have to be done at once.
    const crowding = this.#crowding();
    if (crowding <= 1) return;
    const until = performance.now() + documents.length * upkeepMsPerArticle * crowding;
    this.maintain(() => performance.now() >= until, false);
  }

  /** How far behind the upkeep is: more than 1 means that more waits than should. */
  #crowding(): number {
    const { segments, buffer } = this.#memory!;
    return Math.max(segments.length / crowdedSegments, buffer.articleCount / (1.5 * this.#settings.flushAt));
  }

  #putOne(memory: Memory, document: SearchDocument, isLogged: boolean): void {
    const { id, language } = document;
    const print = printOf(document, this.analyzer.group(language));
    const values = columnsOf(document, memory.names);
    const known = this.store.findDocument(document.id);
    if (known !== undefined && Buffer.compare(known.print, print) === 0) {
      if (isOther(memory, known.number, values)) memory.setColumns(known.number, values);
      return;
    }
    if (known !== undefined) memory.remove(known.number);
    memory.add({ id, print, texts: textsOf(document), language }, values, isLogged);
  }

  remove(ids: readonly string[]): void {
    this.change((memory) => {
      for (const id of ids) {
        const known = this.store.findDocument(id);
        if (known !== undefined) memory.remove(known.number);
      }
      if (memory.logRows > longestLog * patience) this.#upkeep.flushNow(memory);
    });
  }

  /** Makes a segment of what is in the buffer. */
  flush(): void {
    this.change((memory) => this.#upkeep.flushNow(memory));
  }

  /**
   * One slice of waiting work; true when there is more to do. `isQuiet`: nothing more is coming at the
   * moment, so that even some few new articles may become a segment.
   */
  maintain(isTimeUp: () => boolean, isQuiet: boolean): boolean {
    return this.store.database.write(() => {
      const memory = this.memory();
      const { articleCount } = memory.buffer;
      const isFull = articleCount >= this.#settings.flushAt || memory.logRows > longestLog;
      const shouldFlush = isFull || (isQuiet && articleCount >= worthFlushing);
      const outcome = this.#upkeep.step(memory, { isFull, shouldFlush }, isTimeUp);
      if (typeof outcome === 'function') this.change(outcome);
      return outcome !== 'idle';
    });
  }
}

function isOther({ columns }: Memory, article: number, values: ColumnValues): boolean {
  return numericColumns.some((column) => columns[column][article] !== values[column]);
}

/** Runs `work` inside a transaction so that a failure leaves nothing of it, even if the caller goes on. */
function allOrNothing<T>(database: Database, work: () => T): T {
  database.exec('SAVEPOINT ix_change');
  try {
    const result = work();
    database.exec('RELEASE ix_change');
    return result;
  } catch (error) {
    try {
      database.exec('ROLLBACK TO ix_change; RELEASE ix_change');
    } catch {
      // A full disk may have ended the whole transaction already; then there is nothing to go back to.
    }
    throw error;
  }
}
