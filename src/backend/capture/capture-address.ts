import type { CaptureKind } from '#contract/draft.ts';
import { ArchiveError } from '#contract/errors.ts';
import type { Fetched, Network } from '#platform/network.ts';
import type { CaptureItem } from './capture-item.ts';
import type { Captured } from './captured.ts';
import { bytesSource } from './kinds/byte-source.ts';
import { openItems } from './kinds/open-items.ts';
import { recogniseHead } from './kinds/recognise.ts';
import { longDocumentTypes, servedMediaTypes, supportedKinds } from './kinds.ts';
import { webAddress } from './saved-page.ts';
import { sniffKind } from './sniff.ts';

/** Markdown before plain text: some sites give their articles that way when asked. */
const accept = 'text/html,application/xhtml+xml,text/markdown;q=0.8,text/plain;q=0.7,*/*;q=0.1';
/** Books, films of pages and PDF are longer than a page; packed as they are, they hardly shrink on the way. */
const longDocument = { maxRawBytes: 100_000_000, maxDecodedBytes: 100_000_000 };
const headBytes = 32_768;

export type AddressArticle = Extract<CaptureItem, { kind: 'article' }>;

type Visit = { readonly now: () => string; readonly signal: AbortSignal };

/**
 * What is at an address: a page, mostly; or a mail, a book, an archive, opened as the same file from a disk is.
 *
 * The bytes tell, not the server's word: many send everything that is no page as a mere stream of bytes.
 */
export async function* openAddress(
  network: Network,
  address: string,
  { now, signal }: Visit,
): AsyncIterable<AddressArticle> {
  const fetched = await network.fetch(address, {
    accept,
    types: servedMediaTypes,
    limitsFor: (mediaType) => (longDocumentTypes.has(mediaType ?? '') ? longDocument : {}),
    signal,
  });
  const visit: Fetch = { fetched, requestedAddress: webAddress(address) };
  if (recogniseHead(fetched.bytes.subarray(0, headBytes)) === 'other') {
    const page = asPage(visit, now());
    yield { kind: 'article', label: address, capture: async () => page };
  } else yield* articlesInside(visit, { now, signal });
}

type Fetch = { readonly fetched: Fetched; readonly requestedAddress: string | null };

async function* articlesInside(visit: Fetch, { now, signal }: Visit): AsyncIterable<AddressArticle> {
  const { address, bytes } = visit.fetched;
  const opening = { origin: 'address' as const, now, beside: null, depth: 0, signal };
  let first: AddressArticle | undefined;
  let isAlone = true;
  for await (const item of openItems(bytesSource(labelOf(address), bytes), opening)) {
    // A list of addresses inside an archive is no leave to fetch them.
    if (item.kind === 'address') continue;
    if (first === undefined) {
      first = item;
      continue;
    }
    if (isAlone) yield fromAddress(first, visit, false);
    isAlone = false;
    yield fromAddress(item, visit, false);
  }
  if (first !== undefined && isAlone) yield fromAddress(first, visit, true);
}

/**
 * An article out of what was fetched. Alone in it, its address is the one it was fetched from, unless it names
 * its own; of many articles of one book none has that address.
 *
 * What it shows must lie inside: a mail's pictures would tell its sender that it was read.
 */
function fromAddress({ label, capture }: AddressArticle, visit: Fetch, isAlone: boolean): AddressArticle {
  return {
    kind: 'article',
    label,
    async capture(signal) {
      const captured = await capture(signal);
      return {
        ...captured,
        address: captured.address ?? (isAlone ? visit.fetched.address : null),
        requestedAddress: isAlone ? visit.requestedAddress : null,
        readRelative: captured.readRelative ?? (async () => null),
      };
    },
  };
}

function asPage({ fetched, requestedAddress }: Fetch, capturedAt: string): Captured {
  return {
    kind: agreedKind(fetched),
    bytes: fetched.bytes,
    original: null,
    origin: 'address',
    address: fetched.address,
    requestedAddress,
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
  const fileName = fileNameOf(address);
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

function fileNameOf(address: string): string {
  return new URL(address).pathname.split('/').at(-1) ?? '';
}

/** The file's own name where the address has one, for the name of what is kept. */
function labelOf(address: string): string {
  const name = fileNameOf(address);
  return name === '' ? address : name;
}
