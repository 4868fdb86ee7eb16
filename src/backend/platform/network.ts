import { lookup as systemLookup } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import type { Agent, Dispatcher } from 'undici';
import { ArchiveError } from '#contract/errors.ts';
import { type AddressRule, checkAddress, defaultAddressRule, isAllowedLocal } from './address-rule.ts';
import { type BodyLimits, parseEncodings, readBody } from './decompress.ts';
import { guardedLookup, type Resolve } from './guarded-lookup.ts';
import { networkFailure, redirectsError, statusError, timeoutError } from './network-errors.ts';
import { createRedirectCookies, type RedirectCookies } from './redirect-cookies.ts';

export type NetworkLimits = BodyLimits & {
  readonly connectMs: number;
  readonly headersMs: number;
  /** The longest silence in the middle of a body. */
  readonly idleBodyMs: number;
  /** From the first connection to the last byte, redirects included. */
  readonly wholeMs: number;
  readonly maxRedirects: number;
};

export const defaultNetworkLimits: NetworkLimits = {
  connectMs: 10_000,
  headersMs: 15_000,
  idleBodyMs: 15_000,
  wholeMs: 60_000,
  maxRedirects: 10,
  maxRawBytes: 10_000_000,
  maxDecodedBytes: 30_000_000,
  maxRatio: 100,
  ratioFreeBytes: 1_000_000,
};

export type FetchOptions = {
  readonly signal?: AbortSignal;
  readonly accept?: string;
  /** Media types that are read; any other is refused before its body. An answer that names none is read. */
  readonly types?: ReadonlySet<string>;
  /** The page that asks, for hosts that give pictures only to their own pages. Only its origin is told. */
  readonly referrer?: string;
  readonly limits?: Partial<BodyLimits>;
  /** What an answer of this media type may have instead: a book is longer than a page. */
  readonly limitsFor?: (mediaType: string | null) => Partial<BodyLimits>;
};

/** An answer with status 2xx, read to its end and unpacked. */
export type Fetched = {
  /** Where it came from, after redirects; without credentials and fragment. */
  readonly address: string;
  /** Lower case, without parameters; `null` when the server named none. */
  readonly mediaType: string | null;
  readonly charset: string | null;
  readonly bytes: Uint8Array;
};

/** The way out of this machine. There is no other: nothing else opens a connection. */
export type Network = {
  readonly fetch: (address: string, options?: FetchOptions) => Promise<Fetched>;
  /** Breaks off what is under way and frees the connections. */
  readonly close: () => Promise<void>;
};

export type NetworkOptions = Partial<AddressRule> & {
  readonly limits?: Partial<NetworkLimits>;
  readonly userAgent?: string;
  /** The numbers a host name stands for; the system's own resolver unless a test says otherwise. */
  readonly resolve?: Resolve;
};

const defaultUserAgent = 'Mozilla/5.0 (compatible; Pressmark; personal article archive)';
const redirectStatuses: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/**
 * Opens the way to the public internet, and to nowhere else.
 *
 * Whether a host is public is decided on the very numbers that are then connected to, so no name
 * can answer one way when checked and another when used.
 */
export function createNetwork(options: NetworkOptions = {}): Network {
  const rule: AddressRule = {
    allowLocalAddresses: options.allowLocalAddresses ?? defaultAddressRule.allowLocalAddresses,
    ports: options.ports ?? defaultAddressRule.ports,
  };
  const limits = { ...defaultNetworkLimits, ...options.limits };
  const resolve: Resolve = options.resolve ?? ((host) => systemLookup(host, { all: true }));
  let agents: Promise<Agents> | undefined;

  return {
    async fetch(address, fetchOptions = {}) {
      const call: Call = {
        async agentFor(url) {
          agents ??= createAgents(limits, resolve);
          const { guarded, free } = await agents;
          return isAllowedLocal(url, rule) ? free : guarded;
        },
        rule,
        limits: { ...limits, ...fetchOptions.limits },
        headers: requestHeaders(options.userAgent ?? defaultUserAgent, fetchOptions),
        types: fetchOptions.types,
        limitsFor: fetchOptions.limitsFor,
        cookies: createRedirectCookies(),
        deadline: AbortSignal.timeout(limits.wholeMs),
        cancelled: fetchOptions.signal,
      };
      return follow(call, checkAddress(address, rule));
    },
    async close() {
      const opened = await agents;
      await Promise.all([opened?.guarded.destroy(), opened?.free.destroy()]);
    },
  };
}

type Call = {
  readonly agentFor: (url: URL) => Promise<Agent>;
  readonly rule: AddressRule;
  readonly limits: NetworkLimits;
  readonly headers: Record<string, string>;
  readonly types: ReadonlySet<string> | undefined;
  readonly limitsFor: FetchOptions['limitsFor'];
  readonly cookies: RedirectCookies;
  readonly deadline: AbortSignal;
  readonly cancelled: AbortSignal | undefined;
};

/** Goes from redirect to redirect, checking each like a first address. */
async function follow(call: Call, first: URL): Promise<Fetched> {
  const visited = new Set<string>();
  for (let url = first; ;) {
    // The same address with another cookie is another step, not a circle.
    const step = `${url.href}\n${call.cookies.headerFor(url)}`;
    if (visited.has(step)) throw redirectsError(first, 'its redirects lead in a circle: the site may want a login');
    if (visited.size > call.limits.maxRedirects) {
      throw redirectsError(first, `it redirects more than ${call.limits.maxRedirects} times`);
    }
    visited.add(step);
    const current = url;
    const answer = await explainFailures(call, current, () => ask(call, current));
    if ('bytes' in answer) return answer;
    url = checkAddress(answer.location, call.rule);
  }
}

async function ask(call: Call, url: URL): Promise<Fetched | { readonly location: string }> {
  const answer = await request(call, url);
  try {
    call.cookies.keep(url, headersOf(answer, 'set-cookie'));
    const location = headerOf(answer, 'location');
    if (redirectStatuses.has(answer.statusCode) && location !== null) {
      return { location: URL.parse(location, url.href)?.href ?? location };
    }
    return await readAnswer(call, url, answer);
  } finally {
    discard(answer);
  }
}

async function request(call: Call, url: URL): Promise<Dispatcher.ResponseData> {
  const signal = AbortSignal.any([call.deadline, ...(call.cancelled === undefined ? [] : [call.cancelled])]);
  signal.throwIfAborted();
  const cookie = call.cookies.headerFor(url);
  const agent = await call.agentFor(url);
  const answer = agent.request({
    origin: url.origin,
    path: `${url.pathname}${url.search}`,
    method: 'GET',
    headers: cookie === '' ? call.headers : { ...call.headers, cookie },
    signal,
  });
  // A request that still waits for its connection does not hear the signal: leave it behind.
  answer.then(
    (late) => signal.aborted && discard(late),
    () => {},
  );
  return Promise.race([answer, rejectionOf(signal)]);
}

function rejectionOf(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener(
      'abort',
      () => reject(signal.reason instanceof Error ? signal.reason : new Error('aborted')),
      {
        once: true,
      },
    );
  });
}

/** A body that was refused or cut short would otherwise keep its connection open. */
function discard(answer: Dispatcher.ResponseData): void {
  answer.body.on('error', () => {});
  answer.body.destroy();
}

async function readAnswer(call: Call, url: URL, answer: Dispatcher.ResponseData): Promise<Fetched> {
  if (answer.statusCode < 200 || answer.statusCode > 299) {
    throw statusError(url, answer.statusCode, parseRetryAfter(headerOf(answer, 'retry-after'), Date.now()));
  }
  const { mediaType, charset } = parseContentType(headerOf(answer, 'content-type'));
  if (call.types !== undefined && mediaType !== null && !call.types.has(mediaType)) {
    const message = `${url.href} is ${mediaType}, which is not taken in from an address`;
    throw new ArchiveError('address-type', message, { details: { mediaType, host: url.hostname } });
  }
  const encodings = parseEncodings(headerOf(answer, 'content-encoding') ?? '');
  const limits = { ...call.limits, ...call.limitsFor?.(mediaType) };
  const bytes = await readBody(answer.body, { label: url.href, encodings, limits });
  return { address: url.href, mediaType, charset, bytes };
}

/** How long a `Retry-After` header asks for, in seconds or until a date; `null` when it says nothing that can be read. */
export function parseRetryAfter(header: string | null, nowMs: number): number | null {
  const value = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1000;
  const untilMs = /[a-z]/i.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(untilMs) ? null : Math.max(0, untilMs - nowMs);
}

/** The media type and charset of a `Content-Type` header, both in lower case. */
export function parseContentType(header: string | null): { mediaType: string | null; charset: string | null } {
  const [essence = '', ...parameters] = (header ?? '').split(';');
  const mediaType = essence.trim().toLowerCase();
  const charset = parameters
    .map((parameter) => /^\s*charset\s*=\s*"?\s*([^"\s]+)/i.exec(parameter)?.[1])
    .find((value) => value !== undefined);
  return {
    mediaType: /^[^\s/]+\/[^\s/]+$/.test(mediaType) ? mediaType : null,
    charset: charset?.toLowerCase() ?? null,
  };
}

/** Two keepers of connections: what one has opened to a local host is never handed to the other. */
type Agents = { readonly guarded: Agent; readonly free: Agent };

/** Loads undici only when something is fetched: most runs of the command line fetch nothing. */
async function createAgents(limits: NetworkLimits, resolve: Resolve): Promise<Agents> {
  const { Agent } = await import('undici');
  const open = (lookup: LookupFunction): Agent =>
    new Agent({
      connect: { lookup, timeout: limits.connectMs },
      headersTimeout: limits.headersMs,
      bodyTimeout: limits.idleBodyMs,
      // What browsers allow themselves; several captures from one site share these.
      connections: 6,
      // One protocol, so that limits and timeouts mean one thing.
      allowH2: false,
    });
  return { guarded: open(guardedLookup(resolve)), free: open(guardedLookup(resolve, { allowLocal: true })) };
}

function requestHeaders(userAgent: string, { accept, referrer }: FetchOptions): Record<string, string> {
  return {
    'user-agent': userAgent,
    accept: accept ?? '*/*',
    'accept-encoding': 'gzip, br, zstd, deflate',
    ...(referrer === undefined ? {} : { referer: `${new URL(referrer).origin}/` }),
  };
}

function headersOf(answer: Dispatcher.ResponseData, name: string): readonly string[] {
  const value = answer.headers[name] ?? [];
  return Array.isArray(value) ? value : [value];
}

function headerOf(answer: Dispatcher.ResponseData, name: string): string | null {
  return headersOf(answer, name).at(-1) ?? null;
}

/** Gives failures of the network the archive's codes; a bug of ours stays what it is. */
async function explainFailures<T>(call: Call, url: URL, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (call.cancelled?.aborted === true)
      throw new ArchiveError('cancelled', 'fetching was cancelled', { cause: error });
    if (call.deadline.aborted) throw timeoutError(url, `it took longer than ${call.limits.wholeMs / 1000} s`, error);
    throw networkFailure(error, url);
  }
}
