import { bm25, fieldCount, fields } from '../fields.ts';
import type { Columns } from '../storage/columns.ts';
import { type Bits, hasBit } from './bits.ts';
import type { Scratch } from './scratch.ts';
import { score, type Weighing, weightOf } from './streams.ts';
import type { TermTable, Weights } from './term-table.ts';

/**
 * Lunr's scores in closed form, for the articles in `wanted` only (`articles` are the same as a list).
 *
 * ```
 * score(d) = Σ over fields f: 1/|q_f| · Σ over terms t: boost(t,f) · w(t,f,d)
 * ```
 * `boost` is the sum of the boosts of the clauses that expand to t and include f, `|q_f|` the length
 * of the vector of these boosts over all expanded terms, `w` the BM25 weight rounded to three places.
 */
export function scoreArticles(
  table: TermTable,
  weights: Weights,
  wanted: Bits,
  articles: Uint32Array,
  scratch: Scratch,
): Float64Array {
  const { columns, buffer } = table.memory;
  const scores = scratch.scores(columns.next);
  for (let place = 0; place < articles.length; place++) scores[articles[place]!] = 0;
  const weigher = new Weigher(table, weights);
  for (let stream = 0; stream < table.streamCount; stream++) {
    const term = table.termOf(stream);
    const field = table.fieldOf(stream);
    if (((weights.masks[term]! >> field) & 1) === 0) continue;
    score(
      table.bytesOf(stream),
      table.startOf(stream),
      table.endOf(stream),
      table.segmentOf(stream).low,
      table.countOf(stream),
      weigher.of(term, field),
      columns.lengths[field]!,
      wanted,
      scores,
      scratch.weightTable,
    );
  }
  if (buffer.articleCount > 0) scoreBuffer(table, weights, weigher, wanted, scores);
  return scores;
}

function scoreBuffer(table: TermTable, weights: Weights, weigher: Weigher, wanted: Bits, scores: Float64Array): void {
  const { columns, buffer } = table.memory;
  for (let term = 0; term < table.terms.length; term++) {
    const mask = weights.masks[term]!;
    if (mask === 0) continue;
    buffer.each(table.terms[term]!, (article, field, frequency) => {
      if (((mask >> field) & 1) === 0 || !hasBit(wanted, article)) return;
      scores[article]! += weightOf(weigher.of(term, field), frequency, columns.lengths[field]![article]!);
    });
  }
}

/** Makes the weighing of a term in a field, from what is true of the whole archive at this moment. */
export class Weigher {
  readonly #table: TermTable;
  readonly #weights: Weights;
  readonly #saturations: readonly Pick<Weighing, 'saturation' | 'saturations'>[];

  constructor(table: TermTable, weights: Weights) {
    this.#table = table;
    this.#weights = weights;
    this.#saturations = fields.map((_, field) => saturationOf(table.memory.columns, field));
  }

  of(term: number, field: number): Weighing {
    const vectorLength = this.#weights.lengths[field]!;
    const { saturation, saturations } = this.#saturations[field]!;
    return {
      idf: inverseFrequency(this.#table.memory.columns.liveCount, this.#table.pairCounts[term]!),
      fieldBoost: fields[field]!.boost,
      share: vectorLength === 0 ? 0 : this.#weights.boosts[term * fieldCount + field]! / vectorLength,
      k1: bm25.k1,
      saturations,
      saturation,
    };
  }
}

/** Lunr's inverse document frequency; it counts (article, field) pairs, so it may exceed the number of articles. */
export function inverseFrequency(articles: number, pairs: number): number {
  const x = (articles - pairs + 0.5) / (pairs + 0.5);
  return Math.log(1 + Math.abs(x));
}

/** Field lengths whose saturation is worked out once for all queries until the average changes. */
const commonLengths = 2048;

function saturationOf(columns: Columns, field: number): Pick<Weighing, 'saturation' | 'saturations'> {
  const average = columns.totals[field]! / columns.liveCount;
  const { k1, b } = bm25;
  const saturation = (length: number): number => k1 * (1 - b + b * (length / average));
  const known = columns.saturations[field];
  if (known !== undefined && known.average === average) return { saturation, saturations: known.values };
  const values = Float64Array.from({ length: commonLengths }, (_, length) => saturation(length));
  columns.saturations[field] = { average, values };
  return { saturation, saturations: values };
}
