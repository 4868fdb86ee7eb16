import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Article } from '#contract/article.ts';
import { makeMail, picturePart } from '#support/make-mail.ts';
import { answer, makeWarc } from '#support/make-warc.ts';
import { makeZip } from '#support/make-zip.ts';
import { makePng, type PageServer, startPageServer, storyPage } from '#support/page-server.ts';
import { originalOf, picturesOf, type TakingLibrary, takingLibrary } from '#support/take-in.ts';

/**
 * Each kind of file on its whole way: through extraction into a library and out again, with text,
 * address, date, pictures and the original.
 */
const address = 'https://harbour-courier.example/2018/ferry';
const headline = 'Ferry line to Hallig Norderoog reopens';
const lastWords = 'weather and tide permitting, the shipping office said.';
const saved = 'Sun Jun 10 2018 08:30:00 GMT+0200 (Central European Summer Time)';
const singleFile = storyPage.replace(
  '<head>',
  `<!--\n Page saved with SingleFile \n url: ${address} \n saved date: ${saved}\n--><head>`,
);
const newsletter = makeMail({
  headers: {
    From: '"Imke Petersen from Harbour Letters" <letters@harbour.example>',
    To: 'reader@mail.example',
    Subject: 'What the ferry brought us this week',
    Date: 'Sun, 10 Jun 2018 08:30:00 +0200',
    'Message-ID': '<1@harbour.example>',
    'List-Unsubscribe': '<https://letters.harbour.example/u>',
    'Content-Type': 'multipart/related; boundary="rel"',
  },
  body: [
    {
      headers: { 'Content-Type': 'text/html; charset="utf-8"', 'Content-Transfer-Encoding': '8bit' },
      body: `<html><body><table><tr><td><p>${`The ferry brought eleven passengers and one cow; ${lastWords} `.repeat(4)}</p><img src="cid:ferry@x" width="640"><p>${`Salt, postcards and a song. `.repeat(8)}</p></td></tr></table></body></html>`,
    },
    picturePart(makePng(640, 480), { 'Content-ID': '<ferry@x>' }),
  ],
});
const crawl = makeWarc(
  [
    { address, date: '2018-06-10T06:30:00Z', block: answer(storyPage) },
    {
      address: 'https://harbour-courier.example/pictures/ferry.png',
      block: answer(makePng(640, 480), { 'Content-Type': 'image/png' }),
    },
  ],
  { gzip: true },
);

let server: PageServer;
beforeAll(async () => {
  server = await startPageServer();
});
afterAll(() => server.close());

async function take(library: TakingLibrary, name: string, bytes: Uint8Array | string): Promise<Article> {
  const path = join(library.folder, name);
  await writeFile(path, bytes);
  return library.articleOf(path);
}

describe('taken in from a file, an article keeps what the file knows of it:', () => {
  test('a page saved by SingleFile', async () => {
    await using library = await takingLibrary();
    const article = await take(library, 'Ferry.html', singleFile);
    expect(article).toMatchObject({
      headline,
      url: address,
      snapshots: [{ kind: 'html', capturedAt: '2018-06-10T06:30:00.000Z' }],
    });
    expect(article.text).toContain(lastWords);
    // The page is of 2018; it was put in the library today.
    expect(Date.parse(article.savedAt)).toBeGreaterThan(Date.now() - 60_000);
    expect(await originalOf(library, article)).toEqual(Buffer.from(singleFile));
  });

  test('a page packed by SingleFile', async () => {
    await using library = await takingLibrary();
    const page = singleFile.replaceAll('/pictures/ferry.png', 'images/1.png');
    const zip = makeZip([
      { name: 'index.html', bytes: page },
      { name: 'manifest.json', bytes: '{}' },
      { name: 'images/1.png', bytes: makePng(640, 480) },
    ]);
    const article = await take(library, 'Ferry.zip', zip);
    expect(article).toMatchObject({ headline, url: address, snapshots: [{ kind: 'zip', original: 'original.zip' }] });
    expect(await picturesOf(library, article)).toEqual(['image/png']);
    expect(await originalOf(library, article)).toEqual(zip);
  });

  test('a newsletter', async () => {
    await using library = await takingLibrary();
    const article = await take(library, 'ferry.eml', newsletter);
    expect(article).toMatchObject({
      headline: 'What the ferry brought us this week',
      authors: ['Imke Petersen'],
      source: 'Harbour Letters',
      publishedAt: '2018-06-10T08:30:00+02:00',
      notes: { headline: { origin: 'file', detail: 'subject of the mail' } },
      snapshots: [{ kind: 'email', original: 'original.eml' }],
    });
    expect(article.text).toContain('Salt, postcards and a song.');
    expect(await picturesOf(library, article)).toEqual(['image/png']);
    expect(await originalOf(library, article)).toEqual(newsletter);
  });

  test('a record of a web archive, kept alone', async () => {
    await using library = await takingLibrary();
    const article = await take(library, 'crawl.warc.gz', crawl);
    expect(article).toMatchObject({
      headline,
      url: address,
      snapshots: [{ kind: 'warc', capturedAt: '2018-06-10T06:30:00.000Z' }],
    });
    expect(await picturesOf(library, article)).toEqual(['image/png']);
    const original = (await originalOf(library, article)).toString('latin1');
    expect(original).toMatch(/^WARC\/1\.1\r\nWARC-Type: response\r\n/);
    expect(original.match(/WARC\/1/g)).toHaveLength(1);
  });

  test('a novel is one whole, and no chapter of it is lost', async () => {
    await using library = await takingLibrary();
    const chapters = Array.from({ length: 24 }, (_, index) => ({
      name: `OPS/c${index}.xhtml`,
      bytes: `<html><head><title>Chapter ${index + 1}</title></head><body><h2>Chapter ${index + 1}</h2>${`<p>${`The ferry of chapter ${index + 1} sails again, and nobody is on board. `.repeat(6)}</p>`.repeat(index % 3 === 0 ? 2 : 9)}<p>End of chapter ${index + 1}.</p></body></html>`,
    }));
    const items = chapters.map(
      ({ name }, index) => `<item id="c${index}" href="${name.slice(4)}" media-type="application/xhtml+xml"/>`,
    );
    const refs = chapters.map((_, index) => `<itemref idref="c${index}"/>`);
    const opf = `<package><metadata><dc:title>The Long Crossing</dc:title><dc:creator>Imke Petersen</dc:creator></metadata><manifest>${items.join('')}</manifest><spine>${refs.join('')}</spine></package>`;
    const container = '<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>';
    const zip = makeZip([
      { name: 'META-INF/container.xml', bytes: container },
      { name: 'OPS/book.opf', bytes: opf },
      ...chapters,
    ]);
    const article = await take(library, 'novel.epub', zip);
    expect(article).toMatchObject({ headline: 'The Long Crossing', authors: ['Imke Petersen'] });
    const ends = [...article.text.matchAll(/End of chapter (\d+)\./g)].map(([, number]) => Number(number));
    expect(ends).toEqual(chapters.map((_, index) => index + 1));
  });
});

test('a folder and a zip of everything give every article, and a sentence for what cannot be one', async () => {
  await using library = await takingLibrary();
  const files: Readonly<Record<string, string | Uint8Array>> = {
    'Ferry.html': singleFile,
    'letters/ferry.eml': newsletter,
    'notes/salt.md': '---\ntitle: Salt\n---\n\nSalt is sold on the hallig.\n',
    'web/crawl.warc.gz': crawl,
    'list.txt': `${server.url('/story')}\n`,
    'photo.raw': Buffer.from([0, 1, 2, 3]),
  };
  const folder = join(library.folder, 'everything');
  for (const [name, bytes] of Object.entries(files)) {
    await mkdir(join(folder, name, '..'), { recursive: true });
    await writeFile(join(folder, name), bytes);
  }
  const outcomes = await library.takeIn({ kind: 'path', path: folder });
  const said = outcomes.map(({ input, status, error }) => [input.replace(`${folder}/`, ''), error?.code ?? status]);
  expect(said).toEqual([
    ['Ferry.html', 'added'],
    ['letters/ferry.eml', 'added'],
    [server.url('/story'), 'added'],
    ['notes/salt.md', 'added'],
    ['photo.raw', 'binary-input'],
    // The same page, with the same words: nothing is kept twice.
    [`web/crawl.warc.gz › ${address}`, 'duplicate'],
  ]);

  const zip = makeZip(Object.entries(files).map(([name, bytes]) => ({ name, bytes })));
  const dropped = { kind: 'files', files: [{ path: 'everything.zip', base64: zip.toString('base64') }] } as const;
  const again = await library.takeIn({ ...dropped, files: [...dropped.files] });
  expect(
    again.map(({ input, status, error }) => [input.replace('everything.zip › ', ''), error?.code ?? status]),
  ).toEqual(said.map(([input, status]) => [input, status === 'added' ? 'duplicate' : status]));
});

test('an older page taken in later is kept, and the newer is still the one that is shown', async () => {
  await using library = await takingLibrary();
  const newer = singleFile
    .replace(saved, 'Sun Jun 09 2019 08:30:00 GMT+0200')
    .replace('eleven passengers', 'twelve passengers');
  await take(library, 'newer.html', newer);
  const article = await take(library, 'older.html', singleFile);
  expect(article.snapshots.map(({ capturedAt }) => capturedAt)).toEqual([
    '2019-06-09T06:30:00.000Z',
    '2018-06-10T06:30:00.000Z',
  ]);
  expect(article.text).toContain('twelve passengers');
  // Both moments are in the folder, not only in the catalogue.
  await library.client.call('library.rebuild', {});
  const { savedAt, snapshots } = await library.client.call('articles.get', { id: article.id });
  expect({ savedAt, snapshots }).toEqual({ savedAt: article.savedAt, snapshots: article.snapshots });
});

test('what is refused leaves nothing behind', async () => {
  await using library = await takingLibrary();
  const bomb = makeZip([{ name: 'bomb.html', bytes: Buffer.alloc(250_000_000) }]);
  await writeFile(join(library.folder, 'bomb.zip'), bomb);
  const outcomes = await library.takeIn({ kind: 'path', path: join(library.folder, 'bomb.zip') });
  expect(outcomes).toMatchObject([{ status: 'failed', error: { code: 'too-large' } }]);
  const kept = await readdir(join(library.libraryPath, 'articles')).catch(() => []);
  expect(kept).toEqual([]);
});
