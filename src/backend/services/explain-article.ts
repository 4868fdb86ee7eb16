import type { ArticleId } from '#contract/article.ts';
import type { CaptureKind, ExtractInput } from '#contract/draft.ts';
import { ArchiveError } from '#contract/errors.ts';
import type { ExtractionReport } from '#contract/extraction-report.ts';
import type { KeptOriginal } from '../archive/archive.ts';
import type { Capture } from '../capture/capture.ts';
import { extractorVersion } from '../extract/extract.ts';
import { type CaptureRooms, extractInput } from './capture-article.ts';

/** Reads the original of an article's newest snapshot once more, and tells how. Nothing is kept. */
export async function explainArticle(
  { archive, capture, extraction }: CaptureRooms,
  id: ArticleId,
  signal: AbortSignal,
): Promise<ExtractionReport> {
  const original = await archive.keptOriginal(id);
  const draft = await extraction.run(await inputOf(original, capture, signal), signal);
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
    metadata,
    notes,
    removals: [...removals],
    warnings: [...warnings],
  };
}

const readAsTheyAre: ReadonlySet<string> = new Set<CaptureKind>(['html', 'text', 'markdown', 'pdf']);

async function inputOf(original: KeptOriginal, capture: Capture, signal: AbortSignal): Promise<ExtractInput> {
  const { kind, bytes, address, charset, fileName } = original;
  // Of the set above: one of the kinds that need no unwrapping.
  if (readAsTheyAre.has(kind)) return { kind: kind as CaptureKind, bytes, address, charset, fileName };
  return unwrapped(original, capture, signal);
}

/** A mail, a book, a web archive: opened as when it was taken in. It holds this one article. */
async function unwrapped(
  { name, bytes, address }: KeptOriginal,
  capture: Capture,
  signal: AbortSignal,
): Promise<ExtractInput> {
  const file = { path: name, bytes, companions: new Map<string, Uint8Array>(), origin: 'file' as const };
  for await (const item of capture.openDropped(file, signal)) {
    if (item.kind !== 'article') continue;
    const input = extractInput(await item.capture(signal));
    return { ...input, address: input.address ?? address };
  }
  throw new ArchiveError('no-article', `no article is found in ${name}`);
}
