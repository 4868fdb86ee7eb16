import { SegmentWriter } from './segment-writer.ts';
import type { Store } from './store.ts';

/** Writes terms in order, and yields after a few small ones, or within a large one. */
export type Writing = (writer: SegmentWriter, lived: (article: number) => boolean) => Generator<void, void>;

/** The articles `[low, high)` that a segment covers. */
export type Range = { readonly low: number; readonly high: number };

/**
 * A segment in the making: blocks are written in as many transactions as it takes, and the manifest is
 * switched in one.
 *
 * ```
 *  begin         a number for the new segment, noted as unfinished with progress 0
 *  step … step   blocks under the new number; the progress goes up by one in the same transaction
 *  finish        the row of the manifest, with whatever else makes it true, in one transaction
 * ```
 * Nothing points to the new blocks until then, so a kill leaves only blocks to sweep. The progress
 * on disk must be what this object remembers, else a transaction was rolled back or another process
 * swept: then the work is given up and begun anew some other time.
 */
export class Building {
  readonly range: Range;
  readonly #store: Store;
  /** Who lived when it began. Later deaths are counted as dead in the new segment. */
  readonly #lived: Uint8Array;
  readonly #writer: SegmentWriter;
  readonly #work: Generator<void, void>;
  #progress = 0;
  #isWritten = false;

  constructor(store: Store, range: Range, live: Uint8Array, write: Writing) {
    this.range = range;
    this.#store = store;
    this.#lived = live.slice(range.low, range.high);
    this.#writer = new SegmentWriter(store, store.takeSegmentNumber());
    store.noteUnfinished(this.#writer.number, 0);
    this.#work = write(this.#writer, (article) => this.#lived[article - range.low] === 1);
  }

  get number(): number {
    return this.#writer.number;
  }

  /** All blocks are there; only `finish` is left. */
  get isWritten(): boolean {
    return this.#isWritten;
  }

  /** Works until `isTimeUp`; call inside a transaction. False: what was written is lost, nothing comes of it. */
  step(isTimeUp: () => boolean): boolean {
    if (!this.#isThere()) return false;
    do this.#isWritten = this.#work.next().done === true;
    while (!this.#isWritten && !isTimeUp());
    if (this.#isWritten) this.#writer.close();
    this.#progress++;
    this.#store.noteUnfinished(this.number, this.#progress);
    return true;
  }

  /** Puts the segment into the manifest, in the transaction that makes it the truth. False: it is gone. */
  finish(live: Uint8Array): boolean {
    if (!this.#isThere()) return false;
    const { low, high } = this.range;
    let dead = 0;
    for (let article = low; article < high; article++)
      if (this.#lived[article - low] === 1 && live[article] !== 1) dead++;
    this.#writer.finish({ low, high, dead });
    this.#store.forgetUnfinished(this.number);
    return true;
  }

  #isThere(): boolean {
    return this.#store.progressOf(this.number) === this.#progress;
  }
}
