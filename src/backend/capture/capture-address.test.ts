import { afterAll, beforeAll, expect, test } from 'vitest';
import { createNetwork, type Network } from '#platform/network.ts';
import { makeMail, picturePart, quotedPrintable } from '#support/make-mail.ts';
import { answer, makeWarc } from '#support/make-warc.ts';
import { makeZip } from '#support/make-zip.ts';
import { makePng, type PageServer, type Route, send, startPageServer, storyPage } from '#support/page-server.ts';
import { type Capture, type Captured, createCapture } from './capture.ts';

const { signal } = new AbortController();
const words = 'The ferry sails again. '.repeat(60);
const chapter = (title: string) => `<html><body><h1>${title}</h1><p>${words}</p></body></html>`;

const bookFile = makeZip([
  { name: 'mimetype', bytes: 'application/epub+zip', stored: true },
  {
    name: 'META-INF/container.xml',
    bytes: '<container><rootfiles><rootfile full-path="book.opf"/></rootfiles></container>',
  },
  {
    name: 'book.opf',
    bytes:
      '<package xmlns:dc="d"><metadata><dc:title>Harbour Reader</dc:title></metadata><manifest><item id="c1" href="1.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="c1"/></spine></package>',
  },
  { name: '1.xhtml', bytes: chapter('Chapter 1') },
]);
const mailFile = makeMail({
  headers: {
    From: 'Imke Petersen <imke@harbour-courier.example>',
    To: 'reader@example.org',
    Subject: 'Ferry sails again',
    'Message-ID': '<1@harbour-courier.example>',
    'Content-Type': 'text/html',
  },
  body: `<p>${words}</p><img src="https://harbour-courier.example/opened.png">`,
});
const savedFile = makeMail({
  headers: {
    From: '<Saved by Blink>',
    'Snapshot-Content-Location': 'https://harbour-courier.example/ferry',
    'MIME-Version': '1.0',
    'Content-Type': 'multipart/related; type="text/html"; boundary="b"',
  },
  body: [
    { headers: { 'Content-Type': 'text/html' }, body: quotedPrintable(Buffer.from(storyPage)) },
    picturePart(makePng(40, 30), { 'Content-ID': '<ferry@mhtml.blink>' }),
  ],
});
const archiveFile = makeWarc([
  { address: 'https://harbour-courier.example/ferry', block: answer(Buffer.from(storyPage)) },
  { address: 'https://harbour-courier.example/salt', block: answer(chapter('Salt')) },
]);
const zipFile = makeZip([
  { name: 'ferry.html', bytes: storyPage },
  { name: 'salt.html', bytes: chapter('Salt') },
]);
const stream = 'application/octet-stream';

let server: PageServer;
let network: Network;
let capture: Capture;

beforeAll(async () => {
  const routes: Record<string, Route> = {
    '/book.epub': send(bookFile, 'application/epub+zip'),
    '/book': send(bookFile, stream),
    '/ferry.eml': send(mailFile, 'message/rfc822'),
    '/ferry.mhtml': send(savedFile, 'multipart/related; boundary="b"'),
    '/crawl.warc': send(archiveFile, 'application/warc'),
    '/pages.zip': send(zipFile, 'application/zip'),
    '/photo.bin': send(makePng(40, 30), stream),
    '/office.zip': send(makeZip([{ name: 'word/document.xml', bytes: '<w/>' }]), 'application/zip'),
  };
  server = await startPageServer({ routes });
  network = createNetwork({ allowLocalAddresses: ['127.0.0.1'] });
  capture = createCapture({ network, clock: { now: () => Date.UTC(2026, 10, 24) } });
});
afterAll(async () => {
  await network.close();
  await server.close();
});

async function captured(path: string): Promise<Captured[]> {
  const found: Captured[] = [];
  for await (const article of capture.openAddress(server.url(path), signal)) found.push(await article.capture(signal));
  return found;
}

test.each(['/book.epub', '/book'])('%s, a book, is one article that knows where it was had from', async (path) => {
  expect(await captured(path)).toMatchObject([
    {
      kind: 'html',
      origin: 'address',
      address: server.url(path),
      requestedAddress: server.url(path),
      original: { kind: 'epub', bytes: bookFile },
      hints: { headline: { value: 'Harbour Reader' } },
    },
  ]);
});

test('a page saved as one file keeps the address it names, and its pictures', async () => {
  const [page, ...others] = await captured('/ferry.mhtml');
  expect(others).toEqual([]);
  expect(page).toMatchObject({
    address: 'https://harbour-courier.example/ferry',
    requestedAddress: server.url('/ferry.mhtml'),
    original: { kind: 'mhtml' },
  });
  expect(await page?.readRelative?.('cid:ferry@mhtml.blink')).toEqual(Buffer.from(makePng(40, 30)));
});

test('a mail that is served asks nobody for its pictures: that would tell its sender', async () => {
  const [mail] = await captured('/ferry.eml');
  expect(mail).toMatchObject({ hints: { headline: { value: 'Ferry sails again' } }, original: { kind: 'email' } });
  if (mail === undefined) throw new Error('no mail');
  const images = [{ key: 'k1', reference: server.url('/pictures/ferry.png'), alt: '', lead: false }];
  const before = server.requests.length;
  expect(await capture.fetchPictures(images as never, mail, signal)).toEqual({
    pictures: [],
    missing: [{ key: 'k1', reason: 'not-at-hand' }],
  });
  expect(server.requests.length).toBe(before);
});

test('of many articles in one file none has the address of the file', async () => {
  const pages = await captured('/crawl.warc');
  expect(pages.map(({ address, requestedAddress }) => [address, requestedAddress])).toEqual([
    ['https://harbour-courier.example/ferry', null],
    ['https://harbour-courier.example/salt', null],
  ]);
  expect((await captured('/pages.zip')).map(({ address, fileName }) => [address, fileName])).toEqual([
    [null, 'ferry.html'],
    [null, 'salt.html'],
  ]);
});

test.each([
  ['/photo.bin', 'address-type'],
  ['/office.zip', 'unsupported-kind'],
])('%s is refused with %s', async (path, code) => {
  await expect(captured(path)).rejects.toThrow(expect.objectContaining({ code }));
});
