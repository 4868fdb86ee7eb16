import { fieldCount } from '../fields.ts';
import { ByteWriter } from './bytes.ts';

/**
 * The postings of one term in one segment, and apart from them its positions.
 *
 * ```
 * postings   mask, then for each field in the mask: count, bytes, last; then the streams in the same order
 *   stream   for each article: gap * 2 + (1 when the term occurs once), and the frequency when it is not 1
 * positions  for each field in the mask: bytes; then the streams in the same order
 *   stream   for each article, as many as the frequency: the distance to the position before
 * ```
 * `gap` is the distance to the article before (to the segment's first number for the first one).
 * `last` is the last article less the segment's first number: with it a merge appends one stream to
 * another byte for byte and rewrites a single gap. Positions are appended as they are.
 *
 * Positions lie in blocks of their own, so that only phrases pay for them.
 */
export class PostingsBuilder {
  readonly #low: number;
  readonly #streams: ByteWriter[];
  readonly #positions: ByteWriter[];
  readonly #counts = new Int32Array(fieldCount);
  readonly #lasts = new Int32Array(fieldCount);

  constructor(low: number) {
    this.#low = low;
    this.#streams = Array.from({ length: fieldCount }, () => new ByteWriter(256));
    this.#positions = Array.from({ length: fieldCount }, () => new ByteWriter(256));
    this.#lasts.fill(low);
  }

  get isEmpty(): boolean {
    return this.#mask() === 0;
  }

  /** One article's entry, with bytes `[from, to)` of its positions; articles of a field come in rising order. */
  add(field: number, article: number, frequency: number, positions: Uint8Array, from: number, to: number): void {
    const stream = this.#streams[field]!;
    const gap = article - this.#lasts[field]!;
    stream.varint(gap * 2 + (frequency === 1 ? 1 : 0));
    if (frequency !== 1) stream.varint(frequency);
    this.#positions[field]!.raw(positions, from, to);
    this.#lasts[field] = article;
    this.#counts[field]! += 1;
  }

  /** A whole stream of a later segment, all of whose articles live: only its first gap changes. */
  append(bytes: Uint8Array, stream: FieldStream, low: number, positions: Uint8Array, from: number, to: number): void {
    const { field } = stream;
    const first = readVarint(bytes, stream.start);
    const article = low + (first.value >>> 1);
    const target = this.#streams[field]!;
    target.varint((article - this.#lasts[field]!) * 2 + (first.value & 1));
    target.raw(bytes, first.next, stream.end);
    this.#positions[field]!.raw(positions, from, to);
    this.#lasts[field] = low + stream.last;
    this.#counts[field]! += stream.count;
  }

  /** Writes both records and makes the builder empty for the next term. */
  finish(target: ByteWriter, positionsTarget: ByteWriter): void {
    const mask = this.#mask();
    target.varint(mask);
    for (let field = 0; field < fieldCount; field++) {
      if (((mask >> field) & 1) === 0) continue;
      target.varint(this.#counts[field]!);
      target.varint(this.#streams[field]!.length);
      target.varint(this.#lasts[field]! - this.#low);
      positionsTarget.varint(this.#positions[field]!.length);
    }
    for (let field = 0; field < fieldCount; field++) {
      if (((mask >> field) & 1) === 0) continue;
      target.append(this.#streams[field]!);
      positionsTarget.append(this.#positions[field]!);
    }
    this.#counts.fill(0);
    this.#lasts.fill(this.#low);
  }

  #mask(): number {
    let mask = 0;
    for (let field = 0; field < fieldCount; field++) if (this.#counts[field]! > 0) mask |= 1 << field;
    return mask;
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

/** Where the positions of each field's stream begin and end; there are as many as the postings record has streams. */
export function readPositionRanges(
  bytes: Uint8Array,
  start: number,
  streams: number,
): { start: number; end: number }[] {
  const sizes: number[] = [];
  let at = start;
  for (let stream = 0; stream < streams; stream++) {
    const size = readVarint(bytes, at);
    sizes.push(size.value);
    at = size.next;
  }
  return sizes.map((size) => {
    const range = { start: at, end: at + size };
    at += size;
    return range;
  });
}

/** The place behind `count` varints. */
export function skipVarints(bytes: Uint8Array, start: number, count: number): number {
  let at = start;
  for (let left = count; left > 0; left--) while (bytes[at++]! > 127);
  return at;
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

/** Numbers of one stream in a head: field, count, start, end. */
export const headSize = 4;

/** A head to read records into, again and again. */
export function newHead(): Int32Array {
  return new Int32Array(fieldCount * headSize);
}

/** `readStreams` for the hot path: writes into `head` and answers the number of streams. */
export function readHead(bytes: Uint8Array, start: number, head: Int32Array): number {
  const mask = bytes[start]!;
  let at = start + 1;
  let streams = 0;
  for (let field = 0; field < fieldCount; field++) {
    if (((mask >> field) & 1) === 0) continue;
    const place = streams++ * headSize;
    head[place] = field;
    for (let column = 1; column <= 3; column++) {
      let value = bytes[at++]!;
      if (value > 127) {
        value &= 127;
        for (let shift = 7; ; shift += 7) {
          const byte = bytes[at++]!;
          value |= (byte & 127) << shift;
          if (byte < 128) break;
        }
      }
      // Count, then size; the last article is the merge's alone.
      if (column < 3) head[place + column] = value;
    }
  }
  for (let place = 0; place < streams * headSize; place += headSize) {
    const size = head[place + 2]!;
    head[place + 2] = at;
    at += size;
    head[place + 3] = at;
  }
  return streams;
}
