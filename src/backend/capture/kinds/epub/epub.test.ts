import { describe, expect, test } from 'vitest';
import type { CaptureItem } from '../../capture-item.ts';
import { captureOf, capturesOf } from '#support/captures.ts';
import { makeZip, type ZipEntry } from '#support/make-zip.ts';
import { openBytes } from '#support/open-bytes.ts';
import { makePng } from '#support/page-server.ts';

const container =
  '<?xml version="1.0"?><container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>';
const words = (count: number) => 'The ferry sails again. '.repeat(count / 4);

type Chapter = { readonly title: string; readonly body: string; readonly head?: string };

function book(chapters: readonly Chapter[], metadata = '', more: readonly ZipEntry[] = []): Buffer {
  const names = chapters.map((_, index) => `text/c%20${index}.xhtml`);
  const items = names.map((name, index) => `<item id="c${index}" href="${name}" media-type="application/xhtml+xml"/>`);
  const refs = names.map((_, index) => `<itemref idref="c${index}"/>`);
  const nav = chapters.map(({ title }, index) => `<li><a href="${names[index]}#top">${title}</a></li>`);
  const opf = `<?xml version="1.0"?><package xmlns:dc="d"><metadata><dc:title>Harbour Reader</dc:title>${metadata}</metadata><manifest>${items.join('')}<item id="n" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/></manifest><spine>${refs.join('')}</spine></package>`;
  return makeZip([
    { name: 'mimetype', bytes: 'application/epub+zip', stored: true },
    { name: 'META-INF/container.xml', bytes: container },
    { name: 'OPS/book.opf', bytes: opf },
    { name: 'OPS/nav.xhtml', bytes: `<html><body><nav><ol>${nav.join('')}</ol></nav></body></html>` },
    ...chapters.map(({ title, body, head = '' }, index) => ({
      name: `OPS/text/c ${index}.xhtml`,
      bytes: `<?xml version="1.0" encoding="utf-8"?><html xmlns="x"><head><title/>${head}</head><body><h1>${title}</h1>${body}</body></html>`,
    })),
    ...more,
  ]);
}

const article = (title: string): Chapter => ({ title, body: `<p>${words(200)}</p>` });
const textOf = ({ bytes }: { readonly bytes: Uint8Array }) => Buffer.from(bytes).toString();

async function labels(items: AsyncIterable<CaptureItem>): Promise<string[]> {
  const found: string[] = [];
  for await (const item of items) found.push(item.kind === 'article' ? item.label : item.address);
  return found;
}

describe('a book', () => {
  const metadata =
    '<dc:creator>Imke Petersen</dc:creator><dc:creator>Sönke &amp; Sons</dc:creator><dc:publisher>Harbour Press</dc:publisher><dc:language>en-GB</dc:language><dc:date>2018-06-10T00:00:00Z</dc:date><meta property="dcterms:modified">2019-01-02T03:04:05Z</meta><dc:source>https://harbour-courier.example/reader</dc:source>';

  test('gives all its chapters as one page, and what it says of itself', async () => {
    const file = book([article('Chapter 1'), article('Chapter 2'), article('Chapter 3')], metadata);
    const captured = await captureOf(openBytes('reader.epub', file));
    expect(textOf(captured).match(/<h1>Chapter \d<\/h1>/g)).toHaveLength(3);
    expect(captured).toMatchObject({
      kind: 'html',
      address: 'https://harbour-courier.example/reader',
      capturedAt: '2019-01-02T03:04:05.000Z',
      fileName: 'reader.epub',
      original: { kind: 'epub', bytes: file },
      hints: {
        headline: { value: 'Harbour Reader' },
        authors: { value: ['Imke Petersen', 'Sönke & Sons'] },
        source: { value: 'Harbour Press' },
        publishedAt: { value: '2018-06-10' },
        language: { value: 'en-GB' },
      },
    });
  });

  test('that was given no date has none: the moment it was made is not when it was published', async () => {
    const made = '<dc:date>2019-01-02T03:04:05Z</dc:date><meta property="dcterms:modified">2019-01-02T03:04:05Z</meta>';
    const { hints } = await captureOf(openBytes('a.epub', book([article('Ferry')], made)));
    expect(hints?.publishedAt).toBeUndefined();
  });

  test('brings its pictures, by whatever way a chapter names them', async () => {
    const body = `<p>${words(40)}</p><img src="../art/ä.png" alt="a" /><svg xmlns:xlink="l"><image xlink:href="../art/%C3%A4.png"/></svg>`;
    const file = book([{ title: 'Ferry', body }], '', [{ name: 'OPS/art/ä.png', bytes: makePng(40, 30) }]);
    const captured = await captureOf(openBytes('a.epub', file));
    const references = [...textOf(captured).matchAll(/<img[^>]*src="([^"]+)"/g)].map(([, reference = '']) => reference);
    expect(references).toEqual(['OPS/art/%C3%A4.png', 'OPS/art/%C3%A4.png']);
    expect(await captured.readRelative?.('OPS/art/%C3%A4.png')).toEqual(Buffer.from(makePng(40, 30)));
    expect(await captured.readRelative?.('../../etc/passwd')).toBeNull();
  });

  test('is read as XHTML: an empty element swallows nothing, scripts are gone, entities stay', async () => {
    const body = `<a id="x"/><script>alert(1)</script><div/><p>A&nbsp;ferry &lt;3 <![CDATA[1 < 2]]></p><p>${words(40)}</p><br/>`;
    const page = textOf(await captureOf(openBytes('a.epub', book([{ title: 'Ferry', body }]))));
    expect(page).toContain('<a id="x"></a><div></div><p>A&nbsp;ferry &lt;3 1 &lt; 2</p>');
    expect(page).not.toContain('alert');
    expect(page).not.toContain('</br>');
  });
});

describe('a book is a collection of articles', () => {
  const titles = ['Ferry', 'Salt', 'Cow'];

  test('when its chapters have titles of their own and the length of articles: each is one', async () => {
    const captures = await capturesOf(openBytes('a.epub', book(titles.map(article))));
    expect(captures.map(({ hints }) => [hints?.headline?.value, hints?.source?.value])).toEqual(
      titles.map((title) => [title, 'Harbour Reader']),
    );
    expect(captures[1]?.original?.kind).toBe('html');
    expect(textOf(captures[1]?.original ?? { bytes: Buffer.of() })).toContain('<h1>Salt</h1>');
  });

  test('when it says that it is a newspaper, even of two', async () => {
    const periodical = '<meta name="calibre:publication_type" content="periodical:news:Harbour"/>';
    expect(await labels(openBytes('a.epub', book(['Ferry', 'Salt'].map(article), periodical)))).toEqual([
      'a.epub › Ferry',
      'a.epub › Salt',
    ]);
  });

  test('when its chapters name where they are from', async () => {
    const from = (title: string): Chapter => ({
      ...article(title),
      head: `<link rel="canonical" href="https://harbour-courier.example/${title}"/>`,
    });
    const captures = await capturesOf(openBytes('a.epub', book(['Ferry', 'Salt'].map(from))));
    expect(captures.map(({ address }) => address)).toEqual([
      'https://harbour-courier.example/Ferry',
      'https://harbour-courier.example/Salt',
    ]);
  });

  test.each([
    ['its chapters are numbered', ['Chapter 1', 'Kapitel II: Salz', '3. Cow'].map(article)],
    ['they are long', titles.map((title) => ({ title, body: `<p>${words(8000)}</p>` }))],
    ['there are two', ['Ferry', 'Salt'].map(article)],
    ['only one has a text', [article('Ferry'), { title: 'Cover', body: '' }, { title: 'Imprint', body: '<p>x</p>' }]],
    ['they have the title of the book', [1, 2, 3].map(() => article('Harbour Reader'))],
  ])('but not when %s', async (_why, chapters) => {
    expect(await labels(openBytes('a.epub', book(chapters)))).toEqual(['a.epub']);
  });
});

describe('a book that is no good is refused in a sentence:', () => {
  test.each([
    ['no package', [{ name: 'META-INF/container.xml', bytes: container }], 'without OPS/book.opf'],
    ['a container that names none', [{ name: 'META-INF/container.xml', bytes: '<x/>' }], 'does not say where'],
    [
      'no chapter',
      [
        { name: 'META-INF/container.xml', bytes: container },
        { name: 'OPS/book.opf', bytes: '<package/>' },
      ],
      'without any chapter',
    ],
  ])('%s', async (_what, entries, reason) => {
    await expect(labels(openBytes('a.epub', makeZip(entries)))).rejects.toThrow(reason);
  });

  test('a locked one', async () => {
    const locks = ['META-INF/encryption.xml', 'META-INF/rights.xml'].map((name) => ({ name, bytes: '<x/>' }));
    await expect(labels(openBytes('a.epub', book([article('Ferry')], '', locks)))).rejects.toMatchObject({
      code: 'unsupported-kind',
    });
  });

  test('entities that grow without end stay what they are', async () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "${'ferry '.repeat(100)}"><!ENTITY b "${'&a;'.repeat(1000)}">]>`;
    const entries = [
      { name: 'META-INF/container.xml', bytes: container },
      {
        name: 'OPS/book.opf',
        bytes: `${bomb}<package><metadata><dc:title>&b;</dc:title></metadata><manifest><item id="c" href="c.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="c"/></spine></package>`,
      },
      { name: 'OPS/c.xhtml', bytes: `${bomb}<html><body><p>&b; ferry</p></body></html>` },
    ];
    const captured = await captureOf(openBytes('a.epub', makeZip(entries)));
    expect(captured.bytes.length).toBeLessThan(1000);
    expect(captured.hints?.headline?.value).toBe('&b;');
  });
});
