import { crc32 } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { makeZip, type ZipEntry } from '#support/make-zip.ts';
import { bytesSource } from '../byte-source.ts';
import { defaultZipLimits, openZip, type ZipLimits } from './zip-file.ts';

const page: ZipEntry = { name: 'page.html', bytes: '<p>Ferry' };
const open = (bytes: Uint8Array, limits: Partial<ZipLimits> = {}) =>
  openZip(bytesSource('a.zip', bytes), { ...defaultZipLimits, ...limits });

async function refusal(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => 'done',
    (error: unknown) => (error instanceof Error && 'code' in error ? `${String(error.code)}: ${error.message}` : error),
  );
}

describe('a zip that is made to do harm is refused:', () => {
  test.each([
    ['../page.html', 'leads out'],
    ['a/../../page.html', 'leads out'],
    ['/etc/passwd', 'leads out'],
    ['C:/windows/page.html', 'leads out'],
    ['a\\..\\page.html', 'leads out'],
  ])('an entry called %s', async (name, reason) => {
    expect(await refusal(open(makeZip([{ name, bytes: 'x' }])))).toContain(reason);
  });

  test('encrypted entries', async () => {
    expect(await refusal(open(makeZip([page, { name: 'b', bytes: 'x', encrypted: true }])))).toBe(
      'unreadable-file: cannot take in a.zip: it is encrypted: unpack it with its password first',
    );
  });

  test('two entries of one name, also when it is spelled differently', async () => {
    const names = ['Fähre.html'.normalize('NFC'), 'Fähre.html'.normalize('NFD')];
    expect(await refusal(open(makeZip(names.map((name) => ({ name, bytes: 'x' })))))).toContain(
      'two files of the name',
    );
  });

  test('entries that share their bytes', async () => {
    const shared = makeZip([page, { name: 'b.html', bytes: '<p>Salt', claimedOffset: 0 }]);
    expect(await refusal(open(shared))).toContain('in one place');
    const overlapping = makeZip([page, { name: 'b.html', bytes: '<p>Salt', claimedOffset: 8 }]);
    expect(await refusal(open(overlapping))).toContain('overlap');
  });

  test('more entries, or more bytes, than there may be', async () => {
    const many = makeZip(Array.from({ length: 11 }, (_, number) => ({ name: `${number}.html`, bytes: 'x' })));
    expect(await refusal(open(many, { entries: 10 }))).toContain('more than 10 files');
    const large = makeZip([
      { name: 'a', bytes: 'x', claimedBytes: 3_000_000_000 },
      { name: 'b', bytes: 'x', claimedBytes: 3_000_000_000 },
    ]);
    expect(await refusal(open(large))).toContain('too-large');
  });

  test('a bomb, whatever it claims to be: counted while it is unpacked', async () => {
    const honest = makeZip([{ name: 'bomb.html', bytes: Buffer.alloc(40_000_000) }]);
    expect(await refusal((await open(honest)).read('bomb.html'))).toContain('more than 200 times its size');
    const lying = makeZip([{ name: 'bomb.html', bytes: Buffer.alloc(40_000_000), claimedBytes: 100 }]);
    expect(await refusal((await open(lying)).read('bomb.html'))).toContain('unreadable-file');
    const long = makeZip([{ name: 'long.html', bytes: Buffer.alloc(3_000_000, 'abc') }]);
    expect(await refusal((await open(long)).read('long.html', 1_000_000))).toContain('too-large');
  });

  test('a directory that is missing or cut off', async () => {
    const zip = makeZip([page]);
    for (const bytes of [zip.subarray(0, -30), zip.subarray(0, 40), Buffer.from('PK\x03\x04')]) {
      expect(await refusal(open(bytes))).toContain('its directory is missing');
    }
  });

  test('every way of breaking one byte ends in a sentence, never in a bug or for ever', async () => {
    const zip = makeZip([page, { name: 'b.html', bytes: '<p>Salt', stored: true }]);
    for (let at = 0; at < zip.length; at += 1) {
      const broken = Buffer.from(zip);
      broken[at] = (broken[at] ?? 0) ^ 0xff;
      const outcome = await refusal(
        open(broken).then((file) => Promise.all(file.names.map((name) => file.read(name)))),
      );
      expect(outcome).toMatch(/^(done$|unreadable-file: |too-large: )/);
    }
  });
});

test('links and devices in a zip are not followed: they are not there', async () => {
  const zip = await open(makeZip([page, { name: 'link.html', bytes: '/etc/passwd', mode: 0o120_777 }]));
  expect(zip.names).toEqual(['page.html']);
  expect(await zip.read('link.html')).toBeNull();
});

test('a file that lies unpacked is read in place', async () => {
  const bytes = Buffer.from('WARC/1.1');
  const zip = await open(makeZip([page, { name: 'a.warc', bytes, stored: true }]));
  const inner = await zip.open('a.warc');
  expect(inner).toMatchObject({ label: 'a.zip › a.warc', sizeBytes: 8 });
  expect(Buffer.from(await inner.read(5, 100))).toEqual(Buffer.from('1.1'));
  expect(crc32(await inner.read(0, 8))).toBe(crc32(bytes));
});
