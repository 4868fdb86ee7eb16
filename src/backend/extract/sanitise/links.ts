/**
 * The address a link may lead to, made absolute, or `null` when it may lead nowhere.
 *
 * Only `http`, `https` and `mailto`. A link to another place of the same article is no address:
 * `places.ts` knows those; one to a place that is not there is dropped. Names and passwords are taken out of addresses.
 */
export function safeLink(reference: string, address: string | null): string | null {
  const trimmed = reference.trim();
  if (trimmed === '' || trimmed.startsWith('#')) return null;
  const url = parse(trimmed, address);
  if (url === null) return null;
  if (url.protocol === 'mailto:') return url.href.length <= 2000 ? url.href : null;
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  if (url.hostname === '') return null;
  url.username = '';
  url.password = '';
  return url.href.length <= 8000 ? url.href : null;
}

function parse(reference: string, address: string | null): URL | null {
  return URL.parse(reference, address ?? undefined);
}

/** The key in `image:KEY`, the only kind of picture source that survives. */
export function pictureKey(source: string): string | null {
  return /^image:([a-z0-9-]{1,40})$/.exec(source)?.[1] ?? null;
}
