import { ByteWriter } from '../codec/bytes.ts';
import { writeEntry } from '../codec/dictionary.ts';
import type { PostingsBuilder } from '../codec/postings.ts';
import type { Store } from './store.ts';

/** A block of postings closes at this size; a larger list gets a block of its own, so that reading it reads nothing else. */
const postingsBlockBytes = 16 * 1024;
const dictionaryBlockBytes = 8 * 1024;

/**
 * Writes the blocks of one new segment, term by term in order. Nothing refers to them until
 * `finish` adds the segment's row to the manifest, in the caller's transaction.
 */
export class SegmentWriter {
  readonly number: number;
  readonly #store: Store;
  readonly #dictionary = new ByteWriter(dictionaryBlockBytes * 2);
  readonly #postings = new ByteWriter(postingsBlockBytes * 2);
  readonly #record = new ByteWriter(1024);
  readonly #positions = new ByteWriter(postingsBlockBytes * 2);
  readonly #positionsRecord = new ByteWriter(1024);
  readonly #positionsBlock = new ByteWriter(postingsBlockBytes * 2);
  /** Bytes of each term's positions in the open block. */
  #positionSizes: number[] = [];
  readonly #firsts: string[] = [];
  #previous = '';
  #termsInBlock = 0;
  #termCount = 0;

  constructor(store: Store, number: number) {
    this.#store = store;
    this.number = number;
  }

  get termCount(): number {
    return this.#termCount;
  }

  /** Takes what the builder has gathered for `term`. */
  add(term: string, postings: PostingsBuilder): void {
    const record = this.#record;
    postings.finish(record, this.#positionsRecord);
    const isFull = this.#postings.length >= postingsBlockBytes || this.#dictionary.length >= dictionaryBlockBytes;
    if (isFull || record.length > postingsBlockBytes) this.#closeBlock();
    if (this.#termsInBlock === 0) {
      this.#firsts.push(term);
      this.#previous = '';
    }
    writeEntry(this.#dictionary, this.#previous, term, record.length);
    this.#postings.append(record);
    this.#positionSizes.push(this.#positionsRecord.length);
    this.#positions.append(this.#positionsRecord);
    this.#previous = term;
    this.#termsInBlock++;
    this.#termCount++;
  }

  /** Writes what is left, when there are no more terms. */
  close(): void {
    this.#closeBlock();
  }

  /** Puts the segment into the manifest; a segment without terms is none. */
  finish(range: { readonly low: number; readonly high: number; readonly dead: number }): void {
    if (this.#termCount === 0) return;
    const firsts = new ByteWriter();
    firsts.varint(this.#firsts.length);
    for (const term of this.#firsts) firsts.string(term);
    this.#store.addSegment({
      segment: this.number,
      ...range,
      terms: this.#termCount,
      blocks: this.#firsts.length,
      firsts: firsts.take(),
    });
  }

  #closeBlock(): void {
    if (this.#termsInBlock === 0) return;
    const block = this.#firsts.length - 1;
    this.#store.putBlock('ix_dictionary', this.number, block, this.#dictionary.lend());
    this.#store.putBlock('ix_postings', this.number, block, this.#postings.lend());
    this.#store.putBlock('ix_positions', this.number, block, this.#takePositions());
    this.#termsInBlock = 0;
  }

  /** A block of positions begins with the sizes of its records: only phrases ask where one lies. */
  #takePositions(): Uint8Array {
    const block = this.#positionsBlock;
    block.varint(this.#positionSizes.length);
    for (const size of this.#positionSizes) block.varint(size);
    block.append(this.#positions);
    this.#positionSizes = [];
    return block.lend();
  }
}
