import type { Draft } from '#contract/draft.ts';
import { ArchiveError } from '#contract/errors.ts';
import type { ExtractionWarning } from '#contract/extraction-warning.ts';
import { type Captured, packPages } from '../capture/capture.ts';
import { type DraftPage, followsOn, isSameAddress, joinDrafts } from '../extract/extract.ts';
import type { CaptureRooms } from './capture-rooms.ts';
import { extractInput } from './original-input.ts';

/** An article may have more, but then something is wrong with it more often than not. */
export const mostPages = 12;
/** Of all pages together: one original must hold them. */
const mostBytes = 50_000_000;

type Rooms = Pick<CaptureRooms, 'capture' | 'extraction'>;
type Page = DraftPage & { readonly captured: Captured };
type Whole = { readonly draft: Draft; readonly captured: Captured };

/**
 * What was captured as a draft; of a page fetched from an address also the further pages of its article, one after
 * the other.
 *
 * A further page that cannot be had ends the article there, with a warning: what was fetched is kept.
 */
export async function readAllPages(rooms: Rooms, captured: Captured, signal: AbortSignal): Promise<Whole> {
  const first = await readPage(rooms, captured, signal);
  if (captured.origin !== 'address' || captured.original !== null) return first;
  const pages: [Page, ...Page[]] = [first];
  const ending = await addFurtherPages(rooms, pages, signal);
  const draft = joinDrafts(pages);
  return {
    draft: ending === null ? draft : { ...draft, warnings: [...draft.warnings, ending] },
    captured: pages.length === 1 ? captured : { ...captured, original: packPages(pages.map((page) => page.captured)) },
  };
}

/** Answers with why the pages end too early; `null` where they end as they should. */
async function addFurtherPages(
  rooms: Rooms,
  pages: [Page, ...Page[]],
  signal: AbortSignal,
): Promise<ExtractionWarning | null> {
  for (;;) {
    const address = pages.at(-1)?.draft.nextPage;
    if (address === undefined) return null;
    const next = pages.length + 1;
    if (next > mostPages) return { kind: 'pages-cut', pages: mostPages };
    try {
      const page = await fetchPage(rooms, address, signal);
      const bytes = [...pages, page].reduce((sum, { captured }) => sum + captured.bytes.length, 0);
      if (bytes > mostBytes) return { kind: 'page-too-large', page: next };
      const [first, ...others] = pages;
      const verdict = followsOn([first.draft, ...others.map(({ draft }) => draft)], page.draft);
      if (verdict === 'repeats') return null;
      if (verdict === 'other') return { kind: 'page-of-another-article', page: next };
      pages.push(page);
    } catch (error) {
      if (signal.aborted || !(error instanceof ArchiveError)) throw error;
      return { kind: 'page-missing', page: next, message: error.message };
    }
  }
}

async function readPage({ extraction }: Rooms, captured: Captured, signal: AbortSignal): Promise<Page> {
  const draft = await extraction.run(extractInput(captured), signal);
  return { draft, captured, address: captured.address };
}

/** The page at an address; a site that leads elsewhere (to its front page, to a login) did not give it. */
async function fetchPage(rooms: Rooms, address: string, signal: AbortSignal): Promise<Page> {
  for await (const item of rooms.capture.openAddress(address, signal)) {
    const captured = await item.capture(signal);
    const isThere = captured.address !== null && isSameAddress(captured.address, address);
    if (captured.kind !== 'html' || captured.original !== null || !isThere) break;
    return readPage(rooms, captured, signal);
  }
  throw new ArchiveError('no-article', `there is no such page at ${address}`);
}
