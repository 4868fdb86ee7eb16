import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { CaptureItem } from '../../capture-item.ts';
import { captureOf, capturesOf } from '#support/captures.ts';
import { answer, chunked, makeWarc, recordBytes, type WarcRecord } from '#support/make-warc.ts';
import { makeZip } from '#support/make-zip.ts';
import { openBytes } from '#support/open-bytes.ts';
import { makePng, storyPage } from '#support/page-server.ts';

const address = 'https://harbour-courier.example/ferry';
const html = Buffer.from(storyPage);
const pictureType = { 'Content-Type': 'image/png' };
const page: WarcRecord = { address, date: '2019-03-04T05:06:07Z', block: answer(html) };
const picture: WarcRecord = {
  address: 'https://harbour-courier.example/pictures/ferry.png',
  block: answer(makePng(640, 480), pictureType),
};
const records: readonly WarcRecord[] = [
  { type: 'warcinfo', block: 'software: a test\r\n', headers: { 'Content-Type': 'application/warc-fields' } },
  { type: 'request', address, block: 'GET /ferry HTTP/1.1\r\nHost: a\r\n\r\n' },
  page,
  picture,
];

async function labels(items: AsyncIterable<CaptureItem>): Promise<string[]> {
  const found: string[] = [];
  for await (const item of items) found.push(item.kind === 'article' ? item.label : item.address);
  return found;
}

describe('a web archive', () => {
  test.each([
    ['plain', makeWarc(records)],
    ['packed record by record', makeWarc(records, { gzip: true })],
    ['packed as one piece', gzipSync(makeWarc(records))],
  ])('%s gives its pages with address, moment, charset and pictures', async (_how, file) => {
    const captured = await captureOf(openBytes('a.warc', file));
    expect(Buffer.from(captured.bytes).equals(html)).toBe(true);
    expect(captured).toMatchObject({
      kind: 'html',
      address,
      charset: 'utf-8',
      capturedAt: '2019-03-04T05:06:07.000Z',
      fileName: null,
      original: { kind: 'warc', bytes: recordBytes(page).subarray(0, -4) },
    });
    expect(await captured.readRelative?.('/pictures/ferry.png')).toEqual(Buffer.from(makePng(640, 480)));
    expect(await captured.readRelative?.('/pictures/none.png')).toBeNull();
  });

  test.each([
    ['chunked', answer(chunked(html), { 'Content-Type': 'text/html', 'Transfer-Encoding': 'chunked' })],
    ['packed', answer(gzipSync(html), { 'Content-Type': 'text/html', 'Content-Encoding': 'gzip' })],
    [
      'packed and chunked',
      answer(chunked(brotliCompressSync(html)), {
        'Content-Type': 'text/html',
        'Content-Encoding': 'br',
        'Transfer-Encoding': 'chunked',
      }),
    ],
    [
      'only said to be so',
      answer(html, { 'Content-Type': 'text/html', 'Content-Encoding': 'br', 'Transfer-Encoding': 'chunked' }),
    ],
  ])('undoes the packing of the transport: %s', async (_how, block) => {
    const captured = await captureOf(openBytes('a.warc', makeWarc([{ address, block }])));
    expect(Buffer.from(captured.bytes).equals(html)).toBe(true);
  });

  test('leaves out what is no article: errors, redirects, frames, pages without words', async () => {
    const file = makeWarc([
      { address: 'https://a.example/gone', block: answer(html, undefined, '404 Not Found') },
      { address: 'https://a.example/moved', block: answer(html, undefined, '302 Found') },
      {
        address: 'https://a.example/empty',
        block: answer('<html><script>var words = "many words in a script";</script>'),
      },
      {
        type: 'request',
        address: 'https://a.example/frame',
        block: 'GET / HTTP/1.1\r\nSec-Fetch-Dest: iframe\r\n\r\n',
      },
      { address: 'https://a.example/frame', block: answer(html) },
      { address: 'https://a.example/data.json', block: answer('{}', { 'Content-Type': 'application/json' }) },
      page,
    ]);
    expect(await labels(openBytes('a.warc', file))).toEqual([`a.warc › ${address}`]);
  });

  test('of a page kept twice gives both, each with the pictures of its day', async () => {
    const later = { ...picture, date: '2020-01-01T00:00:00Z', block: answer(makePng(800, 600), pictureType) };
    const file = makeWarc([page, picture, { ...page, date: '2020-01-01T00:00:00Z' }, later]);
    const [first, second] = await capturesOf(openBytes('a.warc', file));
    expect(await first?.readRelative?.('/pictures/ferry.png')).toEqual(Buffer.from(makePng(640, 480)));
    expect(await second?.readRelative?.('/pictures/ferry.png')).toEqual(Buffer.from(makePng(800, 600)));
  });

  test('packed with its indexes (WACZ) gives the pages it lists', async () => {
    const other = { ...page, address: 'https://harbour-courier.example/other' };
    const zip = makeZip([
      { name: 'datapackage.json', bytes: '{"profile":"data-package"}' },
      { name: 'archive/data.warc.gz', bytes: makeWarc([...records, other], { gzip: true }), stored: true },
      {
        name: 'pages/pages.jsonl',
        bytes: `{"format":"json-pages-1.0"}\n{"url":"${address}","ts":"2019-03-04T05:06:07Z"}\nnonsense\n`,
      },
      { name: 'indexes/index.cdx.gz', bytes: 'x' },
    ]);
    const captured = await captureOf(openBytes('a.wacz', zip));
    expect(captured).toMatchObject({ address, capturedAt: '2019-03-04T05:06:07.000Z', original: { kind: 'warc' } });
    expect(await captured.readRelative?.('/pictures/ferry.png')).toEqual(Buffer.from(makePng(640, 480)));
  });
});

describe('a web archive that is no good is refused in a sentence:', () => {
  const whole = makeWarc(records);

  test.each([
    ['no length', Buffer.from('WARC/1.1\r\nWARC-Type: response\r\n\r\n'), 'does not say how long'],
    ['a length without end', Buffer.from(`WARC/1.1\r\nContent-Length: ${'9'.repeat(15)}\r\n\r\nx`), 'not whole'],
    ['a head without end', Buffer.from(`WARC/1.1\r\nx: ${'y'.repeat(100_000)}`), 'no end to its head'],
    ['a packed page', gzipSync(html), 'gzip archive without a web archive'],
    ['no article', makeWarc([picture]), 'without any page that holds an article'],
  ])('%s', async (_what, file, reason) => {
    await expect(labels(openBytes('a.warc', file))).rejects.toThrow(reason);
  });

  test.each([
    ['cut off', whole.subarray(0, -100), 'its last record is not whole'],
    ['cut off, packed', makeWarc(records, { gzip: true }).subarray(0, -100), 'what is packed in it cannot be unpacked'],
    ['followed by rubbish', Buffer.concat([whole, Buffer.from('rubbish, and more')]), 'a record does not begin as one'],
  ])('one that is %s gives what is whole, and then tells', async (_what, file, reason) => {
    const items: CaptureItem[] = [];
    for await (const item of openBytes('a.warc', file)) items.push(item);
    const [good, damage, ...others] = items;
    expect(others).toEqual([]);
    expect(good).toMatchObject({ label: `a.warc › ${address}` });
    if (damage?.kind !== 'article') throw new Error('the damage is not told');
    await expect(damage.capture(new AbortController().signal)).rejects.toThrow(reason);
  });

  test('a bomb is counted while it is unpacked', async () => {
    const bomb = makeWarc([{ address, block: answer(Buffer.alloc(80_000_000)) }], { gzip: true });
    const reasons: string[] = [];
    for await (const item of openBytes('a.warc.gz', bomb)) {
      if (item.kind !== 'article') continue;
      const reason = item.capture(new AbortController().signal).then(
        () => 'taken in',
        (error: Error) => error.message,
      );
      reasons.push(await reason);
    }
    expect(reasons).toEqual([
      'cannot take in a.warc.gz: it is longer than 60 MB',
      'cannot take in a.warc.gz: it unpacks to more than 200 times its size, as only a trap does',
    ]);
  });

  test('a bomb in the transport of a page stops that page', async () => {
    const packed = gzipSync(Buffer.alloc(60_000_000));
    const block = answer(packed, { 'Content-Type': 'text/html', 'Content-Encoding': 'gzip' });
    await expect(capturesOf(openBytes('a.warc', makeWarc([{ address, block }])))).rejects.toMatchObject({
      code: 'too-large',
    });
  });

  test('every way of breaking one byte ends in a page or a sentence', async () => {
    const file = makeWarc([{ address, block: answer('<p>Ferry.') }], { gzip: true });
    for (let at = 0; at < file.length; at += 1) {
      const broken = Buffer.from(file);
      broken[at] = (broken[at] ?? 0) ^ 0xff;
      const outcome = await labels(openBytes('a.warc.gz', broken)).then(
        () => 'done',
        (error: unknown) => (error instanceof Error && 'code' in error ? 'refused' : error),
      );
      expect(['done', 'refused']).toContain(outcome);
    }
  });
});
