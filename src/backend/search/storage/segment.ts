import { ByteReader } from '../codec/bytes.ts';
import { type Entry, findEntry, type Landmarks, landmarksOf } from '../codec/dictionary.ts';
import type { BlockCache } from './block-cache.ts';
import type { SegmentRow, Store } from './store.ts';

/** Where a term's postings record lies: a block of a segment and the bytes in it. */
export type RecordPlace = Omit<Entry, 'term'> & { readonly block: number };

/** So many answers of the dictionary are kept, some ten kilobytes. */
const mostKnown = 256;

/**
 * An immutable part of the index: terms and postings of the articles `[low, high)`.
 *
 * Of its dictionary only the first term of each block is read at once; blocks follow when asked for.
 */
export class Segment {
  readonly number: number;
  readonly low: number;
  readonly high: number;
  readonly blockCount: number;
  readonly termCount: number;
  /** Articles in it that are gone; while there are any, counts in headers are too large. */
  dead: number;
  readonly firsts: readonly string[];
  readonly #store: Store;
  readonly #cache: BlockCache;
  readonly #dictionary: (Uint8Array | undefined)[];
  readonly #landmarks: (Landmarks | undefined)[] = [];
  /** What `find` answered lately: the words of a query are asked for again with each further keystroke. */
  readonly #known = new Map<string, RecordPlace | undefined>();

  constructor(store: Store, cache: BlockCache, row: SegmentRow) {
    this.#store = store;
    this.#cache = cache;
    this.number = row.segment;
    this.low = row.low;
    this.high = row.high;
    this.dead = row.dead;
    this.blockCount = row.blocks;
    this.termCount = row.terms;
    const reader = new ByteReader(row.firsts);
    this.firsts = Array.from({ length: reader.varint() }, () => reader.string());
    this.#dictionary = Array.from({ length: row.blocks });
  }

  dictionaryBlock(block: number): Uint8Array {
    return (this.#dictionary[block] ??= this.#store.block('ix_dictionary', this.number, block));
  }

  /** Made when a word with wildcards or mistakes is first looked for in the block. */
  landmarks(block: number): Landmarks {
    return (this.#landmarks[block] ??= landmarksOf(this.dictionaryBlock(block)));
  }

  postingsBlock(block: number): Uint8Array {
    return this.#cache.get('postings', this.number, block, () => this.readPostings(block));
  }

  /** The block of positions, and where in it the record of the term at `ordinal` begins. */
  positionsOf(block: number, ordinal: number): { bytes: Uint8Array; start: number } {
    const bytes = this.#cache.get('positions', this.number, block, () => this.readPositions(block));
    return { bytes, start: positionsStart(bytes, ordinal) };
  }

  /** A block for one passing look: not kept, so that a merge does not drive out what queries read. */
  readDictionary(block: number): Uint8Array {
    return this.#dictionary[block] ?? this.#store.block('ix_dictionary', this.number, block);
  }

  readPostings(block: number): Uint8Array {
    return this.#store.block('ix_postings', this.number, block);
  }

  readPositions(block: number): Uint8Array {
    return this.#store.block('ix_positions', this.number, block);
  }

  /** The last block whose first term is not after `term`; -1 when all are. */
  blockOf(term: string): number {
    let low = 0;
    let high = this.firsts.length - 1;
    let found = -1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      if (this.firsts[middle]! <= term) {
        found = middle;
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return found;
  }

  find(term: string): RecordPlace | undefined {
    const known = this.#known.get(term);
    if (known !== undefined || this.#known.has(term)) return known;
    const found = this.#lookUp(term);
    if (this.#known.size >= mostKnown) this.#known.clear();
    this.#known.set(term, found);
    return found;
  }

  #lookUp(term: string): RecordPlace | undefined {
    const block = this.blockOf(term);
    if (block < 0) return undefined;
    const entry = findEntry(this.dictionaryBlock(block), term);
    return entry && { block, ...entry };
  }
}

/** Where the positions record of the term at `ordinal` begins in its block. Decodes in place: a block has thousands. */
export function positionsStart(bytes: Uint8Array, ordinal: number): number {
  const reader = new ByteReader(bytes);
  let left = reader.varint();
  let { at } = reader;
  let before = 0;
  for (let place = 0; left > 0; left--, place++) {
    let size = bytes[at++]!;
    if (size > 127) {
      size &= 127;
      for (let shift = 7; ; shift += 7) {
        const byte = bytes[at++]!;
        size |= (byte & 127) << shift;
        if (byte < 128) break;
      }
    }
    if (place < ordinal) before += size;
  }
  return at + before;
}
