import { fieldCount } from '../fields.ts';
import { type ByteWriter, ByteWriter as Writer } from './bytes.ts';

/**
 * The postings of one term in one segment.
 *
 * ```
 * record  = mask, then for each field in the mask: count, bytes, last; then the streams in the same order
 * stream  = for each article: gap * 2 + (1 when the term occurs once), and the frequency when it is not 1
 * ```
 * `gap` is the distance to the article before (to the segment's first number for the first one).
 * `last` is the last article less the segment's first number: with it a merge appends one stream to
 * another byte for byte and rewrites a single gap.
 */
export class PostingsBuilder {
  readonly #low: number;
  readonly #streams: ByteWriter[];
  readonly #counts = new Int32Array(fieldCount);
  readonly #lasts = new Int32Array(fieldCount);

  constructor(low: number) {
    this.#low = low;
    this.#streams = Array.from({ length: fieldCount }, () => new Writer(256));
    this.#lasts.fill(low);
  }

  get isEmpty(): boolean {
    return this.#counts.every((count) => count === 0);
  }

  /** One article's entry; articles of a field come in rising order. */
  add(field: number, article: number, frequency: number): void {
    const stream = this.#streams[field]!;
    const gap = article - this.#lasts[field]!;
    stream.varint(gap * 2 + (frequency === 1 ? 1 : 0));
    if (frequency !== 1) stream.varint(frequency);
    this.#lasts[field] = article;
    this.#counts[field]! += 1;
  }

  /** A whole stream of a later segment, all of whose articles live: only its first gap changes. */
  append(field: number, bytes: Uint8Array, part: FieldStream, low: number): void {
    const first = readVarint(bytes, part.start);
    const article = low + (first.value >>> 1);
    const stream = this.#streams[field]!;
    stream.varint((article - this.#lasts[field]!) * 2 + (first.value & 1));
    stream.raw(bytes, first.next, part.end);
    this.#lasts[field] = low + part.last;
    this.#counts[field]! += part.count;
  }

  /** Writes the record and makes the builder empty for the next term. */
  finish(target: ByteWriter): void {
    let mask = 0;
    for (let field = 0; field < fieldCount; field++) if (this.#counts[field]! > 0) mask |= 1 << field;
    target.varint(mask);
    for (let field = 0; field < fieldCount; field++) {
      if (((mask >> field) & 1) === 0) continue;
      target.varint(this.#counts[field]!);
      target.varint(this.#streams[field]!.length);
      target.varint(this.#lasts[field]! - this.#low);
    }
    for (let field = 0; field < fieldCount; field++) {
      const stream = this.#streams[field]!;
      if (((mask >> field) & 1) === 1) target.raw(stream.bytes, 0, stream.length);
      stream.length = 0;
    }
    this.#counts.fill(0);
    this.#lasts.fill(this.#low);
  }
}

/** Where one field's stream lies in the block, and what its header says of it. */
export type FieldStream = {
  readonly field: number;
  readonly count: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
};

export function readStreams(bytes: Uint8Array, start: number): FieldStream[] {
  const head = readVarint(bytes, start);
  const found: { field: number; count: number; size: number; last: number }[] = [];
  let at = head.next;
  for (let field = 0; field < fieldCount; field++) {
    if (((head.value >> field) & 1) === 0) continue;
    const count = readVarint(bytes, at);
    const size = readVarint(bytes, count.next);
    const last = readVarint(bytes, size.next);
    at = last.next;
    found.push({ field, count: count.value, size: size.value, last: last.value });
  }
  const streams: FieldStream[] = [];
  for (const { field, count, size, last } of found) {
    streams.push({ field, count, last, start: at, end: at + size });
    at += size;
  }
  return streams;
}

/** Visits every entry of a stream. Plain; the scoring loops do the same in place. */
export function eachPosting(
  bytes: Uint8Array,
  stream: FieldStream,
  low: number,
  visit: (article: number, frequency: number) => void,
): void {
  let at = stream.start;
  let article = low;
  while (at < stream.end) {
    const entry = readVarint(bytes, at);
    at = entry.next;
    article += entry.value >>> 1;
    let frequency = 1;
    if ((entry.value & 1) === 0) {
      const more = readVarint(bytes, at);
      frequency = more.value;
      at = more.next;
    }
    visit(article, frequency);
  }
}

function readVarint(bytes: Uint8Array, start: number): { value: number; next: number } {
  let at = start;
  let byte = bytes[at++]!;
  let value = byte & 127;
  let shift = 7;
  while (byte > 127) {
    byte = bytes[at++]!;
    value |= (byte & 127) << shift;
    shift += 7;
  }
  return { value: value >>> 0, next: at };
}
