import type { Judged } from './collections.ts';

/** How good a ranking is, each from 0 to 1: of one question, or on average over many. */
export type Quality = { readonly ndcg10: number; readonly averagePrecision: number; readonly recall100: number };

/** So many articles are asked for; what comes later does not count in any measure. */
export const depth = 100;

/**
 * The measures of one ranking, every relevant article being as good as another.
 *
 * nDCG@10: each relevant article in the first ten counts 1/log₂(place + 1), over what the best order
 * would count. Average precision: over all relevant articles, the share of relevant ones up to each
 * (Manning, Raghavan, Schütze, Introduction to Information Retrieval, 8.4), down to `depth`.
 */
export function qualityOf(ranking: readonly string[], { relevant }: Judged): Quality {
  let [gain, precisions, found] = [0, 0, 0];
  for (const [at, id] of ranking.slice(0, depth).entries()) {
    if (!relevant.has(id)) continue;
    found++;
    precisions += found / (at + 1);
    if (at < 10) gain += discount(at);
  }
  let ideal = 0;
  for (let at = 0; at < Math.min(10, relevant.size); at++) ideal += discount(at);
  return { ndcg10: gain / ideal, averagePrecision: precisions / relevant.size, recall100: found / relevant.size };
}

function discount(at: number): number {
  return 1 / Math.log2(at + 2);
}

export function mean(qualities: readonly Quality[]): Quality {
  const of = (pick: (quality: Quality) => number): number =>
    qualities.reduce((sum, quality) => sum + pick(quality), 0) / qualities.length;
  return {
    ndcg10: of(({ ndcg10 }) => ndcg10),
    averagePrecision: of(({ averagePrecision }) => averagePrecision),
    recall100: of(({ recall100 }) => recall100),
  };
}
