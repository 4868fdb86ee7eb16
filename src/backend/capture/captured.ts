import type { CaptureKind } from '#contract/draft.ts';
import type { ReadRelative } from './read-beside.ts';

/** Something taken in: its bytes, where they came from and when. Nothing of it is interpreted yet. */
export type Captured = {
  readonly kind: CaptureKind;
  /** As they were; only the transport's compression is undone. */
  readonly bytes: Uint8Array;
  readonly origin: 'file' | 'address' | 'paste' | 'stdin';
  /** After redirects; for a saved page the address its own bytes name. */
  readonly address: string | null;
  readonly requestedAddress: string | null;
  /** What the transport said; the bytes may say better. */
  readonly charset: string | null;
  readonly fileName: string | null;
  /** Instant, UTC. */
  readonly capturedAt: string;
  /** For a page with a folder: what lies beside it. Confined to that folder. */
  readonly readRelative: ReadRelative | null;
};
