import type { PostingList } from '../codec/postings.ts';
import { hasBit, setBit } from './bits.ts';
import { type Accumulator, score } from './streams.ts';
import type { TermTable, Weights } from './term-table.ts';
import { type Weigher, weightOf } from './weighing.ts';
import { type Checkpoint } from './checkpoint.ts';

/**
 * Lunr's scores in closed form, added to `scores` for the articles in `wanted`; `marks` takes those
 * that hold one of the terms.
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
  weigher: Weigher,
  into: Accumulator,
  list: PostingList,
  checkpoint: Checkpoint,
): void {
  const { columns, buffer } = table.memory;
  for (let stream = 0; stream < table.streamCount; stream++) {
    if (stream % streamsBetweenCheckpoints === 0) checkpoint();
    const term = table.termOf(stream);
    const field = table.fieldOf(stream);
    if (((weights.masks[term]! >> field) & 1) === 0) continue;
    score(table.stream(stream), weigher.of(term, field), columns.lengths[field]!, into, list);
  }
  if (buffer.articleCount > 0) scoreBuffer(table, weights, weigher, into);
}

const streamsBetweenCheckpoints = 256;

/** The same for what is not in a segment yet. */
export function scoreBuffer(
  table: TermTable,
  weights: Weights,
  weigher: Weigher,
  { wanted, marks, scores }: Accumulator,
): void {
  const { lengths } = table.memory.columns;
  for (let term = 0; term < table.termCount; term++) {
    const mask = weights.masks[term]!;
    if (mask === 0) continue;
    table.eachBuffered(term, (article, field, frequency) => {
      if (((mask >> field) & 1) === 0 || !hasBit(wanted, article)) return;
      setBit(marks, article);
      scores[article]! += weightOf(weigher.of(term, field), frequency, lengths[field]![article]!);
    });
  }
}
