import { type Bits, noBits, setBit } from '../evaluate/bits.ts';
import { type Columns, type ListColumn, pageSize } from '../storage/columns.ts';
import {
  countsPerTable,
  openRowCounter,
  reserveRows,
  rowBytes,
  type RowCounter,
  setAt,
  tableOfPlace,
} from './row-counter.ts';

/** The facets in the order of the counter's tables. */
export const facetTables = { source: 0, section: 1, year: 2, author: 3, tag: 4 } as const;
export type FacetName = keyof typeof facetTables;

const numbersPerRow = tableOfPlace.length;
const [authorPlace, tagPlace] = [3, 5];
const authorsInRow = 2;
const tagsInRow = 3;

/**
 * What facets count, side by side for each article, so that a large result is counted in one passing of
 * memory: a copy of the columns, brought up to date page by page where articles have changed.
 */
export class FacetRows {
  readonly #counter: RowCounter;
  #columns: Columns | undefined;
  /** The version of the columns that the rows are of. */
  #version = -1;
  #capacity = 0;
  #rows = new Uint16Array(0);
  /** Articles with more authors or tags than a row has room for. */
  #longer: Bits = noBits(0);
  #leastYear = 0;
  #mostYear = 0;

  private constructor(counter: RowCounter) {
    this.#counter = counter;
  }

  /** Undefined where there is no WebAssembly. */
  static open(): FacetRows | undefined {
    const counter = openRowCounter();
    return counter && new FacetRows(counter);
  }

  /** Counts the articles of a set; the counts stay until they are taken. */
  count(bits: Bits, columns: Columns): void {
    this.#follow(columns);
    const { memory, count } = this.#counter;
    new Uint32Array(memory.buffer, setAt, bits.length).set(bits);
    count(setAt, setAt + bits.length * 4, this.#rowsAt);
    this.#countLonger(bits, columns);
  }

  /** The counts of a facet, by number; whoever reads them clears them. */
  counts(facet: FacetName): Uint32Array {
    return new Uint32Array(this.#counter.memory.buffer, facetTables[facet] * countsPerTable * 4, countsPerTable);
  }

  /** Years that occur are within `[from, to)`. */
  get years(): { from: number; to: number } {
    return { from: this.#leastYear, to: this.#mostYear + 1 };
  }

  get #rowsAt(): number {
    return setAt + this.#capacity / 8;
  }

  #follow(columns: Columns): void {
    if (columns === this.#columns && columns.version === this.#version) return;
    if (columns !== this.#columns || columns.capacity > this.#capacity) this.#begin(columns);
    for (let page = 0; page * pageSize < columns.next; page++) {
      if (columns.changedAt[page]! > this.#version)
        this.#fill(columns, page * pageSize, Math.min((page + 1) * pageSize, columns.next));
    }
    this.#version = columns.version;
  }

  #begin(columns: Columns): void {
    const { capacity } = columns;
    reserveRows(this.#counter, capacity / 8 + capacity * rowBytes);
    this.#columns = columns;
    this.#capacity = capacity;
    this.#version = -1;
    this.#rows = new Uint16Array(this.#counter.memory.buffer, this.#rowsAt, capacity * numbersPerRow);
    this.#longer = noBits(capacity);
    this.#leastYear = 10_000;
    this.#mostYear = 0;
  }

  #fill({ source, section, year, authors, tags }: Columns, from: number, to: number): void {
    const rows = this.#rows;
    for (let article = from; article < to; article++) {
      const at = article * numbersPerRow;
      rows[at] = source[article]!;
      rows[at + 1] = section[article]!;
      rows[at + 2] = year[article]!;
      this.#fillList(authors, article, at + authorPlace, authorsInRow);
      this.#fillList(tags, article, at + tagPlace, tagsInRow);
      if (year[article]! > this.#mostYear) this.#mostYear = year[article]!;
      if (year[article]! < this.#leastYear && year[article]! > 0) this.#leastYear = year[article]!;
    }
  }

  #fillList({ offsets, values }: ListColumn, article: number, at: number, room: number): void {
    const start = offsets[article]!;
    const length = offsets[article + 1]! - start;
    for (let place = 0; place < room; place++) this.#rows[at + place] = place < length ? values[start + place]! : 0;
    if (length > room) setBit(this.#longer, article);
  }

  /** What longer lists hold behind their first numbers. */
  #countLonger(bits: Bits, { authors, tags }: Columns): void {
    const [authorCounts, tagCounts] = [this.counts('author'), this.counts('tag')];
    for (let word = 0; word < bits.length; word++) {
      for (let rest = bits[word]! & this.#longer[word]!; rest !== 0; rest &= rest - 1) {
        const article = word * 32 + 31 - Math.clz32(rest & -rest);
        countFrom(authors, article, authorsInRow, authorCounts);
        countFrom(tags, article, tagsInRow, tagCounts);
      }
    }
  }
}

function countFrom({ offsets, values }: ListColumn, article: number, first: number, counts: Uint32Array): void {
  const end = offsets[article + 1]!;
  for (let at = offsets[article]! + first; at < end; at++) counts[values[at]!]! += 1;
}
