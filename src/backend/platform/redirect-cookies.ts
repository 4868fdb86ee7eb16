/** What a site hands out on the way of one fetch, and wants shown again further along. */
export type RedirectCookies = {
  /** The `Cookie` header for an address; empty when there is nothing to show. */
  readonly headerFor: (url: URL) => string;
  readonly keep: (url: URL, setCookies: readonly string[]) => void;
};

type Cookie = {
  readonly name: string;
  readonly value: string;
  readonly host: string;
  /** True when the hosts below `host` are shown it too. */
  readonly isShared: boolean;
  readonly path: string;
  readonly isSecure: boolean;
};

const mostCookies = 50;
const longestCookie = 4096;

/**
 * Cookies for one fetch and its redirects, forgotten when it ends.
 *
 * Many papers send a reader round by a consent or session page that sets a cookie and leads back;
 * without it the way is a circle. Nothing is kept between fetches, so nobody is followed.
 */
export function createRedirectCookies(): RedirectCookies {
  const jar = new Map<string, Cookie>();
  return {
    headerFor(url) {
      const shown = [...jar.values()].filter((cookie) => isFor(cookie, url));
      return shown.map(({ name, value }) => `${name}=${value}`).join('; ');
    },
    keep(url, setCookies) {
      for (const line of setCookies) {
        const cookie = line.length > longestCookie ? undefined : parseCookie(line, url);
        if (cookie === undefined) continue;
        const key = [cookie.host, cookie.path, cookie.name].join('\n');
        jar.delete(key);
        if (!isRemoval(line) && jar.size < mostCookies) jar.set(key, cookie);
      }
    },
  };
}

function parseCookie(line: string, url: URL): Cookie | undefined {
  const [pair = '', ...rest] = line.split(';');
  const attributes = parseAttributes(rest);
  const named = parsePair(pair);
  const reach = parseReach(attributes.get('domain') ?? '', url.hostname);
  if (named === undefined || reach === undefined) return undefined;
  const path = attributes.get('path') ?? '/';
  return { ...named, ...reach, path: path.startsWith('/') ? path : '/', isSecure: attributes.has('secure') };
}

/** A header must stay one header, whatever the site put in: plain characters only. */
function parsePair(pair: string): Pick<Cookie, 'name' | 'value'> | undefined {
  const [, name, value] = /^\s*([\x21-\x3c\x3e-\x7e]+)\s*=\s*([\x20-\x7e]*?)\s*$/.exec(pair) ?? [];
  return name === undefined || value === undefined ? undefined : { name, value };
}

/** Who is shown a cookie; `undefined` when its site speaks for hosts that are not its own. */
function parseReach(domain: string, host: string): Pick<Cookie, 'host' | 'isShared'> | undefined {
  const wanted = domain.replace(/^\./, '').toLowerCase();
  if (wanted === '' || wanted === host) return { host, isShared: wanted !== '' };
  return wanted.includes('.') && covers(wanted, host) ? { host: wanted, isShared: true } : undefined;
}

function parseAttributes(texts: readonly string[]): ReadonlyMap<string, string> {
  const pairs = texts.map((text) => text.trim().split('=', 2));
  return new Map(pairs.map(([name = '', value = '']) => [name.toLowerCase(), value]));
}

function isFor({ host, isShared, path, isSecure }: Cookie, url: URL): boolean {
  const isHost = url.hostname === host || (isShared && covers(host, url.hostname));
  const isPath = path === '/' || url.pathname === path || url.pathname.startsWith(path.replace(/\/?$/, '/'));
  return isHost && isPath && (!isSecure || url.protocol === 'https:');
}

function covers(domain: string, host: string): boolean {
  return host === domain || (host.endsWith(`.${domain}`) && !/^[\d.]+$/.test(host));
}

function isRemoval(line: string): boolean {
  if (/;\s*max-age\s*=\s*(0|-\d+)\s*(;|$)/i.test(line)) return true;
  const expires = /;\s*expires\s*=\s*([^;]+)/i.exec(line)?.[1];
  return expires !== undefined && Date.parse(expires) <= Date.UTC(2000, 0, 1);
}
