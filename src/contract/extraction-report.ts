import { z } from 'zod';
import { articleId, fieldNotes, metadata, snapshotId } from './article.ts';
import { extractionWarning } from './extraction-warning.ts';
import { removal } from './removal.ts';

/**
 * How an article is read from its original: the original of its newest snapshot, read once more.
 *
 * It tells of the extractor at hand. A snapshot that an older one made may have been read otherwise,
 * which `isAsKept` says; the snapshot itself never changes.
 */
export const extractionReport = z.object({
  id: articleId,
  snapshot: snapshotId,
  /** Version of the extractor that answered. */
  extractor: z.string(),
  /** Version that made the snapshot; `null` when it does not say. */
  keptExtractor: z.string().nullable(),
  /** Which way of finding the body won. */
  method: z.string(),
  /** The character encoding the original was read with. */
  encoding: z.string(),
  wordCount: z.int(),
  /** Of how many pages of the site the article was joined. */
  pages: z.int(),
  /** False: this version reads another text than the snapshot holds. */
  isAsKept: z.boolean(),
  /** What was read, before corrections by hand. */
  metadata,
  /** How sure each field is, and from where it came. */
  notes: fieldNotes,
  removals: z.array(removal),
  warnings: z.array(extractionWarning),
});
export type ExtractionReport = z.infer<typeof extractionReport>;
