import { z } from 'zod';
import { articleSummary, readingState } from './article.ts';

/** Which articles a list shows. All conditions hold together; trash is shown only when asked for. */
export const listFilter = z.object({
  state: readingState.optional(),
  favourite: z.boolean().optional(),
  /** True: only the trash. Otherwise the trash is left out. */
  trashed: z.boolean().optional(),
  /** A tag; articles of the tags nested below it count too. */
  tag: z.string().optional(),
  source: z.string().optional(),
  /** The id of a collection. */
  collection: z.string().optional(),
});
export type ListFilter = z.infer<typeof listFilter>;

/** `own`: a collection's own order; without a collection, as `saved`. */
export const listSort = z.enum(['saved', 'published', 'source', 'title', 'length', 'own']);
export type ListSort = z.infer<typeof listSort>;

export const listRequest = z.object({
  filter: listFilter.default({}),
  /**
   * Newest first for `saved` and `published` (unknown dates last), A to Z for `title` and `source` (newest first
   * within each, unknown sources last), longest first for `length`.
   */
  sort: listSort.default('saved'),
  limit: z.int().min(1).max(500).default(50),
  offset: z.int().min(0).default(0),
  /** Asks for the groups of the whole list too, whatever page of it is asked for. */
  withGroups: z.boolean().default(false),
});

/** A run of a list that belongs under one heading. */
export const listGroup = z.object({
  /** The day (`2018-06-10`) or the source; `null` where it is not known. */
  name: z.string().nullable(),
  count: z.int(),
});
export type ListGroup = z.infer<typeof listGroup>;

export const listPage = z.object({
  total: z.int(),
  articles: z.array(articleSummary),
  /**
   * When asked for, the whole list in runs, in its order: days for `saved` (as this computer counts them) and
   * `published` (as printed), sources for `source`. Absent for an order that makes no groups.
   */
  groups: z.array(listGroup).optional(),
});
export type ListPage = z.infer<typeof listPage>;

export const tagCount = z.object({
  tag: z.string(),
  /** Articles that bear exactly this tag. */
  own: z.int(),
  /** Articles that bear it or one below it. */
  total: z.int(),
});
export type TagCount = z.infer<typeof tagCount>;

/** What the shelves show: every count leaves the trash out, except its own. */
export const shelfCounts = z.object({
  all: z.int(),
  unread: z.int(),
  reading: z.int(),
  archived: z.int(),
  favourites: z.int(),
  trash: z.int(),
  /** All tags and their parents, sorted by name. */
  tags: z.array(tagCount),
  /** Most articles first. */
  sources: z.array(z.object({ source: z.string(), count: z.int() })),
});
export type ShelfCounts = z.infer<typeof shelfCounts>;
