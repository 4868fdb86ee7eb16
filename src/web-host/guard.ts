/** What the guard looks at in a request. Header names in lower case, as Node gives them. */
export type GuardedRequest = {
  readonly method: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
};

/**
 * True for a page elsewhere that leads the person, in a tab of their own, to where an address is proposed.
 *
 * The one thing that another site may ask for. It is answered with a page that knows nothing and does nothing
 * but go on to our own window, which asks the person. A frame or a script asks in another way than a tab does.
 */
export function isProposal({ method, headers }: GuardedRequest, pathname: string, port: number): boolean {
  const host = single(headers['host']);
  const isOurs = host === `127.0.0.1:${port}` || host === `localhost:${port}`;
  const isTab = headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document';
  return method === 'GET' && pathname === '/add' && isOurs && isTab;
}

export type Verdict = { readonly allowed: true } | { readonly allowed: false; readonly reason: string };

const allowed: Verdict = { allowed: true };

/**
 * Decides from its headers alone whether a request can have come from our own window.
 *
 * The attacks:
 *
 * - *Another name for this computer* (DNS rebinding). A page at `evil.example` lets its name point to
 *   127.0.0.1 and asks us. To the browser that is the page's own origin, so no cross-origin rule
 *   helps. But `Host` says `evil.example`: only our own two names pass.
 * - *A page elsewhere that posts to us.* It needs no answer to do harm. The browser tells where it
 *   stands in `Origin`, which a page cannot forge: it must be ours, and a POST without one is refused.
 * - *Another server on this computer.* Cookies do not know ports, and `SameSite` takes all of
 *   127.0.0.1 for one site, so a page of `127.0.0.1:3000` would send our cookie along.
 *   `Sec-Fetch-Site` tells the ports apart: it must not say `same-site` or `cross-site`.
 *
 * The cookie is asked for as well; this is the wall before it.
 */
export function checkRequest(request: GuardedRequest, port: number): Verdict {
  const names = [`127.0.0.1:${port}`, `localhost:${port}`];
  const host = single(request.headers['host']);
  if (host === undefined || !names.includes(host)) return refuse('this is not the name of this host');
  const origin = single(request.headers['origin']);
  if (origin !== undefined && origin !== `http://${host}`) return refuse('the request comes from another page');
  const isReading = request.method === 'GET' || request.method === 'HEAD';
  if (!isReading && origin === undefined) return refuse('the request does not say where it comes from');
  const site = single(request.headers['sec-fetch-site']);
  if (site !== undefined && site !== 'same-origin' && site !== 'none')
    return refuse('the request comes from another site');
  return allowed;
}

/** A header that is there twice is one that somebody plays with. */
function single(header: string | string[] | undefined): string | undefined {
  if (header === undefined) return undefined;
  return typeof header === 'string' ? header : header.join(', ');
}

function refuse(reason: string): Verdict {
  return { allowed: false, reason };
}
