import { z } from 'zod';
import { articleId, moment, snapshotId, tagName } from './article.ts';

/** The lasting name of a highlight in its article: random, made when the passage is marked. */
export const highlightId = z.string().regex(/^[0-9a-z]{10,32}$/);

/** How a passage is marked. The first is the usual one, and stands in for a name from a newer version. */
export const highlightColour = z.enum(['yellow', 'green', 'blue', 'pink', 'underline']);
export type HighlightColour = z.infer<typeof highlightColour>;

/** Longest passage, in UTF-16 code units: some three thousand words. */
export const longestPassage = 20_000;
export const longestAnnotation = 100_000;
const longestSurroundings = 200;

/**
 * Where a passage stands: W3C text quote and text position selectors, so that it is found again in a text that was
 * extracted anew. What "the text" is, docs/formats/library-v1.md says.
 */
export const anchor = z.object({
  /** The snapshot in which it was marked. */
  snapshot: snapshotId,
  /** The words that are marked. */
  exact: z.string().min(1).max(longestPassage),
  /** What stands before and after them, about 32 characters each. */
  prefix: z.string().max(longestSurroundings),
  suffix: z.string().max(longestSurroundings),
  /** Where they stand in the text of that snapshot, in UTF-16 code units. A hint only. */
  start: z.int().min(0),
  end: z.int().min(0),
});
export type Anchor = z.infer<typeof anchor>;

/** The reader's own words; white space around them is nothing, and nothing at all is no annotation. */
export const annotation = z
  .string()
  .trim()
  .max(longestAnnotation)
  .transform((words) => (words === '' ? null : words))
  .nullable();

/** What is known of the article of a highlight, for a list over many. */
export const highlightedArticle = z.object({
  id: articleId,
  headline: z.string(),
  authors: z.array(z.string()),
  source: z.string().nullable(),
  publishedAt: moment.nullable(),
  url: z.string().nullable(),
});
export type HighlightedArticle = z.infer<typeof highlightedArticle>;

/** A passage that the reader marked, or, without `id` and `anchor`, the note on an article as a whole. */
export const highlight = z.object({
  article: highlightedArticle,
  id: highlightId.nullable(),
  anchor: anchor.nullable(),
  /** `null` for the note on a whole article. */
  colour: highlightColour.nullable(),
  annotation: z.string().nullable(),
  tags: z.array(z.string()),
  /** When the passage was marked, and when it was last changed (instants, UTC). */
  madeAt: z.string(),
  changedAt: z.string(),
});
export type Highlight = z.infer<typeof highlight>;

/** Which highlights a list shows. All conditions hold together; those of articles in the trash are left out. */
export const highlightFilter = z.object({
  /** Those of one article, in the trash or not. */
  article: articleId.optional(),
  colour: highlightColour.optional(),
  /** A tag; the tags nested below it count too. */
  tag: z.string().optional(),
  /** Only passages and articles with a note. */
  annotated: z.boolean().optional(),
  /** Every word must occur in the passage, its note, its tags, or the headline and source of its article. */
  words: z.string().max(1000).optional(),
});
export type HighlightFilter = z.infer<typeof highlightFilter>;

/** `made`: marked last comes first. `article`: article by article, the one marked last first, in the order of its text. */
export const highlightSort = z.enum(['made', 'article']);
export type HighlightSort = z.infer<typeof highlightSort>;

export const highlightRequest = z.object({
  filter: highlightFilter.default({}),
  sort: highlightSort.default('made'),
  limit: z.int().min(1).max(1000).default(100),
  offset: z.int().min(0).default(0),
});

export const highlightPage = z.object({ total: z.int(), highlights: z.array(highlight) });
export type HighlightPage = z.infer<typeof highlightPage>;

/** How many there are, outside the trash. */
export const highlightCounts = z.object({
  /** Marked passages and notes on whole articles together. */
  total: z.int(),
  annotated: z.int(),
  /** Articles that have any. */
  articles: z.int(),
  colours: z.array(z.object({ colour: highlightColour, count: z.int() })),
  /** In the order of the alphabet. */
  tags: z.array(z.object({ tag: z.string(), count: z.int() })),
});
export type HighlightCounts = z.infer<typeof highlightCounts>;

/** A passage to be marked. */
export const newHighlight = z.object({
  article: articleId,
  /** Made by the back end when it is left out; a window names its own, to show the mark before it is kept. */
  id: highlightId.optional(),
  anchor,
  colour: highlightColour.default('yellow'),
  annotation: annotation.default(null),
  tags: z.array(tagName).default([]),
});

const highlightName = z.object({ article: articleId, id: highlightId });
export const highlightNames = z.array(highlightName).min(1).max(10_000);

/** What is left out stays as it is. */
export const highlightChange = z.object({
  highlights: highlightNames,
  colour: highlightColour.optional(),
  annotation: annotation.optional(),
  addTags: z.array(tagName).default([]),
  removeTags: z.array(tagName).default([]),
});
