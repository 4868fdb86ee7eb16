import type { ArticleId } from '#contract/article.ts';
import type { ExtractionReport } from '#contract/extraction-report.ts';
import { extractorVersion } from '../extract/extract.ts';
import type { CaptureRooms } from './capture-rooms.ts';
import { readOriginal } from './original-input.ts';

/** Reads the original of an article's newest snapshot once more, and tells how. Nothing is kept. */
export async function explainArticle(
  rooms: CaptureRooms,
  id: ArticleId,
  signal: AbortSignal,
): Promise<ExtractionReport> {
  const original = await rooms.archive.keptOriginal(id);
  const draft = await readOriginal(rooms, original, signal);
  const { method, encoding, wordCount, metadata, notes, removals, warnings } = draft;
  return {
    id,
    snapshot: original.snapshot,
    extractor: extractorVersion,
    keptExtractor: original.extractor,
    isAsKept: original.isText(draft.text),
    method,
    encoding,
    wordCount,
    pages: draft.pages ?? 1,
    metadata,
    notes,
    removals: [...removals],
    warnings: [...warnings],
  };
}
