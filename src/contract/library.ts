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

/** What came of the last check of this library on this computer. Of many findings the first are kept. */
export const lastCheck = verification.extend({
  /** When it ended (instant, UTC). */
  checkedAt: z.iso.datetime(),
  /** All there were, also those that are not kept. */
  findingsInAll: z.int(),
});
export type LastCheck = z.infer<typeof lastCheck>;

const filesOfKind = z.object({ files: z.int(), bytes: z.int() });

/** What lies in the library folder, by kind. */
export const libraryStorage = z.object({
  /** Clean articles and the record of each snapshot. */
  articles: filesOfKind,
  /** What was taken in, as it came. */
  originals: filesOfKind,
  pictures: filesOfKind,
  journals: filesOfKind,
  other: filesOfKind,
});
export type LibraryStorage = z.infer<typeof libraryStorage>;

/** What a folder could be used for: see `library.look`. */
export const folderLook = z.object({
  /** As it was resolved. */
  path: z.string(),
  name: z.string(),
  kind: z.enum([
    /** A library that this version reads. */
    'library',
    /** A library of a newer version. */
    'newer',
    /** A library whose own record is missing or cannot be read. */
    'damaged',
    /** There and empty: a library can be made in it. */
    'empty',
    /** Not there yet: a library can be made here. */
    'new',
    /** Not there, and neither is the folder above it. */
    'no-parent',
    /** A folder with other things in it. */
    'other-files',
    'file',
    'not-writable',
    'unreadable',
    /** No full path. */
    'relative',
  ]),
  /** A library whose folder may not be written to. */
  isReadOnly: z.boolean(),
  /** It lies in the library that is open, or holds it. */
  isInside: z.boolean(),
});
export type FolderLook = z.infer<typeof folderLook>;
export type FolderKind = FolderLook['kind'];
