import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type PageServer, redirectTo, send, startPageServer, storyPage } from '#support/page-server.ts';
import { createNetwork, type FetchOptions, type Network, type NetworkOptions, parseContentType } from './network.ts';

let server: PageServer;
beforeAll(async () => {
  server = await startPageServer({
    routes: {
      '/echo-headers': (request, response) => void response.end(JSON.stringify(request.headers)),
      '/to-name': redirectTo('http://rebind.example/secret'),
      '/wants-cookie': (request, response) => {
        const isKnown = request.headers.cookie === 'seen=yes; more=1';
        return (isKnown ? send('the story') : redirectTo('/gives-cookie'))(request, response);
      },
      '/gives-cookie': (_request, response) => {
        response.writeHead(302, { location: '/wants-cookie', 'set-cookie': ['seen=yes; Path=/; HttpOnly', 'more=1'] });
        response.end();
      },
    },
  });
});
afterAll(() => server.close());

const opened: Network[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((network) => network.close()));
});
function aNetwork(options: NetworkOptions = {}): Network {
  const network = createNetwork({ allowLocalAddresses: ['127.0.0.1'], ...options });
  opened.push(network);
  return network;
}

async function fetchText(path: string, options: FetchOptions = {}, network = aNetwork()): Promise<string> {
  const { bytes } = await network.fetch(server.url(path), options);
  return Buffer.from(bytes).toString();
}

async function failureOf(
  work: Promise<unknown>,
): Promise<{ code?: string; message: string; details?: object; retryable?: boolean }> {
  return work.then(
    () => ({ message: 'it did not fail' }),
    (error: Error) => error,
  );
}

describe('an answer', () => {
  test('comes with its final address, type and charset', async () => {
    const fetched = await aNetwork().fetch(server.url('/moved-thrice'));
    expect({ ...fetched, bytes: Buffer.from(fetched.bytes).toString() }).toEqual({
      address: server.url('/story'),
      mediaType: 'text/html',
      charset: 'utf-8',
      bytes: storyPage,
    });
  });

  test.each(['/gzip', '/brotli', '/zstd', '/deflate', '/deflate-raw', '/gzip-in-brotli'])(
    '%s is unpacked',
    async (path) => {
      expect(await fetchText(path)).toBe(storyPage);
    },
  );

  test('the request says who asks, and tells a referrer no more than the origin', async () => {
    const headers: unknown = JSON.parse(
      await fetchText('/echo-headers', { referrer: 'https://paper.example/story?secret=1' }),
    );
    expect(headers).toMatchObject({
      'user-agent': expect.stringContaining('Pressmark'),
      referer: 'https://paper.example/',
    });
    expect(headers).not.toHaveProperty('cookie');
  });

  test('a type that is not wanted is refused before its body', async () => {
    const failure = await failureOf(fetchText('/pdf', { types: new Set(['text/html']) }));
    expect(failure).toMatchObject({ code: 'address-type', details: { mediaType: 'application/pdf' } });
  });

  test.each([
    ['text/html; charset="ISO-8859-1"', { mediaType: 'text/html', charset: 'iso-8859-1' }],
    ['Text/HTML;q=1; Charset=UTF-8', { mediaType: 'text/html', charset: 'utf-8' }],
    ['text/plain;charset=', { mediaType: 'text/plain', charset: null }],
    ['nonsense', { mediaType: null, charset: null }],
    [null, { mediaType: null, charset: null }],
  ])('the header %j is read as %j', (header, expected) => {
    expect(parseContentType(header)).toEqual(expected);
  });
});

describe('redirects', () => {
  test.each([
    ['/circle', 'address-redirects'],
    ['/moved-for-ever', 'address-redirects'],
    ['/to-metadata-service', 'address-refused'],
    ['/to-private-network', 'address-refused'],
    ['/to-file', 'address-refused'],
    ['/to-nowhere', 'address-invalid'],
  ])('%s ends in %s', async (path, code) => {
    expect(await failureOf(fetchText(path))).toMatchObject({ code });
  });

  test('a way round by a page that sets cookies leads to the story, and is forgotten afterwards', async () => {
    const network = aNetwork();
    const asked = server.requests.length;
    expect(await fetchText('/wants-cookie', {}, network)).toBe('the story');
    expect(await fetchText('/wants-cookie', {}, network)).toBe('the story');
    const round = ['/wants-cookie', '/gives-cookie', '/wants-cookie'];
    expect(server.requests.slice(asked)).toEqual([...round, ...round]);
  });

  test('ten redirects are followed, the eleventh is not', async () => {
    const chain = await startPageServer({
      routes: Object.fromEntries([
        ...Array.from({ length: 11 }, (_, step) => [`/${step}`, redirectTo(`/${step + 1}`)] as const),
        ['/11', send('end')],
      ]),
    });
    const network = aNetwork();
    expect(await network.fetch(chain.url('/1'))).toMatchObject({ address: chain.url('/11') });
    expect(await failureOf(network.fetch(chain.url('/0')))).toMatchObject({ code: 'address-redirects' });
    await chain.close();
  });
});

describe('names that lead to this machine', () => {
  const answers = (...numbers: readonly string[]) => ({
    resolve: async () => numbers.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
  });

  test.each([
    ['a name of the nip.io kind', ['127.0.0.1']],
    ['a mapped answer', ['::ffff:127.0.0.1']],
    ['a NAT64 answer', ['64:ff9b::7f00:1']],
    ['one local answer behind a public one', ['93.184.215.14', '10.0.0.1']],
    ['no answer at all', []],
    ['an answer that is no number', ['localhost']],
  ])('%s is refused when connecting', async (_what, numbers) => {
    const before = server.requests.length;
    const failure = await failureOf(aNetwork(answers(...numbers)).fetch('http://10-0-0-1.nip.example/'));
    expect(failure).toMatchObject({ code: 'address-refused' });
    expect(server.requests.length).toBe(before);
  });

  test('a redirect to such a name is refused at the second hop', async () => {
    const network = aNetwork(answers('127.0.0.1'));
    expect(await failureOf(network.fetch(server.url('/to-name')))).toMatchObject({ code: 'address-refused' });
  });

  test('this machine is refused by its own name through the real resolver', async () => {
    const port = new URL(server.url('/')).port;
    const network = createNetwork({ ports: new Set([Number(port)]) });
    opened.push(network);
    expect(await failureOf(network.fetch(`http://localhost:${port}/story`))).toMatchObject({ code: 'address-refused' });
  });

  test('an address that is none is a rejected promise like every failure', async () => {
    expect(await failureOf(aNetwork().fetch('ferry'))).toMatchObject({ code: 'address-invalid' });
  });

  test('an allowed name is reached, another name for the same number is not', async () => {
    const port = Number(new URL(server.url('/')).port);
    const network = aNetwork({ ...answers('127.0.0.1'), allowLocalAddresses: ['nas.example'], ports: new Set([port]) });
    expect(await network.fetch(`http://nas.example:${port}/story`)).toMatchObject({ mediaType: 'text/html' });
    expect(await failureOf(network.fetch(`http://other.example:${port}/story`))).toMatchObject({
      code: 'address-refused',
    });
  });
});

describe('limits', () => {
  const small = { limits: { wholeMs: 3000, connectMs: 1000, headersMs: 500, idleBodyMs: 500 } };

  test.each([
    ['/endless', {}, 'too-large'],
    ['/gzip-bomb', {}, 'too-large'],
    ['/gzip-bomb-in-gzip', {}, 'too-large'],
    ['/small-gzip-bomb', {}, 'too-large'],
    ['/hollow-gzip', {}, 'too-large'],
    ['/three-layers', {}, 'address-type'],
    ['/unknown-compression', {}, 'address-type'],
    ['/cut-gzip', {}, 'address-unreachable'],
    ['/breaks-off', {}, 'address-unreachable'],
    ['/never-answers', small, 'address-timeout'],
    ['/stops-half-way', small, 'address-timeout'],
    ['/drip', { limits: { wholeMs: 400 } }, 'address-timeout'],
  ])('%s with %j ends in %s', async (path, options, code) => {
    expect(await failureOf(fetchText(path, {}, aNetwork(options)))).toMatchObject({ code });
  });

  test('a body longer than asked for is too large, raw or unpacked', async () => {
    const over = Buffer.byteLength(storyPage) - 1;
    expect(await failureOf(fetchText('/story', { limits: { maxRawBytes: over } }))).toMatchObject({
      code: 'too-large',
    });
    expect(await failureOf(fetchText('/gzip', { limits: { maxDecodedBytes: over } }))).toMatchObject({
      code: 'too-large',
    });
    expect(await fetchText('/gzip', { limits: { maxDecodedBytes: over + 1 } })).toBe(storyPage);
  });

  test('what is refused half way does not keep its connection', async () => {
    let closed = 0;
    const site = await startPageServer({
      routes: {
        '/': (_request, response) => {
          response.once('close', () => (closed += 1));
          response.writeHead(200, { 'content-type': 'video/mp4' });
          response.write('x'.repeat(1_000_000));
        },
      },
    });
    await failureOf(aNetwork().fetch(site.url('/'), { types: new Set(['text/html']) }));
    await expect.poll(() => closed).toBe(1);
    await site.close();
  });
});

describe('failures', () => {
  test.each([
    ['/nothing-here', { status: 404 }, false],
    ['/gone', { status: 410 }, false],
    ['/busy', { status: 429 }, true],
    ['/broken', { status: 500 }, true],
  ])('%s tells its status', async (path, details, retryable) => {
    expect(await failureOf(fetchText(path))).toMatchObject({ code: 'address-status', details, retryable });
  });

  test('a closed port and an unknown name are unreachable, and may be tried again', async () => {
    const closed = await startPageServer();
    await closed.close();
    const unreachable = { code: 'address-unreachable', retryable: true };
    expect(await failureOf(aNetwork().fetch(closed.url('/story')))).toMatchObject(unreachable);
    const unknown = { resolve: () => Promise.reject(Object.assign(new Error('unknown'), { code: 'ENOTFOUND' })) };
    expect(await failureOf(aNetwork(unknown).fetch('http://no-such.example/'))).toMatchObject(unreachable);
  });

  test('cancelling ends a fetch at once, before and during the body', async () => {
    expect(await failureOf(fetchText('/story', { signal: AbortSignal.abort() }))).toMatchObject({ code: 'cancelled' });
    const during = failureOf(fetchText('/stops-half-way', { signal: AbortSignal.timeout(100) }));
    expect(await during).toMatchObject({ code: 'cancelled' });
  });

  test('cancelling does not wait for a connection, nor for a name', async () => {
    const asleep = { resolve: () => new Promise<never>(() => {}) };
    const begun = performance.now();
    const failure = await failureOf(
      aNetwork(asleep).fetch('http://slow.example/', { signal: AbortSignal.timeout(100) }),
    );
    expect(failure).toMatchObject({ code: 'cancelled' });
    expect(performance.now() - begun).toBeLessThan(2000);
  });

  test('closing the network breaks off what is under way', async () => {
    const network = aNetwork();
    const underWay = failureOf(network.fetch(server.url('/never-answers')));
    await expect.poll(() => server.requests.at(-1)).toBe('/never-answers');
    await network.close();
    expect(await underWay).toMatchObject({ code: 'cancelled' });
  });
});
