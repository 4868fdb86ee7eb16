import { z } from 'zod';

export const libraryStatus = z.object({
  /** The folder's own name, shown to the reader. */
  name: z.string(),
  path: z.string(),
  libraryId: z.string(),
  formatVersion: z.int(),
  /** `opening` while the catalogue is brought up to date or rebuilt. */
  phase: z.enum(['opening', 'ready', 'read-only']),
  /** While opening: how far. */
  progress: z.object({ done: z.int(), total: z.int() }).nullable(),
  /** Not null while search is being built anew: how many articles it knows. What is there answers meanwhile. */
  indexing: z.object({ done: z.int(), total: z.int() }).nullable(),
  appVersion: z.string(),
});
export type LibraryStatus = z.infer<typeof libraryStatus>;

export const libraryStats = z.object({
  articles: z.int(),
  trashed: z.int(),
  snapshots: z.int(),
  words: z.int(),
  tags: z.int(),
  sources: z.int(),
  journalEntries: z.int(),
  devices: z.int(),
  indexTerms: z.int(),
  catalogueBytes: z.int(),
  oldestPublishedAt: z.string().nullable(),
  newestPublishedAt: z.string().nullable(),
});
export type LibraryStats = z.infer<typeof libraryStats>;

/** One thing that verification found wrong. */
export const finding = z.object({
  /** `missing-file`, `changed-file`, `unknown-folder`, `journal-damaged`, `catalogue-differs`, `index-differs`, `half-written`. */
  kind: z.string(),
  /** Path relative to the library. */
  path: z.string(),
  message: z.string(),
  /** True when a rebuild, or the next start, mends it. */
  repairable: z.boolean(),
});
export type Finding = z.infer<typeof finding>;

export const verification = z.object({
  articles: z.int(),
  snapshots: z.int(),
  files: z.int(),
  findings: z.array(finding),
});
export type Verification = z.infer<typeof verification>;
