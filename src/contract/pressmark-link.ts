/**
 * What a link of ours asks for.
 *
 * Any page and any program can make one, so a link only ever proposes: what it shows changes nothing, and what
 * it would add is asked about first.
 */
export type PressmarkLink =
  | { readonly kind: 'add'; readonly address: string }
  | { readonly kind: 'open'; readonly id: string }
  | { readonly kind: 'search'; readonly query: string };

export const linkScheme = 'pressmark';

const longestLink = 10_000;
const longestAddress = 8000;
const longestQuery = 2000;

/**
 * Reads `pressmark://add?url=…`, `pressmark://open/<id>` and `pressmark://search?q=…`; `null` for anything else.
 *
 * One value, given once, within its limits: a link that says more than it should is no link of ours.
 */
export function parsePressmarkLink(written: string): PressmarkLink | null {
  if (written.length > longestLink) return null;
  const parts = /^pressmark:\/\/(add|open|search)(?:\/([^?#]*))?(?:\?([^#]*))?$/i.exec(written);
  if (parts === null) return null;
  const [, what = '', path = '', query = ''] = parts;
  switch (what.toLowerCase()) {
    case 'add':
      return path === '' ? addLink(onlyValue(query, 'url')) : null;
    case 'search':
      return path === '' ? searchLink(onlyValue(query, 'q')) : null;
    default:
      return query === '' ? openLink(path) : null;
  }
}

/** The link that shows an article wherever links of ours are understood. */
export function linkToArticle(id: string): string {
  return `${linkScheme}://open/${id}`;
}

/** What may be fetched at all is decided where it is fetched; here, that it is an address of the web and no more. */
function addLink(address: string | null): PressmarkLink | null {
  if (address === null || address.length > longestAddress || hasControls(address)) return null;
  return /^https?:\/\/[^\s/?#@\\]+(?:[/?#][^\s\\]*)?$/i.test(address) ? { kind: 'add', address } : null;
}

function searchLink(query: string | null): PressmarkLink | null {
  if (query === null || query.trim() === '' || query.length > longestQuery || hasControls(query)) return null;
  return { kind: 'search', query };
}

function openLink(id: string): PressmarkLink | null {
  return /^[0-9a-z]{8,16}$/.test(id) ? { kind: 'open', id } : null;
}

/** The value of the one parameter there is, if it bears this name. */
function onlyValue(query: string, name: string): string | null {
  const [, found, written = ''] = /^([a-z]+)=([^&]*)$/.exec(query) ?? [];
  if (found !== name) return null;
  try {
    return decodeURIComponent(written.replaceAll('+', ' '));
  } catch {
    // A per cent sign that begins no character.
    return null;
  }
}

function hasControls(text: string): boolean {
  return /\p{Cc}/u.test(text);
}
