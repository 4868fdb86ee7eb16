import type { Facets } from '#contract/search.ts';
import type { Columns, ListColumn } from '../storage/columns.ts';
import type { NameKind, Names } from '../storage/names.ts';

const mostValues = 20;

type FacetValue = { value: string; count: number };

/**
 * Counts the values of a whole result, exactly, over the typed columns: one simple loop for each
 * facet, which is faster than one loop over all.
 *
 * The tallies are kept from query to query and only what was touched is cleared, so that a small
 * result costs little however many authors there are.
 */
export class FacetCounter {
  readonly #tally = new Tally();

  count(articles: Uint32Array, columns: Columns, names: Readonly<Record<NameKind, Names>>): Facets {
    const nameOf = (kind: NameKind) => (number: number) => names[kind].name(number);
    return {
      source: this.#ofColumn(articles, columns.source, nameOf('source')),
      section: this.#ofColumn(articles, columns.section, nameOf('section')),
      author: this.#ofLists(articles, columns.authors, nameOf('author')),
      tag: this.#ofLists(articles, columns.tags, nameOf('tag')),
      year: this.#ofColumn(articles, columns.year, (year) => String(year).padStart(4, '0')),
    };
  }

  #ofColumn(
    articles: Uint32Array,
    column: Uint32Array | Uint16Array,
    nameOf: (number: number) => string,
  ): FacetValue[] {
    const tally = this.#tally;
    for (let place = 0; place < articles.length; place++) tally.add(column[articles[place]!]!);
    return tally.takeTop(nameOf);
  }

  #ofLists(articles: Uint32Array, { offsets, values }: ListColumn, nameOf: (number: number) => string): FacetValue[] {
    const tally = this.#tally;
    for (let place = 0; place < articles.length; place++) {
      const article = articles[place]!;
      const end = offsets[article + 1]!;
      for (let at = offsets[article]!; at < end; at++) tally.add(values[at]!);
    }
    return tally.takeTop(nameOf);
  }
}

class Tally {
  #counts = new Uint32Array(1024);
  readonly #touched: number[] = [];

  add(number: number): void {
    if (number >= this.#counts.length) this.#grow(number);
    if (this.#counts[number]! === 0) this.#touched.push(number);
    this.#counts[number]! += 1;
  }

  /**
   * The most frequent values first, equal ones by name; number 0 is "none" and is left out. The
   * tally is empty afterwards.
   *
   * A short sorted list is kept while looking at each count once; most are too small to enter it.
   */
  takeTop(nameOf: (number: number) => string): FacetValue[] {
    const top: FacetValue[] = [];
    let least = 1;
    for (const number of this.#touched) {
      const count = this.#counts[number]!;
      this.#counts[number] = 0;
      if (number === 0 || count < least) continue;
      const value = nameOf(number);
      const place = top.findIndex((other) => count > other.count || (count === other.count && value < other.value));
      if (place < 0) top.push({ value, count });
      else top.splice(place, 0, { value, count });
      if (top.length > mostValues) top.pop();
      if (top.length === mostValues) least = top[mostValues - 1]!.count;
    }
    this.#touched.length = 0;
    return top;
  }

  #grow(number: number): void {
    const larger = new Uint32Array(Math.max(number + 1, this.#counts.length * 2));
    larger.set(this.#counts);
    this.#counts = larger;
  }
}
