import type { CaptureKind, Original, SourceHints } from '#contract/draft.ts';
import type { ReadRelative } from './read-beside.ts';

/** Something taken in: its bytes, where they came from and when. Nothing of it is interpreted yet. */
export type Captured = {
  readonly kind: CaptureKind;
  /** The article's page or text; only the transport's compression is undone. */
  readonly bytes: Uint8Array;
  /** What the page came wrapped in (a mail, a book) and is kept with it; `null`: `bytes` are the original. */
  readonly original: Original | null;
  readonly origin: 'file' | 'address' | 'paste' | 'stdin';
  /** After redirects; for a saved page the address its own bytes name. */
  readonly address: string | null;
  readonly requestedAddress: string | null;
  /** What the transport said; the bytes may say better. */
  readonly charset: string | null;
  /** What the wrapping says of the article. */
  readonly hints: SourceHints | null;
  readonly fileName: string | null;
  /** When the page was captured: now, or earlier when the file says so. Instant, UTC. */
  readonly capturedAt: string;
  /** Now. Instant, UTC. */
  readonly takenInAt: string;
  /** For a page with pictures at hand: what lies beside it, or in the same file. Confined to that. */
  readonly readRelative: ReadRelative | null;
};
