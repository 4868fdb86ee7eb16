import { expect, test } from 'vitest';
import { schemes, serveWindow } from './app-protocol.ts';

type Handler = (request: { readonly url: string; readonly method: string }) => Promise<Response>;

/** Serves a window of one page and a library of one picture, and answers an address. */
function served(): (url: string, method?: string) => Promise<Response> {
  let handler: Handler = () => Promise.reject(new Error('nobody handles the scheme'));
  const page = { status: 200, headers: { 'content-type': 'text/html' }, body: new TextEncoder().encode('page') };
  serveWindow(
    {
      handle(scheme, listener) {
        expect(scheme).toBe('app');
        handler = listener as unknown as Handler;
      },
    },
    { find: (pathname) => Promise.resolve(pathname === '/' ? page : undefined) },
    {
      asset(path) {
        if (path === 'broken') return Promise.reject(new Error('the back end is away'));
        return Promise.resolve(
          path === 'a/b/images/1.png' ? { bytes: new Uint8Array([7]), mediaType: 'image/png' } : undefined,
        );
      },
    },
  );
  return (url, method = 'GET') => handler({ url, method });
}

test('the window’s page and the library’s pictures are answered', async () => {
  const ask = served();
  expect(await (await ask('app://pressmark/')).text()).toBe('page');
  const picture = await ask('app://pressmark/library/a/b/images/1.png');
  expect(picture.headers.get('content-type')).toBe('image/png');
  expect(new Uint8Array(await picture.arrayBuffer())).toEqual(new Uint8Array([7]));
});

test.each([
  ['another host', 'app://evil/', 'GET', 405],
  ['another way of asking', 'app://pressmark/', 'POST', 405],
  ['a file that is not on the list', 'app://pressmark/secret', 'GET', 404],
  ['a picture that is not there', 'app://pressmark/library/x', 'GET', 404],
  ['a picture while the back end is away', 'app://pressmark/library/broken', 'GET', 404],
  ['a path that climbs', 'app://pressmark/library/../../secret', 'GET', 404],
])('%s is not', async (_, url, method, status) => {
  expect((await served()(url, method)).status).toBe(status);
});

test('the scheme never gets round the content policy', () => {
  expect(schemes).toHaveLength(1);
  expect(schemes[0]?.privileges?.bypassCSP ?? false).toBe(false);
});
