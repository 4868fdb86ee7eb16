import type { FieldNotes, Metadata } from '#contract/article.ts';
import type { CaptureKind, Draft, ExtractInput, SourceHints } from '#contract/draft.ts';
import { ArchiveError } from '#contract/errors.ts';
import type { KeptOriginal } from '../archive/archive.ts';
import { type Capture, type Captured, withKnownPictures as preferPictures } from '../capture/capture.ts';
import { type DraftPage, joinDrafts } from '../extract/extract.ts';
import type { CaptureRooms } from './capture-rooms.ts';

const readAsTheyAre: ReadonlySet<string> = new Set<CaptureKind>(['html', 'text', 'markdown', 'pdf']);

const hintFields = [
  'headline',
  'authors',
  'publishedAt',
  'source',
  'section',
  'dek',
  'language',
  'copyright',
  'canonicalUrl',
] as const satisfies readonly (keyof SourceHints)[];

/** What extraction needs of a capture. */
export function extractInput({ kind, bytes, address, charset, fileName, hints }: Captured): ExtractInput {
  return { kind, bytes, address, charset, fileName, ...(hints === null ? {} : { hints }) };
}

/** Reads a kept original once more, as when it was taken in: all its pages, where it was joined of several. */
export async function readOriginal(
  rooms: Pick<CaptureRooms, 'capture' | 'extraction'>,
  original: KeptOriginal,
  signal: AbortSignal,
  wanted: Pick<ExtractInput, 'listsBlocks'> = {},
): Promise<Draft> {
  return readPages(rooms, await keptPages(original, rooms.capture, signal), signal, wanted);
}

/** The pages of an article as one draft. */
export async function readPages(
  { extraction }: Pick<CaptureRooms, 'extraction'>,
  [first, ...others]: KeptPages,
  signal: AbortSignal,
  wanted: Pick<ExtractInput, 'listsBlocks'> = {},
): Promise<Draft> {
  const read = async (page: Captured): Promise<DraftPage> => ({
    draft: await extraction.run({ ...extractInput(page), ...wanted }, signal),
    address: page.address,
  });
  const pages: [DraftPage, ...DraftPage[]] = [await read(first)];
  for (const page of others) pages.push(await read(page));
  return joinDrafts(pages);
}

/** A kept original as extraction reads it, or the first page of several. */
export async function originalInput(
  original: KeptOriginal,
  capture: Capture,
  signal: AbortSignal,
): Promise<ExtractInput> {
  return extractInput((await keptPages(original, capture, signal))[0]);
}

/** The pages that a kept original holds: one, but of an article that was joined of several. */
export type KeptPages = [Captured, ...Captured[]];

/**
 * The pages of a kept original, captured as when they were taken in: as it lies there, or taken out of what wraps it.
 *
 * Of a picture's choices those are preferred that were chosen then, whichever would be the better ones.
 */
export async function keptPages(original: KeptOriginal, capture: Capture, signal: AbortSignal): Promise<KeptPages> {
  if (readAsTheyAre.has(original.kind)) return [await withKnownPictures(asItLies(original), original)];
  return unwrapped(original, capture, signal);
}

async function withKnownPictures(
  page: Captured,
  { pictures, missingPictures }: Pick<KeptOriginal, 'pictures' | 'missingPictures'>,
): Promise<Captured> {
  const { address } = page;
  if (page.kind !== 'html') return page;
  const known = new Set([
    ...pictures.flatMap(({ from }) => from ?? []),
    ...(missingPictures ?? []).map(({ from }) => from),
  ]);
  const isKnown = async (reference: string) =>
    known.has(reference) || known.has(URL.parse(reference, address ?? undefined)?.href ?? null);
  return { ...page, bytes: await preferPictures(page.bytes, isKnown) };
}

function asItLies({ kind, bytes, address, charset, fileName, capturedAt, metadata, notes }: KeptOriginal): Captured {
  return {
    // Of the set above: one of the kinds that need no unwrapping.
    kind: kind as CaptureKind,
    bytes,
    original: null,
    origin: 'file',
    address,
    requestedAddress: null,
    charset,
    hints: hintsOf(metadata, notes),
    fileName,
    capturedAt,
    takenInAt: capturedAt,
    readRelative: null,
  };
}

/** What a wrapping said that was not kept with the article, a book around a chapter: the snapshot remembers it. */
function hintsOf(metadata: Metadata, notes: FieldNotes): SourceHints | null {
  const said = hintFields.flatMap((field) => {
    const [note, value] = [notes[field], metadata[field]];
    if (note?.origin !== 'file' || value === null) return [];
    return [[field, { value, confidence: note.confidence, detail: note.detail ?? '' }]];
  });
  // Each field of metadata has the type that the hint of its name has.
  return said.length === 0 ? null : (Object.fromEntries(said) as SourceHints);
}

/** A mail, a book, a web archive: opened as when it was taken in. It holds this one article, in one page or in several. */
async function unwrapped(original: KeptOriginal, capture: Capture, signal: AbortSignal): Promise<KeptPages> {
  const { kind, name, bytes, address } = original;
  const file = { path: name, bytes, companions: new Map<string, Uint8Array>(), origin: 'file' as const, isKept: true };
  const pages: Captured[] = [];
  for await (const item of capture.openDropped(file, signal)) {
    if (item.kind !== 'article') continue;
    const captured = await item.capture(signal);
    const page = { ...captured, address: captured.address ?? address };
    pages.push(kind === 'warc' ? await withKnownPictures(page, original) : page);
    if (kind !== 'warc') break;
  }
  const [first, ...others] = pages;
  if (first === undefined) throw new ArchiveError('no-article', `no article is found in ${name}`);
  return [first, ...others];
}
