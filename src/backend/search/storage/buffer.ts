import type { Analyzer } from '../analysis/analyzer.ts';
import { ByteWriter } from '../codec/bytes.ts';
import { inOrder } from './term-order.ts';

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
  #heads: Int32Array<ArrayBuffer>;
  #tails: Int32Array<ArrayBuffer>;
  #entries: Int32Array<ArrayBuffer>;
  /** The term of each entry: what comes after a flush is moved to the next buffer by it. */
  #termOf: Int32Array<ArrayBuffer>;
  readonly #positions: ByteWriter;
  #size = 1;
  readonly #terms: number[] = [];
  articleCount = 0;

  /** `like`: a buffer that needed so much room before, so that this one need not grow step by step. */
  constructor(analyzer: Analyzer, like?: Buffer) {
    const [terms, entries, positionBytes] = like?.capacities ?? [firstEntries, firstEntries, firstEntries * 4];
    this.#analyzer = analyzer;
    this.#heads = new Int32Array(terms);
    this.#tails = new Int32Array(terms);
    this.#termOf = new Int32Array(entries);
    this.#entries = new Int32Array(entries * entrySize);
    this.#positions = new ByteWriter(positionBytes);
  }

  get capacities(): readonly [terms: number, entries: number, positionBytes: number] {
    return [this.#heads.length, this.#termOf.length, this.#positions.bytes.length];
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
    while (term >= this.#heads.length) {
      this.#heads = doubled(this.#heads);
      this.#tails = doubled(this.#tails);
    }
    if (this.#size === this.#termOf.length) {
      this.#entries = doubled(this.#entries);
      this.#termOf = doubled(this.#termOf);
    }
    const place = this.#size++;
    const entries = this.#entries;
    const at = place * entrySize;
    entries[at + 1] = article;
    entries[at + 2] = frequency * 8 + field;
    entries[at + 3] = this.#positions.length;
    this.#termOf[place] = term;
    this.#positions.raw(positions, from, to);
    if (this.#heads[term] === 0) {
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
    return inOrder(Int32Array.from(this.#terms), (term) => this.#analyzer.term(term));
  }

  /**
   * A buffer of the articles from `low` on alone. `whenEmpty` runs while no buffer refers to the
   * analyzer's terms.
   */
  from(low: number, articleCount: number, whenEmpty: () => void): Buffer {
    let first = this.#size;
    // Articles come in rising order, so those that stay are the last entries.
    while (first > 1 && this.#entries[(first - 1) * entrySize + 1]! >= low) first--;
    const terms = Array.from(this.#termOf.subarray(first, this.#size), (term) => this.#analyzer.term(term));
    whenEmpty();
    const rest = new Buffer(this.#analyzer, this);
    rest.articleCount = articleCount;
    for (let place = first; place < this.#size; place++) {
      const at = place * entrySize;
      const entry = this.#entries[at + 2]!;
      const [from, to] = [this.positionsStart(place), this.positionsEnd(place)];
      const term = this.#analyzer.termNumber(terms[place - first]!);
      rest.add(term, this.#entries[at + 1]!, entry & 7, entry >> 3, this.positions, from, to);
    }
    return rest;
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

function doubled(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}
