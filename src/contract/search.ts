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

/** One thing told about how a query was read or answered, as data: each carrier puts it in its own language. */
export const queryRemark = z.discriminatedUnion('kind', [
  z.object({
    kind: z.enum([
      'words-too-common',
      'bracket-not-closed',
      'bracket-not-opened',
      'quotation-not-closed',
      'nothing-before',
      'nothing-after',
      'near-alone',
      'or-alone',
      'range-reversed',
      'distance-missing',
      'weight-missing',
      'read-as-words',
    ]),
  }),
  z.object({
    kind: z.enum([
      'query-too-long',
      'brackets-too-deep',
      'too-many-words',
      'too-many-letters-with-star',
      'too-many-patterns',
      'too-many-stars',
      'distance-too-far',
    ]),
    most: z.int(),
  }),
  z.object({ kind: z.enum(['field-unknown', 'field-empty']), name: z.string() }),
  /** `values` are all that the field takes; empty for one that takes a date, a span or a number. */
  z.object({ kind: z.literal('value-wrong'), name: z.string(), values: z.array(z.string()) }),
  /** No article has these words; what the articles found have instead. */
  z.object({
    kind: z.literal('words-unknown'),
    words: z.array(z.string()),
    instead: z.enum(['respelled', 'other-words', 'nothing']),
  }),
  /** No article has all the words; those found lack these. */
  z.object({ kind: z.literal('words-apart'), words: z.array(z.string()) }),
  /** Only `holdingAll` articles have all of so many words; the others have at least `least` of them. */
  z.object({
    kind: z.literal('some-words'),
    words: z.int(),
    least: z.int(),
    holdingAll: z.int(),
    comeFirst: z.boolean(),
    /** Words besides those told of before. */
    areOthers: z.boolean(),
  }),
]);
export type QueryRemark = z.infer<typeof queryRemark>;

/** A mistake in a query: where it is, what is wrong, and how the query was read all the same. */
export const queryProblem = z.object({
  /** The remarks in English, joined by semicolons; no capital at its beginning, no full stop at its end. */
  message: z.string(),
  remarks: z.array(queryRemark),
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
