import type { CaptureKind, ExtractInput } from '#contract/draft.ts';
import { ArchiveError } from '#contract/errors.ts';
import type { KeptOriginal } from '../archive/archive.ts';
import type { Capture } from '../capture/capture.ts';
import { extractInput } from './capture-article.ts';

const readAsTheyAre: ReadonlySet<string> = new Set<CaptureKind>(['html', 'text', 'markdown', 'pdf']);

/** A kept original as extraction reads it: as it lies there, or taken out of what wraps it. */
export async function originalInput(
  original: KeptOriginal,
  capture: Capture,
  signal: AbortSignal,
): Promise<ExtractInput> {
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
