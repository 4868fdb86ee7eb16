import type { Analyzer } from '../analysis/analyzer.ts';
import { ByteWriter } from '../codec/bytes.ts';
import { inOrder, lettersKey } from './term-order.ts';

/**
 * Numbers of one entry, side by side so that visiting it touches one line of the processor's cache:
 * the next entry of the term, article, `frequency * 8 + field`, where its positions begin.
 */
const entrySize = 4;
const firstEntries = 1 << 12;

/**
 * The newest postings, in memory until they become a segment: for each term a chain of (article,
 * field, frequency) in the order they came.
 *
 * Its truth on disk is the log. Terms go by the analyzer's numbers, so the analyzer may forget its
 * terms only when no buffer refers to them.
 */
export class Buffer {
  readonly #analyzer: Analyzer;
  /** First and last place of a term's chain; 0 is none, so places begin at 1. */
  #heads = new Int32Array(firstEntries);
  #tails = new Int32Array(firstEntries);
  #entries = new Int32Array(firstEntries * entrySize);
  /** By which terms are sorted; 0 is not known, or a term of no letters. They outlast the articles. */
  #keys = new Float64Array(firstEntries);
  /** The term of each entry: what comes after a flush is moved to the next buffer by it. */
  #termOf = new Int32Array(firstEntries);
  readonly #positions = new ByteWriter(firstEntries * 4);
  #size = 1;
  readonly #terms: number[] = [];
  articleCount = 0;

  constructor(analyzer: Analyzer) {
    this.#analyzer = analyzer;
  }

  add(
    term: number,
    article: number,
    field: number,
    frequency: number,
    positions: Uint8Array,
    from: number,
    to: number,
  ): void {
    const start = this.#positions.length;
    this.#positions.raw(positions, from, to);
    this.#link(term, article, frequency * 8 + field, start);
  }

  #link(term: number, article: number, entry: number, positionsStart: number): void {
    while (term >= this.#heads.length) {
      this.#heads = doubled(this.#heads);
      this.#tails = doubled(this.#tails);
      this.#keys = doubled(this.#keys);
    }
    if (this.#size === this.#termOf.length) {
      this.#entries = doubled(this.#entries);
      this.#termOf = doubled(this.#termOf);
    }
    const place = this.#size++;
    const entries = this.#entries;
    const at = place * entrySize;
    entries[at] = 0;
    entries[at + 1] = article;
    entries[at + 2] = entry;
    entries[at + 3] = positionsStart;
    this.#termOf[place] = term;
    if (this.#heads[term] === 0) {
      // While a new term's letters are at hand.
      if (this.#keys[term] === 0) this.#keys[term] = lettersKey(this.#analyzer.term(term));
      this.#heads[term] = place;
      this.#terms.push(term);
    } else {
      entries[this.#tails[term]! * entrySize] = place;
    }
    this.#tails[term] = place;
  }

  /** Visits a term's entries; `place` leads to the positions of one. */
  each(term: string, visit: (article: number, field: number, frequency: number, place: number) => void): void {
    const number = this.#analyzer.findTerm(term);
    if (number !== undefined) this.eachOf(number, visit);
  }

  /** The same by the analyzer's number of the term. */
  eachOf(term: number, visit: (article: number, field: number, frequency: number, place: number) => void): void {
    const entries = this.#entries;
    for (let place = this.#heads[term] ?? 0; place !== 0; place = entries[place * entrySize]!) {
      const at = place * entrySize;
      const entry = entries[at + 2]!;
      visit(entries[at + 1]!, entry & 7, entry >> 3, place);
    }
  }

  get positions(): Uint8Array {
    return this.#positions.bytes;
  }

  positionsStart(place: number): number {
    return this.#entries[place * entrySize + 3]!;
  }

  positionsEnd(place: number): number {
    return place + 1 === this.#size ? this.#positions.length : this.positionsStart(place + 1);
  }

  *terms(): Generator<string> {
    for (const term of this.#terms) yield this.#analyzer.term(term);
  }

  /** The terms there are now, by number, in the order of their UTF-16 units: Lunr's order and that of the dictionary. */
  sortedTerms(): Generator<number> {
    const textOf = (term: number): string => this.#analyzer.term(term);
    return inOrder([...this.#terms], (term) => this.#keys[term]!, textOf);
  }

  /**
   * Lets go of the articles below `low`, in place: new arrays of this size would cost more than what is
   * done here. `forget`, where it is given, makes the analyzer forget its terms while nothing refers to
   * them.
   */
  keepFrom(low: number, articleCount: number, forget?: () => void): void {
    const entries = this.#entries;
    const size = this.#size;
    let first = size;
    // Articles come in rising order, so those that stay are the last entries.
    while (first > 1 && entries[(first - 1) * entrySize + 1]! >= low) first--;
    const end = this.#positions.length;
    const start = first === size ? end : this.positionsStart(first);
    const kept = this.#termOf.slice(first, size);
    const texts = forget === undefined ? [] : Array.from(kept, (term) => this.#analyzer.term(term));
    this.#clear();
    if (forget !== undefined) {
      forget();
      this.#keys.fill(0);
      for (const [place, text] of texts.entries()) kept[place] = this.#analyzer.termNumber(text);
    }
    this.positions.copyWithin(0, start, end);
    this.#positions.length = end - start;
    for (let place = first; place < size; place++) {
      const at = place * entrySize;
      this.#link(kept[place - first]!, entries[at + 1]!, entries[at + 2]!, entries[at + 3]! - start);
    }
    this.articleCount = articleCount;
  }

  #clear(): void {
    for (const term of this.#terms) {
      this.#heads[term] = 0;
      this.#tails[term] = 0;
    }
    this.#terms.length = 0;
    this.#size = 1;
  }

  /** The analyzer's numbers of the terms in it. */
  get termNumbers(): readonly number[] {
    return this.#terms;
  }

  /** The term that bears a number of the analyzer's, and the other way about. */
  term(number: number): string {
    return this.#analyzer.term(number);
  }

  numberOf(term: string): number | undefined {
    return this.#analyzer.findTerm(term);
  }
}

function doubled<T extends Int32Array | Float64Array>(array: T): T {
  const larger = new (array.constructor as new (size: number) => T)(array.length * 2);
  larger.set(array);
  return larger;
}
