import { stopWordMark } from '../analysis/words.ts';
import { readHead, headSize, newHead } from '../codec/postings.ts';
import { fieldCount } from '../fields.ts';
import { lunrParts } from '../lunr-parts.ts';
import type { Memory } from '../storage/memory.ts';
import type { Segment } from '../storage/segment.ts';
import { Automaton } from './automaton.ts';
import type { Leaf, Plan } from './plan.ts';
import { countLive } from './streams.ts';
import { walkPrefix, walkTerms } from './walk.ts';

/** What is kept of one field's stream of one term in one segment. */
const streamSize = 7;
const segmentColumn = 0;
const blockColumn = 1;
const fieldColumn = 2;
const countColumn = 3;
const startColumn = 4;
const endColumn = 5;
const termColumn = 6;

const none = -1;

/**
 * The terms a plan's leaves expand to, each once, with their streams in all segments and in how many
 * (article, field) pairs they live.
 *
 * One-letter prefixes expand to tens of thousands of terms, so all is kept in flat arrays of numbers:
 * a stream is a number, its facts lie side by side, and the streams of a term are a chain.
 */
export class TermTable {
  readonly memory: Memory;
  readonly terms: string[] = [];
  /** (article, field) pairs that hold the term, over all fields: what Lunr's idf counts. */
  pairCounts = new Float64Array(64);
  /** For each leaf, the terms that live, by number. */
  readonly ofLeaf: number[][] = [];
  readonly #numbers = new Map<string, number>();
  #streams = new Int32Array(64 * streamSize);
  #streamCount = 0;
  #firstStream = new Int32Array(64);
  #lastStream = new Int32Array(64);
  #nextStream = new Int32Array(64);
  /** The pass (leaf) that met a term first gathers its streams; a later one must not do so again. */
  #gatheredBy = new Int32Array(64);
  #metBy = new Int32Array(64);
  readonly #head = newHead();
  #bytesOf = none;
  #bytes = new Uint8Array(0) as Uint8Array;

  constructor(memory: Memory, plan: Plan) {
    this.memory = memory;
    for (const [number, leaf] of plan.leaves.entries()) {
      let found = this.#expandLeaf(leaf, number * 2);
      if (found.length === 0 && leaf.prefix !== undefined) {
        found = this.#expandLeaf({ ...leaf, terms: [`${leaf.prefix}*`], editDistance: undefined }, number * 2 + 1);
      }
      this.ofLeaf.push(found);
    }
  }

  // --- streams: numbered in the order of segments and blocks, in which they are read fastest

  get streamCount(): number {
    return this.#streamCount;
  }

  termOf(stream: number): number {
    return this.#streams[stream * streamSize + termColumn]!;
  }

  /** The number of a term that some leaf expanded to. */
  numberOf(term: string): number | undefined {
    return this.#numbers.get(term);
  }

  /** About how many articles hold each of some leaves, `[first, end)`: the fewest (article, field) pairs of one. */
  articlesOf(first: number, end: number): number {
    const pairs = this.ofLeaf
      .slice(first, end)
      .map((terms) => terms.reduce((sum, term) => sum + this.pairCounts[term]!, 0));
    return Math.min(...pairs);
  }

  firstStream(term: number): number {
    return this.#firstStream[term]!;
  }

  /** The next stream of the same term, or -1. */
  nextStream(stream: number): number {
    return this.#nextStream[stream]!;
  }

  segmentOf(stream: number): Segment {
    return this.memory.segments[this.#streams[stream * streamSize + segmentColumn]!]!;
  }

  fieldOf(stream: number): number {
    return this.#streams[stream * streamSize + fieldColumn]!;
  }

  countOf(stream: number): number {
    return this.#streams[stream * streamSize + countColumn]!;
  }

  startOf(stream: number): number {
    return this.#streams[stream * streamSize + startColumn]!;
  }

  endOf(stream: number): number {
    return this.#streams[stream * streamSize + endColumn]!;
  }

  /** The block that holds a stream. Neighbours in the dictionary are neighbours here, so the last one is kept at hand. */
  bytesOf(stream: number): Uint8Array {
    const segment = this.#streams[stream * streamSize + segmentColumn]!;
    const block = this.#streams[stream * streamSize + blockColumn]!;
    return this.#postings(segment, block);
  }

  #postings(segment: number, block: number): Uint8Array {
    const key = segment * 2 ** 20 + block;
    if (key !== this.#bytesOf) {
      this.#bytes = this.memory.segments[segment]!.postingsBlock(block);
      this.#bytesOf = key;
    }
    return this.#bytes;
  }

  // --- expansion

  #expandLeaf(leaf: Leaf, pass: number): number[] {
    const before = this.terms.length;
    const numbers: number[] = [];
    for (const term of leaf.terms) this.#expand(term, leaf.editDistance, pass, numbers);
    for (let term = before; term < this.terms.length; term++) this.#countBuffered(term);
    // A term all of whose articles are gone is no term: else it would weigh in the query's length.
    return numbers.filter((term) => this.pairCounts[term]! > 0);
  }

  #expand(term: string, editDistance: number | undefined, pass: number, numbers: number[]): void {
    const star = term.indexOf('*');
    if (editDistance === undefined && star < 0) this.#expandExact(term, pass, numbers);
    else if (editDistance === undefined && star === term.length - 1)
      this.#expandPrefix(term.slice(0, star), pass, numbers);
    else this.#expandPattern(term, editDistance, pass, numbers);
  }

  #expandExact(term: string, pass: number, numbers: number[]): void {
    if (term === '' || term.startsWith(stopWordMark)) return;
    const number = this.#number(term, pass, numbers);
    if (this.#gatheredBy[number] !== pass) return;
    for (const [place, segment] of this.memory.segments.entries()) {
      const record = segment.find(term);
      if (record !== undefined) this.#gather(number, place, record.block, record.start);
    }
  }

  /** The commonest expansion, and the widest: no automaton is needed. */
  #expandPrefix(prefix: string, pass: number, numbers: number[]): void {
    this.#walk(pass, numbers, (segment, visit) => walkPrefix(segment, prefix, visit));
    for (const found of this.memory.buffer.terms()) {
      if (found.startsWith(prefix) && !found.startsWith(stopWordMark)) this.#number(found, pass, numbers);
    }
  }

  #expandPattern(term: string, editDistance: number | undefined, pass: number, numbers: number[]): void {
    const clause = editDistance === undefined ? { term } : { term, editDistance };
    const automaton = new Automaton(lunrParts.TokenSet.fromClause(clause));
    const prefix = editDistance === undefined ? term.slice(0, term.indexOf('*')) : '';
    this.#walk(pass, numbers, (segment, visit) => walkTerms(segment, automaton, prefix, visit));
    for (const found of this.memory.buffer.terms()) {
      if (found.startsWith(stopWordMark) || !found.startsWith(prefix)) continue;
      if (automaton.accepts(found)) this.#number(found, pass, numbers);
    }
  }

  #walk(
    pass: number,
    numbers: number[],
    walk: (segment: Segment, visit: (term: string, block: number, start: number) => void) => void,
  ): void {
    for (const [place, segment] of this.memory.segments.entries()) {
      walk(segment, (found, block, start) => {
        const number = this.#number(found, pass, numbers);
        if (this.#gatheredBy[number] === pass) this.#gather(number, place, block, start);
      });
    }
  }

  /** The number of a term, which is added to the pass's own list when this pass meets it first. */
  #number(term: string, pass: number, numbers: number[]): number {
    const known = this.#numbers.get(term);
    if (known !== undefined) {
      if (this.#metBy[known] !== pass) numbers.push(known);
      this.#metBy[known] = pass;
      return known;
    }
    const number = this.terms.length;
    numbers.push(number);
    this.terms.push(term);
    this.#numbers.set(term, number);
    if (number === this.pairCounts.length) {
      this.pairCounts = larger(this.pairCounts);
      this.#firstStream = larger(this.#firstStream);
      this.#lastStream = larger(this.#lastStream);
      this.#gatheredBy = larger(this.#gatheredBy);
      this.#metBy = larger(this.#metBy);
    }
    this.#firstStream[number] = none;
    this.#gatheredBy[number] = pass;
    this.#metBy[number] = pass;
    return number;
  }

  /** Notes the streams of a term's record and counts what of them lives. */
  #gather(term: number, place: number, block: number, start: number): void {
    const segment = this.memory.segments[place]!;
    const bytes = this.#postings(place, block);
    const head = this.#head;
    const streams = readHead(bytes, start, head);
    for (let at = 0; at < streams * headSize; at += headSize) {
      const [count, from, to] = [head[at + 1]!, head[at + 2]!, head[at + 3]!];
      this.#addStream(term, place, block, head[at]!, count, from, to);
      this.pairCounts[term]! +=
        segment.dead === 0 ? count : countLive(bytes, from, to, segment.low, this.memory.columns.live);
    }
  }

  #addStream(
    term: number,
    place: number,
    block: number,
    field: number,
    count: number,
    start: number,
    end: number,
  ): void {
    const stream = this.#streamCount++;
    if ((stream + 1) * streamSize > this.#streams.length) this.#streams = larger(this.#streams);
    if (stream === this.#nextStream.length) this.#nextStream = larger(this.#nextStream);
    const at = stream * streamSize;
    this.#streams[at + segmentColumn] = place;
    this.#streams[at + blockColumn] = block;
    this.#streams[at + fieldColumn] = field;
    this.#streams[at + countColumn] = count;
    this.#streams[at + startColumn] = start;
    this.#streams[at + endColumn] = end;
    this.#streams[at + termColumn] = term;
    this.#nextStream[stream] = none;
    if (this.#firstStream[term] === none) this.#firstStream[term] = stream;
    else this.#nextStream[this.#lastStream[term]!] = stream;
    this.#lastStream[term] = stream;
  }

  #countBuffered(term: number): void {
    if (this.memory.buffer.articleCount === 0) return;
    const { live } = this.memory.columns;
    this.memory.buffer.each(this.terms[term]!, (article) => {
      this.pairCounts[term]! += live[article]!;
    });
  }
}

/** For each term and field the summed boost of the scoring leaves, and the length of the query's vector for each field. */
export type Weights = {
  /** `term * fieldCount + field`. */
  readonly boosts: Float64Array;
  readonly masks: Uint8Array;
  readonly lengths: Float64Array;
};

export function weigh(table: TermTable, leaves: readonly Leaf[]): Weights {
  const boosts = new Float64Array(table.terms.length * fieldCount);
  const masks = new Uint8Array(table.terms.length);
  const squares = new Float64Array(fieldCount);
  for (const [number, leaf] of leaves.entries()) {
    if (!leaf.scores) continue;
    for (const term of table.ofLeaf[number]!) {
      masks[term]! |= leaf.mask;
      for (let field = 0; field < fieldCount; field++) {
        if (((leaf.mask >> field) & 1) === 1) boosts[term * fieldCount + field]! += leaf.boost;
      }
    }
  }
  for (let term = 0; term < masks.length; term++) {
    if (masks[term] === 0) continue;
    for (let field = 0; field < fieldCount; field++) squares[field]! += boosts[term * fieldCount + field]! ** 2;
  }
  return { boosts, masks, lengths: squares.map(Math.sqrt) };
}

function larger<T extends Float64Array | Int32Array>(array: T): T {
  const copy = new (array.constructor as new (size: number) => T)(array.length * 2);
  copy.set(array);
  return copy;
}
