import type { ExplainRequest, Explanation, Hit, SearchPage, SearchRequest } from '#contract/search.ts';
import type { Archive } from '../archive/archive.ts';
import type { SearchIndex } from '../search/search.ts';
import type { SearchKeeper } from './keep-search-current.ts';

/** Changes still waiting for the index are taken in first, for about so long: an answer must not wait for an import. */
const takeInFirstMs = 8;

/** Answers a query with what a list can show: hits joined with the articles as they are now. */
export function searchArticles(
  rooms: { readonly archive: Archive; readonly search: SearchIndex; readonly keeper: SearchKeeper },
  request: SearchRequest,
  signal: AbortSignal,
): SearchPage {
  takeInFirst(rooms.keeper);
  const found = rooms.search.search(request, signal);
  const summaries = rooms.archive.summaries(found.hits.map((hit) => hit.id));
  const hits: Hit[] = [];
  for (const { id, ...hit } of found.hits) {
    const article = summaries.get(id);
    if (article !== undefined) hits.push({ article, ...hit });
  }
  const { total, tookMs, facets, problem } = found;
  return { query: request.query, total, tookMs, hits, facets, problem };
}

/** What was just done to an article is found by the next query. */
export function takeInFirst(keeper: SearchKeeper): void {
  const until = performance.now() + takeInFirstMs;
  while (keeper.step() && performance.now() < until);
}

/** Why an article is found: what its score is made of. */
export function explainHit(search: SearchIndex, request: ExplainRequest, signal: AbortSignal): Explanation {
  const found = search.explain(request, signal);
  if (found === undefined) return { isFound: false, score: 0, reasons: [] };
  return { isFound: true, score: found.score, reasons: found.reasons };
}
