import { createHash } from 'node:crypto';
import type { DraftImage, Picture } from '#contract/draft.ts';
import { ArchiveError, type ErrorCode } from '#contract/errors.ts';
import type { PictureGap } from '#contract/pictures.ts';
import type { Network } from '#platform/network.ts';
import type { Captured } from './captured.ts';
import { decodeDataAddress } from './data-address.ts';
import { createLanes } from './lanes.ts';
import { type PictureFacts, pictureFacts } from './picture-header.ts';
import { longestAssetBytes } from './read-beside.ts';

export type PictureLimits = {
  readonly pictures: number;
  readonly bytesOfAll: number;
  readonly atOnce: number;
  readonly perHost: number;
  readonly wholeMs: number;
};

export const defaultPictureLimits: PictureLimits = {
  pictures: 300,
  bytesOfAll: 100_000_000,
  atOnce: 6,
  perHost: 2,
  wholeMs: 60_000,
};

/** Pixels on both sides: what is no larger counts visitors, it shows nothing. */
const trackerSide = 2;

const accept = 'image/avif,image/webp,image/png,image/jpeg,image/gif,image/svg+xml;q=0.8,*/*;q=0.1';

/** What came of the pictures of an article. Those that show nothing, counters of visitors, are in neither list. */
export type FetchedPictures = {
  readonly pictures: Picture[];
  /** Which could not be had, and why. */
  readonly missing: { readonly key: string; readonly reason: PictureGap }[];
};

/**
 * Fetches or reads the pictures of an article, within limits; what fails is named with the reason.
 *
 * Sites are asked for the pictures of a page that came from an address, or when the caller says so.
 *
 * The order of the answer is that of `images`. A reference that stands twice is fetched once, and
 * equal bytes are one array.
 */
export async function fetchPictures(
  network: Network,
  images: readonly DraftImage[],
  captured: Captured,
  signal: AbortSignal,
  limits: PictureLimits = defaultPictureLimits,
  asksSites = captured.origin === 'address' && captured.readRelative === null,
): Promise<FetchedPictures> {
  const deadline = AbortSignal.any([signal, AbortSignal.timeout(limits.wholeMs)]);
  const sourcesOf = (reference: string) => [
    ...sourcesAtHand(reference, captured),
    ...(asksSites ? sitesOf(reference, captured) : []),
  ];
  const read = createReader(network, sourcesOf, limits, deadline);
  const outcomes = await Promise.all(
    images.map(async ({ key, reference }, at) => ({
      key,
      found: at < limits.pictures ? await read(reference) : ('too-many' as const),
    })),
  );
  if (signal.aborted) throw new ArchiveError('cancelled', 'taking in pictures was cancelled');
  const pictures = outcomes.flatMap(({ key, found }) => (typeof found === 'object' ? [{ key, ...found }] : []));
  const missing = outcomes.flatMap(({ key, found }) => (typeof found === 'string' ? [{ key, reason: found }] : []));
  return { pictures: shareEqualBytes(pictures), missing };
}

type Shown = PictureFacts & { readonly bytes: Uint8Array };
/** A picture, why there is none, or `undefined` for what shows nothing and so is no loss. */
type Found = Shown | PictureGap | undefined;
type Reader = (reference: string) => Promise<Found>;

/** Reads each reference once, in lanes, until the page has had its share of bytes. */
function createReader(
  network: Network,
  sourcesOf: (reference: string) => readonly Source[],
  limits: PictureLimits,
  signal: AbortSignal,
): Reader {
  const lanes = createLanes({ atOnce: limits.atOnce, perKey: limits.perHost });
  const known = new Map<string, Promise<Found>>();
  let bytesLeft = limits.bytesOfAll;

  /** Where it is at hand, or else from its site. */
  async function readOnce(reference: string): Promise<Found> {
    for (const source of sourcesOf(reference)) {
      const found = await readFrom(source);
      if (found !== 'not-at-hand') return found;
    }
    return 'not-at-hand';
  }

  function readFrom(source: Source): Promise<Found> {
    return lanes.run(source.host, async () => {
      if (signal.aborted) return 'too-slow';
      if (bytesLeft <= 0) return 'too-many';
      const bytes = await source.read(network, signal);
      if (bytes === null) return source.host === 'data:' ? 'no-picture' : 'not-at-hand';
      bytesLeft -= bytes.length;
      return bytesLeft < 0 ? 'too-many' : shownPicture(bytes);
    });
  }

  return (reference) => {
    const found = known.get(reference) ?? readOnce(reference).catch(gapOf);
    known.set(reference, found);
    return found;
  };
}

const gapsByCode: Partial<Record<ErrorCode, PictureGap>> = {
  cancelled: 'too-slow',
  'address-timeout': 'too-slow',
  'address-unreachable': 'unreachable',
  'address-refused': 'unreachable',
  'too-large': 'too-large',
  'empty-input': 'no-picture',
};

/** A picture that cannot be had never fails its article; a bug still does. */
function gapOf(error: unknown): PictureGap {
  if (!(error instanceof ArchiveError)) throw error;
  return gapsByCode[error.code] ?? 'refused';
}

type Source = {
  /** What shares a lane: two at a time ask one host. */
  readonly host: string;
  readonly read: (network: Network, signal: AbortSignal) => Promise<Uint8Array | null>;
};

function sourcesAtHand(reference: string, { readRelative, address }: Captured): Source[] {
  if (isData(reference)) return [{ host: 'data:', read: async () => decodeDataAddress(reference) }];
  if (readRelative === null) return [];
  return [{ host: 'beside', read: async () => readRelative(asWrittenInPage(reference, address)) }];
}

function sitesOf(reference: string, { address }: Captured): Source[] {
  const url = isData(reference) ? null : URL.parse(reference, address ?? undefined);
  if (url === null || !['http:', 'https:'].includes(url.protocol)) return [];
  return [{ host: url.host, read: (network, signal) => fetchBytes(network, url.href, address, signal) }];
}

function isData(reference: string): boolean {
  return /^\s*data:/i.test(reference);
}

async function fetchBytes(
  network: Network,
  address: string,
  page: string | null,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const fetched = await network.fetch(address, {
    accept,
    signal,
    limits: { maxRawBytes: longestAssetBytes, maxDecodedBytes: longestAssetBytes },
    ...(page === null ? {} : { referrer: page }),
  });
  return fetched.bytes;
}

/**
 * The reference as the saved page had it: below its own folder.
 *
 * A saved page that names its first address has its relative references made absolute against it;
 * the files still lie beside the page.
 */
export function asWrittenInPage(reference: string, address: string | null): string {
  const folder = address === null ? null : new URL('.', address).href;
  return folder !== null && reference.startsWith(folder) ? reference.slice(folder.length) : reference;
}

function shownPicture(bytes: Uint8Array): Found {
  const facts = pictureFacts(bytes);
  if (facts === undefined) return 'no-picture';
  const { width, height } = facts;
  const isTracker = width !== null && height !== null && Math.max(width, height) <= trackerSide;
  return isTracker ? undefined : { ...facts, bytes };
}

/** The same picture under two addresses is kept in memory once, and is recognised as the same. */
function shareEqualBytes(pictures: readonly Picture[]): Picture[] {
  const byHash = new Map<string, Uint8Array>();
  return pictures.map((picture) => {
    const hash = createHash('sha256').update(picture.bytes).digest('base64');
    const bytes = byHash.get(hash) ?? picture.bytes;
    byHash.set(hash, bytes);
    return { ...picture, bytes };
  });
}
