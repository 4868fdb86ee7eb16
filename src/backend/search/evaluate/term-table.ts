import { stopWordMark } from '../analysis/words.ts';
import { headSize, newHead, PostingList, readHead } from '../codec/postings.ts';
import { fieldCount } from '../fields.ts';
import { lunrParts } from '../lunr-parts.ts';
import type { Memory } from '../storage/memory.ts';
import type { Segment } from '../storage/segment.ts';
import { Automaton } from './automaton.ts';
import { type Checkpoint, noCheckpoint } from './checkpoint.ts';
import type { Leaf, Plan } from './plan.ts';
import { countLive, type Stream } from './stream.ts';
import { TermSet } from './term-set.ts';
import { type VisitTerm, walkPrefix, walkTerms } from './walk.ts';

/** What is kept of one field's stream of one term in one segment. */
const streamSize = 7;
const segmentColumn = 0;
const blockColumn = 1;
const fieldColumn = 2;
/** `count * 2 + (1 when dense)`, as in the record. */
const countColumn = 3;
const startColumn = 4;
const endColumn = 5;
const termColumn = 6;

const none = -1;
/** Room at first: most queries have a word or two. */
const firstTerms = 8;

/**
 * The terms a plan's leaves expand to, each once, with their streams in all segments and in how many
 * (article, field) pairs they live.
 *
 * One-letter prefixes expand to tens of thousands of terms, so all is kept in flat arrays of numbers:
 * a stream is a number, its facts lie side by side, and the streams of a term are a chain.
 */
export class TermTable {
  readonly memory: Memory;
  readonly #terms = new TermSet();
  /** (article, field) pairs that hold the term, over all fields: what Lunr's idf counts. */
  pairCounts = new Float64Array(firstTerms);
  /** For each leaf, the terms that live, by number. */
  readonly ofLeaf: number[][] = [];
  #streams = new Int32Array(firstTerms * streamSize);
  #streamCount = 0;
  #firstStream = new Int32Array(firstTerms);
  #lastStream = new Int32Array(firstTerms);
  #nextStream = new Int32Array(firstTerms);
  /** The pass (leaf) that met a term first gathers its streams; a later one must not do so again. */
  #gatheredBy = new Int32Array(firstTerms);
  #metBy = new Int32Array(firstTerms);
  /** The number by which the buffer knows a term; below 0 when it does not. */
  #buffered = new Int32Array(firstTerms);
  /** So many terms were met by some pass. */
  #met = 0;
  readonly #head = newHead();
  readonly #list = new PostingList();
  #bytesOf = none;
  #bytes = new Uint8Array(0) as Uint8Array;
  readonly #stream: Stream = { bytes: this.#bytes, start: 0, end: 0, low: 0, count: 0, isDense: false };

  readonly #checkpoint: Checkpoint;

  constructor(memory: Memory, plan: Plan, checkpoint: Checkpoint = noCheckpoint) {
    this.memory = memory;
    this.#checkpoint = checkpoint;
    // A word typed twice is looked up once.
    const known = new Map<string, number[]>();
    for (const [number, leaf] of plan.leaves.entries()) {
      const key = JSON.stringify([leaf.terms, leaf.editDistance, leaf.prefix]);
      const found = known.get(key) ?? this.#expandOrBegin(leaf, number);
      known.set(key, found);
      this.ofLeaf.push(found);
    }
  }

  /** A word that is still being typed is taken as the beginning of one when nothing has it as it stands. */
  #expandOrBegin(leaf: Leaf, number: number): number[] {
    const found = this.#expandLeaf(leaf, number * 2);
    if (found.length > 0 || leaf.prefix === undefined) return found;
    return this.#expandLeaf({ ...leaf, terms: [`${leaf.prefix}*`], editDistance: undefined }, number * 2 + 1);
  }

  get termCount(): number {
    return this.#terms.size;
  }

  term(number: number): string {
    return this.#terms.term(number);
  }

  /** The number of a term that some leaf expanded to. */
  numberOf(term: string): number | undefined {
    return this.#terms.find(term);
  }

  /** About how many articles hold each of some leaves, `[first, end)`: the fewest (article, field) pairs of one. */
  articlesOf(first: number, end: number): number {
    const pairs = this.ofLeaf
      .slice(first, end)
      .map((terms) => terms.reduce((sum, term) => sum + this.pairCounts[term]!, 0));
    return Math.min(...pairs);
  }

  /** Visits what the buffer holds of a term. */
  eachBuffered(term: number, visit: (article: number, field: number, frequency: number) => void): void {
    const number = this.#buffered[term]!;
    if (number !== none) this.memory.buffer.eachOf(number, visit);
  }

  // --- streams: numbered in the order of segments and blocks, in which they are read fastest

  get streamCount(): number {
    return this.#streamCount;
  }

  firstStream(term: number): number {
    return this.#firstStream[term]!;
  }

  /** The next stream of the same term, or -1. */
  nextStream(stream: number): number {
    return this.#nextStream[stream]!;
  }

  termOf(stream: number): number {
    return this.#streams[stream * streamSize + termColumn]!;
  }

  /** The place of its segment among the memory's. */
  segmentOf(stream: number): number {
    return this.#streams[stream * streamSize + segmentColumn]!;
  }

  blockOf(stream: number): number {
    return this.#streams[stream * streamSize + blockColumn]!;
  }

  fieldOf(stream: number): number {
    return this.#streams[stream * streamSize + fieldColumn]!;
  }

  /** A stream with its bytes. The object is used again for the next one. */
  stream(stream: number): Stream {
    const columns = this.#streams;
    const at = stream * streamSize;
    const segment = columns[at + segmentColumn]!;
    const count = columns[at + countColumn]!;
    const found = this.#stream;
    found.bytes = this.#postings(segment, columns[at + blockColumn]!);
    found.start = columns[at + startColumn]!;
    found.end = columns[at + endColumn]!;
    found.low = this.memory.segments[segment]!.low;
    found.count = count >>> 1;
    found.isDense = (count & 1) === 1;
    return found;
  }

  /** The block. Neighbours in the dictionary are neighbours here, so the last one is kept at hand. */
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
    const before = this.#terms.size;
    const numbers: number[] = [];
    for (const term of leaf.terms) this.#expand(term, leaf.editDistance, pass, numbers);
    for (let term = before; term < this.#terms.size; term++) this.#countBuffered(term);
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
    const number = this.#meet(this.#terms.addText(term), pass, numbers);
    this.#buffered[number] = this.memory.buffer.numberOf(term) ?? none;
    if (this.#gatheredBy[number] !== pass) return;
    for (const [place, segment] of this.memory.segments.entries()) {
      const record = segment.find(term);
      if (record !== undefined) this.#gather(number, place, record.block, record.start);
    }
  }

  /** The commonest expansion, and the widest: no automaton is needed. */
  #expandPrefix(prefix: string, pass: number, numbers: number[]): void {
    this.#walk(pass, numbers, (segment, visit) => walkPrefix(segment, prefix, visit));
    this.#meetBuffered(pass, numbers, (term) => term.startsWith(prefix));
  }

  #expandPattern(term: string, editDistance: number | undefined, pass: number, numbers: number[]): void {
    const clause = editDistance === undefined ? { term } : { term, editDistance };
    const automaton = new Automaton(lunrParts.TokenSet.fromClause(clause));
    const prefix = editDistance === undefined ? term.slice(0, term.indexOf('*')) : '';
    this.#walk(pass, numbers, (segment, visit) => walkTerms(segment, automaton, prefix, visit));
    this.#meetBuffered(pass, numbers, (found) => found.startsWith(prefix) && automaton.accepts(found));
  }

  #walk(pass: number, numbers: number[], walk: (segment: Segment, visit: VisitTerm) => void): void {
    for (const [place, segment] of this.memory.segments.entries()) {
      this.#checkpoint();
      walk(segment, (units, length, block, start) => {
        const number = this.#meet(this.#terms.add(units, length), pass, numbers);
        if (this.#gatheredBy[number] === pass) this.#gather(number, place, block, start);
      });
    }
  }

  #meetBuffered(pass: number, numbers: number[], isWanted: (term: string) => boolean): void {
    const { buffer } = this.memory;
    for (const number of buffer.termNumbers) {
      const term = buffer.term(number);
      if (term.startsWith(stopWordMark) || !isWanted(term)) continue;
      const met = this.#meet(this.#terms.addText(term), pass, numbers);
      this.#buffered[met] = number;
    }
  }

  /** Notes that a pass met a term: the first one gathers its streams, each has it once in its own list. */
  #meet(number: number, pass: number, numbers: number[]): number {
    if (number === this.#met) {
      this.#met++;
      if (number === this.pairCounts.length) this.#grow();
      this.#firstStream[number] = none;
      this.#buffered[number] = none;
      this.#gatheredBy[number] = pass;
      this.#metBy[number] = none;
    }
    if (this.#metBy[number] !== pass) numbers.push(number);
    this.#metBy[number] = pass;
    return number;
  }

  #grow(): void {
    this.pairCounts = larger(this.pairCounts);
    this.#firstStream = larger(this.#firstStream);
    this.#lastStream = larger(this.#lastStream);
    this.#gatheredBy = larger(this.#gatheredBy);
    this.#metBy = larger(this.#metBy);
    this.#buffered = larger(this.#buffered);
  }

  /** Notes the streams of a term's record and counts what of them lives. */
  #gather(term: number, place: number, block: number, start: number): void {
    const segment = this.memory.segments[place]!;
    const bytes = this.#postings(place, block);
    const head = this.#head;
    const streams = readHead(bytes, start, head);
    for (let at = 0; at < streams * headSize; at += headSize) {
      const [field, count, from, to] = [head[at]!, head[at + 1]!, head[at + 2]!, head[at + 3]!];
      const stream = this.#addStream(term, place, block, field, count, from, to);
      this.pairCounts[term]! +=
        segment.dead === 0 ? count >>> 1 : countLive(this.stream(stream), this.memory.columns.live, this.#list);
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
  ): number {
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
    return stream;
  }

  #countBuffered(term: number): void {
    const { live } = this.memory.columns;
    this.eachBuffered(term, (article) => {
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
  const boosts = new Float64Array(table.termCount * fieldCount);
  const masks = new Uint8Array(table.termCount);
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

/** Four times as large: what holds a word or two must soon hold tens of thousands. */
function larger<T extends Float64Array | Int32Array>(array: T): T {
  const copy = new (array.constructor as new (size: number) => T)(array.length * 4);
  copy.set(array);
  return copy;
}
