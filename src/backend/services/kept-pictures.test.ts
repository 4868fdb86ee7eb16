import { expect, test } from 'vitest';
import { send, startPageServer, storyPage } from '#support/page-server.ts';
import { takingLibrary, type TakingLibrary } from '#support/take-in.ts';

const figure = '<figure><img src="/pictures/ferry.png"';

async function picturesOf(library: TakingLibrary, page: string) {
  const server = await startPageServer({ routes: { '/page': send(page) } });
  const [outcome] = await library.takeIn({ kind: 'address', address: server.url('/page') });
  await server.close();
  const id = outcome?.id;
  if (id === undefined || id === null) throw new Error('it was not taken in');
  return library.client.call('articles.pictures', { id });
}

test('an article whose pictures are all kept misses none, also where metadata names another', async () => {
  await using library = await takingLibrary();
  const page = storyPage.replace('content="/pictures/ferry.png"', 'content="/gone/share.png"');
  expect(await picturesOf(library, page)).toEqual({ kept: 1, missing: [] });
});

test('pictures that could not be had are named in the order of the article, each with its reason', async () => {
  await using library = await takingLibrary();
  const lost =
    '<figure><img src="/gone.jpg" alt="The old stage"></figure><figure><img src="/pictures/page.png"></figure>';
  expect(await picturesOf(library, storyPage.replace(figure, lost + figure))).toEqual({
    kept: 1,
    missing: [
      { from: '/gone.jpg', alt: 'The old stage', reason: 'refused' },
      { from: '/pictures/page.png', alt: null, reason: 'no-picture' },
    ],
  });
});

test('of a paste nothing is fetched, and that is said', async () => {
  await using library = await takingLibrary();
  const [outcome] = await library.takeIn({ kind: 'text', text: '', html: storyPage, origin: 'paste' });
  const pictures = await library.client.call('articles.pictures', { id: outcome!.id! });
  expect(pictures).toMatchObject({ kept: 0, missing: [{ reason: 'not-at-hand' }] });
});
