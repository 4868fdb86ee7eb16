import type { ArticleId } from '#contract/article.ts';
import type { CaptureStatus } from '#contract/capture.ts';
import type { Captured } from '../capture/capture.ts';
import { extractorVersion } from '../extract/extract.ts';
import type { CaptureRooms } from './capture-rooms.ts';
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
  signal.throwIfAborted();
  const placed = withPictures(draft, fetched);
  const { id, status } = await rooms.archive.add({ ...placed, captured, extractor: extractorVersion });
  return { id, status, headline };
}
