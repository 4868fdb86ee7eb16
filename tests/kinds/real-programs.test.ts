import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chromium, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makePng, type PageServer, send, startPageServer, storyPage } from '#support/page-server.ts';
import { originalOf, picturesOf, takingLibrary } from '#support/take-in.ts';

/**
 * Files as the programs that people have really write them: made here, by those programs, and taken
 * in from end to end. Where a program is not on this machine the test is shown as skipped.
 */
const run = promisify(execFile);
const chromiumPath = '/usr/bin/chromium';
const hasProgram = async (name: string, ...args: string[]): Promise<boolean> =>
  run(name, args).then(
    () => true,
    () => false,
  );
const hasPandoc = await hasProgram('pandoc', '--version');
const hasWget = await hasProgram('wget', '--version');
const hasChromium = existsSync(chromiumPath);

const paragraph =
  'HUSUM (Harbour Courier) — The ferry that ties the smallest inhabited hallig to the mainland sailed again';
const lastWords = 'The line will run twice a day until October, weather and tide permitting, the shipping office said.';

let server: PageServer;
beforeAll(async () => {
  const large = storyPage.replace(
    '<img src="/pictures/ferry.png"',
    '<img srcset="/pictures/large.png 1600w, /pictures/ferry.png 640w" sizes="640px" data-src="/pictures/late.png" src="/pictures/ferry.png"',
  );
  server = await startPageServer({
    routes: { '/large': send(large), '/pictures/large.png': send(makePng(1600, 1200), 'image/png') },
  });
});
afterAll(() => server.close());

describe.skipIf(!hasChromium)('Chromium', () => {
  test.each(['/story', '/large'])('saves %s as one file (MHTML)', async (path) => {
    await using library = await takingLibrary();
    const file = join(library.folder, 'Ferry.mhtml');
    const before = Date.now();
    await writeFile(file, await saveAsMhtml(server.url(path)));

    const article = await library.articleOf(file);
    expect(article).toMatchObject({
      headline: 'Ferry line to Hallig Norderoog reopens',
      authors: ['Imke Petersen'],
      source: 'The Harbour Courier',
      publishedAt: '2024-05-17T08:30:00+02:00',
      url: server.url(path),
      snapshots: [{ kind: 'mhtml', original: 'original.mhtml', url: server.url(path) }],
    });
    expect(article.text).toContain(paragraph);
    expect(article.text).toContain(lastWords);
    expect(await picturesOf(library, article)).toEqual(['image/png']);
    // The file has the second in which it was saved.
    const capturedAt = Date.parse(article.snapshots[0]?.capturedAt ?? '');
    expect(capturedAt).toBeGreaterThanOrEqual(before - 1000);
    expect(capturedAt).toBeLessThanOrEqual(Date.now());
    expect(Date.parse(article.savedAt ?? '')).toBeGreaterThanOrEqual(before);
    // Byte for byte what was taken in.
    expect(await originalOf(library, article)).toEqual(await readFile(file));
  });

  test('saves a page with its folder, and leaves the choices of a picture pointing into the web', async () => {
    await using library = await takingLibrary();
    const page = join(library.folder, 'Ferry line.html');
    await saveComplete(server.url('/large'), page);

    const article = await library.articleOf(page);
    expect(article).toMatchObject({
      headline: 'Ferry line to Hallig Norderoog reopens',
      url: server.url('/large'),
      snapshots: [{ kind: 'html', original: 'original.html' }],
    });
    expect(article.text).toContain(lastWords);
    expect(await picturesOf(library, article)).toEqual(['image/png']);
    expect(await originalOf(library, article)).toEqual(await readFile(page));
  });
});

describe.skipIf(!hasPandoc)('pandoc', () => {
  test('makes a book of one article', async () => {
    await using library = await takingLibrary();
    const picture = join(library.folder, 'ferry.png');
    await writeFile(picture, makePng(640, 480));
    const text = `---\ntitle: Ferry line reopens\nauthor: Imke Petersen\ndate: 2024-05-17\nlang: en-GB\npublisher: Harbour Press\n---\n\n${paragraph}.\n\n![The ferry](ferry.png)\n\nThe harbour master counted eleven passengers & one cow.\n\n${lastWords}\n`;
    const book = join(library.folder, 'ferry.epub');
    await makeEpub(library.folder, text, book);

    const article = await library.articleOf(book);
    expect(article).toMatchObject({
      headline: 'Ferry line reopens',
      authors: ['Imke Petersen'],
      publishedAt: '2024-05-17',
      source: 'Harbour Press',
      language: 'en-GB',
      snapshots: [{ kind: 'epub', original: 'original.epub' }],
    });
    expect(article.text).toContain(paragraph);
    expect(article.text).toContain('eleven passengers & one cow');
    expect(article.text).toContain(lastWords);
    expect(await picturesOf(library, article)).toEqual(['image/png']);
  });

  test('makes a book of several articles: each becomes one', async () => {
    await using library = await takingLibrary();
    await writeFile(join(library.folder, 'salt.png'), makePng(320, 200));
    const pieces = ['Ferry line reopens', 'Salt for a song', 'A cow crosses the water'].map(
      (title) =>
        `# ${title}\n\n${`${title}: ${lastWords} `.repeat(12)}\n\n![${title}](salt.png)\n\nThe end of ${title}.\n`,
    );
    const text = `---\ntitle: The Harbour Reader\nauthor: Imke Petersen\ndate: 2024-05-17\n---\n\n${pieces.join('\n')}`;
    const book = join(library.folder, 'reader.epub');
    await makeEpub(library.folder, text, book);

    const articles = await library.articlesOf(book);
    expect(articles.map(({ headline, source }) => ({ headline, source }))).toEqual(
      ['Ferry line reopens', 'Salt for a song', 'A cow crosses the water'].map((headline) => ({
        headline,
        source: 'The Harbour Reader',
      })),
    );
    for (const article of articles) {
      expect(article.text).toContain(`The end of ${article.headline}.`);
      expect(await picturesOf(library, article)).toEqual(['image/png']);
      expect(article.snapshots).toMatchObject([{ kind: 'html', original: 'original.html' }]);
    }
  });
});

describe.skipIf(!hasWget)('wget', () => {
  test.each(['', '--no-warc-compression'])('crawls into a web archive %s', async (option) => {
    await using library = await takingLibrary();
    const crawl = join(library.folder, 'crawl');
    await mkdir(crawl);
    const before = Date.now();
    const options = [
      '-q',
      '--warc-file=ferry',
      '--page-requisites',
      '-e',
      'robots=off',
      ...(option === '' ? [] : [option]),
    ];
    await run('wget', [...options, server.url('/story')], { cwd: crawl });
    const name = (await readdir(crawl)).find((file) => /\.warc(\.gz)?$/.test(file)) ?? '';

    const article = await library.articleOf(join(crawl, name));
    expect(article).toMatchObject({
      headline: 'Ferry line to Hallig Norderoog reopens',
      url: server.url('/story'),
      snapshots: [{ kind: 'warc', original: 'original.warc', url: server.url('/story') }],
    });
    expect(article.text).toContain(lastWords);
    expect(await picturesOf(library, article)).toEqual(['image/png']);
    expect(Date.parse(article.snapshots[0]?.capturedAt ?? '')).toBeGreaterThanOrEqual(before - 1000);
  });
});

async function saveAsMhtml(address: string): Promise<string> {
  return inPage(address, async (page) => {
    const session = await page.context().newCDPSession(page);
    const { data } = await session.send('Page.captureSnapshot', { format: 'mhtml' });
    return data;
  });
}

/** As the window's "save as, complete" lays it: the mark of the web, pictures in `_files`, `src` alone made local. */
async function saveComplete(address: string, path: string): Promise<void> {
  const folder = `${path.replace(/\.html$/, '')}_files`;
  await mkdir(folder);
  await writeFile(join(folder, 'ferry.png'), makePng(640, 480));
  const html = await inPage(address, (page) =>
    page.evaluate(() => {
      for (const image of document.images) image.setAttribute('src', './Ferry line_files/ferry.png');
      for (const image of document.images)
        image.srcset = image.srcset.replaceAll(/(\/pictures)/g, `${location.origin}$1`);
      return document.documentElement.outerHTML;
    }),
  );
  const mark = `<!-- saved from url=(${String(address.length).padStart(4, '0')})${address} -->`;
  await writeFile(path, `<!DOCTYPE html>\n${mark}\n${html}`);
}

async function inPage<T>(address: string, work: (page: Page) => Promise<T>): Promise<T> {
  const browser = await chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    await page.goto(address, { waitUntil: 'load' });
    return await work(page);
  } finally {
    await browser.close();
  }
}

async function makeEpub(folder: string, text: string, book: string): Promise<void> {
  const source = join(folder, 'text.md');
  await writeFile(source, text);
  await run('pandoc', [source, '--resource-path', folder, '-o', book]);
}
