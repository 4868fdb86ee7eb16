import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import * as zlib from 'node:zlib';

export type Route = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

export type PageServer = {
  /** `url('/story')` is `http://127.0.0.1:PORT/story`. */
  readonly url: (path: string) => string;
  /** Paths asked for so far, in order. */
  readonly requests: readonly string[];
  /** The most requests that were under way at once. */
  readonly mostAtOnce: () => number;
  readonly close: () => Promise<void>;
};

/**
 * A small web site on this machine, with every way of behaving badly.
 *
 * Routes given here come before those of `standardRoutes`; a path that neither knows is a 404. The
 * network must be created with `allowLocalAddresses` to reach it.
 */
export async function startPageServer({
  routes = {},
}: { readonly routes?: Record<string, Route> } = {}): Promise<PageServer> {
  const known: Record<string, Route> = { ...standardRoutes, ...routes };
  const requests: string[] = [];
  let underWay = 0;
  let most = 0;
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://server');
    requests.push(request.url ?? '/');
    most = Math.max(most, (underWay += 1));
    response.once('close', () => (underWay -= 1));
    const route = known[pathname] ?? notFound;
    Promise.resolve(route(request, response)).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the page server has no port');

  return {
    url: (path) => `http://127.0.0.1:${address.port}${path}`,
    requests,
    mostAtOnce: () => most,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** A route that sends a body, as HTML unless told otherwise. */
export function send(
  body: string | Uint8Array,
  type = 'text/html; charset=utf-8',
  headers: Record<string, string> = {},
): Route {
  return (_request, response) => {
    response.writeHead(200, { 'content-type': type, ...headers });
    response.end(body);
  };
}

export function sendStatus(status: number): Route {
  return (_request, response) => {
    response.writeHead(status, { 'content-type': 'text/html' });
    response.end(`<h1>${status}</h1>`);
  };
}

export function redirectTo(location: string, status = 302): Route {
  return (_request, response) => {
    response.writeHead(status, { location });
    response.end('moved');
  };
}

/** Sends the same piece for ever, with a pause between (0: as fast as it is read). */
export function sendForever(piece: string | Uint8Array, pauseMs: number, type = 'text/html'): Route {
  return async (_request, response) => {
    response.writeHead(200, { 'content-type': type });
    const closed = new Promise((resolve) => response.once('close', resolve));
    while (!response.destroyed) {
      const wantsMore = response.write(piece);
      if (pauseMs > 0) await sleep(pauseMs);
      else if (!wantsMore) await Promise.race([closed, new Promise((resolve) => response.once('drain', resolve))]);
    }
  };
}

/** An invented article, long enough to be taken for one. */
export const storyPage = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Ferry line to Hallig Norderoog reopens | The Harbour Courier</title>
<meta property="og:site_name" content="The Harbour Courier">
<meta property="og:image" content="/pictures/ferry.png">
</head>
<body>
<header><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav></header>
<article>
<h1>Ferry line to Hallig Norderoog reopens</h1>
<p class="byline">By Imke Petersen</p>
<time datetime="2024-05-17T08:30:00+02:00">17 May 2024</time>
<p>HUSUM (Harbour Courier) — The ferry that ties the smallest inhabited hallig to the mainland sailed again on Friday, two years after a storm tide broke its landing stage.</p>
<figure><img src="/pictures/ferry.png" alt="The ferry at its new landing stage"><figcaption>The ferry on its first morning.</figcaption></figure>
<p>"We have waited for this morning for a long time," said Sönke Brodersen, the harbour master, who counted eleven passengers and one cow on the first crossing.</p>
<p>The new stage rests on forty oak piles and cost 2.3 million euros, of which the islanders raised a tenth themselves by selling salt, postcards and a song.</p>
<p>The line will run twice a day until October, weather and tide permitting, the shipping office said.</p>
</article>
<footer>Copyright 2026 The Harbour Courier</footer>
</body>
</html>
`;

/** A true PNG of one colour, without compression tricks. */
export function makePng(width: number, height: number): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const pixels = zlib.deflateSync(Buffer.alloc((width + 1) * height, 0x60));
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([
    signature,
    pngChunk('IHDR', header),
    pngChunk('IDAT', pixels),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** What the server knows without being told. */
export const standardRoutes: Readonly<Record<string, Route>> = {
  '/story': send(storyPage),
  '/story.txt': send('Ferry line reopens\n\nThe ferry sailed again on Friday.\n', 'text/plain; charset=utf-8'),
  '/story.md': send('# Ferry line reopens\n\nThe *ferry* sailed again on Friday.\n', 'text/markdown'),
  '/latin-1-by-header': send(Buffer.from('<p>Sönke Brodersen', 'latin1'), 'text/html; charset="ISO-8859-1"'),
  '/latin-1-by-meta': send(Buffer.from('<meta charset=windows-1252><p>Sönke Brodersen', 'latin1'), 'text/html'),
  '/without-type': (_request, response) => void response.writeHead(200).end(storyPage),
  '/empty': send(''),
  '/moved-once': redirectTo('/story', 301),
  '/moved-thrice': redirectTo('/moved-twice', 307),
  '/moved-twice': redirectTo('./moved-once', 303),
  '/circle': redirectTo('/circle-back'),
  '/circle-back': redirectTo('/circle'),
  '/moved-for-ever': (request, response) => {
    const step = Number(new URL(request.url ?? '', 'http://server').searchParams.get('step') ?? 0);
    return redirectTo(`/moved-for-ever?step=${step + 1}`)(request, response);
  },
  '/to-metadata-service': redirectTo('http://169.254.169.254/latest/meta-data/'),
  '/to-private-network': redirectTo('http://192.168.1.1/'),
  '/to-file': redirectTo('file:///etc/passwd'),
  '/to-nowhere': redirectTo('http://['),
  '/gone': sendStatus(410),
  '/broken': sendStatus(500),
  '/busy': sendStatus(429),
  '/endless': sendForever('<p>and so on '.repeat(500), 0),
  '/drip': sendForever('.', 50),
  '/never-answers': () => {},
  '/stops-half-way': (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html', 'content-length': '5000' });
    response.write('<p>The beginning');
  },
  '/breaks-off': (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html', 'content-length': '5000' });
    response.write('<p>The beginning', () => response.destroy());
  },
  '/gzip': send(zlib.gzipSync(storyPage), 'text/html', { 'content-encoding': 'gzip' }),
  '/brotli': send(zlib.brotliCompressSync(storyPage), 'text/html', { 'content-encoding': 'br' }),
  '/zstd': send(zlib.zstdCompressSync(storyPage), 'text/html', { 'content-encoding': 'zstd' }),
  '/deflate': send(zlib.deflateSync(storyPage), 'text/html', { 'content-encoding': 'deflate' }),
  '/deflate-raw': send(zlib.deflateRawSync(storyPage), 'text/html', { 'content-encoding': 'deflate' }),
  '/gzip-in-brotli': send(zlib.brotliCompressSync(zlib.gzipSync(storyPage)), 'text/html', {
    'content-encoding': 'gzip, br',
  }),
  '/three-layers': send(zlib.gzipSync(zlib.gzipSync(zlib.gzipSync(storyPage))), 'text/html', {
    'content-encoding': 'gzip, gzip, gzip',
  }),
  '/unknown-compression': send('xx', 'text/html', { 'content-encoding': 'compress' }),
  '/cut-gzip': send(zlib.gzipSync(storyPage).subarray(0, 300), 'text/html', { 'content-encoding': 'gzip' }),
  '/gzip-bomb': (request, response) =>
    send(zlib.gzipSync(Buffer.alloc(50_000_000)), 'text/html', { 'content-encoding': 'gzip' })(request, response),
  '/small-gzip-bomb': send(zlib.gzipSync(Buffer.alloc(5_000_000)), 'text/html', { 'content-encoding': 'gzip' }),
  // The inner layer is long, what is in it is nothing: it only burns time.
  '/hollow-gzip': (request, response) => {
    const nothing = zlib.gzipSync('');
    const hollow = zlib.gzipSync(Buffer.alloc(nothing.length * 200_000, nothing));
    return send(hollow, 'text/html', { 'content-encoding': 'gzip, gzip' })(request, response);
  },
  '/gzip-bomb-in-gzip': (request, response) => {
    const bomb = zlib.gzipSync(zlib.gzipSync(Buffer.alloc(200_000_000)));
    return send(bomb, 'text/html', { 'content-encoding': 'gzip, gzip' })(request, response);
  },
  '/picture-as-page': send(makePng(8, 8), 'text/html'),
  '/pdf': send('%PDF-1.7\n', 'application/pdf'),
  '/pictures/ferry.png': send(makePng(640, 480), 'image/png'),
  '/pictures/same-ferry.png': send(makePng(640, 480), 'image/png'),
  '/pictures/pixel.png': send(makePng(1, 1), 'image/png'),
  '/pictures/page.png': send(storyPage, 'image/png'),
};

function notFound(_request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(404, { 'content-type': 'text/html' });
  response.end('<h1>Not found</h1>');
}

function pngChunk(name: string, content: Uint8Array): Uint8Array {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const chunk = Buffer.alloc(named.length + 8);
  chunk.writeUInt32BE(content.length, 0);
  chunk.set(named, 4);
  chunk.writeUInt32BE(zlib.crc32(named), named.length + 4);
  return chunk;
}
