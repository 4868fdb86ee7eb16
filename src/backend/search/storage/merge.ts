import { eachEntry } from '../codec/dictionary.ts';
import { eachPosting, PostingsBuilder, readPositionRanges, readStreams, skipVarints } from '../codec/postings.ts';
import { positionsStart, type Segment } from './segment.ts';
import { SegmentWriter } from './segment-writer.ts';
import type { Store } from './store.ts';

const fanOut = 8;
/** Segments up to this many articles are the smallest class; each class above is eight times larger. */
const smallestClass = 512;
/** A segment with more than this share of gone articles is written anew. */
const mostDeadShare = 0.2;

/**
 * Chooses neighbours to merge: eight or more of one size class with nothing larger between them.
 *
 * Neighbours only, because a segment covers an unbroken range of article numbers. So each article is
 * rewritten once for each class, and there are never more than some eight segments of a class.
 */
export function chooseMerge(segments: readonly Segment[]): readonly Segment[] {
  const largest = Math.max(0, ...segments.map(sizeClass));
  for (let size = 0; size <= largest; size++) {
    let run: Segment[] = [];
    for (const segment of segments) {
      if (sizeClass(segment) > size) run = [];
      else run.push(segment);
      if (run.filter((one) => sizeClass(one) === size).length === fanOut) return run;
    }
  }
  return segments.filter((segment) => segment.dead > (segment.high - segment.low) * mostDeadShare).slice(0, 1);
}

function sizeClass({ low, high }: Segment): number {
  let size = 0;
  for (let most = smallestClass; high - low > most; most *= fanOut) size++;
  return size;
}

/**
 * One merge, done in slices: each call of `step` writes some blocks of the new segment in the
 * caller's transaction, the last one switches the manifest.
 *
 * ```
 *  begin         a number for the new segment, noted as unfinished with progress 0
 *  step … step   blocks under the new number; the progress goes up by one in the same transaction
 *  last step     in one transaction: the new row in, the old rows out, the old numbers noted for sweeping
 * ```
 * Nothing points to the new blocks until the switch, so a kill leaves only blocks to sweep. The
 * progress on disk must be what this object remembers, else a transaction was rolled back or
 * another process swept: then the merge is given up and begun anew some other time.
 */
export class Merge {
  readonly #store: Store;
  readonly #sources: readonly Segment[];
  /** Who lived when the merge began. Later deaths are counted as dead in the new segment. */
  readonly #lived: Uint8Array;
  /** Sources all of whose articles lived then: their streams are appended as they are. */
  readonly #isWhole: ReadonlySet<Segment>;
  readonly #writer: SegmentWriter;
  readonly #work: Generator<void, void>;
  #progress = 0;

  constructor(store: Store, sources: readonly Segment[], live: Uint8Array) {
    this.#store = store;
    this.#sources = sources;
    this.#lived = live.slice(0, sources.at(-1)!.high);
    this.#isWhole = new Set(sources.filter((source) => source.dead === 0));
    this.#writer = new SegmentWriter(store, store.takeSegmentNumber());
    store.noteUnfinished(this.#writer.number, 0);
    this.#work = this.#mergeTerms();
  }

  get number(): number {
    return this.#writer.number;
  }

  /** Works until `isTimeUp`; call inside a transaction. `gone`: nothing came of it. */
  step(live: Uint8Array, isTimeUp: () => boolean): 'more' | 'done' | 'gone' {
    if (this.#store.progressOf(this.number) !== this.#progress) return 'gone';
    do {
      if (this.#work.next().done === true) return this.#switch(live);
    } while (!isTimeUp());
    this.#progress++;
    this.#store.noteUnfinished(this.number, this.#progress);
    return 'more';
  }

  #switch(live: Uint8Array): 'done' | 'gone' {
    const manifest = new Set(this.#store.segments().map((row) => row.segment));
    if (!this.#sources.every((source) => manifest.has(source.number))) return 'gone';
    const low = this.#sources[0]!.low;
    const high = this.#sources.at(-1)!.high;
    let dead = 0;
    for (let article = low; article < high; article++) if (this.#lived[article] === 1 && live[article] !== 1) dead++;
    for (const source of this.#sources) {
      this.#store.removeSegment(source.number);
      this.#store.noteUnfinished(source.number, -1);
    }
    this.#writer.finish({ low, high, dead });
    this.#store.forgetUnfinished(this.number);
    return 'done';
  }

  *#mergeTerms(): Generator<void, void> {
    const cursors = this.#sources.map((source) => new Cursor(source)).filter((cursor) => cursor.advance());
    const postings = new PostingsBuilder(this.#sources[0]!.low);
    while (cursors.length > 0) {
      let first = cursors[0]!;
      for (const cursor of cursors) if (cursor.term < first.term) first = cursor;
      const term = first.term;
      // Sources lie in the order of their articles, so each stream is simply the next part.
      for (let i = 0; i < cursors.length; i++) {
        const cursor = cursors[i]!;
        if (cursor.term !== term) continue;
        this.#take(cursor, postings);
        if (!cursor.advance()) cursors.splice(i--, 1);
      }
      if (!postings.isEmpty) this.#writer.add(term, postings);
      yield;
    }
  }

  #take(cursor: Cursor, postings: PostingsBuilder): void {
    const { segment, postingsBlock, positionsBlock } = cursor;
    const streams = readStreams(postingsBlock, cursor.start);
    const ranges = readPositionRanges(positionsBlock, cursor.positionsStart, streams.length);
    for (const [place, stream] of streams.entries()) {
      const range = ranges[place]!;
      if (this.#isWhole.has(segment)) {
        postings.append(postingsBlock, stream, segment.low, positionsBlock, range.start, range.end);
        continue;
      }
      let from = range.start;
      eachPosting(postingsBlock, stream, segment.low, (article, frequency) => {
        const to = skipVarints(positionsBlock, from, frequency);
        if (this.#lived[article] === 1) postings.add(stream.field, article, frequency, positionsBlock, from, to);
        from = to;
      });
    }
    cursor.positionsStart = ranges.at(-1)?.end ?? cursor.positionsStart;
  }
}

/** Walks the terms of a segment in order, one block at a time. */
class Cursor {
  readonly segment: Segment;
  postingsBlock: Uint8Array = new Uint8Array(0);
  positionsBlock: Uint8Array = new Uint8Array(0);
  term = '';
  start = 0;
  /** Where the term's positions record begins; whoever reads it moves this on behind it. */
  positionsStart = 0;
  #block = -1;
  #entries = eachEntry(new Uint8Array(0));

  constructor(segment: Segment) {
    this.segment = segment;
  }

  advance(): boolean {
    for (;;) {
      const next = this.#entries.next();
      if (next.done !== true) {
        this.term = next.value.term;
        this.start = next.value.start;
        return true;
      }
      if (++this.#block === this.segment.blockCount) return false;
      this.#entries = eachEntry(this.segment.readDictionary(this.#block));
      this.postingsBlock = this.segment.readPostings(this.#block);
      this.positionsBlock = this.segment.readPositions(this.#block);
      this.positionsStart = positionsStart(this.positionsBlock, 0);
    }
  }
}
