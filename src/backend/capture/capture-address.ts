import type { CaptureKind } from '#contract/draft.ts';
import { ArchiveError } from '#contract/errors.ts';
import type { Fetched, Network } from '#platform/network.ts';
import type { Captured } from './captured.ts';
import { pageMediaTypes, supportedKinds } from './kinds.ts';
import { webAddress } from './saved-page.ts';
import { sniffKind } from './sniff.ts';

/** Markdown before plain text: some sites give their articles that way when asked. */
const accept = 'text/html,application/xhtml+xml,text/markdown;q=0.8,text/plain;q=0.7,*/*;q=0.1';

export async function captureAddress(
  network: Network,
  address: string,
  capturedAt: string,
  signal: AbortSignal,
): Promise<Captured> {
  const fetched = await network.fetch(address, { accept, types: pageMediaTypes, signal });
  return {
    kind: agreedKind(fetched),
    bytes: fetched.bytes,
    original: null,
    origin: 'address',
    address: fetched.address,
    requestedAddress: webAddress(address),
    charset: fetched.charset,
    hints: null,
    fileName: null,
    capturedAt,
    takenInAt: capturedAt,
    readRelative: null,
  };
}

/** What the server claims and what the bytes are must be one thing: a picture sent as a page is no page. */
function agreedKind({ address, bytes, mediaType }: Fetched): CaptureKind {
  const fileName = new URL(address).pathname.split('/').at(-1) ?? '';
  const named = /\.(md|markdown)$/i.test(fileName) ? fileName : null;
  try {
    return sniffKind(bytes, { label: address, fileName: named, mediaType });
  } catch (error) {
    if (!(error instanceof ArchiveError) || error.code === 'empty-input') throw error;
    const found = error.details['found'] ?? 'data of an unknown kind';
    const message = `${address} is ${found}, not a page; Pressmark takes in ${supportedKinds}`;
    throw new ArchiveError('address-type', message, { cause: error, details: { mediaType, found } });
  }
}
