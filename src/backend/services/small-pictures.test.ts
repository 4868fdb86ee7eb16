import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Article } from '#contract/article.ts';
import { openPictureMaker, type PictureMaker } from '#support/make-picture.ts';
import { takingLibrary, type TakingLibrary } from '#support/take-in.ts';
import { pictureFacts } from '../capture/capture.ts';

let maker: PictureMaker;
let library: TakingLibrary;

beforeAll(async () => {
  maker = await openPictureMaker();
});

beforeEach(async () => {
  library = await takingLibrary();
});

afterEach(async () => {
  await library[Symbol.asyncDispose]();
});

const sentence = 'The ferry crosses the bay twice a day, and in winter only when the pilot says that it may. ';

/** An article with these pictures, as a browser saves it. */
async function articleWith(pictures: Readonly<Record<string, Uint8Array | string>>): Promise<Article> {
  const beside = join(library.folder, 'Ferry_files');
  await mkdir(beside);
  for (const [name, bytes] of Object.entries(pictures)) await writeFile(join(beside, name), bytes);
  const shown = Object.keys(pictures).map((name) => `<figure><img src="Ferry_files/${name}" alt="${name}"></figure>`);
  const story = shown.map((picture) => `<p>${sentence.repeat(4)}</p>${picture}`).join('');
  const path = join(library.folder, 'Ferry.html');
  await writeFile(
    path,
    `<html><body><article><h1>The ferry waits</h1>${story}<p>${sentence}</p></article></body></html>`,
  );
  return library.articleOf(path);
}

function pathsOf({ html }: Article, size: string): string[] {
  return Array.from(html.matchAll(/src="\/library\/([^"]+)"/g), ([, path = '']) =>
    path.replace('/images/', `/${size}/`),
  );
}

async function sizeOf(path: string): Promise<string | undefined> {
  const asset = await library.asset(path);
  if (asset === undefined) return undefined;
  const facts = pictureFacts(asset.bytes);
  return `${asset.mediaType} ${facts?.width}x${facts?.height}`;
}

test('a picture is given out in the size that is asked for, and its file stays as it is', async () => {
  const wide = maker.make('jpg', 2000, 1000);
  const article = await articleWith({ 'wide.jpg': wide, 'narrow.png': maker.make('png', 700, 500) });
  expect(await Promise.all(pathsOf(article, 'thumbnails').map(sizeOf))).toEqual(Array(2).fill('image/webp 128x128'));
  expect(await Promise.all(pathsOf(article, 'reading').map(sizeOf))).toEqual([
    'image/webp 1600x800',
    'image/png 700x500',
  ]);
  const [original = ''] = pathsOf(article, 'images');
  expect((await library.asset(original))?.bytes).toEqual(Buffer.from(wide));
});

test('a drawing and a torn picture stand for themselves', async () => {
  const drawing =
    '<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="900"><rect width="9" height="9"/></svg>';
  const torn = maker.make('webp', 2000, 1000).slice(0, 20_000);
  const article = await articleWith({ 'map.svg': drawing, 'torn.webp': torn });
  for (const size of ['thumbnails', 'reading']) {
    const assets = await Promise.all(pathsOf(article, size).map((path) => library.asset(path)));
    expect(assets.map((asset) => asset?.mediaType)).toEqual(['image/svg+xml', 'image/webp']);
    expect(assets[1]?.bytes).toEqual(Buffer.from(torn));
  }
});

test('copies lie in the app’s own folder only and go with their article', async () => {
  const article = await articleWith({ 'wide.jpg': maker.make('jpg', 2000, 1000) });
  const [thumbnail = ''] = pathsOf(article, 'thumbnails');
  expect(await sizeOf(thumbnail)).toBe('image/webp 128x128');
  expect((await readdir(join(library.folder, 'data', 'pictures'))).some((name) => name.endsWith('.sqlite'))).toBe(true);
  const images = join(library.libraryPath, article.folder, article.snapshots[0]?.id ?? '', 'images');
  expect(await readdir(images)).toEqual(['01.jpg']);

  await rm(join(library.libraryPath, article.folder), { recursive: true });
  await library.client.call('library.rebuild', {});
  expect(await library.asset(thumbnail)).toBeUndefined();
});

test('nothing is given out by a path that names no size, no article or no plain file', async () => {
  const article = await articleWith({ 'wide.jpg': maker.make('jpg', 2000, 1000) });
  const [path = ''] = pathsOf(article, 'thumbnails');
  const wrong = [
    path.replace('/thumbnails/', '/posters/'),
    path.replace('01.jpg', '02.jpg'),
    path.replace('01.jpg', '../snapshot.json'),
    path.replace(article.id, 'zzzzzzzz'),
  ];
  expect(await Promise.all(wrong.map((one) => library.asset(one)))).toEqual(wrong.map(() => undefined));
});
