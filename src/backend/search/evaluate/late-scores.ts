import { type Bits, noBits } from './bits.ts';
import { BoundedStream, safety } from './ready-streams.ts';
import { scoreBuffer } from './score.ts';
import type { Scratch } from './scratch.ts';
import { score } from './streams.ts';
import type { TermTable, Weights } from './term-table.ts';
import type { Weigher } from './weighing.ts';

/** More terms than a reader types: their bounds would add up to nothing that rules anything out. */
const mostTerms = 32;

/**
 * Whether scores had better wait until it is known which articles may come first: of many postings of a few words,
 * some of them common. Weights below nothing would turn the bounds around.
 */
export function canWait(table: TermTable, weights: Weights, fewestPostings: number): boolean {
  if (table.termCount > mostTerms || weights.boosts.some((boost) => boost < 0)) return false;
  let postings = 0;
  for (let term = 0; term < table.termCount; term++) if (weights.masks[term] !== 0) postings += table.pairCounts[term]!;
  return postings >= fewestPostings;
}

/** The bitmaps of one segment that weigh in a query: all have the same articles to tell of. */
type Span = { readonly firstWord: number; endWord: number; readonly streams: BoundedStream[] };

/**
 * What the most promising articles are looked for by, as shares of the greatest bound: first those within a few
 * hundredths of it. Finer steps save little, and each passes over all bounds.
 */
const shades = [0.97, 0.9, 0.8, 0.65, 0] as const;
/** The bound of thirty-two articles none of which was found. */
const noneFound = -1;

/**
 * Scores that are worked out when somebody asks.
 *
 * Total and facets come from the set of articles found, so only the first of a result need their exact scores. Of
 * thirty-two articles, a word of the set, it is known what the best can score at most: the sum of what each common
 * word's bitmap allows and what rarer words really gave. The most promising come first; once enough scores are
 * known that the rest cannot reach, the rest is not looked at.
 *
 * ```
 * bounds    2.9  1.1  0.4  3.1  0.9 …     ──▶ 3.1, 2.9: scored, the twentieth best has 1.3 ──▶ the others can wait
 * ```
 */
export class LateScores {
  readonly #bits: Bits;
  readonly #scores: Float64Array;
  readonly #spans: readonly Span[];
  /** The articles that rarer words gave a score at once, and a bound of it for each thirty-two. */
  readonly #early: Bits;
  readonly #gained: Float64Array;
  /** The articles whose scores are whole. */
  readonly #whole: Bits;
  /** The articles that have a score, whole or not. */
  readonly scored: Bits;

  /** `scores` are all 0. Rare words are scored at once: there is nothing to be saved. */
  constructor(
    table: TermTable,
    weights: Weights,
    weigher: Weigher,
    bits: Bits,
    scores: Float64Array,
    { list, readyStreams }: Scratch,
  ) {
    this.#bits = bits;
    this.#scores = scores;
    this.#early = noBits(bits.length * 32);
    this.#whole = noBits(bits.length * 32);
    const { columns, segments, buffer } = table.memory;
    const into = { wanted: bits, marks: this.#early, scores };
    const spans = segments.map(({ low }): Span => ({ firstWord: low >>> 5, endWord: 0, streams: [] }));
    for (let number = 0; number < table.streamCount; number++) {
      const [term, field, place] = [table.termOf(number), table.fieldOf(number), table.segmentOf(number)];
      if (((weights.masks[term]! >> field) & 1) === 0) continue;
      const stream = table.stream(number);
      const weighing = weigher.of(term, field);
      const lengths = columns.lengths[field]!;
      if (stream.isDense) {
        const ready = readyStreams.of(stream, segments[place]!.number, table.blockOf(number), weighing, lengths);
        addTo(spans[place]!, new BoundedStream(ready, weighing, lengths));
      } else {
        score(stream, weighing, lengths, into, list);
      }
    }
    if (buffer.articleCount > 0) scoreBuffer(table, weights, weigher, into);
    this.#spans = spans.filter(({ streams }) => streams.length > 0);
    this.#gained = boundsOf(this.#early, scores);
    this.scored = this.#early.slice();
  }

  /** Makes sure that these articles have their scores. */
  ensure(articles: ArrayLike<number>): void {
    for (let place = 0; place < articles.length; place++) {
      const word = articles[place]! >>> 5;
      this.#scoreWord(word, 1 << (articles[place]! & 31), this.#spanOf(word));
    }
  }

  /** Some articles, scored, among which are the `count` with the best scores and all that score as much as the last. */
  candidates(count: number): Uint32Array {
    const bounds = this.#bounds();
    const most = greatest(bounds);
    const best = new LeastOfBest(count);
    const found: number[] = [];
    let below = Infinity;
    for (const shade of shades) {
      if (below < best.least) break;
      const from = most * shade;
      this.#gather(bounds, from, below, best, found);
      below = from;
    }
    return Uint32Array.from(found.filter((article) => this.#scores[article]! >= best.least));
  }

  /** Adds to `found` the articles of words whose bound is within `[from, below)` and that may be among the best. */
  #gather(bounds: Float64Array, from: number, below: number, best: LeastOfBest, found: number[]): void {
    const scores = this.#scores;
    let span = 0;
    for (let word = 0; word < bounds.length; word++) {
      const bound = bounds[word]!;
      if (bound < from || bound >= below || bound < best.least) continue;
      while (span < this.#spans.length && this.#spans[span]!.endWord <= word) span++;
      const wanted = this.#mayReach(word, bound, best.least, span);
      this.#scoreWord(word, wanted, span);
      for (let rest = wanted; rest !== 0; rest &= rest - 1) {
        const article = word * 32 + 31 - Math.clz32(rest & -rest);
        if (scores[article]! < best.least) continue;
        found.push(article);
        best.add(scores[article]!);
      }
    }
  }

  /**
   * The articles found in a word of the set that may score as much: where the others would not do without it,
   * whoever lacks a word of the query cannot.
   */
  #mayReach(word: number, bound: number, least: number, span: number): number {
    let wanted = this.#bits[word]!;
    if (bound - this.#gained[word]! < least) wanted &= this.#early[word]!;
    for (let at = span; at < this.#spans.length && this.#spans[at]!.firstWord <= word; at++) {
      for (const stream of this.#spans[at]!.streams)
        if (bound - stream.bound(word) < least) wanted &= stream.having(word);
    }
    return wanted;
  }

  #bounds(): Float64Array {
    const bits = this.#bits;
    const bounds = this.#gained.slice();
    for (const { streams } of this.#spans) for (const stream of streams) stream.addBounds(bounds);
    for (let word = 0; word < bits.length; word++) if (bits[word] === 0) bounds[word] = noneFound;
    return bounds;
  }

  #scoreWord(word: number, wanted: number, span: number): void {
    const fresh = wanted & ~this.#whole[word]!;
    if (fresh === 0) return;
    this.#whole[word]! |= fresh;
    this.scored[word]! |= fresh;
    for (let at = span; at < this.#spans.length && this.#spans[at]!.firstWord <= word; at++)
      for (const stream of this.#spans[at]!.streams) stream.score(word, fresh, this.#scores);
  }

  /** The first span that may have articles in a word of the set; the next ones begin in it at the earliest. */
  #spanOf(word: number): number {
    const span = this.#spans.findIndex(({ endWord }) => endWord > word);
    return span < 0 ? this.#spans.length : span;
  }
}

function addTo(span: Span, stream: BoundedStream): void {
  span.streams.push(stream);
  span.endWord = Math.max(span.endWord, stream.endWord);
}

/** A loop: `Math.max(...bounds)` puts every bound on the stack. */
function greatest(bounds: Float64Array): number {
  let most = 0;
  for (let word = 0; word < bounds.length; word++) if (bounds[word]! > most) most = bounds[word]!;
  return most;
}

/**
 * Of each word of a set a little more than the greatest score: a sum that a word's bound was added to and taken from
 * again may lie below what it was, and articles that score as much as the last would be lost.
 */
function boundsOf(bits: Bits, scores: Float64Array): Float64Array {
  const bounds = new Float64Array(bits.length);
  for (let word = 0; word < bits.length; word++) {
    for (let rest = bits[word]!; rest !== 0; rest &= rest - 1) {
      const score = scores[word * 32 + 31 - Math.clz32(rest & -rest)]! * safety;
      if (score > bounds[word]!) bounds[word] = score;
    }
  }
  return bounds;
}

/** The least of the best so many scores; -Infinity until there are so many. A heap with the least on top. */
class LeastOfBest {
  readonly #heap: Float64Array;
  #size = 0;
  least = -Infinity;

  constructor(count: number) {
    this.#heap = new Float64Array(Math.max(1, count));
  }

  add(score: number): void {
    const heap = this.#heap;
    if (this.#size < heap.length) {
      let place = this.#size++;
      for (; place > 0 && heap[(place - 1) >> 1]! > score; place = (place - 1) >> 1)
        heap[place] = heap[(place - 1) >> 1]!;
      heap[place] = score;
    } else if (score > heap[0]!) {
      this.#sink(score);
    }
    if (this.#size === heap.length) this.least = heap[0]!;
  }

  #sink(score: number): void {
    const heap = this.#heap;
    let place = 0;
    for (let child = 1; child < heap.length; child = place * 2 + 1) {
      if (child + 1 < heap.length && heap[child + 1]! < heap[child]!) child++;
      if (heap[child]! >= score) break;
      heap[place] = heap[child]!;
      place = child;
    }
    heap[place] = score;
  }
}
