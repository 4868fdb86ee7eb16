import { z } from 'zod';
import { articleId, articleSummary } from './article.ts';
import { listFilter } from './lists.ts';

export const searchSort = z.enum(['relevance', 'published', 'saved', 'length']);
export type SearchSort = z.infer<typeof searchSort>;

export const searchRequest = z.object({
  /** What the reader typed; docs/search.md has the language. */
  query: z.string().max(10_000),
  /** The shelf searched in; without it everything but the trash. */
  filter: listFilter.default({}),
  /** A `sort:` in the query itself wins. */
  sort: searchSort.default('relevance'),
  limit: z.int().min(1).max(200).default(20),
  offset: z.int().min(0).default(0),
  /** True: each hit says which field, term and weight made its score. */
  explain: z.boolean().default(false),
});
export type SearchRequest = z.infer<typeof searchRequest>;

/** A stretch of marked text: UTF-16 offsets `[start, end)`, in order, not overlapping. */
export const mark = z.tuple([z.int(), z.int()]);
export type Mark = z.infer<typeof mark>;

export const markedText = z.object({ text: z.string(), marks: z.array(mark) });
export type MarkedText = z.infer<typeof markedText>;

/** One reason for a score. */
export const hitReason = z.object({
  field: z.string(),
  /** The term of the index that matched. */
  term: z.string(),
  /** What was typed that expanded to it. */
  typed: z.string(),
  weight: z.number(),
});
export type HitReason = z.infer<typeof hitReason>;

export const hit = z.object({
  article: articleSummary,
  score: z.number(),
  headline: markedText,
  /** The best passage of the body (or the dek). */
  snippet: markedText,
  /** Empty unless asked for. */
  reasons: z.array(hitReason),
});
export type Hit = z.infer<typeof hit>;

export const facet = z.object({ value: z.string(), count: z.int() });
export const facets = z.object({
  source: z.array(facet),
  author: z.array(facet),
  section: z.array(facet),
  tag: z.array(facet),
  year: z.array(facet),
});
export type Facets = z.infer<typeof facets>;

/** A mistake in a query: where it is, what is wrong, and how the query was read all the same. */
export const queryProblem = z.object({
  message: z.string(),
  start: z.int(),
  end: z.int(),
  /** The nearest valid query, which is the one that was answered. */
  readAs: z.string(),
});
export type QueryProblem = z.infer<typeof queryProblem>;

export const searchPage = z.object({
  query: z.string(),
  /** Exact number of articles that match. */
  total: z.int(),
  tookMs: z.number(),
  hits: z.array(hit),
  /** Counts over the whole result; the most frequent values first, at most 20 each. */
  facets,
  problem: queryProblem.nullable(),
});
export type SearchPage = z.infer<typeof searchPage>;

export const explainRequest = searchRequest.pick({ query: true, filter: true }).extend({ id: articleId });
export type ExplainRequest = z.infer<typeof explainRequest>;

export const explanation = z.object({
  /** False: the query does not find this article (any more). */
  isFound: z.boolean(),
  score: z.number(),
  reasons: z.array(hitReason),
});
export type Explanation = z.infer<typeof explanation>;
