import type { Analyzer } from '../analysis/analyzer.ts';
import { ByteWriter } from '../codec/bytes.ts';

/**
 * The newest postings, in memory until they become a segment: for each term a chain of (article,
 * field, frequency) in the order they came.
 *
 * Its truth on disk is the log. Terms go by the analyzer's numbers, so the analyzer may forget its
 * terms only when the buffer is empty.
 */
export class Buffer {
  readonly #analyzer: Analyzer;
  /** First and last place of a term's chain; 0 is none, so places begin at 1. */
  #heads = new Int32Array(1 << 12);
  #tails = new Int32Array(1 << 12);
  #next = new Int32Array(1 << 12);
  #articles = new Int32Array(1 << 12);
  /** Frequency and field in one number: `frequency * 8 + field`. */
  #entries = new Int32Array(1 << 12);
  /** Where an entry's positions begin; they end where the next entry's begin. */
  #positionStarts = new Int32Array(1 << 12);
  readonly #positions = new ByteWriter(1 << 14);
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
    while (term >= this.#heads.length) {
      this.#heads = doubled(this.#heads);
      this.#tails = doubled(this.#tails);
    }
    if (this.#size === this.#next.length) {
      this.#next = doubled(this.#next);
      this.#articles = doubled(this.#articles);
      this.#entries = doubled(this.#entries);
      this.#positionStarts = doubled(this.#positionStarts);
    }
    const place = this.#size++;
    this.#articles[place] = article;
    this.#entries[place] = frequency * 8 + field;
    this.#positionStarts[place] = this.#positions.length;
    this.#positions.raw(positions, from, to);
    if (this.#heads[term] === 0) {
      this.#heads[term] = place;
      this.#terms.push(term);
    } else {
      this.#next[this.#tails[term]!] = place;
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
    for (let place = this.#heads[term] ?? 0; place !== 0; place = this.#next[place]!) {
      const entry = this.#entries[place]!;
      visit(this.#articles[place]!, entry & 7, entry >> 3, place);
    }
  }

  get positions(): Uint8Array {
    return this.#positions.bytes;
  }

  positionsStart(place: number): number {
    return this.#positionStarts[place]!;
  }

  positionsEnd(place: number): number {
    return place + 1 === this.#size ? this.#positions.length : this.#positionStarts[place + 1]!;
  }

  *terms(): Generator<string> {
    for (const term of this.#terms) yield this.#analyzer.term(term);
  }

  /** The terms by number, in the order of their UTF-16 units: Lunr's order and that of the dictionary. */
  sortedTerms(): number[] {
    const analyzer = this.#analyzer;
    return [...this.#terms].sort((a, b) => (analyzer.term(a) < analyzer.term(b) ? -1 : 1));
  }
}

function doubled(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}
