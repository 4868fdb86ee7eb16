import type { CaptureKind, Draft, ExtractInput } from '#contract/draft.ts';
import { ArchiveError } from '#contract/errors.ts';
import type { KeptOriginal } from '../archive/archive.ts';
import type { Capture, Captured } from '../capture/capture.ts';
import { type DraftPage, joinDrafts } from '../extract/extract.ts';
import type { CaptureRooms } from './capture-rooms.ts';

const readAsTheyAre: ReadonlySet<string> = new Set<CaptureKind>(['html', 'text', 'markdown', 'pdf']);

/** What extraction needs of a capture. */
export function extractInput({ kind, bytes, address, charset, fileName, hints }: Captured): ExtractInput {
  return { kind, bytes, address, charset, fileName, ...(hints === null ? {} : { hints }) };
}

/** Reads a kept original once more, as when it was taken in: all its pages, where it was joined of several. */
export async function readOriginal(
  { capture, extraction }: Pick<CaptureRooms, 'capture' | 'extraction'>,
  original: KeptOriginal,
  signal: AbortSignal,
  wanted: Pick<ExtractInput, 'listsBlocks'> = {},
): Promise<Draft> {
  const read = async (input: ExtractInput): Promise<DraftPage> => ({
    draft: await extraction.run({ ...input, ...wanted }, signal),
    address: input.address,
  });
  const [first, ...others] = await originalInputs(original, capture, signal);
  const pages: [DraftPage, ...DraftPage[]] = [await read(first)];
  for (const input of others) pages.push(await read(input));
  return joinDrafts(pages);
}

/** A kept original as extraction reads it, or the first page of several. */
export async function originalInput(
  original: KeptOriginal,
  capture: Capture,
  signal: AbortSignal,
): Promise<ExtractInput> {
  return (await originalInputs(original, capture, signal))[0];
}

/** As it lies there, or taken out of what wraps it. */
async function originalInputs(
  original: KeptOriginal,
  capture: Capture,
  signal: AbortSignal,
): Promise<[ExtractInput, ...ExtractInput[]]> {
  const { kind, bytes, address, charset, fileName } = original;
  // Of the set above: one of the kinds that need no unwrapping.
  if (readAsTheyAre.has(kind)) return [{ kind: kind as CaptureKind, bytes, address, charset, fileName }];
  return unwrapped(original, capture, signal);
}

/** A mail, a book, a web archive: opened as when it was taken in. It holds this one article, in one page or in several. */
async function unwrapped(
  { kind, name, bytes, address }: KeptOriginal,
  capture: Capture,
  signal: AbortSignal,
): Promise<[ExtractInput, ...ExtractInput[]]> {
  const file = { path: name, bytes, companions: new Map<string, Uint8Array>(), origin: 'file' as const, isKept: true };
  const inputs: ExtractInput[] = [];
  for await (const item of capture.openDropped(file, signal)) {
    if (item.kind !== 'article') continue;
    const input = extractInput(await item.capture(signal));
    inputs.push({ ...input, address: input.address ?? address });
    if (kind !== 'warc') break;
  }
  const [first, ...others] = inputs;
  if (first === undefined) throw new ArchiveError('no-article', `no article is found in ${name}`);
  return [first, ...others];
}
