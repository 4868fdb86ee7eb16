import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Article, ArticleId } from '#contract/article.ts';
import type { CaptureOutcome } from '#contract/capture.ts';
import type { Renewal } from '#contract/renewal.ts';
import { makeMail, picturePart, quotedPrintable } from '#support/make-mail.ts';
import { answer, makeWarc } from '#support/make-warc.ts';
import { makePng } from '#support/page-server.ts';
import { originalOf, picturesOf, type TakingLibrary, takingLibrary } from '#support/take-in.ts';
import type { Captured } from '../capture/capture.ts';
import type { CaptureUnit } from './capture-units.ts';
import { joinFiles } from './join-files.ts';

const story = 'https://harbour-courier.example/sea/how-the-ferry-was-built';
const subjects = ['keel', 'rib', 'mast', 'sail', 'flag'];

function addressOf(number: number): string {
  return number === 1 ? story : `${story}/${number}`;
}

function sentences(number: number): string {
  const subject = subjects[number - 1] ?? 'plank';
  return (
    `The ${subject} took the yard longer than anybody had thought, and the master wrote the days on the wall. ` +
    `Nobody in the town had seen a ${subject} like it, and those who had been at sea said so most loudly.`
  );
}

type PageParts = {
  readonly last?: number;
  readonly title?: string;
  readonly picture?: string;
  readonly canonical?: string;
  readonly note?: string;
};

/** Page `number` of the story, with a way to the next unless it is the last. */
function page(number: number, parts: PageParts = {}): string {
  const { last = 3, title = 'How the ferry was built', picture, canonical, note = '' } = parts;
  const next = number === last ? '' : `<nav class="pager"><a href="${addressOf(number + 1)}">Next page</a></nav>`;
  const figure =
    picture === undefined ? '' : `<figure><img src="${picture}" alt="The ${subjects[number - 1]}"></figure>`;
  const link = canonical === undefined ? '' : `<link rel="canonical" href="${canonical}">`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">${link}<title>${title}</title></head><body><article>
    <h1>${title}</h1><p class="byline">By Ada Brook</p><p>${sentences(number)}</p>${figure}
    <p>On day ${number} the smith of Orrin Bay shut his door, so that all could go and see.${note}</p></article>${next}</body></html>`;
}

/** The same as a browser saves it. */
function saved(number: number, parts: PageParts = {}): string {
  const address = addressOf(number);
  const mark = `<!-- saved from url=(${String(address.length).padStart(4, '0')})${address} -->`;
  return page(number, parts).replace('<html', `${mark}\n<html`);
}

async function write(library: TakingLibrary, files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = join(library.folder, crypto.randomUUID());
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  return folder;
}

async function takeIn(
  library: TakingLibrary,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<CaptureOutcome[]> {
  const outcomes = await library.takeIn({ kind: 'path', path: await write(library, files) });
  expect(outcomes.map(({ error }) => error)).toEqual(outcomes.map(() => null));
  return outcomes;
}

async function get(library: TakingLibrary, outcome: CaptureOutcome | undefined): Promise<Article> {
  return library.client.call('articles.get', { id: outcome?.id as ArticleId });
}

function pagesIn({ text }: Pick<Article, 'text'>): number[] {
  const found = subjects.flatMap((_, at) => (text.includes(sentences(at + 1)) ? [at + 1] : []));
  return found.sort((one, other) => text.indexOf(sentences(one)) - text.indexOf(sentences(other)));
}

/** Reads an article's original again by the rules of today; resolves with how many became other than they were. */
async function reread({ client }: TakingLibrary, id: ArticleId): Promise<Pick<Renewal, 'renewed' | 'unchanged'>> {
  const { id: renewal } = await client.call('renewals.start', { what: 'reread', ids: [id] });
  for (;;) {
    const { renewals } = await client.call('renewals.list', {});
    const found = renewals.find((one) => one.id === renewal);
    if (found !== undefined && found.phase !== 'running') return found;
    await setTimeout(20);
  }
}

function namesIn({ input }: CaptureOutcome): (string | undefined)[] {
  return input.split(' + ').map((path) => path.split('/').at(-1));
}

test('pages saved as files are one article in its own order, with their pictures and all their originals', async () => {
  await using library = await takingLibrary();
  const pages = [1, 2, 3].map((number) => saved(number, { picture: `${number}_files/a.png` }));
  const pictures = [1, 2, 3].map((number) => [`${number}_files/a.png`, makePng(300 + number, 200)] as const);
  const files = { 'b.html': pages[0]!, 'c.html': pages[1]!, 'a.html': pages[2]!, ...Object.fromEntries(pictures) };
  const outcomes = await takeIn(library, files);
  expect(outcomes).toMatchObject([{ status: 'added', headline: 'How the ferry was built' }]);
  expect(namesIn(outcomes[0]!)).toEqual(['b.html', 'c.html', 'a.html']);

  const article = await get(library, outcomes[0]);
  expect(pagesIn(article)).toEqual([1, 2, 3]);
  expect(article).toMatchObject({ warnings: [] });
  expect(await picturesOf(library, article)).toEqual(['image/png', 'image/png', 'image/png']);
  const original = await originalOf(library, article);
  for (const one of pages) expect(original.includes(one)).toBe(true);

  expect(await library.client.call('articles.explain', { id: article.id })).toMatchObject({ pages: 3, isAsKept: true });
  expect(await reread(library, article.id)).toMatchObject({ renewed: 0, unchanged: 1 });
  const view = new TextDecoder().decode((await library.asset(`${article.id}/original`))?.bytes);
  expect(view).toContain(sentences(1));
  expect(view).toContain('data:image/png;base64,');
  expect(await takeIn(library, files)).toMatchObject([{ status: 'duplicate', id: article.id }]);
});

test('where a page is missing, those before it are joined and say so, and those behind it are kept', async () => {
  await using library = await takingLibrary();
  const parts = { last: 5, canonical: story };
  const files = [1, 2, 4, 5].map((number) => [`${number}.html`, saved(number, parts)] as const);
  const outcomes = await takeIn(library, Object.fromEntries(files));
  expect(outcomes.map(namesIn)).toEqual([
    ['1.html', '2.html'],
    ['4.html', '5.html'],
  ]);
  const articles = await Promise.all(outcomes.map((outcome) => get(library, outcome)));
  expect(articles.map(pagesIn)).toEqual([
    [1, 2],
    [4, 5],
  ]);
  expect(articles[0]?.warnings).toEqual([
    expect.stringMatching(/page 3 could not be taken in \(it did not come with the others\)\.$/),
  ]);
});

test('what an address calls the second page is an article of its own when it tells another story', async () => {
  await using library = await takingLibrary();
  const other = saved(2, { title: 'A quay for two boats' });
  const outcomes = await takeIn(library, { '1.html': saved(1), '2.html': other });
  expect(outcomes.map(({ headline }) => headline)).toEqual(['How the ferry was built', 'A quay for two boats']);
  expect(pagesIn(await get(library, outcomes[0]))).toEqual([1]);
});

test('the same file twice is named with the article; a page saved twice takes nothing from it', async () => {
  await using library = await takingLibrary();
  const canonical = story;
  const outcomes = await takeIn(library, {
    '1.html': saved(1, { canonical }),
    '1 copy.html': saved(1, { canonical }),
    '1 later.html': `${saved(1, { canonical })}\n`,
    '2.html': saved(2, { last: 2, canonical }),
    '2 copy.html': saved(2, { last: 2, canonical }),
  });
  expect(outcomes.map(({ status }) => status)).toEqual(['added', 'duplicate']);
  const named = outcomes.flatMap(namesIn);
  expect(named).toHaveLength(5);
  expect(new Set(named)).toEqual(new Set(['1 copy.html', '1 later.html', '1.html', '2 copy.html', '2.html']));
  const article = await get(library, outcomes[0]);
  expect(pagesIn(article)).toEqual([1, 2]);
  expect(article.snapshots).toHaveLength(1);
});

test('a page that comes later and alone takes nothing from the whole article', async () => {
  await using library = await takingLibrary();
  const parts = { last: 2, canonical: story };
  const [whole] = await takeIn(library, { '1.html': saved(1, parts), '2.html': saved(2, parts) });
  for (const number of [1, 2]) {
    const [alone] = await takeIn(library, { 'alone.html': saved(number, parts) });
    expect(alone).toMatchObject({ status: 'duplicate', id: whole?.id });
  }
  const [newer] = await takeIn(library, { 'newer.html': saved(2, { ...parts, note: ' It was the last.' }) });
  expect(newer?.status).toBe('added');
  expect(newer?.id).not.toBe(whole?.id);
  const article = await get(library, whole);
  expect(pagesIn(article)).toEqual([1, 2]);
  expect(article.snapshots).toHaveLength(1);
});

test('pages of two folders, whose pictures may share a name, stay apart', async () => {
  await using library = await takingLibrary();
  const outcomes = await takeIn(library, {
    'one/page.html': saved(1, { last: 2, picture: 'page_files/a.png' }),
    'one/page_files/a.png': makePng(310, 200),
    'two/page.html': saved(2, { last: 2, picture: 'page_files/a.png' }),
    'two/page_files/a.png': makePng(320, 200),
  });
  const articles = await Promise.all(outcomes.map((outcome) => get(library, outcome)));
  expect(articles.map(pagesIn)).toEqual([[1], [2]]);
});

const savedAsMessage = (number: number): Buffer =>
  makeMail({
    headers: {
      From: '<Saved by Blink>',
      'Snapshot-Content-Location': addressOf(number),
      'MIME-Version': '1.0',
      'Content-Type': 'multipart/related; type="text/html"; boundary="b"',
    },
    body: [
      {
        headers: { 'Content-Type': 'text/html', 'Content-Transfer-Encoding': 'quoted-printable' },
        body: quotedPrintable(Buffer.from(page(number, { picture: `cid:picture-${number}@mhtml.blink` }))),
      },
      picturePart(makePng(300 + number, 200), { 'Content-ID': `<picture-${number}@mhtml.blink>` }),
    ],
  });

const crawl = makeWarc(
  [2, 3, 1].flatMap((number) => [
    { address: addressOf(number), block: answer(page(number, { picture: `/pictures/${number}.png` })) },
    {
      address: new URL(`/pictures/${number}.png`, story).href,
      block: answer(makePng(300 + number, 200), { 'Content-Type': 'image/png' }),
    },
  ]),
  { gzip: true },
);

const messages = { 'c.mhtml': savedAsMessage(1), 'a.mhtml': savedAsMessage(2), 'b.mhtml': savedAsMessage(3) };

test.each<[string, Readonly<Record<string, Uint8Array>>]>([
  ['pages saved as one file each', messages],
  ['the pages of a web archive', { 'crawl.warc.gz': crawl }],
])('%s are one article, whose original reads as all of them', async (_, files) => {
  await using library = await takingLibrary();
  const outcomes = await takeIn(library, files);
  expect(outcomes).toHaveLength(1);
  const article = await get(library, outcomes[0]);
  expect(pagesIn(article)).toEqual([1, 2, 3]);
  expect(await picturesOf(library, article)).toEqual(['image/png', 'image/png', 'image/png']);
  const { id } = article;
  expect(await library.client.call('articles.explain', { id })).toMatchObject({ pages: 3, isAsKept: true });
  expect(await reread(library, id)).toMatchObject({ renewed: 0, unchanged: 1 });
  const view = new TextDecoder().decode((await library.asset(`${id}/original`))?.bytes);
  expect(view).toContain(sentences(1));
  expect(view).toContain('data:image/png;base64,');
});

test('files that are no page of several pass in their order, each read once, and a page waits for all', async () => {
  const reads: string[] = [];
  const unit = (label: string, number: number | null): CaptureUnit => ({
    label,
    address: null,
    async *pieces() {
      yield { label, capture: async () => (reads.push(label), captured(label, number)) };
    },
  });
  const captured = (label: string, number: number | null): Captured => ({
    kind: 'html',
    bytes: Buffer.from(number === null ? '<p>A story.' : page(number, { last: 2 })),
    original: null,
    origin: 'file',
    address: number === null ? `${story}-${label}` : addressOf(number),
    requestedAddress: null,
    charset: null,
    hints: null,
    fileName: label,
    capturedAt: '2026-11-24T09:00:00Z',
    takenInAt: '2026-11-24T09:00:00Z',
    readRelative: null,
  });
  async function* all(): AsyncIterable<CaptureUnit> {
    yield* [unit('two', 2), unit('x', null), unit('one', 1), unit('y', null)];
  }
  const { signal } = new AbortController();
  const labels: string[][] = [];
  for await (const { pieces } of joinFiles(all(), signal)) {
    labels.push([]);
    for await (const piece of pieces(signal)) {
      await piece.capture(signal);
      labels.at(-1)?.push(piece.label);
    }
  }
  expect(labels).toEqual([['x'], ['y'], ['one', 'two']]);
  expect(reads.filter((label) => label === 'x' || label === 'y')).toEqual(['x', 'y']);
});
