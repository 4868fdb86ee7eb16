import { fieldCount } from '../fields.ts';
import { ByteWriter } from './bytes.ts';
import { isDense, largeFrequency, mostInByte, readDense, writeDense } from './dense.ts';

/**
 * The postings of one term in one segment, and apart from them its positions.
 *
 * ```
 * postings   mask, then for each field in the mask: count * 2 + (1 when dense), bytes, last; then the streams
 *   stream   for each article: gap * 2 + (1 when the term occurs once), and the frequency when it is not 1
 *            of common words: see dense.ts
 * positions  for each field in the mask: bytes; then the streams in the same order
 *   stream   for each article, as many as the frequency: the distance to the position before
 * ```
 * `gap` is the distance to the article before (to the segment's first number for the first one).
 * `last` is the last article less the segment's first number: with it a merge appends one stream to
 * another byte for byte and rewrites a single gap. Whether a stream is dense shows at its end only:
 * until then all are gathered in the other form. Positions are appended as they are.
 *
 * Positions lie in blocks of their own, so that only phrases pay for them.
 */
export class PostingsBuilder {
  readonly #low: number;
  readonly #streams: ByteWriter[];
  readonly #positions: ByteWriter[];
  readonly #counts = new Int32Array(fieldCount);
  readonly #lasts = new Int32Array(fieldCount);
  readonly #list = new PostingList();

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
    this.#addPosting(field, article, frequency);
    this.#positions[field]!.raw(positions, from, to);
  }

  #addPosting(field: number, article: number, frequency: number): void {
    const stream = this.#streams[field]!;
    const gap = article - this.#lasts[field]!;
    stream.varint(gap * 2 + (frequency === 1 ? 1 : 0));
    if (frequency !== 1) stream.varint(frequency);
    this.#lasts[field] = article;
    this.#counts[field]! += 1;
  }

  /** A whole stream of a later segment, all of whose articles live: only its first gap changes. */
  append(bytes: Uint8Array, stream: FieldStream, low: number, positions: Uint8Array, from: number, to: number): void {
    const { field } = stream;
    this.#positions[field]!.raw(positions, from, to);
    if (stream.isDense) {
      this.#list.read(bytes, stream, low);
      const { articles, frequencies } = this.#list;
      for (let place = 0; place < stream.count; place++) this.#addPosting(field, articles[place]!, frequencies[place]!);
      return;
    }
    const first = readVarint(bytes, stream.start);
    const article = low + (first.value >>> 1);
    const target = this.#streams[field]!;
    target.varint((article - this.#lasts[field]!) * 2 + (first.value & 1));
    target.raw(bytes, first.next, stream.end);
    this.#lasts[field] = low + stream.last;
    this.#counts[field]! += stream.count;
  }

  /** Writes both records and makes the builder empty for the next term. */
  finish(target: ByteWriter, positionsTarget: ByteWriter): void {
    const mask = this.#mask();
    target.varint(mask);
    for (let field = 0; field < fieldCount; field++) {
      if (((mask >> field) & 1) === 0) continue;
      const isOften = isDense(this.#counts[field]!, this.#low, this.#lasts[field]!);
      if (isOften) this.#makeDense(field);
      target.varint(this.#counts[field]! * 2 + (isOften ? 1 : 0));
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

  #makeDense(field: number): void {
    const stream = this.#streams[field]!;
    const count = this.#counts[field]!;
    this.#list.read(stream.bytes, { count, isDense: false, start: 0, end: stream.length }, this.#low);
    stream.length = 0;
    writeDense(stream, this.#list.articles, this.#list.frequencies, count, this.#low);
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
  /** The form: a bitmap (`dense.ts`), or gaps. */
  readonly isDense: boolean;
  readonly last: number;
  readonly start: number;
  readonly end: number;
};

/** What a reader of a stream must know. */
export type StreamPlace = Pick<FieldStream, 'count' | 'isDense' | 'start' | 'end'>;

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
    streams.push({ field, count: count >>> 1, isDense: (count & 1) === 1, last, start: at, end: at + size });
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

/** The same for many, four bytes at a time: a byte that ends a number has its high bit clear. */
export function skipMany(view: DataView, start: number, count: number): number {
  let at = start;
  let left = count;
  // Four bytes end at most four numbers, so while more are left no step goes too far.
  while (left > 4) {
    const goOn = (view.getUint32(at, true) >>> 7) & 0x01010101;
    left -= 4 - (Math.imul(goOn, 0x01010101) >>> 24);
    at += 4;
  }
  for (; left > 0; left--) while (view.getUint8(at++) > 127);
  return at;
}

/**
 * The articles of one stream and how often the term occurs in each, side by side. Made once and read
 * into again and again, so that whoever looks at postings has a plain loop over numbers.
 */
export class PostingList {
  articles = new Uint32Array(0);
  frequencies = new Uint32Array(0);
  count = 0;

  read(bytes: Uint8Array, stream: StreamPlace, low: number): void {
    const { count } = stream;
    this.count = count;
    if (count > this.articles.length) {
      const room = Math.ceil(count * 1.25);
      this.articles = new Uint32Array(room);
      this.frequencies = new Uint32Array(room);
    }
    if (stream.isDense) readDenseList(bytes, stream.start, count, low, this.articles, this.frequencies);
    else readGaps(bytes, stream.start, count, low, this.articles, this.frequencies);
  }
}

/**
 * Decodes in place, and takes the common forms (a gap of one or two bytes; a frequency of one byte or
 * none) without a branch: which it is changes too often to be foretold.
 */
function readGaps(
  bytes: Uint8Array,
  start: number,
  count: number,
  low: number,
  articles: Uint32Array,
  frequencies: Uint32Array,
): void {
  let article = low;
  let at = start;
  for (let place = 0; place < count; place++) {
    const first = bytes[at]!;
    const second = bytes[at + 1]! | 0;
    const goesOn = first >>> 7;
    let entry = (first & 127) | ((second << 7) & -goesOn & 0x3fff);
    at += 1 + goesOn;
    if ((first & second) > 127) {
      for (let shift = 14; ; shift += 7) {
        const byte = bytes[at++]!;
        entry |= (byte & 127) << shift;
        if (byte < 128) break;
      }
    }
    article += entry >>> 1;
    articles[place] = article;
    const isOnce = entry & 1;
    const more = (bytes[at]! | 0) & (isOnce - 1);
    at += 1 - isOnce;
    let frequency = more | isOnce;
    if (more > 127) {
      frequency &= 127;
      for (let shift = 7; ; shift += 7) {
        const byte = bytes[at++]!;
        frequency |= (byte & 127) << shift;
        if (byte < 128) break;
      }
    }
    frequencies[place] = frequency;
  }
}

function readDenseList(
  bytes: Uint8Array,
  start: number,
  count: number,
  low: number,
  articles: Uint32Array,
  frequencies: Uint32Array,
): void {
  const { words, firstWord, frequenciesAt } = readDense(bytes, start, low);
  let place = 0;
  for (let word = 0; word < words.length; word++) {
    const base = (firstWord + word) * 32;
    for (let rest = words[word]!; rest !== 0; rest &= rest - 1) {
      articles[place] = base + 31 - Math.clz32(rest & -rest);
      const frequency = bytes[frequenciesAt + place]!;
      frequencies[place] = frequency < mostInByte ? frequency : largeFrequency(bytes, frequenciesAt, count, place);
      place++;
    }
  }
}

/** Visits every entry of a stream. */
export function eachPosting(
  bytes: Uint8Array,
  stream: FieldStream,
  low: number,
  visit: (article: number, frequency: number) => void,
): void {
  const list = new PostingList();
  list.read(bytes, stream, low);
  for (let place = 0; place < list.count; place++) visit(list.articles[place]!, list.frequencies[place]!);
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

/** Numbers of one stream in a head: field, count * 2 + (1 when dense), start, end. */
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
