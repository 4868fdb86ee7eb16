import { ByteReader, ByteWriter } from '../codec/bytes.ts';
import { fieldCount } from '../fields.ts';
import { giveBack } from './give-back.ts';
import { daySeconds, instantSeconds, printedSeconds, yearOfDay } from './days.ts';

/** Articles of one row of `ix_page`. */
export const pageSize = 4096;
export const pageOf = (article: number): number => Math.floor(article / pageSize);

export const states = ['unread', 'reading', 'archived'] as const;
export const favouriteFlag = 1;
export const trashedFlag = 2;
export const pictureFlag = 4;
export const correctionFlag = 8;
/** More than one snapshot. */
export const versionFlag = 16;
export const highlightFlag = 32;
export const noteFlag = 64;

/** What is kept of an article beside its words: numbers only, names by their number in a dictionary. */
export type ColumnValues = {
  /** Seconds since day 0 as printed; 0 = unknown. */
  readonly published: number;
  readonly saved: number;
  readonly words: number;
  readonly state: number;
  readonly flags: number;
  readonly source: number;
  readonly section: number;
  readonly language: number;
  /** The host of its address, the wire service credited, the place that opens it. */
  readonly site: number;
  readonly agency: number;
  readonly place: number;
  readonly authors: readonly number[];
  readonly tags: readonly number[];
};

export const numericColumns = [
  'published',
  'saved',
  'words',
  'state',
  'flags',
  'source',
  'section',
  'language',
  'site',
  'agency',
  'place',
] as const;

/**
 * Numbers that are small as a rule. They are kept in 16 bits until one of them is larger: half the memory,
 * and what is counted must come from memory first. Columns that the same loops read widen together, so that
 * these loops never meet both.
 */
export type NarrowArray = Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;
const mostNarrow = 65_535;
/** Columns of numbers of names. */
const nameColumns = ['source', 'section', 'language', 'site', 'agency', 'place'] as const;

/** Lists of numbers, one for each article, laid end to end. An article's list never changes: another list, another number. */
export class ListColumn {
  offsets = new Uint32Array(1);
  values: NarrowArray = new Uint16Array(64);
  /**
   * The first two numbers of each list once more, 0 where there is none, and whether there are others: most
   * lists are that short, and counting them (facets) without a loop for each takes a third of the time.
   */
  first: NarrowArray = new Uint16Array(0);
  second: NarrowArray = new Uint16Array(0);
  isLonger = new Uint8Array(0);
  /** How many lists have a second number, and how many have more. */
  secondCount = 0;
  longerCount = 0;

  reserve(capacity: number): void {
    this.offsets = widened(this.offsets, capacity + 1);
    this.first = widened(this.first, capacity);
    this.second = widened(this.second, capacity);
    this.isLonger = widened(this.isLonger, capacity);
  }

  append(article: number, list: readonly number[]): void {
    const start = this.offsets[article]!;
    while (start + list.length > this.values.length) this.values = widened(this.values, this.values.length * 2);
    if (list.some((value) => value > mostNarrow)) this.#widen();
    this.values.set(list, start);
    this.offsets[article + 1] = start + list.length;
    this.#note(article);
  }

  #note(article: number): void {
    const start = this.offsets[article]!;
    const length = this.offsets[article + 1]! - start;
    const first = length > 0 ? this.values[start]! : 0;
    const second = length > 1 ? this.values[start + 1]! : 0;
    this.first[article] = first;
    this.second[article] = second;
    this.isLonger[article] = length > 2 ? 1 : 0;
    if (length > 1) this.secondCount++;
    if (length > 2) this.longerCount++;
  }

  #widen(): void {
    if (this.values instanceof Uint32Array) return;
    this.values = Uint32Array.from(this.values);
    this.first = Uint32Array.from(this.first);
    this.second = Uint32Array.from(this.second);
  }

  of(article: number): NarrowArray {
    return this.values.subarray(this.offsets[article], this.offsets[article + 1]);
  }

  /** The lists of articles `[from, to)`: how long each is, then all their numbers. */
  write(target: ByteWriter, from: number, to: number): void {
    const lengths = Uint32Array.from({ length: to - from }, (_, place) => this.of(from + place).length);
    const values = this.values.subarray(this.offsets[from], this.offsets[to]);
    target.varint(values.length);
    packColumn(target, lengths);
    packColumn(target, values);
  }

  read(reader: ByteReader, from: number, count: number): void {
    const total = reader.varint();
    const start = this.offsets[from]!;
    const lengths = new Uint32Array(count);
    unpack(readPacked(reader, count), lengths, 0);
    if (start + total > this.values.length) this.values = widened(this.values, (start + total) * 2);
    const packed = readPacked(reader, total);
    if (!isNarrow(packed)) this.#widen();
    unpack(packed, this.values, start);
    for (let place = 0; place < count; place++) {
      this.offsets[from + place + 1] = this.offsets[from + place]! + lengths[place]!;
      this.#note(from + place);
    }
  }
}

type Saturations = {
  readonly average: number;
  readonly k1: number;
  readonly b: number;
  readonly values: Float64Array;
};

/**
 * Everything known of articles by number: who lives, how long the fields are, and the typed columns
 * that filters, facets and sort orders read.
 */
export class Columns {
  capacity = 0;
  /** The number the next article gets. */
  next = 0;
  liveCount = 0;
  trashedCount = 0;
  live = new Uint8Array(0);
  lengths: NarrowArray[] = Array.from({ length: fieldCount }, () => new Uint16Array(0));
  /** Sums of the field lengths of living articles. */
  readonly totals = new Float64Array(fieldCount);
  published = new Float64Array(0);
  saved = new Float64Array(0);
  words = new Uint32Array(0);
  state = new Uint8Array(0);
  flags = new Uint8Array(0);
  source: NarrowArray = new Uint16Array(0);
  section: NarrowArray = new Uint16Array(0);
  language: NarrowArray = new Uint16Array(0);
  site: NarrowArray = new Uint16Array(0);
  agency: NarrowArray = new Uint16Array(0);
  place: NarrowArray = new Uint16Array(0);
  /** Year of publication, 0 when unknown; follows from `published`. */
  year = new Uint16Array(0);
  readonly authors = new ListColumn();
  readonly tags = new ListColumn();
  readonly dirtyPages = new Set<number>();
  /** Rises with every change. */
  version = 0;
  /** The version at which an article of a page changed last. */
  changedAt = new Float64Array(0);
  /** Kept for scoring: what depends on the average length of a field alone. */
  readonly saturations: (Saturations | undefined)[] = [];

  reserve(count: number): void {
    if (count <= this.capacity) return;
    const capacity = pageSize * Math.ceil(Math.max(count, this.capacity * 1.25) / pageSize);
    this.live = widened(this.live, capacity);
    this.published = widened(this.published, capacity);
    this.saved = widened(this.saved, capacity);
    this.words = widened(this.words, capacity);
    this.state = widened(this.state, capacity);
    this.flags = widened(this.flags, capacity);
    for (const column of nameColumns) this[column] = widened(this[column], capacity);
    this.year = widened(this.year, capacity);
    this.lengths = this.lengths.map((lengths) => widened(lengths, capacity));
    this.authors.reserve(capacity);
    this.tags.reserve(capacity);
    this.changedAt = widened(this.changedAt, capacity / pageSize);
    this.capacity = capacity;
  }

  /** Brings in a new article; its number must be `next`. */
  add(article: number, lengths: ArrayLike<number>, values: ColumnValues): void {
    this.reserve(article + 1);
    this.next = article + 1;
    this.live[article] = 1;
    this.liveCount++;
    for (let field = 0; field < fieldCount; field++) {
      if (lengths[field]! > mostNarrow) this.#widenLengths();
      this.lengths[field]![article] = lengths[field]!;
      this.totals[field]! += lengths[field]!;
    }
    this.authors.append(article, values.authors);
    this.tags.append(article, values.tags);
    this.flags[article] = 0;
    this.set(article, values);
  }

  /** Changes the columns of an article that stays what it is. */
  set(article: number, values: ColumnValues): void {
    this.trashedCount += trashedBit(values.flags) - trashedBit(this.flags[article]!);
    if (nameColumns.some((column) => values[column] > mostNarrow)) this.#widenNames();
    for (const column of numericColumns) this[column][article] = values[column];
    this.year[article] = values.published === 0 ? 0 : yearOfDay(Math.floor(values.published / daySeconds));
    this.#touch(article);
  }

  /** Lets an article go. False when it was gone already. */
  kill(article: number): boolean {
    if (this.live[article] !== 1) return false;
    this.live[article] = 0;
    this.liveCount--;
    this.trashedCount -= trashedBit(this.flags[article]!);
    for (let field = 0; field < fieldCount; field++) this.totals[field]! -= this.lengths[field]![article]!;
    this.#touch(article);
    return true;
  }

  #widenNames(): void {
    if (this.source instanceof Uint32Array) return;
    for (const column of nameColumns) this[column] = Uint32Array.from(this[column]);
  }

  #widenLengths(): void {
    if (this.lengths[0] instanceof Uint32Array) return;
    this.lengths = this.lengths.map((lengths) => Uint32Array.from(lengths));
  }

  #touch(article: number): void {
    this.version++;
    this.changedAt[pageOf(article)] = this.version;
    this.dirtyPages.add(pageOf(article));
  }

  // --- pages

  /** What is known of the articles of a page, those below `high`. */
  writePage(page: number, high: number): Uint8Array {
    const from = page * pageSize;
    const to = Math.min(from + pageSize, high);
    const target = new ByteWriter(64 * 1024);
    target.varint(to - from);
    for (const column of this.#packedColumns()) packColumn(target, column.subarray(from, to));
    for (const list of [this.authors, this.tags]) list.write(target, from, to);
    return target.take();
  }

  /** Reads a page written by `writePage`; pages come in order. */
  readPage(page: number, data: Uint8Array): void {
    const from = page * pageSize;
    const reader = new ByteReader(data);
    const count = reader.varint();
    this.reserve(from + count);
    unpack(readPacked(reader, count), this.live, from);
    const packedLengths = this.lengths.map(() => readPacked(reader, count));
    if (!packedLengths.every(isNarrow)) this.#widenLengths();
    for (const [field, packed] of packedLengths.entries()) unpack(packed, this.lengths[field]!, from);
    for (const column of numericColumns) {
      const packed = readPacked(reader, count);
      if (isNameColumn(column) && !isNarrow(packed)) this.#widenNames();
      unpack(packed, this[column], from);
    }
    unpack(readPacked(reader, count), this.year, from);
    for (const list of [this.authors, this.tags]) list.read(reader, from, count);
    this.next = from + count;
    this.#recount(from, from + count);
  }

  #recount(from: number, to: number): void {
    const { live, flags } = this;
    for (let article = from; article < to; article++) {
      this.liveCount += live[article]!;
      this.trashedCount += live[article]! * trashedBit(flags[article]!);
    }
    for (const [field, lengths] of this.lengths.entries()) {
      let total = 0;
      for (let article = from; article < to; article++) total += live[article]! * lengths[article]!;
      this.totals[field]! += total;
    }
  }

  #packedColumns(): readonly NumberArray[] {
    return [this.live, ...this.lengths, ...numericColumns.map((column) => this[column]), this.year];
  }
}

function isNameColumn(column: string): boolean {
  return (nameColumns as readonly string[]).includes(column);
}

type NumberArray = Uint8Array | Uint16Array | Uint32Array | Float64Array;

const trashedBit = (flags: number): number => ((flags & trashedFlag) === 0 ? 0 : 1);

const widths = { 1: Uint8Array, 2: Uint16Array, 4: Uint32Array, 8: Float64Array } as const;
type Width = keyof typeof widths;

/**
 * Writes numbers less their smallest, each in the fewest bytes (1, 2, 4 or 8) that hold the largest; as they
 * are, where that takes no more: reading them is mere copying then.
 */
function packColumn(target: ByteWriter, values: NumberArray): void {
  let least = values.length === 0 ? 0 : values[0]!;
  let most = least;
  for (let i = 1; i < values.length; i++) {
    const value = values[i]!;
    if (value < least) least = value;
    else if (value > most) most = value;
  }
  const width = widthFor(most - least);
  if (widthFor(most) === width) least = 0;
  const packed = new widths[width](values.length);
  for (let i = 0; i < values.length; i++) packed[i] = values[i]! - least;
  target.varint(width);
  target.varint(least);
  target.raw(new Uint8Array(packed.buffer));
}

const widthFor = (most: number): Width => (most < 256 ? 1 : most < 65_536 ? 2 : most < 2 ** 32 ? 4 : 8);

/** Numbers as a page has them, less the smallest of them. */
type Packed = { readonly numbers: NumberArray; readonly least: number };

function readPacked(reader: ByteReader, count: number): Packed {
  const width = reader.varint() as Width;
  const least = reader.varint();
  const start = reader.at;
  reader.at += count * width;
  if (width === 1) return { numbers: reader.bytes.subarray(start, reader.at), least };
  // A copy, because a typed array of wider numbers must begin at a multiple of its width.
  return { numbers: new widths[width](reader.bytes.slice(start, reader.at).buffer), least };
}

function isNarrow({ numbers, least }: Packed): boolean {
  if (numbers.BYTES_PER_ELEMENT <= 2 && least === 0) return true;
  for (let i = 0; i < numbers.length; i++) if (numbers[i]! + least > mostNarrow) return false;
  return true;
}

function unpack({ numbers, least }: Packed, column: NumberArray, from: number): void {
  column.set(numbers, from);
  if (least > 0) for (let i = from; i < from + numbers.length; i++) column[i]! += least;
  // Copies of all pages together would be as large as the columns.
  if (numbers.BYTES_PER_ELEMENT > 1) giveBack(numbers);
}

function widened<T extends NumberArray>(array: T, size: number): T {
  const larger = new (array.constructor as new (size: number) => T)(size);
  larger.set(array);
  return larger;
}

// --- columns in the log

export function writeColumns(target: ByteWriter, values: ColumnValues): void {
  for (const column of numericColumns) target.varint(values[column]);
  for (const list of [values.authors, values.tags]) {
    target.varint(list.length);
    for (const value of list) target.varint(value);
  }
}

export function readColumns(reader: ByteReader): ColumnValues {
  const numbers = Object.fromEntries(numericColumns.map((column) => [column, reader.varint()])) as Omit<
    ColumnValues,
    'authors' | 'tags'
  >;
  const list = (): number[] => Array.from({ length: reader.varint() }, () => reader.varint());
  return { ...numbers, authors: list(), tags: list() };
}

export { instantSeconds, printedSeconds };
