import { PostingsBuilder } from '../codec/postings.ts';
import { Building } from './building.ts';
import type { Memory } from './memory.ts';
import type { SegmentWriter } from './segment-writer.ts';
import type { Store } from './store.ts';

/** Some microseconds each; a look at the clock after every one would take a good part of that. */
const termsAtOnce = 8;

/**
 * Makes a segment of the articles that are in the buffer now, in slices: what comes meanwhile stays in
 * the buffer, and queries go on reading it until the switch.
 */
export class Flush {
  readonly building: Building;
  readonly #memory: Memory;

  constructor(store: Store, memory: Memory) {
    this.#memory = memory;
    const range = { low: memory.bufferLow, high: memory.columns.next };
    this.building = new Building(store, range, memory.columns.live, (writer, lived) => this.#writeTerms(writer, lived));
  }

  /** Whether it reads this memory's buffer, as it is. */
  isOf(memory: Memory): boolean {
    return this.#memory === memory && this.building.range.low === memory.bufferLow;
  }

  *#writeTerms(writer: SegmentWriter, lived: (article: number) => boolean): Generator<void, void> {
    const { low, high } = this.building.range;
    const postings = new PostingsBuilder(low);
    const { analyzer, buffer } = this.#memory;
    let untilYield = termsAtOnce;
    for (const term of buffer.sortedTerms()) {
      buffer.eachOf(term, (article, field, frequency, place) => {
        if (article >= high || !lived(article)) return;
        const { positions } = buffer;
        postings.add(field, article, frequency, positions, buffer.positionsStart(place), buffer.positionsEnd(place));
      });
      if (!postings.isEmpty) writer.add(analyzer.term(term), postings);
      if (--untilYield > 0) continue;
      untilYield = termsAtOnce;
      yield;
    }
  }
}
