import { eachEntry } from '../codec/dictionary.ts';
import { eachPosting, PostingsBuilder, readPositionRanges, readStreams, skipVarints } from '../codec/postings.ts';
import { Building } from './building.ts';
import { giveBack } from './give-back.ts';
import { positionsStart, type Segment } from './segment.ts';
import type { SegmentWriter } from './segment-writer.ts';
import type { Store } from './store.ts';

const fanOut = 8;
/** Segments up to this many articles are the smallest class; each class above is eight times larger. */
const smallestClass = 512;
/** A segment with more than this share of gone articles is written anew. */
const mostDeadShare = 0.2;
/** Moving a list of this size takes a good part of a millisecond. */
const largeBytes = 64 * 1024;
/** Small lists are moved several at once: a look at the clock after every one would take as long as the moving. */
const termsAtOnce = 8;

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
 * One merge, done in slices: the new segment is built beside its sources, and one transaction puts it
 * in their place.
 */
export class Merge {
  readonly building: Building;
  readonly #store: Store;
  readonly #sources: readonly Segment[];
  /** Sources all of whose articles lived at the beginning: their streams are appended as they are. */
  readonly #isWhole: ReadonlySet<Segment>;

  constructor(store: Store, sources: readonly Segment[], live: Uint8Array) {
    this.#store = store;
    this.#sources = sources;
    this.#isWhole = new Set(sources.filter((source) => source.dead === 0));
    const range = { low: sources[0]!.low, high: sources.at(-1)!.high };
    this.building = new Building(store, range, live, (writer, lived) => this.#mergeTerms(writer, lived));
  }

  /** The switch. False when it cannot be: another process merged the sources meanwhile. */
  finish(live: Uint8Array): boolean {
    const manifest = new Set(this.#store.segmentNumbers());
    if (!this.#sources.every((source) => manifest.has(source.number))) return false;
    if (!this.building.finish(live)) return false;
    for (const source of this.#sources) {
      this.#store.removeSegment(source.number);
      this.#store.noteUnfinished(source.number, -1);
    }
    return true;
  }

  *#mergeTerms(writer: SegmentWriter, lived: (article: number) => boolean): Generator<void, void> {
    const cursors = this.#sources.map((source) => new Cursor(source)).filter((cursor) => cursor.advance());
    const postings = new PostingsBuilder(this.#sources[0]!.low);
    let untilYield = termsAtOnce;
    while (cursors.length > 0) {
      let first = cursors[0]!;
      for (const cursor of cursors) if (cursor.term < first.term) first = cursor;
      const term = first.term;
      // Sources lie in the order of their articles, so each stream is simply the next part.
      for (let i = 0; i < cursors.length; i++) {
        const cursor = cursors[i]!;
        if (cursor.term !== term) continue;
        // A common word's list is long enough to let others in between its parts.
        const bytes = this.#take(cursor, postings, lived);
        if (bytes > largeBytes) yield;
        if (bytes > largeBytes / termsAtOnce) untilYield = 1;
        if (!cursor.advance()) cursors.splice(i--, 1);
      }
      if (!postings.isEmpty) writer.add(term, postings);
      if (--untilYield > 0) continue;
      untilYield = termsAtOnce;
      yield;
    }
  }

  /** Moves one source's postings of a term over; answers how many bytes they were. */
  #take(cursor: Cursor, postings: PostingsBuilder, lived: (article: number) => boolean): number {
    const { segment, postingsBlock, positionsBlock, start, positionsStart: from } = cursor;
    const streams = readStreams(postingsBlock, start);
    const ranges = readPositionRanges(positionsBlock, from, streams.length);
    for (const [place, stream] of streams.entries()) {
      const range = ranges[place]!;
      if (this.#isWhole.has(segment)) {
        postings.append(postingsBlock, stream, segment.low, positionsBlock, range.start, range.end);
        continue;
      }
      let at = range.start;
      eachPosting(postingsBlock, stream, segment.low, (article, frequency) => {
        const to = skipVarints(positionsBlock, at, frequency);
        if (lived(article)) postings.add(stream.field, article, frequency, positionsBlock, at, to);
        at = to;
      });
    }
    cursor.positionsStart = ranges.at(-1)?.end ?? from;
    return (streams.at(-1)?.end ?? start) - start + cursor.positionsStart - from;
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
      giveBack(this.postingsBlock);
      giveBack(this.positionsBlock);
      if (++this.#block === this.segment.blockCount) return false;
      this.#entries = eachEntry(this.segment.readDictionary(this.#block));
      this.postingsBlock = this.segment.readPostings(this.#block);
      this.positionsBlock = this.segment.readPositions(this.#block);
      this.positionsStart = positionsStart(this.positionsBlock, 0);
    }
  }
}
