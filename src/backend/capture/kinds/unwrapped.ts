import type { CaptureKind, Original, SourceHints } from '#contract/draft.ts';
import type { Captured } from '../captured.ts';
import type { ReadRelative } from '../read-beside.ts';
import { tooLarge } from './byte-source.ts';
import { withKnownPictures } from './known-pictures.ts';

/** An article's page taken out of what wraps it, with everything the wrapping says. */
export type Unwrapped = {
  readonly kind: CaptureKind;
  readonly bytes: Uint8Array;
  readonly charset: string | null;
  readonly address: string | null;
  /** When the page was captured, as the file says; an instant, UTC. */
  readonly capturedAt: string | null;
  readonly hints: SourceHints | null;
  /** What is kept as the original; `null`: the page's own bytes. */
  readonly original: Original | null;
  readonly readRelative: ReadRelative | null;
  /** Whether a picture can be had by a page's reference; what cannot is not preferred. `null`: not known. */
  readonly holds: ((reference: string) => Promise<boolean>) | null;
};

export type Taking = {
  readonly origin: Captured['origin'];
  readonly fileName: string | null;
  /** Now: an instant, UTC. */
  readonly takenInAt: string;
};

/** What a file gave, as every other capture is; of a page, the pictures that are at hand preferred. */
export async function toCaptured(unwrapped: Unwrapped, taking: Taking): Promise<Captured> {
  const { kind, bytes, holds } = unwrapped;
  const page = kind === 'html' && holds !== null ? await withKnownPictures(bytes, holds) : bytes;
  const original = unwrapped.original ?? (page === bytes ? null : { kind, bytes });
  return asCaptured({ ...unwrapped, bytes: page, original }, taking);
}

/** Throws `too-large` for a page that no extraction would end with. */
export function asCaptured(unwrapped: Unwrapped, { origin, fileName, takenInAt }: Taking): Captured {
  const { kind, bytes, original, address, charset, hints, readRelative } = unwrapped;
  if (original !== null && bytes.length > longestPageBytes) {
    throw tooLarge(address ?? fileName ?? 'the page in it', bytes.length, longestPageBytes);
  }
  const capturedAt = credibleMoment(unwrapped.capturedAt, takenInAt) ?? takenInAt;
  const requestedAddress = null;
  return {
    kind,
    bytes: onItsOwn(bytes),
    original,
    origin,
    address,
    requestedAddress,
    charset,
    hints,
    fileName,
    capturedAt,
    takenInAt,
    readRelative,
  };
}

/**
 * A page cut from a large file, as an array of its own: sent to a thread, a view takes the whole
 * file along.
 */
function onItsOwn(bytes: Uint8Array): Uint8Array {
  return bytes.buffer.byteLength > bytes.length * 2 + 65_536 ? new Uint8Array(bytes) : bytes;
}

/** A page that came by itself was measured before it was read. */
const longestPageBytes = 30_000_000;
const firstWebPage = '1991-08-06';

/** A moment between the first web page and now: a clock that was wrong, or a lie, is no date. */
function credibleMoment(moment: string | null, now: string): string | null {
  if (moment === null || Number.isNaN(Date.parse(moment))) return null;
  const instant = new Date(moment).toISOString();
  return instant >= firstWebPage && instant <= now ? instant : null;
}
