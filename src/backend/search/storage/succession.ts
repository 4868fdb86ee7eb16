import type { SearchDocument } from '../document.ts';
import { Generation, type IndexSettings } from './generation.ts';
import { nextPrefix, Store } from './store.ts';

/** Gives articles as they are now; those that are not there are left out. */
export type DocumentSource = (ids: readonly string[]) => ReadonlyMap<string, SearchDocument>;

/** Articles that are in the coming index, of all that will be. */
export type Replacing = { readonly done: number; readonly total: number };

/** Articles taken over at one go, between two looks at the clock. */
const articlesAtOnce = 4;
/**
 * Segments of the coming index are numbered so far ahead of the present one's that no number is ever
 * used by both: someone may still be building one when the tables change names. A key leaves 33 bits for
 * the number, so this can go on for a hundred thousand times.
 */
const numbersAhead = 2 ** 16;

/**
 * Replaces the index by another while it goes on answering.
 *
 * ```
 *  begin    tables ix_next_… beside ix_…
 *  step     a few articles after another go into the new tables, in the order of their numbers
 *  change   meanwhile, every change is made in both
 *  switch   in one transaction: ix_… become ix_old_…, ix_next_… become ix_…
 * ```
 * That is done when the analyzer has changed, and when most numbers belong to articles that are gone:
 * in the new tables the living are numbered anew.
 *
 * The new index bears the mark of the state of the old one that it follows. A change that passed it
 * by (a process that knows nothing of it, an error between the two) leaves another mark on the old
 * one: then the new one is thrown away and begun once more.
 */
export class Succession {
  readonly #present: Generation;
  readonly #settings: IndexSettings;
  readonly #documents: DocumentSource;
  #next: Generation;

  constructor(present: Generation, settings: IndexSettings, documents: DocumentSource) {
    this.#present = present;
    this.#settings = settings;
    this.#documents = documents;
    this.#next = this.#newGeneration();
  }

  #newGeneration(): Generation {
    const { database, signature } = this.#present.store;
    return new Generation(new Store(database, signature, nextPrefix), this.#settings);
  }

  /** Makes a change in the present index and in the coming one, if there is one. */
  change(work: (generation: Generation) => void): void {
    this.following((next) => {
      work(this.#present);
      if (next !== undefined) work(next);
    });
  }

  /** Does something that may change the present index's mark, and lets the coming one follow. */
  following<T>(work: (next: Generation | undefined) => T): T {
    return this.#present.store.database.write(() => {
      const next = this.#find();
      const result = work(next);
      next?.store.setMeta('follows', this.#present.store.state());
      return result;
    });
  }

  progress(): Replacing | null {
    const next = this.#find();
    const { liveCount } = this.#present.memory().columns;
    if (next !== undefined) return { done: Math.min(next.memory().columns.liveCount, liveCount), total: liveCount };
    return this.#isWanted() ? { done: 0, total: liveCount } : null;
  }

  /** One slice; call inside a transaction. True while there is more to do. */
  step(isTimeUp: () => boolean): boolean {
    const next = this.#find();
    if (next === undefined) {
      if (this.#isWanted()) return this.#begin();
      // What was begun for tables that are gone.
      this.#next.store.setAside();
      return false;
    }
    do {
      if (next.maintain(isTimeUp, false)) return true;
      if (!this.#takeSome(next)) return next.maintain(isTimeUp, true) || this.#switch(next);
    } while (!isTimeUp());
    return true;
  }

  #isWanted(): boolean {
    if (this.#present.store.condition() === 'stale') return true;
    const { next, liveCount } = this.#present.memory().columns;
    const dead = next - liveCount;
    return dead >= this.#settings.renumberAt && dead * 2 > next;
  }

  /** The coming index, if there is one that has missed nothing. */
  #find(): Generation | undefined {
    const { store } = this.#present;
    if (store.getMeta('successor') === undefined) return undefined;
    const next = this.#next.store;
    const isSound = next.condition() === 'ready' && next.getMeta('follows') === store.state();
    return isSound ? this.#next : undefined;
  }

  #begin(): true {
    const { store } = this.#present;
    this.#next = this.#newGeneration();
    this.#next.store.setAside();
    this.#next.store.create(Number(store.getMeta('nextSegment')) + numbersAhead);
    this.#next.store.setMeta('follows', store.state());
    this.#next.store.setMeta('copied', -1);
    store.setMeta('successor', 1);
    return true;
  }

  /** Takes over the next articles; false when there are none. */
  #takeSome(next: Generation): boolean {
    const { store } = next;
    const copied = Number(store.getMeta('copied'));
    const articles = this.#present.store.documentsAfter(copied, articlesAtOnce);
    const last = articles.at(-1);
    if (last === undefined) return false;
    // What changed meanwhile is there already.
    const missing = articles.filter(({ id }) => store.findDocument(id) === undefined).map(({ id }) => id);
    next.put([...this.#documents(missing).values()]);
    store.setMeta('copied', last.number);
    return true;
  }

  #switch({ store }: Generation): true {
    for (const key of ['follows', 'copied']) store.removeMeta(key);
    this.#present.store.takeOver(store);
    this.#next = this.#newGeneration();
    return true;
  }
}
