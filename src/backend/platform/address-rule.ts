import ipaddr from 'ipaddr.js';
import { ArchiveError } from '#contract/errors.ts';

/** Which addresses may be fetched. By default only public ones, on the usual ports. */
export type AddressRule = {
  /**
   * Hosts that may lie on this machine or the local network, on any port: `nas.local`,
   * `127.0.0.1:8000`; `true` allows every one. Only ever from the reader's own setting.
   */
  readonly allowLocalAddresses: boolean | readonly string[];
  readonly ports: ReadonlySet<number>;
};

export const defaultAddressRule: AddressRule = {
  allowLocalAddresses: false,
  ports: new Set([80, 443, 8080, 8443]),
};

const longestAddress = 8000;

/**
 * Checks an address as far as it can be without asking the network: form, scheme, port, and a host
 * that is a bare IP number. Credentials and the fragment are removed: neither is ever sent.
 */
export function checkAddress(address: string, rule: AddressRule): URL {
  const url = URL.parse(address.trim());
  if (url === null || address.length > longestAddress) {
    throw new ArchiveError('address-invalid', `${shorten(address)} is not a web address: check it for typing errors`);
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw refused(url.href, `only http and https addresses are fetched, not ${url.protocol}`);
  }
  url.username = '';
  url.password = '';
  url.hash = '';
  if (isAllowedLocal(url, rule)) return url;
  if (!rule.ports.has(portOf(url))) throw refused(url.href, `port ${portOf(url)} is not a port of web pages`);
  const literal = hostWithoutBrackets(url);
  if (ipaddr.isValid(literal)) requirePublic(literal, [literal]);
  return url;
}

/**
 * Refuses a host unless every number its name stands for is a public one.
 *
 * All of them, because any may be the one connected to; and no answer at all is no permission.
 */
export function requirePublic(host: string, numbers: readonly string[]): void {
  if (numbers.length > 0 && numbers.every(isPublic)) return;
  throw refused(host, 'it lies on this machine or a local network, which Pressmark does not read unless told to');
}

/** True when the reader has allowed this host although it is local. */
export function isAllowedLocal(url: URL, { allowLocalAddresses: allowed }: AddressRule): boolean {
  if (typeof allowed === 'boolean') return allowed;
  const host = hostWithoutBrackets(url);
  return allowed.some((name) => [host, url.host, `${host}:${portOf(url)}`].includes(name.toLowerCase()));
}

/**
 * True for a number of the public internet.
 *
 * `unicast` is what ipaddr.js calls a number in none of the special blocks, so a block it learns of
 * later is refused, not allowed. Forms that carry another number inside (mapped, NAT64, 6to4,
 * Teredo) are special blocks too, but not every one of them: `::7f00:1` is not. So IPv6 must also
 * lie in the one block that has been given out to the internet.
 */
export function isPublic(number: string): boolean {
  if (!ipaddr.isValid(number)) return false;
  const parsed = ipaddr.parse(number);
  if (parsed.range() !== 'unicast') return false;
  return !(parsed instanceof ipaddr.IPv6) || parsed.match(ipaddr.IPv6.parse('2000::'), 3);
}

function portOf(url: URL): number {
  if (url.port !== '') return Number(url.port);
  return url.protocol === 'https:' ? 443 : 80;
}

function hostWithoutBrackets(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '');
}

function refused(what: string, reason: string): ArchiveError {
  return new ArchiveError('address-refused', `refused to fetch ${shorten(what)}: ${reason}`);
}

function shorten(address: string): string {
  return address.length > 200 ? `${address.slice(0, 200)}…` : address;
}
