import { Flush } from './flush.ts';
import type { Memory } from './memory.ts';
import { chooseMerge, Merge } from './merge.ts';
import type { Store } from './store.ts';

/** Blocks removed at one go while sweeping. */
const sweepBlocks = 4;
/** A switch writes so many changed pages at most; those before are written one in a slice. */
const mostPagesAtOnce = 2;

/** A change of tables and memory together, which the caller must make as one. */
export type Switch = (memory: Memory) => void;

/**
 * The work that can wait: making segments of new articles, merging segments, and sweeping away the
 * blocks that this leaves behind.
 *
 * What it remembers between slices may be proved wrong by the tables at any time (a rollback, another
 * process); then it is forgotten and begun anew.
 */
export class Upkeep {
  readonly #store: Store;
  #flush: Flush | undefined;
  #merge: Merge | undefined;
  #hasSwept = false;
  /** Numbers of segments that this object began and gave up. */
  readonly #givenUp = new Set<number>();

  constructor(store: Store) {
    this.#store = store;
  }

  /**
   * One slice; call inside a transaction. `isFull`: new articles must become a segment before anything
   * else; `shouldFlush`: they should, when there is nothing else to do.
   */
  step(
    memory: Memory,
    { isFull, shouldFlush }: { readonly isFull: boolean; readonly shouldFlush: boolean },
    isTimeUp: () => boolean,
  ): 'more' | 'idle' | Switch {
    if (isFull || this.#flushOf(memory) !== undefined) return this.#stepFlush(memory, isTimeUp);
    if (this.#sweep(isTimeUp)) return 'more';
    this.#merge ??= this.#beginMerge(memory);
    if (this.#merge !== undefined) return this.#stepMerge(this.#merge, isTimeUp);
    return shouldFlush ? this.#stepFlush(memory, isTimeUp) : 'idle';
  }

  /** All that is new becomes a segment at once, in the caller's change. */
  flushNow(memory: Memory): void {
    do {
      const flush = this.#flushOf(memory) ?? new Flush(this.#store, memory);
      this.#flush = undefined;
      this.#givenUp.add(flush.building.number);
      flush.building.step(() => false);
      this.#finishFlush(flush, memory);
    } while (memory.buffer.articleCount > 0);
  }

  /** The flush under way, if the memory is still the one that it was begun with. */
  #flushOf(memory: Memory): Flush | undefined {
    if (this.#flush?.isOf(memory) === false) {
      this.#givenUp.add(this.#flush.building.number);
      this.#flush = undefined;
    }
    return this.#flush;
  }

  #stepFlush(memory: Memory, isTimeUp: () => boolean): 'more' | Switch {
    const flush = this.#flushOf(memory) ?? new Flush(this.#store, memory);
    // Forgotten until the slice has gone well: what was interrupted by an error must not go on.
    this.#flush = undefined;
    this.#givenUp.add(flush.building.number);
    if (flush.building.isWritten) {
      if (memory.waitingPages <= mostPagesAtOnce) return (current) => this.#finishFlush(flush, current);
      this.#keepFlush(flush);
      return (current) => current.savePage();
    }
    if (flush.building.step(isTimeUp)) this.#keepFlush(flush);
    return 'more';
  }

  #keepFlush(flush: Flush): void {
    this.#givenUp.delete(flush.building.number);
    this.#flush = flush;
  }

  #finishFlush(flush: Flush, memory: Memory): void {
    // Gone: someone swept it away. The articles are still in the buffer and in the log.
    if (!flush.building.finish(memory.columns.live)) return;
    memory.fold(flush.building.range.high);
    this.#givenUp.delete(flush.building.number);
  }

  #beginMerge(memory: Memory): Merge | undefined {
    const sources = chooseMerge(memory.segments);
    return sources.length === 0 ? undefined : new Merge(this.#store, sources, memory.columns.live);
  }

  #stepMerge(merge: Merge, isTimeUp: () => boolean): 'more' | Switch {
    this.#merge = undefined;
    this.#givenUp.add(merge.building.number);
    if (merge.building.isWritten) return (current) => this.#finishMerge(merge, current);
    if (merge.building.step(isTimeUp)) {
      this.#givenUp.delete(merge.building.number);
      this.#merge = merge;
    }
    return 'more';
  }

  #finishMerge(merge: Merge, memory: Memory): void {
    if (!merge.finish(memory.columns.live)) return;
    memory.readManifest();
    this.#givenUp.delete(merge.building.number);
  }

  /** Removes blocks that belong to no segment; true while there are any. */
  #sweep(isTimeUp: () => boolean): boolean {
    const ours = [this.#merge?.building.number, this.#flush?.building.number];
    for (const { segment, isDropped } of this.#store.unfinished()) {
      // What another is building is given up only when we have just come: then it is most likely of a
      // process that was killed. A living builder notices and begins anew.
      if (ours.includes(segment) || !(isDropped || !this.#hasSwept || this.#givenUp.has(segment))) continue;
      while (this.#store.sweepBlocks(segment, sweepBlocks)) if (isTimeUp()) return true;
      // Still remembered as given up: if what follows in this transaction fails, the row comes back.
      this.#store.forgetUnfinished(segment);
    }
    this.#hasSwept = true;
    return false;
  }
}
