import { type ArticleId, type Metadata, metadataField } from '#contract/article.ts';
import type { DraftImage, Picture } from '#contract/draft.ts';
import type { PictureGap } from '#contract/pictures.ts';
import type { KeptOriginal, Renewal } from '../archive/archive.ts';
import { extractorVersion } from '../extract/extract.ts';
import type { CaptureRooms } from './capture-rooms.ts';
import { keptPages, readPages } from './original-input.ts';
import { type PlacedDraft, withPictures } from './with-pictures.ts';

/** What came of one article. */
export type RenewalOutcome = {
  readonly status: 'renewed' | 'unchanged' | 'failed';
  /** Takes the whole renewal back. */
  readonly undo: string | null;
  /** Why pictures that were asked for, or that would be lost, cannot be had: each reason once. */
  readonly gaps: PictureGap[];
};

/**
 * Reads an article's kept original again by the rules of today, and keeps what it gives beside what was.
 *
 * Pictures are those that were kept, and those that lie in the original; their sites are asked only for missing ones,
 * and only when that is what was asked for. Nothing is written when it gives the same, and nothing when the article
 * would lose a picture by it.
 */
export async function renewArticle(
  rooms: CaptureRooms,
  renewal: Renewal,
  id: ArticleId,
  signal: AbortSignal,
): Promise<RenewalOutcome> {
  const kept = await rooms.archive.keptOriginal(id);
  const asksSites = renewal.what === 'pictures';
  if (asksSites && kept.missingPictures?.length === 0) return asBefore('unchanged');
  const pages = await keptPages(kept, rooms.capture, signal);
  const draft = await readPages(rooms, pages, signal);
  const known = await keptPicturesOf(rooms, id, kept, draft.images);
  const others = draft.images.filter(({ key }) => !known.some((picture) => picture.key === key));
  const fetched = await rooms.capture.fetchPictures(others, pages[0], signal, asksSites);
  signal.throwIfAborted();
  const whole = withPictures(draft, { pictures: [...known, ...fetched.pictures], missing: fetched.missing });
  const placed = asksSites ? whole : withReasonsOfOld(whole, kept);
  const lost = lostBy(placed, kept);
  if (lost.length > 0) return asBefore('failed', lost);
  const gaps = asksSites ? reasonsOf(placed.missingPictures) : [];
  const hasGained = placed.pictures.length > kept.pictures.length;
  const isOther = hasGained || (!asksSites && !isAsKept(placed, kept));
  if (!isOther) return asBefore(gaps.length > 0 ? 'failed' : 'unchanged', gaps);
  const { undo } = await rooms.archive.renew(renewal, {
    id,
    snapshot: kept.snapshot,
    ...placed,
    extractor: extractorVersion,
  });
  return { status: 'renewed', undo, gaps };
}

function asBefore(status: 'unchanged' | 'failed', gaps: PictureGap[] = []): RenewalOutcome {
  return { status, undo: null, gaps };
}

/** The pictures of the snapshot that the body wants again, each read once. */
async function keptPicturesOf(
  { archive }: Pick<CaptureRooms, 'archive'>,
  id: ArticleId,
  { snapshot, pictures }: KeptOriginal,
  images: readonly DraftImage[],
): Promise<Picture[]> {
  const found: Picture[] = [];
  for (const { file, from, width, height } of pictures) {
    const wanted = images.filter(({ reference }) => from?.includes(reference) === true);
    const asset = wanted.length === 0 ? undefined : await archive.readAsset(`${id}/${snapshot}/${file}`);
    if (asset === undefined) continue;
    const { bytes } = asset;
    // The types that pictures are given out as are those that they are kept as.
    const mediaType = asset.mediaType as Picture['mediaType'];
    found.push(...wanted.map(({ key }) => ({ key, bytes, mediaType, width, height })));
  }
  return found;
}

/** Why a picture could not be had stays known where its site is not asked again. */
function withReasonsOfOld(placed: PlacedDraft, { missingPictures }: KeptOriginal): PlacedDraft {
  const reasons = new Map((missingPictures ?? []).map(({ from, reason }) => [from, reason]));
  return {
    ...placed,
    missingPictures: placed.missingPictures.map((one) => ({
      ...one,
      reason: one.from === null ? one.reason : (reasons.get(one.from) ?? one.reason),
    })),
  };
}

/**
 * Reasons for pictures that the article has now and would miss: where a kept one is used no more, and one that was not
 * missing before cannot be had, it may be the same picture under another name.
 */
function lostBy({ pictures, missingPictures }: PlacedDraft, kept: KeptOriginal): PictureGap[] {
  if (pictures.length >= kept.pictures.length) return [];
  const before = new Set((kept.missingPictures ?? []).map(({ from }) => from));
  return reasonsOf(missingPictures.filter(({ from }) => !before.has(from)));
}

function reasonsOf(missing: readonly { readonly reason: PictureGap }[]): PictureGap[] {
  return [...new Set(missing.map(({ reason }) => reason))];
}

/** The same words and the same fields. */
function isAsKept({ draft }: PlacedDraft, kept: KeptOriginal): boolean {
  return (
    kept.isText(draft.text) && metadataField.options.every((field) => isSame(draft.metadata, kept.metadata, field))
  );
}

function isSame(one: Metadata, other: Metadata, field: keyof Metadata): boolean {
  // The lead is one of the pictures, named by its file, and those may be numbered anew.
  return field === 'leadImage' || JSON.stringify(one[field]) === JSON.stringify(other[field]);
}
