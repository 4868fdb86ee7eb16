import type { ArticleId } from '#contract/article.ts';
import type { CaptureStatus } from '#contract/capture.ts';
import type { Draft, Picture, SafeHtml } from '#contract/draft.ts';
import type { MissingPicture } from '#contract/pictures.ts';
import type { AddedPicture } from '../archive/archive.ts';
import type { Captured, FetchedPictures } from '../capture/capture.ts';
import { extractorVersion, placePictures } from '../extract/extract.ts';
import type { CaptureRooms } from './capture-rooms.ts';
import { readAllPages } from './read-all-pages.ts';

export type Taken = {
  readonly id: ArticleId;
  readonly status: Exclude<CaptureStatus, 'failed'>;
  readonly headline: string | null;
};

/**
 * The whole way of one capture into the archive: extract, recognise, fetch its pictures, keep.
 *
 * Further pages of an article are fetched and joined. Pictures are fetched only for what is new. `turn` is
 * awaited before anything is kept: extraction may run ahead, keeping may not.
 */
export async function captureArticle(
  rooms: CaptureRooms,
  taken: Captured,
  turn: Promise<void>,
  signal: AbortSignal,
): Promise<Taken> {
  const { draft, captured } = await readAllPages(rooms, taken, signal);
  await turn;
  const { headline } = draft.metadata;
  const found = rooms.archive.find({ draft, captured });
  // Whoever takes something in wants to see it: what lay in the trash comes back.
  if (found.trashed) rooms.archive.restore([found.id]);
  if (found.status === 'duplicate') return { id: found.id, status: 'duplicate', headline };
  const fetched = await rooms.capture.fetchPictures(draft.images, captured, signal);
  const pictures = nameForFolder(draft, fetched.pictures);
  signal.throwIfAborted();
  const kept: Draft = { ...draft, metadata: { ...draft.metadata, leadImage: leadImageOf(draft, pictures) } };
  const html = placeInBody(draft, pictures);
  const addition = {
    draft: kept,
    html,
    pictures: filesOf(draft, pictures),
    missingPictures: missingOf(draft, fetched.missing),
    captured,
    extractor: extractorVersion,
  };
  const { id, status } = await rooms.archive.add(addition);
  return { id, status, headline };
}

type NamedPicture = Picture & { readonly fileName: string };

const extensions: Record<Picture['mediaType'], string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'image/svg+xml': 'svg',
};

/**
 * Pictures get plain names in the order of the article, so that the folder reads well: `images/01.jpg`.
 * A picture that the page shows twice (equal bytes, brought as one) is one file.
 */
function nameForFolder(draft: Draft, pictures: readonly Picture[]): Map<string, NamedPicture> {
  const order = new Map(draft.images.map((image, index) => [image.key, index]));
  const files = new Map<Uint8Array, NamedPicture>();
  const byKey = new Map<string, NamedPicture>();
  for (const picture of [...pictures].sort((a, b) => (order.get(a.key) ?? 0) - (order.get(b.key) ?? 0))) {
    const number = String(files.size + 1).padStart(2, '0');
    const fileName = `images/${number}.${extensions[picture.mediaType]}`;
    const file = files.get(picture.bytes) ?? { ...picture, fileName };
    files.set(picture.bytes, file);
    byKey.set(picture.key, file);
  }
  return byKey;
}

/** A longer reference is no address that a page could be asked by. */
const longestReference = 4096;

function isName(reference: string): boolean {
  return reference.length <= longestReference && !/^\s*data:/i.test(reference);
}

/** Each file once, with everything by which the page names it; not the `data:` that it may have been itself. */
function filesOf(draft: Draft, pictures: ReadonlyMap<string, NamedPicture>): AddedPicture[] {
  return [...new Set(pictures.values())].map((file) => ({
    ...file,
    from: draft.images.flatMap(({ key, reference }) =>
      pictures.get(key) === file && isName(reference) ? [reference] : [],
    ),
  }));
}

/** What the body had and lost. A lead picture that stands only in metadata is no loss to the story. */
function missingOf({ html, images }: Draft, missing: FetchedPictures['missing']): MissingPicture[] {
  const reasons = new Map(missing.map(({ key, reason }) => [key, reason]));
  return images.flatMap(({ key, reference, alt }) => {
    const reason = reasons.get(key);
    if (reason === undefined || !html.includes(`"image:${key}"`)) return [];
    return [{ from: isName(reference) ? reference : null, alt, reason }];
  });
}

function placeInBody(draft: Draft, pictures: ReadonlyMap<string, NamedPicture>): SafeHtml {
  return placePictures(draft.html, new Map(draft.images.map(({ key }) => [key, pictures.get(key)?.fileName ?? null])));
}

/** The lead picture by the name its file got; the page's own claim when it is among what was kept. */
function leadImageOf(draft: Draft, pictures: ReadonlyMap<string, NamedPicture>): string | null {
  const lead = draft.images.find((image) => image.lead);
  return (lead === undefined ? undefined : pictures.get(lead.key)?.fileName) ?? draft.metadata.leadImage;
}
