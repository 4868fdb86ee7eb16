import type { DefaultTreeAdapterTypes } from 'parse5';
import * as allow from './allow-list.ts';

type Element = DefaultTreeAdapterTypes.Element;
type Parent = DefaultTreeAdapterTypes.ParentNode;
type Node = DefaultTreeAdapterTypes.ChildNode;

/** What every kept id begins with: nothing of the window's own is called so. */
const prefix = 'place-';
const longestId = 100;

/** The places of an article that its own links lead to: footnotes, and where they are called. */
export type Places = {
  /** The id to write for an element. */
  readonly idOf: ReadonlyMap<Element, string>;
  /** The place a link leads to, as `#place-…`, or `null` when it leads out of the article. */
  linkTo(reference: string): string | null;
};

/**
 * Finds the elements that links of the same article lead to.
 *
 * Only these keep an id, so that a page cannot name things it does not need to. What a link leads to
 * may be an empty anchor of old pages; then the block around it is the place.
 */
export function findPlaces(root: Parent, address: string | null): Places {
  const elements = elementsIn(root);
  const wanted = new Set(elements.flatMap((element) => placeId(fragmentOf(attribute(element, 'href'), address)) ?? []));
  const idOf = new Map<Element, string>();
  const taken = new Set<string>();
  if (wanted.size > 0) for (const element of elements) give(element);
  return {
    idOf,
    linkTo(reference) {
      const id = placeId(fragmentOf(reference, address));
      return id !== null && taken.has(id) ? `#${id}` : null;
    },
  };

  function give(element: Element): void {
    const name = element.tagName === 'a' ? attribute(element, 'name') : undefined;
    const id = [attribute(element, 'id'), name].map(placeId).find((known) => known !== null && wanted.has(known));
    if (id === undefined || id === null || taken.has(id)) return;
    const bearer = bearerOf(element);
    if (bearer === null || idOf.has(bearer)) return;
    idOf.set(bearer, id);
    taken.add(id);
  }
}

/** The element itself when something of it will be written, else the nearest one around it. */
function bearerOf(element: Element): Element | null {
  for (let at: Element | null = element; at !== null; at = parentOf(at)) {
    if (allow.dropped.has(at.tagName)) return null;
    if (!allow.voids.has(at.tagName) && hasWords(at)) return at;
  }
  return null;
}

function parentOf({ parentNode }: Element): Element | null {
  return parentNode !== null && 'tagName' in parentNode ? parentNode : null;
}

function hasWords(parent: Parent): boolean {
  const waiting: Node[] = [...parent.childNodes];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if ('value' in node && node.value.trim() !== '') return true;
    // One by one: a list of a hundred thousand lines is too long for the arguments of one call.
    if ('childNodes' in node) for (const child of node.childNodes) waiting.push(child);
  }
  return false;
}

/** What stands after `#` in a link within the page; `undefined` for a link to elsewhere. */
function fragmentOf(reference: string | undefined, address: string | null): string | undefined {
  const trimmed = reference?.trim() ?? '';
  const at = trimmed.indexOf('#');
  if (at === -1 || at === trimmed.length - 1) return undefined;
  if (at > 0 && !isSamePage(trimmed.slice(0, at), address)) return undefined;
  return decoded(trimmed.slice(at + 1));
}

function isSamePage(reference: string, address: string | null): boolean {
  const page = address === null ? null : URL.parse(address);
  if (page === null) return false;
  page.hash = '';
  return URL.parse(reference, page.href)?.href === page.href;
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    // Not every page encodes its links as the standard asks.
    return fragment;
  }
}

/** `fn:1` → `place-fn-1`: letters, figures and hyphens, so that it is safe in an address and in a style. */
function placeId(id: string | undefined): string | null {
  if (id === undefined) return null;
  const bare = id.startsWith(prefix) ? id.slice(prefix.length) : id;
  const plain = bare.replaceAll(/[^\p{L}\p{N}_]+/gu, '-').slice(0, longestId);
  return /[\p{L}\p{N}]/u.test(plain) ? prefix + plain : null;
}

function elementsIn(root: Parent): Element[] {
  const found: Element[] = [];
  const waiting: Node[] = root.childNodes.toReversed();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!('tagName' in node)) continue;
    found.push(node);
    for (const child of node.childNodes.toReversed()) waiting.push(child);
  }
  return found;
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((candidate) => candidate.name === name && candidate.namespace === undefined)?.value;
}
