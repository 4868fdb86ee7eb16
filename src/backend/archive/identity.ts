import { createHash } from 'node:crypto';
import type { ArticleId } from '#contract/article.ts';
import type { Draft } from '#contract/draft.ts';

/**
 * What makes two captures the same article: `address:<clean address>` or `text:<SHA-256>`.
 *
 * It stands in snapshot.json, so that every device and every rebuild names the article alike.
 */
export type Identity = string;

type Addresses = {
  readonly address: string | null;
  readonly requestedAddress: string | null;
};

/** Parameters that say how a reader came to a page, never which page it is. */
const trackingParameters =
  /^(utm_.*|mtm_.*|pk_.*|hsa_.*|_hs.*|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|igsh|mc_cid|mc_eid|mkt_tok|vero_id|oly_enc_id|oly_anon_id|wickedid|cmpid|cmp|ns_campaign|ns_source|ns_mchannel|_ga|_gl|s_kwcid|ocid|ref_src|ref_url|smid|smtyp|xtor|at_medium|at_campaign|at_custom.*)$/i;

/** Crockford's base 32, lower case: no i, l, o, u, so that a name read aloud is not mistaken. */
const crockford = '0123456789abcdefghjkmnpqrstvwxyz';

export const shortestId = 8;
export const longestId = 16;

/**
 * Which article a draft is: its canonical address, else where it was found, else its words.
 *
 * The bare front page of a site is not taken as an article's canonical address: careless sites name
 * it on every page, and all their articles would become one. A further page that came without the first is named by
 * its own address alone: as a version of the whole article it would stand in its place.
 */
export function identityOf(
  draft: Pick<Draft, 'metadata' | 'text'>,
  captured: Addresses,
  isFurtherPage = false,
): Identity {
  const { canonicalUrl, url, headline } = draft.metadata;
  const named = isFurtherPage ? [] : [canonicalUrl, url];
  const candidates = [...named, captured.address, captured.requestedAddress];
  const addresses = candidates.flatMap((candidate) => cleanAddress(candidate) ?? []);
  const chosen = addresses.find((address) => !isFrontPage(address)) ?? cleanAddress(captured.address);
  if (chosen !== undefined) return `address:${chosen}`;
  return `text:${sha256(`${plain(headline ?? '')}\n\n${plain(draft.text)}`)}`;
}

/** The SHA-256 of a text's words: the same when only spaces, line ends or Unicode forms differ. */
export function textHash(text: string): string {
  return sha256(plain(text));
}

/** The article's name: the first characters of its identity's hash, more of them where two would meet. */
export function articleIdOf(identity: Identity, length: number = shortestId): ArticleId {
  const digest = createHash('sha256').update(identity, 'utf8').digest();
  let name = '';
  for (let index = 0; index < length; index += 1) name += crockford.charAt(fiveBits(digest, index * 5));
  // A brand's maker: eight to sixteen characters of the alphabet above.
  return name as ArticleId;
}

/**
 * An address as a name for what stands there: no tracking parameters, no fragment, the rest in a
 * fixed order. `undefined` for what is no web address.
 *
 * `http` counts as `https`: sites moved from one to the other while their articles stayed the same.
 * A fragment that begins with `#!` or `#/` is kept, since there it names the page.
 */
export function cleanAddress(address: string | null): string | undefined {
  if (address === null || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  const parameters = [...url.searchParams].filter(([name]) => !trackingParameters.test(name));
  parameters.sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0));
  const query = new URLSearchParams(parameters).toString();
  const path = url.pathname.length > 1 ? url.pathname.replace(/\/+$/, '') : url.pathname;
  const fragment = /^#[!/]/.test(url.hash) ? url.hash : '';
  return `https://${url.host}${path === '' ? '/' : path}${query === '' ? '' : `?${query}`}${fragment}`;
}

export function sha256(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function isFrontPage(address: string): boolean {
  const { pathname, search, hash } = new URL(address);
  return search === '' && hash === '' && /^\/(index\.[a-z]+)?$/i.test(pathname);
}

function plain(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

function fiveBits(bytes: Uint8Array, position: number): number {
  const index = position >> 3;
  const pair = ((bytes[index] ?? 0) << 8) | (bytes[index + 1] ?? 0);
  return (pair >> (11 - (position & 7))) & 31;
}
