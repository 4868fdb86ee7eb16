import { fieldCount, fields, type Scoring } from '../fields.ts';
import type { Columns } from '../storage/columns.ts';
import type { TermTable, Weights } from './term-table.ts';

/** What a posting of one term weighs in one field: everything of Lunr's formula but frequency and length. */
export type Weighing = {
  idf: number;
  /** Boost of the query over the length of its vector. */
  share: number;
  readonly fieldBoost: number;
  readonly k1: number;
  readonly isRounded: boolean;
  /** The average length of the field. */
  readonly average: number;
  /** `k1 * (1 - b + b * length / average)` for the lengths of most fields, and for any. */
  readonly saturations: Float64Array;
  readonly saturation: (length: number) => number;
};

/** The greatest number below a half. */
const belowHalf = 0.499_999_999_999_999_94;

/**
 * The weight of one posting in Lunr's order of operations, and for Lunr's own scores rounded to its
 * three places.
 *
 * Rounded by `floor` and not by `Math.round`, which compiles to a branch that is foretold wrongly
 * every other time: that was half of the time of a query. With the greatest number below a half the two agree
 * on every positive number.
 */
export function lunrWeight(
  idf: number,
  k1: number,
  saturation: number,
  fieldBoost: number,
  frequency: number,
  isRounded: boolean,
): number {
  const score = ((idf * ((k1 + 1) * frequency)) / (saturation + frequency)) * fieldBoost;
  return isRounded ? Math.floor(score * 1000 + belowHalf) / 1000 : score;
}

export function weightOf(weighing: Weighing, frequency: number, length: number): number {
  const { idf, fieldBoost, share, k1, saturations, saturation, isRounded } = weighing;
  const saturated = length < saturations.length ? saturations[length]! : saturation(length);
  return lunrWeight(idf, k1, saturated, fieldBoost, frequency, isRounded) * share;
}

/** The part of a weight that depends on the posting, below 1: it rises with the frequency and falls with the length. */
export function closeness({ saturations, saturation }: Weighing, frequency: number, length: number): number {
  return frequency / ((length < saturations.length ? saturations[length]! : saturation(length)) + frequency);
}

/** Makes the weighing of a term in a field, from what is true of the whole archive at this moment. */
export class Weigher {
  readonly #table: TermTable;
  readonly #weights: Weights;
  readonly #weighings: readonly Weighing[];
  /** By term; 0 while it is not known. A term has a stream in each segment and field, and a logarithm takes long. */
  readonly #inverseFrequencies: Float64Array;

  constructor(table: TermTable, weights: Weights, scoring: Scoring) {
    this.#table = table;
    this.#weights = weights;
    this.#inverseFrequencies = new Float64Array(table.termCount);
    this.#weighings = fields.map((_, field) => weighingOf(table.memory.columns, field, scoring));
  }

  /** The object is used again for the next term in the same field. */
  of(term: number, field: number): Weighing {
    const vectorLength = this.#weights.lengths[field]!;
    const weighing = this.#weighings[field]!;
    weighing.idf = this.#inverseFrequencies[term]! || this.#inverseFrequencyOf(term);
    weighing.share = vectorLength === 0 ? 0 : this.#weights.boosts[term * fieldCount + field]! / vectorLength;
    return weighing;
  }

  #inverseFrequencyOf(term: number): number {
    const { memory, pairCounts } = this.#table;
    const known = inverseFrequency(memory.columns.liveCount, pairCounts[term]!);
    this.#inverseFrequencies[term] = known;
    return known;
  }
}

/** Lunr's inverse document frequency; it counts (article, field) pairs, so it may exceed the number of articles. */
export function inverseFrequency(articles: number, pairs: number): number {
  const x = (articles - pairs + 0.5) / (pairs + 0.5);
  return Math.log(1 + Math.abs(x));
}

/** Field lengths whose saturation is worked out once for all queries until the average changes. */
const commonLengths = 2048;

function weighingOf(columns: Columns, field: number, { k1, b: shares, boosts, isRounded }: Scoring): Weighing {
  const average = columns.totals[field]! / columns.liveCount;
  const b = shares[field]!;
  const saturation = (length: number): number => k1 * (1 - b + b * (length / average));
  let known = columns.saturations[field];
  if (known === undefined || known.average !== average || known.k1 !== k1 || known.b !== b) {
    const values = Float64Array.from({ length: commonLengths }, (_, length) => saturation(length));
    known = { average, k1, b, values };
    columns.saturations[field] = known;
  }
  return {
    idf: 0,
    share: 0,
    fieldBoost: boosts[field]!,
    k1,
    isRounded,
    average,
    saturations: known.values,
    saturation,
  };
}
