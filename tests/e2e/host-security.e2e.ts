import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { type Host, expect, startHost, test as base } from './host.ts';

/** The wall around the loopback host, tried from outside with requests that a browser or an attacker would make. */
const test = base.extend<{ wall: Host }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from this very pattern
  wall: async ({}, use) => {
    const host = await startHost();
    await use(host);
    await host.stop();
  },
});

type Answer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: string };

function ask(
  host: Host,
  path: string,
  headers: Record<string, string> = {},
  body?: string,
  method = body === undefined ? 'GET' : 'POST',
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port: host.port, path, method, headers }, (response) => {
      let text = '';
      response.on('data', (bytes: Buffer) => (text += bytes.toString()));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
    });
    request.on('error', reject);
    request.end(body);
  });
}

async function enter(host: Host): Promise<string> {
  const { headers } = await ask(host, new URL(host.entryAddress).pathname + new URL(host.entryAddress).search);
  return headers['set-cookie']?.[0]?.split(';')[0] ?? '';
}

const statusCall = JSON.stringify({ method: 'library.status', input: {} });
const json = { 'content-type': 'application/json' };

test('the key of the entry address works once and leaves no trace in the address', async ({ wall }) => {
  const path = new URL(wall.entryAddress).pathname + new URL(wall.entryAddress).search;
  const first = await ask(wall, path);
  expect(first.status).toBe(303);
  expect(first.headers.location).toBe('/');
  expect(first.headers['set-cookie']?.[0]).toMatch(/HttpOnly; SameSite=Strict; Path=\/$/);
  const second = await ask(wall, path);
  expect(second.status).toBe(403);
  expect(second.headers['set-cookie']).toBeUndefined();
  expect(second.body).toContain('has been used');
});

test('nothing is answered without the cookie', async ({ wall }) => {
  const origin = wall.address;
  for (const path of ['/', '/index.html', '/events', '/library/x/y/images/1.jpg', '/?key=guess', '/call']) {
    expect((await ask(wall, path)).status, path).toBeGreaterThanOrEqual(401);
  }
  const call = await ask(wall, '/call', { ...json, origin }, statusCall);
  expect(call.status).toBe(401);
  expect(JSON.parse(call.body)).toMatchObject({ ok: false, error: { code: 'disconnected' } });
});

test('another name for this computer is refused, cookie or not', async ({ wall }) => {
  const cookie = await enter(wall);
  const host = `evil.example:${wall.port}`;
  expect((await ask(wall, '/', { cookie, host })).status).toBe(403);
  const call = await ask(wall, '/call', { ...json, cookie, host, origin: `http://${host}` }, statusCall);
  expect(call.status).toBe(403);
  expect(call.body).not.toContain(wall.libraryPath);
});

test('a page elsewhere can neither ask nor read, cookie or not', async ({ wall }) => {
  const cookie = await enter(wall);
  for (const origin of ['https://evil.example', 'http://127.0.0.1:1', 'null']) {
    expect((await ask(wall, '/call', { ...json, cookie, origin }, statusCall)).status, origin).toBe(403);
    expect((await ask(wall, '/events', { cookie, origin })).status, origin).toBe(403);
  }
  expect((await ask(wall, '/call', { ...json, cookie }, statusCall)).status).toBe(403);
  expect((await ask(wall, '/events', { cookie, 'sec-fetch-site': 'same-site' })).status).toBe(403);
  const preflight = await ask(wall, '/call', { cookie, origin: 'https://evil.example' }, undefined, 'OPTIONS');
  expect(preflight.status).toBe(403);
  expect(Object.keys(preflight.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
});

test('a call must be JSON, so that no form of a foreign page can send one', async ({ wall }) => {
  const cookie = await enter(wall);
  const headers = { cookie, origin: wall.address };
  const form = await ask(wall, '/call', { ...headers, 'content-type': 'text/plain' }, statusCall);
  expect(JSON.parse(form.body)).toMatchObject({ ok: false, error: { code: 'wrong-usage' } });
  const good = await ask(wall, '/call', { ...headers, ...json }, statusCall);
  expect(JSON.parse(good.body)).toMatchObject({ ok: true, value: { path: wall.libraryPath } });
});

test('a call that is too large or no call is answered with its reason', async ({ wall }) => {
  const cookie = await enter(wall);
  const headers = { ...json, cookie, origin: wall.address };
  const broken = await ask(wall, '/call', headers, '{"method":');
  expect(JSON.parse(broken.body)).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
  const nameless = await ask(wall, '/call', headers, '[]');
  expect(JSON.parse(nameless.body)).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
  const inherited = await ask(wall, '/call', headers, JSON.stringify({ method: 'constructor' }));
  expect(JSON.parse(inherited.body)).toMatchObject({ ok: false, error: { code: 'wrong-usage' } });
  const claimed = await ask(wall, '/call', { ...headers, 'content-length': String(200 * 1024 * 1024) }, '', 'POST');
  expect(JSON.parse(claimed.body)).toMatchObject({ ok: false, error: { code: 'too-large' } });
});

test('the browser cannot name a file of this computer', async ({ wall }) => {
  const cookie = await enter(wall);
  const headers = { ...json, cookie, origin: wall.address };
  const ofCall = async (method: string, input: unknown) =>
    JSON.parse((await ask(wall, '/call', headers, JSON.stringify({ method, input }))).body) as {
      value: { id: string; outcomes: unknown[] };
    };
  const { value: job } = await ofCall('capture.start', { inputs: [{ kind: 'path', path: '/etc/hostname' }] });
  await expect
    .poll(async () => (await ofCall('capture.outcomes', { job: job.id })).value.outcomes)
    .toEqual([expect.objectContaining({ status: 'failed', error: expect.objectContaining({ code: 'wrong-usage' }) })]);
});

test('no path leads out of the window’s files or the library', async ({ wall }) => {
  const cookie = await enter(wall);
  const paths = [
    '/../package.json',
    '/..%2f..%2fpackage.json',
    '/%2e%2e/%2e%2e/package.json',
    '/assets/../../main/cli.js',
    '/library/../library.json',
    '/library/..%2f..%2fdata%2flogs%2fpressmark.jsonl',
    '/library/%2fetc%2fpasswd',
    '/library/aaaaaaaa/20260101T000000Z/images/../../../../../library.json',
    '//etc/passwd',
  ];
  for (const path of paths) expect([404, 500], path).toContain((await ask(wall, path, { cookie })).status);
});

test('every answer of the window carries the policy that keeps it in', async ({ wall }) => {
  const { headers } = await ask(wall, '/', { cookie: await enter(wall) });
  expect(headers['content-security-policy']).toContain("default-src 'none'");
  expect(headers['content-security-policy']).toContain("require-trusted-types-for 'script'");
  expect(headers['content-security-policy']).not.toMatch(/unsafe-inline|unsafe-eval|https?:|\*/);
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
  });
});

test('only this computer is served', async () => {
  await expect(startHost(['--host', '0.0.0.0'])).rejects.toThrow(/wrong-usage: Pressmark serves this computer only/);
});
