import { allFieldsMask, fieldCount } from '../fields.ts';
import { lunrParts } from '../lunr-parts.ts';
import { type FieldStream, readStreams } from '../codec/postings.ts';
import type { Memory } from '../storage/memory.ts';
import type { Segment } from '../storage/segment.ts';
import { Automaton } from './automaton.ts';
import type { Leaf, Plan } from './plan.ts';
import { countLive } from './streams.ts';
import { walkTerms } from './walk.ts';

/** Numbers of one part: segment (its place in the manifest), block, start of the record. */
const partSize = 3;

/**
 * The terms a plan's leaves expand to, each once, with where their postings lie and in how many
 * (article, field) pairs they live. One-letter prefixes expand to tens of thousands, so all is kept
 * in flat arrays.
 */
export class TermTable {
  readonly memory: Memory;
  readonly terms: string[] = [];
  /** (article, field) pairs that hold the term, over all fields: what Lunr's idf counts. */
  pairCounts = new Float64Array(64);
  /** For each leaf, the terms that live, by number. */
  readonly ofLeaf: number[][] = [];
  /** For each leaf: it was looked up as the beginning of a word. */
  readonly wasPrefix: boolean[] = [];
  readonly #numbers = new Map<string, number>();
  #parts = new Int32Array(64 * partSize);
  #partCount = 0;
  /** The parts of a term as a chain, in the order of segments. */
  #firstPart = new Int32Array(64);
  #lastPart = new Int32Array(64);
  #nextPart = new Int32Array(64);
  #gatheredBy = new Int32Array(64);

  constructor(memory: Memory, plan: Plan) {
    this.memory = memory;
    for (const [number, leaf] of plan.leaves.entries()) {
      let found = this.#expandLeaf(leaf, number * 2);
      const isPrefix = found.length === 0 && leaf.prefix !== undefined;
      if (isPrefix)
        found = this.#expandLeaf({ ...leaf, terms: [`${leaf.prefix}*`], editDistance: undefined }, number * 2 + 1);
      this.ofLeaf.push(found);
      this.wasPrefix.push(isPrefix);
    }
  }

  get isEmpty(): boolean {
    return this.terms.length === 0;
  }

  #expandLeaf(leaf: Leaf, pass: number): number[] {
    const before = this.terms.length;
    const numbers = new Set<number>();
    for (const term of leaf.terms) this.#expand(term, leaf.editDistance, pass, numbers);
    for (let term = before; term < this.terms.length; term++) this.pairCounts[term] = this.#countPairs(term);
    // A term all of whose articles are gone is no term: else it would weigh in the query's length.
    return [...numbers].filter((term) => this.pairCounts[term]! > 0);
  }

  #expand(term: string, editDistance: number | undefined, pass: number, numbers: Set<number>): void {
    const { segments, buffer } = this.memory;
    const star = term.indexOf('*');
    if (star < 0 && editDistance === undefined) {
      if (term === '') return;
      const number = this.#number(term, pass);
      numbers.add(number);
      if (this.#gatheredBy[number] !== pass) return;
      for (const [place, segment] of segments.entries()) {
        const record = segment.find(term);
        if (record !== undefined) this.#addPart(number, place, record.block, record.start);
      }
      return;
    }
    const automaton = new Automaton(
      lunrParts.TokenSet.fromClause(editDistance === undefined ? { term } : { term, editDistance }),
    );
    const prefix = editDistance === undefined ? term.slice(0, star) : '';
    for (const [place, segment] of segments.entries()) {
      walkTerms(segment, automaton, prefix, (found, block, start) => {
        const number = this.#number(found, pass);
        numbers.add(number);
        if (this.#gatheredBy[number] === pass) this.#addPart(number, place, block, start);
      });
    }
    for (const found of buffer.terms()) {
      if (found.startsWith(prefix) && automaton.accepts(found)) numbers.add(this.#number(found, pass));
    }
  }

  /** The number of a term; the pass that meets it first gathers its parts. */
  #number(term: string, pass: number): number {
    const known = this.#numbers.get(term);
    if (known !== undefined) return known;
    const number = this.terms.length;
    this.terms.push(term);
    this.#numbers.set(term, number);
    if (number === this.pairCounts.length) {
      this.pairCounts = larger(this.pairCounts);
      this.#firstPart = larger(this.#firstPart);
      this.#lastPart = larger(this.#lastPart);
      this.#gatheredBy = larger(this.#gatheredBy);
    }
    this.#firstPart[number] = -1;
    this.#gatheredBy[number] = pass;
    return number;
  }

  #addPart(term: number, place: number, block: number, start: number): void {
    const part = this.#partCount++;
    if ((part + 1) * partSize > this.#parts.length) this.#parts = larger(this.#parts);
    if (part === this.#nextPart.length) this.#nextPart = larger(this.#nextPart);
    this.#parts[part * partSize] = place;
    this.#parts[part * partSize + 1] = block;
    this.#parts[part * partSize + 2] = start;
    this.#nextPart[part] = -1;
    if (this.#firstPart[term] === -1) this.#firstPart[term] = part;
    else this.#nextPart[this.#lastPart[term]!] = part;
    this.#lastPart[term] = part;
  }

  #countPairs(term: number): number {
    const { live } = this.memory.columns;
    let pairs = 0;
    this.eachStream(term, allFieldsMask, (segment, bytes, stream) => {
      pairs += segment.dead === 0 ? stream.count : countLive(bytes, stream.start, stream.end, segment.low, live);
    });
    this.memory.buffer.each(this.terms[term]!, (article) => {
      pairs += live[article]!;
    });
    return pairs;
  }

  /** Visits the streams of a term in the fields of `mask`, segment by segment. The buffer's postings are apart. */
  eachStream(
    term: number,
    mask: number,
    visit: (segment: Segment, bytes: Uint8Array, stream: FieldStream) => void,
  ): void {
    for (let part = this.#firstPart[term]!; part !== -1; part = this.#nextPart[part]!) {
      const segment = this.memory.segments[this.#parts[part * partSize]!]!;
      const bytes = segment.postingsBlock(this.#parts[part * partSize + 1]!);
      for (const stream of readStreams(bytes, this.#parts[part * partSize + 2]!)) {
        if (((mask >> stream.field) & 1) === 1) visit(segment, bytes, stream);
      }
    }
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
  for (let place = 0; place < boosts.length; place++) squares[place % fieldCount]! += boosts[place]! ** 2;
  return { boosts, masks, lengths: squares.map(Math.sqrt) };
}

function larger<T extends Float64Array | Int32Array>(array: T): T {
  const copy = new (array.constructor as new (size: number) => T)(array.length * 2);
  copy.set(array);
  return copy;
}
