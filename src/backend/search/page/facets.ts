import type { Facets } from '#contract/search.ts';
import type { Bits } from '../evaluate/bits.ts';
import type { Columns, ListColumn } from '../storage/columns.ts';
import type { NameKind, Names } from '../storage/names.ts';
import type { FacetRows } from './facet-rows.ts';
import { countsPerTable } from './row-counter.ts';

const mostValues = 20;
const years = 10_000;

type FacetValue = { value: string; count: number };

/** The articles of a result: as a set, how many they are, and as a list where somebody wants one. */
export type CountedArticles = { readonly bits: Bits; readonly total: number; readonly articles: () => Uint32Array };

/** From so many articles on, passing over their rows is quicker than their columns one by one. */
const worthRows = 512;

/**
 * Counts the values of a whole result, exactly.
 *
 * Of a large one row by row, in a loop that the processor itself could not wish shorter (`row-counter.ts`); of a small
 * one, and where there is no WebAssembly, over the typed columns: one simple loop for each facet.
 *
 * The tallies are kept from query to query and only what was touched is cleared, so that a small
 * result costs little however many authors there are.
 */
export class FacetCounter {
  readonly #tally = new Tally();
  readonly #rows: FacetRows | undefined;
  readonly #rowsFrom: number;

  /** `rows` are used for results of so many articles on. */
  constructor(rows: FacetRows | undefined, rowsFrom = worthRows) {
    this.#rows = rows;
    this.#rowsFrom = rowsFrom;
  }

  count(found: CountedArticles, columns: Columns, names: Readonly<Record<NameKind, Names>>): Facets {
    const rows = this.#rows;
    const fitsRows = [names.source, names.section, names.author, names.tag].every(({ size }) => size <= countsPerTable);
    if (rows === undefined || found.total < this.#rowsFrom || !fitsRows)
      return this.#countColumns(found.articles(), columns, names);
    rows.count(found.bits, columns);
    const ofNames = (facet: 'source' | 'section' | 'author' | 'tag'): FacetValue[] => {
      const own = names[facet];
      return takeTop(rows.counts(facet), undefined, { from: 0, to: own.size }, (number) => own.name(number));
    };
    return {
      source: ofNames('source'),
      section: ofNames('section'),
      author: ofNames('author'),
      tag: ofNames('tag'),
      year: takeTop(rows.counts('year'), undefined, rows.years, yearName),
    };
  }

  #countColumns(articles: Uint32Array, columns: Columns, names: Readonly<Record<NameKind, Names>>): Facets {
    const tally = this.#tally;
    const ofColumn = (column: Uint32Array | Uint16Array, size: number, nameOf: (number: number) => string) => {
      tally.reserve(size);
      if (articles.length < size) countFew(articles, column, tally.counts, tally.touched);
      else countMany(articles, column, tally.counts);
      return articles.length < size ? tally.takeTouched(nameOf) : tally.takeAll(size, nameOf);
    };
    const ofLists = (lists: ListColumn, own: Names) => {
      const nameOf = (number: number) => own.name(number);
      tally.reserve(own.size);
      if (articles.length < own.size) countFewLists(articles, lists, tally.counts, tally.touched);
      else countManyLists(articles, lists, tally.counts);
      return articles.length < own.size ? tally.takeTouched(nameOf) : tally.takeAll(own.size, nameOf);
    };
    return {
      source: ofColumn(columns.source, names.source.size, (number) => names.source.name(number)),
      section: ofColumn(columns.section, names.section.size, (number) => names.section.name(number)),
      author: ofLists(columns.authors, names.author),
      tag: ofLists(columns.tags, names.tag),
      year: ofColumn(columns.year, years, yearName),
    };
  }
}

function yearName(year: number): string {
  return String(year).padStart(4, '0');
}

// The loops have their arrays as arguments: reached through an object they take twice as long.

/** Notes each number that is met: for a result smaller than the choice of values. */
function countFew(
  articles: Uint32Array,
  column: Uint32Array | Uint16Array,
  counts: Uint32Array,
  touched: number[],
): void {
  for (let place = 0; place < articles.length; place++) {
    const number = column[articles[place]!]!;
    if (counts[number] === 0) touched.push(number);
    counts[number]! += 1;
  }
}

function countMany(articles: Uint32Array, column: Uint32Array | Uint16Array, counts: Uint32Array): void {
  for (let place = 0; place < articles.length; place++) counts[column[articles[place]!]!]! += 1;
}

function countFewLists(
  articles: Uint32Array,
  { offsets, values }: ListColumn,
  counts: Uint32Array,
  touched: number[],
): void {
  for (let place = 0; place < articles.length; place++) {
    const article = articles[place]!;
    const end = offsets[article + 1]!;
    for (let at = offsets[article]!; at < end; at++) {
      const number = values[at]!;
      if (counts[number] === 0) touched.push(number);
      counts[number]! += 1;
    }
  }
}

function countManyLists(articles: Uint32Array, lists: ListColumn, counts: Uint32Array): void {
  countMany(articles, lists.first, counts);
  if (lists.secondCount > 0) countMany(articles, lists.second, counts);
  if (lists.longerCount > 0) countLonger(articles, lists, counts);
}

/** What longer lists hold behind their first two numbers. */
function countLonger(articles: Uint32Array, { isLonger, offsets, values }: ListColumn, counts: Uint32Array): void {
  for (let place = 0; place < articles.length; place++) {
    const article = articles[place]!;
    if (isLonger[article] === 0) continue;
    const end = offsets[article + 1]!;
    for (let at = offsets[article]! + 2; at < end; at++) counts[values[at]!]! += 1;
  }
}

class Tally {
  counts = new Uint32Array(1024);
  /** Numbers whose count is not 0. */
  readonly touched: number[] = [];

  /** Makes room for numbers below `size`. */
  reserve(size: number): void {
    if (size > this.counts.length) this.counts = new Uint32Array(size * 2);
  }

  takeTouched(nameOf: (number: number) => string): FacetValue[] {
    const top = takeTop(this.counts, this.touched, { from: 0, to: this.touched.length }, nameOf);
    this.touched.length = 0;
    return top;
  }

  takeAll(size: number, nameOf: (number: number) => string): FacetValue[] {
    return takeTop(this.counts, undefined, { from: 0, to: size }, nameOf);
  }
}

/**
 * The most frequent values first, equal ones by name; number 0 is "none" and is left out. The counts are 0
 * afterwards. Looked at are the counts `[from, to)`, or those of `numbers`.
 *
 * A short sorted list is kept while looking at each count once; most are too small to enter it.
 */
function takeTop(
  counts: Uint32Array,
  numbers: readonly number[] | undefined,
  { from, to }: { readonly from: number; readonly to: number },
  nameOf: (number: number) => string,
): FacetValue[] {
  const top: FacetValue[] = [];
  let least = 1;
  for (let place = from; place < to; place++) {
    const number = numbers === undefined ? place : numbers[place]!;
    const count = counts[number]!;
    counts[number] = 0;
    if (number === 0 || count < least) continue;
    insert(top, { value: nameOf(number), count });
    if (top.length > mostValues) top.pop();
    if (top.length === mostValues) least = top[mostValues - 1]!.count;
  }
  return top;
}

function insert(top: FacetValue[], entry: FacetValue): void {
  let place = top.length;
  top.push(entry);
  for (; place > 0 && comesBefore(entry, top[place - 1]!); place--) top[place] = top[place - 1]!;
  top[place] = entry;
}

function comesBefore(a: FacetValue, b: FacetValue): boolean {
  return a.count > b.count || (a.count === b.count && a.value < b.value);
}
