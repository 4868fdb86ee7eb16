import { webAddress } from '../saved-page.ts';
import { unreadable } from './byte-source.ts';
import { first } from './mime/header.ts';
import { parseMessage, type Part, partsOf } from './mime/part.ts';
import type { Unwrapped } from './unwrapped.ts';

/**
 * A page saved as one file (MHTML, RFC 2557), as Chrome, Edge, Opera, Internet Explorer and Word write it.
 *
 * Address and moment stand in the head of the file. Pictures are parts, named by the address they
 * were loaded from (`Content-Location`) or by an identifier (`cid:`).
 */
export function unwrapMhtml(bytes: Uint8Array, label: string): Unwrapped {
  const root = parseMessage(bytes, label);
  const page = pageOf(root);
  if (page === undefined) throw unreadable(label, 'it is a saved page (MHTML) without any page in it');
  const location = first(root.header, 'snapshot-content-location') ?? first(page.header, 'content-location') ?? null;
  const resources = resourcesOf(root, location);
  return {
    kind: 'html',
    bytes: page.content(),
    charset: page.type.parameters.get('charset') ?? null,
    address: location === null ? null : webAddress(location),
    capturedAt: first(root.header, 'date') ?? null,
    hints: null,
    original: { kind: 'mhtml', bytes },
    readRelative: async (reference) => resources.find(reference)?.content() ?? null,
    holds: async (reference) => resources.find(reference) !== undefined,
  };
}

/** The part that `start` names, else the first page. */
function pageOf(root: Part): Part | undefined {
  const start = root.type.parameters.get('start');
  const parts = [...partsOf(root)];
  const named = start === undefined ? undefined : parts.find((part) => contentId(part) === bareId(start));
  return named !== undefined && isPage(named) ? named : parts.find(isPage);
}

function isPage({ type }: Part): boolean {
  return type.value === 'text/html' || type.value === 'application/xhtml+xml';
}

export type Resources = { readonly find: (reference: string) => Part | undefined };

/** The parts of a message by what its page calls them: `cid:…`, an address, or one relative to the page's own. */
export function resourcesOf(root: Part, pageLocation: string | null): Resources {
  const byId = new Map<string, Part>();
  const byLocation = new Map<string, Part>();
  for (const part of partsOf(root)) {
    const id = contentId(part);
    const location = first(part.header, 'content-location');
    if (id !== undefined && !byId.has(id)) byId.set(id, part);
    if (location === undefined) continue;
    for (const name of [location, absolute(location, pageLocation)])
      if (!byLocation.has(name)) byLocation.set(name, part);
  }
  return {
    find(reference) {
      const trimmed = reference.trim();
      if (/^cid:/i.test(trimmed)) return byId.get(bareId(decodeId(trimmed.slice(4))));
      return byLocation.get(trimmed) ?? byLocation.get(absolute(trimmed, pageLocation));
    },
  };
}

function contentId({ header }: Part): string | undefined {
  const id = first(header, 'content-id');
  return id === undefined ? undefined : bareId(id);
}

function bareId(id: string): string {
  return id.trim().replace(/^<(.*)>$/, '$1');
}

function decodeId(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

/** Without its fragment: that names a place in what was loaded, not what was loaded. */
function absolute(reference: string, base: string | null): string {
  const url = URL.parse(reference, base ?? undefined);
  if (url === null) return reference;
  url.hash = '';
  return url.href;
}
