import type { ArticleId } from '#contract/article.ts';
import type { CaptureStatus } from '#contract/capture.ts';
import type { Draft } from '#contract/draft.ts';
import type { Captured } from '../capture/capture.ts';
import { cutBlocks, extractorVersion, isFurtherPage, keyOfWords } from '../extract/extract.ts';
import type { CaptureRooms } from './capture-rooms.ts';
import type { PagesAtHand } from './pages-at-hand.ts';
import { readAllPages } from './read-all-pages.ts';
import { withPictures } from './with-pictures.ts';

export type Taken = {
  readonly id: ArticleId;
  readonly status: Exclude<CaptureStatus, 'failed'>;
  readonly headline: string | null;
};

/**
 * The whole way of one capture into the archive: extract, recognise, fetch its pictures, keep.
 *
 * Further pages of an article are fetched, or taken from what came with it, and joined. Pictures are fetched only for
 * what is new. `turn` is awaited before anything is kept: extraction may run ahead, keeping may not.
 */
export async function captureArticle(
  rooms: CaptureRooms,
  taken: Captured,
  turn: Promise<void>,
  signal: AbortSignal,
  further?: PagesAtHand,
): Promise<Taken> {
  const { draft, captured } = await readAllPages(rooms, taken, signal, further);
  await turn;
  const { headline } = draft.metadata;
  const { isKnown, isFurther, ...found } = await findKept(rooms, draft, captured);
  // Whoever takes something in wants to see it: what lay in the trash comes back.
  if (found.trashed) rooms.archive.restore([found.id]);
  if (isKnown) return { id: found.id, status: 'duplicate', headline };
  const fetched = await rooms.capture.fetchPictures(draft.images, captured, signal);
  signal.throwIfAborted();
  const placed = withPictures(draft, fetched);
  const { id, status } = await rooms.archive.add({
    ...placed,
    captured,
    isFurtherPage: isFurther,
    extractor: extractorVersion,
  });
  return { id, status, headline };
}

type Kept = {
  readonly id: ArticleId;
  readonly trashed: boolean;
  /** There is nothing in it that is not kept. */
  readonly isKnown: boolean;
  /** It is a further page of an article, without the first. */
  readonly isFurther: boolean;
};

/** What is kept of a capture; a page of several that comes alone must not take the place of the whole article. */
async function findKept(rooms: CaptureRooms, draft: Draft, captured: Captured): Promise<Kept> {
  const { canonicalUrl } = draft.metadata;
  const { address } = captured;
  const isFurther = address !== null && canonicalUrl !== null && isFurtherPage(address, canonicalUrl);
  const { id, trashed, status } = rooms.archive.find({ draft, captured });
  const isIncomplete = isFurther || draft.nextPage !== undefined;
  const isPart = status === 'changed' && isIncomplete && (await isPartOf(rooms, draft, id));
  const isKnown = isPart || status === 'duplicate';
  if (isKnown || !isFurther) return { id, trashed, isKnown, isFurther };
  const own = rooms.archive.find({ draft, captured, isFurtherPage: true });
  return { id: own.id, trashed: own.trashed, isKnown: own.status === 'duplicate', isFurther };
}

async function isPartOf({ archive }: CaptureRooms, { html }: Draft, id: ArticleId): Promise<boolean> {
  const kept = new Set(cutBlocks((await archive.keptText(id)).html).map(({ words }) => keyOfWords(words)));
  return cutBlocks(html).every(({ words }) => words === '' || kept.has(keyOfWords(words)));
}
