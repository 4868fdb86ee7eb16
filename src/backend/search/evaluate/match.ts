import { PostingList } from '../codec/postings.ts';
import { addAll, type Bits, keepCommon, keepWhere, noBits, setBit, takeAway } from './bits.ts';
import { passesFilter } from './filter.ts';
import type { Leaf, Match, Near, Plan } from './plan.ts';
import { collect } from './streams.ts';
import { Tally } from './tally.ts';
import type { TermTable } from './term-table.ts';

/** Finds where words stand together, among articles that hold them all. */
export type FindTogether = (near: Near, within: Bits) => Bits;

/**
 * The articles that match, as a set.
 *
 * Every step works within what is left so far, the cheapest first: words by how often they occur,
 * then filters over the columns, last what must look at positions.
 */
export function matchArticles(
  table: TermTable,
  plan: Plan,
  visible: Bits,
  findTogether: FindTogether,
  list = new PostingList(),
): Bits {
  const matcher = new Matcher(table, plan.leaves, findTogether, list);
  return matcher.evaluate(plan.match, visible);
}

/** Up to so many terms are read one by one; more are read in the order in which they lie. */
const fewTerms = 8;

class Matcher {
  readonly #table: TermTable;
  readonly #leaves: readonly Leaf[];
  readonly #findTogether: FindTogether;
  readonly #list: PostingList;

  constructor(table: TermTable, leaves: readonly Leaf[], findTogether: FindTogether, list: PostingList) {
    this.#table = table;
    this.#leaves = leaves;
    this.#findTogether = findTogether;
    this.#list = list;
  }

  /** A new set: the members of `within` that match. */
  evaluate(match: Match, within: Bits): Bits {
    switch (match.kind) {
      case 'everything':
        return within.slice();
      case 'nothing':
        return new Uint32Array(within.length);
      case 'leaf': {
        const bits = this.#leafBits(match.leaf);
        keepCommon(bits, within);
        return bits;
      }
      case 'all':
        return this.#all(match.of, within);
      case 'any': {
        const bits: Bits = new Uint32Array(within.length);
        for (const one of match.of) addAll(bits, this.evaluate(one, within));
        return bits;
      }
      case 'some':
        return this.tally(match.of, within).atLeast(match.count);
      case 'not': {
        const bits = within.slice();
        takeAway(bits, this.evaluate(match.of, within));
        return bits;
      }
      case 'filter': {
        const bits = within.slice();
        keepWhere(bits, passesFilter(this.#table.memory.columns, match.filter));
        return bits;
      }
      case 'near': {
        const bits = this.#findTogether(match.near, within);
        keepCommon(bits, within);
        return bits;
      }
    }
  }

  /** In how many of the parts each article of `within` is found. */
  tally(parts: readonly Match[], within: Bits): Tally {
    const tally = new Tally(within.length);
    for (const part of parts) tally.add(this.evaluate(part, within));
    return tally;
  }

  #all(parts: readonly Match[], within: Bits): Bits {
    let bits = within;
    const byCost = parts.map((part) => ({ part, cost: this.#cost(part) })).sort((a, b) => a.cost - b.cost);
    for (const { part } of byCost) bits = this.evaluate(part, bits);
    return bits === within ? within.slice() : bits;
  }

  #leafBits(number: number): Bits {
    const table = this.#table;
    const { columns, buffer } = table.memory;
    const { mask } = this.#leaves[number]!;
    const terms = table.ofLeaf[number]!;
    const bits = noBits(columns.next);
    if (terms.length > fewTerms) this.#collectMany(terms, mask, bits);
    else for (const term of terms) this.#collectTerm(term, mask, bits);
    if (buffer.articleCount === 0) return bits;
    for (const term of terms) {
      table.eachBuffered(term, (article, field) => {
        if (((mask >> field) & 1) === 1) setBit(bits, article);
      });
    }
    return bits;
  }

  /** All streams in the order in which they lie, those of other terms passed over. */
  #collectMany(terms: readonly number[], mask: number, bits: Bits): void {
    const table = this.#table;
    const isWanted = new Uint8Array(table.termCount);
    for (const term of terms) isWanted[term] = 1;
    for (let stream = 0; stream < table.streamCount; stream++) {
      if (isWanted[table.termOf(stream)] === 1) this.#collectStream(stream, mask, bits);
    }
  }

  #collectTerm(term: number, mask: number, bits: Bits): void {
    const table = this.#table;
    for (let stream = table.firstStream(term); stream !== -1; stream = table.nextStream(stream)) {
      this.#collectStream(stream, mask, bits);
    }
  }

  #collectStream(stream: number, mask: number, bits: Bits): void {
    const table = this.#table;
    if (((mask >> table.fieldOf(stream)) & 1) === 1) collect(table.stream(stream), bits, this.#list);
  }

  /** A rough order of work: postings to read; filters after words, positions last. */
  #cost(match: Match): number {
    switch (match.kind) {
      case 'everything':
      case 'nothing':
        return 0;
      case 'leaf':
        return this.#table.ofLeaf[match.leaf]!.reduce((sum, term) => sum + this.#table.pairCounts[term]!, 0);
      case 'all':
        return Math.min(...match.of.map((part) => this.#cost(part)));
      case 'any':
      case 'some':
        return match.of.reduce((sum, part) => sum + this.#cost(part), 0);
      case 'not':
        return 1e9 + this.#cost(match.of);
      case 'filter':
        return 2e9;
      case 'near':
        return Infinity;
    }
  }
}
