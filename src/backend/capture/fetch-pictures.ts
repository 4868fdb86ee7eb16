import { createHash } from 'node:crypto';
import type { DraftImage, Picture } from '#contract/draft.ts';
import { ArchiveError } from '#contract/errors.ts';
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

/**
 * Fetches or reads the pictures of an article, within limits; what fails is left out.
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
): Promise<Picture[]> {
  const deadline = AbortSignal.any([signal, AbortSignal.timeout(limits.wholeMs)]);
  const read = createReader(network, captured, limits, deadline);
  const pictures = await Promise.all(images.slice(0, limits.pictures).map((image) => takePicture(image, read)));
  if (signal.aborted) throw new ArchiveError('cancelled', 'taking in pictures was cancelled');
  return shareEqualBytes(pictures.filter((picture) => picture !== undefined));
}

type Found = PictureFacts & { readonly bytes: Uint8Array };
type Reader = (reference: string) => Promise<Found | undefined>;

async function takePicture({ key, reference }: DraftImage, read: Reader): Promise<Picture | undefined> {
  const found = await read(reference);
  return found === undefined ? undefined : { key, ...found };
}

/** Reads each reference once, in lanes, until the page has had its share of bytes. */
function createReader(network: Network, captured: Captured, limits: PictureLimits, signal: AbortSignal): Reader {
  const lanes = createLanes({ atOnce: limits.atOnce, perKey: limits.perHost });
  const known = new Map<string, Promise<Found | undefined>>();
  let bytesLeft = limits.bytesOfAll;

  async function readOnce(reference: string): Promise<Found | undefined> {
    const source = sourceOf(reference, captured);
    if (source === undefined) return undefined;
    const bytes = await lanes.run(source.host, async () => {
      if (signal.aborted || bytesLeft <= 0) return null;
      return source.read(network, signal);
    });
    bytesLeft -= bytes?.length ?? 0;
    return bytes === null || bytesLeft < 0 ? undefined : shownPicture(bytes);
  }

  return (reference) => {
    const found = known.get(reference) ?? readOnce(reference).catch(leaveOut);
    known.set(reference, found);
    return found;
  };
}

/** A picture that cannot be had never fails its article; a bug still does. */
function leaveOut(error: unknown): undefined {
  if (!(error instanceof ArchiveError)) throw error;
}

type Source = {
  /** What shares a lane: two at a time ask one host. */
  readonly host: string;
  readonly read: (network: Network, signal: AbortSignal) => Promise<Uint8Array | null>;
};

function sourceOf(reference: string, captured: Captured): Source | undefined {
  if (/^\s*data:/i.test(reference)) return { host: 'data:', read: async () => decodeDataAddress(reference) };
  const { readRelative } = captured;
  if (readRelative !== null) {
    return { host: 'beside', read: async () => readRelative(asWrittenInPage(reference, captured.address)) };
  }
  if (captured.origin !== 'address') return undefined;
  const url = URL.parse(reference, captured.address ?? undefined);
  if (url === null || !['http:', 'https:'].includes(url.protocol)) return undefined;
  return { host: url.host, read: (network, signal) => fetchBytes(network, url.href, captured.address, signal) };
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
function asWrittenInPage(reference: string, address: string | null): string {
  const folder = address === null ? null : new URL('.', address).href;
  return folder !== null && reference.startsWith(folder) ? reference.slice(folder.length) : reference;
}

function shownPicture(bytes: Uint8Array): Found | undefined {
  const facts = pictureFacts(bytes);
  if (facts === undefined) return undefined;
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
