import { expect, test } from 'vitest';
import { createNetwork } from '#platform/network.ts';
import { capturesOf } from '#support/captures.ts';
import { createCapture } from './capture.ts';
import { packPages } from './pack-pages.ts';

const capturedAt = '2026-11-23T09:00:00.250Z';
const address = 'https://harbour.example/ferry';
const alone = { original: null };
const pages = [
  {
    ...alone,
    bytes: Buffer.from('<p>Sönke', 'latin1'),
    address,
    requestedAddress: address,
    charset: 'ISO-8859-1',
    capturedAt,
  },
  {
    ...alone,
    bytes: Buffer.from(''),
    address: `${address}?page=2`,
    requestedAddress: address,
    charset: null,
    capturedAt,
  },
  {
    ...alone,
    bytes: Buffer.from('WARC/1.1\r\n\r\n'),
    address: null,
    requestedAddress: address,
    charset: 'x"\r\ny',
    capturedAt,
  },
];

test('packed pages come out byte for byte and in order, with address, charset and moment', async () => {
  const { kind, bytes } = packPages(pages);
  expect(kind).toBe('warc');
  const capture = createCapture({ network: createNetwork(), clock: { now: () => Date.now() } });
  const file = { path: 'original.warc', bytes, companions: new Map(), origin: 'file' as const, isKept: true };
  const captured = await capturesOf(capture.openDropped(file, new AbortController().signal));
  expect(captured.map((one) => [Buffer.from(one.bytes), one.address, one.charset])).toEqual([
    [pages[0]!.bytes, address, 'ISO-8859-1'],
    [pages[1]!.bytes, `${address}?page=2`, null],
    [pages[2]!.bytes, address, 'xy'],
  ]);
  expect(captured[0]?.capturedAt).toBe(capturedAt);
});
