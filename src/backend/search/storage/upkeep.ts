import type { Memory } from './memory.ts';
import { chooseMerge, Merge } from './merge.ts';
import type { Store } from './store.ts';

/** Blocks removed at one go while sweeping. */
const sweepBlocks = 16;

/**
 * The work that can wait: merging segments, and sweeping away the blocks that merges leave behind.
 *
 * What it remembers between slices may be proved wrong by the tables at any time (a rollback, another
 * process); then it is forgotten and begun anew.
 */
export class Upkeep {
  readonly #store: Store;
  #merge: Merge | undefined;
  #hasSwept = false;
  /** Numbers of segments that this object began and gave up. */
  readonly #givenUp = new Set<number>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** One slice; call inside a transaction. `switched`: the manifest is another. `idle`: nothing is left to do. */
  step(memory: Memory, isTimeUp: () => boolean): 'more' | 'switched' | 'idle' {
    if (this.#sweep(isTimeUp)) return 'more';
    const merge = (this.#merge ??= this.#begin(memory));
    if (merge === undefined) return 'idle';
    // Forgotten until the slice has gone well: a merge that was interrupted by an error must not go on.
    this.#merge = undefined;
    this.#givenUp.add(merge.number);
    const outcome = merge.step(memory.columns.live, isTimeUp);
    if (outcome === 'gone') return 'more';
    this.#givenUp.delete(merge.number);
    if (outcome === 'done') return 'switched';
    this.#merge = merge;
    return 'more';
  }

  #begin(memory: Memory): Merge | undefined {
    const sources = chooseMerge(memory.segments);
    return sources.length === 0 ? undefined : new Merge(this.#store, sources, memory.columns.live);
  }

  /** Removes blocks that belong to no segment; true while there are any. */
  #sweep(isTimeUp: () => boolean): boolean {
    for (const { segment, isDropped } of this.#store.unfinished()) {
      // What another is building is given up only when we have just come: then it is most likely of a
      // process that was killed. A living builder notices and begins anew.
      const isOurs = segment === this.#merge?.number;
      if (isOurs || !(isDropped || !this.#hasSwept || this.#givenUp.has(segment))) continue;
      while (this.#store.sweepBlocks(segment, sweepBlocks)) if (isTimeUp()) return true;
      // Still remembered as given up: if what follows in this transaction fails, the row comes back.
      this.#store.forgetUnfinished(segment);
    }
    this.#hasSwept = true;
    return false;
  }
}
