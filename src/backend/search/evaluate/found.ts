import type { Scoring } from '../fields.ts';
import type { Memory } from '../storage/memory.ts';
import { type Bits, countBits, members } from './bits.ts';
import type { LateScores } from './late-scores.ts';
import { rank } from './rank.ts';
import type { Scratch } from './scratch.ts';
import type { TermTable, Weights } from './term-table.ts';

/** Scores as they were worked out; `late` where most of them wait until they are asked for. */
export type Scores = { readonly values: Float64Array; readonly late: LateScores | undefined };

type FoundParts = Pick<Found, 'memory' | 'table' | 'weights' | 'scoring' | 'bits'>;

/** Everything found for a plan, before paging. */
export class Found {
  readonly memory: Memory;
  readonly table: TermTable;
  readonly weights: Weights;
  readonly scoring: Scoring;
  readonly bits: Bits;
  /** How many articles were found. */
  readonly total: number;
  readonly #scratch: Scratch;
  readonly #work: () => Scores;
  #scores: Scores | undefined;
  #articles: Uint32Array | undefined;
  #best: Uint32Array | undefined;

  /** `work` works out the scores when they are wanted, and again should another query have taken their place. */
  constructor(parts: FoundParts, scratch: Scratch, work: () => Scores, scores?: Scores) {
    const { memory, table, weights, scoring, bits } = parts;
    this.memory = memory;
    this.table = table;
    this.weights = weights;
    this.scoring = scoring;
    this.bits = bits;
    this.total = countBits(bits);
    this.#scratch = scratch;
    this.#work = work;
    this.#scores = scores;
    if (scores !== undefined) scratch.holder = this;
  }

  /** The articles in rising order. */
  articles(): Uint32Array {
    return (this.#articles ??= members(this.bits, this.total));
  }

  /** Scores by article number, of those that `best` answered or `score` was asked for. They last until the next query. */
  get scores(): Float64Array {
    return this.#held().values;
  }

  #held(): Scores {
    if (this.#scores !== undefined && this.#scratch.holder === this) return this.#scores;
    this.#scores = this.#work();
    this.#best = undefined;
    this.#scratch.holder = this;
    return this.#scores;
  }

  /** Works out the scores of these articles. */
  score(articles: ArrayLike<number>): void {
    this.#held().late?.ensure(articles);
  }

  /** At least the best `count` articles, in order; more where more were asked for before. */
  best(count: number): Uint32Array {
    const { values, late } = this.#held();
    const wanted = Math.min(count, this.total);
    if (this.#best !== undefined && this.#best.length >= wanted) return this.#best;
    const candidates = late?.candidates(wanted) ?? this.articles();
    this.#best = rank(candidates, values, this.memory.columns, { sort: 'relevance', offset: 0, limit: wanted });
    return this.#best;
  }
}
