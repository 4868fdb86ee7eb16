import type { Draft } from '#contract/draft.ts';
import { ArchiveError } from '#contract/errors.ts';
import type { ExtractionWarning } from '#contract/extraction-warning.ts';
import { type Captured, joinCaptured } from '../capture/capture.ts';
import { type DraftPage, followsOn, isSameAddress, joinDrafts } from '../extract/extract.ts';
import type { CaptureRooms } from './capture-rooms.ts';
import { extractInput } from './original-input.ts';
import type { PageAtHand, PagesAtHand } from './pages-at-hand.ts';

/** An article may have more, but then something is wrong with it more often than not. */
export const mostPages = 12;
/** Of all pages together: one original must hold them. */
const mostBytes = 50_000_000;

type Rooms = Pick<CaptureRooms, 'capture' | 'extraction'>;
type Page = DraftPage & { readonly captured: Captured };
/** Gives the page at an address; `null`: it did not come with the others. */
type PageGiver = (address: string) => Promise<PageAtHand | null>;
type Whole = { readonly draft: Draft; readonly captured: Captured };

/**
 * What was captured as a draft, with the further pages of its article, one after the other: of a page fetched from an
 * address they are fetched, of a file they are those that came with it.
 *
 * A further page that cannot be had ends the article there, with a warning: what was fetched is kept.
 */
export async function readAllPages(
  rooms: Rooms,
  captured: Captured,
  signal: AbortSignal,
  further?: PagesAtHand,
): Promise<Whole> {
  const first = await readPage(rooms, captured, signal);
  const isFetched = captured.origin === 'address' && captured.original === null;
  const give: PageGiver | undefined = isFetched
    ? (address) => fetchPage(rooms, address, signal)
    : further && ((address) => further.at(address, signal));
  if (give === undefined) return first;
  const pages: [Page, ...Page[]] = [first];
  const ending = await addFurtherPages(rooms, pages, give, signal);
  const draft = joinDrafts(pages);
  return {
    draft: ending === null ? draft : { ...draft, warnings: [...draft.warnings, ending] },
    captured: joinCaptured([captured, ...pages.slice(1).map((page) => page.captured)]),
  };
}

/** Answers with why the pages end too early; `null` where they end as they should. */
async function addFurtherPages(
  rooms: Rooms,
  pages: [Page, ...Page[]],
  give: PageGiver,
  signal: AbortSignal,
): Promise<ExtractionWarning | null> {
  for (;;) {
    const address = pages.at(-1)?.draft.nextPage;
    if (address === undefined) return null;
    const next = pages.length + 1;
    if (next > mostPages) return { kind: 'pages-cut', pages: mostPages };
    try {
      const given = await give(address);
      // A page that came alone is what was handed over, whole.
      if (given === null && pages.length === 1) return null;
      if (given === null) return { kind: 'page-missing', page: next, message: 'it did not come with the others' };
      const page = await readPage(rooms, given.captured, signal);
      const ending = endingBefore(pages, page);
      if (ending !== undefined) return ending;
      pages.push(page);
      given.join();
    } catch (error) {
      if (signal.aborted || !(error instanceof ArchiveError)) throw error;
      return { kind: 'page-missing', page: next, message: error.message };
    }
  }
}

/** How the article ends before a page that does not go on with it; `undefined` where it does. */
function endingBefore(pages: readonly [Page, ...Page[]], page: Page): ExtractionWarning | null | undefined {
  const next = pages.length + 1;
  const bytes = [...pages, page].reduce((sum, { captured }) => sum + bytesOf(captured), 0);
  if (bytes > mostBytes) return { kind: 'page-too-large', page: next };
  const [first, ...others] = pages;
  const verdict = followsOn([first.draft, ...others.map(({ draft }) => draft)], page.draft);
  if (verdict === 'repeats') return null;
  if (verdict === 'follows') return undefined;
  return { kind: 'page-of-another-article', page: next };
}

function bytesOf({ bytes, original }: Captured): number {
  return original?.bytes.length ?? bytes.length;
}

async function readPage({ extraction }: Rooms, captured: Captured, signal: AbortSignal): Promise<Page> {
  const draft = await extraction.run(extractInput(captured), signal);
  return { draft, captured, address: captured.address };
}

/** The page at an address; a site that leads elsewhere (to its front page, to a login) did not give it. */
async function fetchPage(rooms: Rooms, address: string, signal: AbortSignal): Promise<PageAtHand> {
  for await (const item of rooms.capture.openAddress(address, signal)) {
    const captured = await item.capture(signal);
    const isThere = captured.address !== null && isSameAddress(captured.address, address);
    if (captured.kind !== 'html' || captured.original !== null || !isThere) break;
    return { captured, join: () => {} };
  }
  throw new ArchiveError('no-article', `there is no such page at ${address}`);
}
