import { describe, expect, test } from 'vitest';
import { captureOf } from '#support/captures.ts';
import { makeZip } from '#support/make-zip.ts';
import { openBytes, takenInAt } from '#support/open-bytes.ts';
import { makePng } from '#support/page-server.ts';

const note =
  '<!--\n Page saved with SingleFile \n url: https://harbour-courier.example/ferry \n saved date: Sun Jun 10 2018 08:30:00 GMT+0200 (Central European Summer Time)\n-->';
const page = `<!DOCTYPE html> <html lang=en>${note}<meta charset=utf-8><p>Fähre<img src=images/1.png>`;
const entries = [
  { name: 'index.html', bytes: page },
  { name: 'manifest.json', bytes: '{"originalUrl":"https://harbour-courier.example/other","title":"Ferry"}' },
  { name: 'images/1.png', bytes: makePng(40, 30), stored: true },
];
const before =
  '<!DOCTYPE html><html data-sfz><meta charset=utf-8><title>Ferry</title><body hidden><script>/* unpack */</script><!--';

describe('a page packed by SingleFile', () => {
  test.each([
    ['alone', makeZip(entries), 'zip'],
    [
      'in a page that unpacks itself',
      makeZip(entries, { before, after: '--><sfz-extra-data>AAAA</sfz-extra-data></body></html>' }),
      'html',
    ],
    ['in a page that nothing follows', makeZip(entries, { before }), 'html'],
  ])('%s gives the page, its pictures, address and date', async (_how, file, originalKind) => {
    const captured = await captureOf(openBytes('Ferry.zip.html', file));
    expect(Buffer.from(captured.bytes).toString()).toBe(page);
    expect(captured).toMatchObject({
      kind: 'html',
      address: 'https://harbour-courier.example/ferry',
      capturedAt: '2018-06-10T06:30:00.000Z',
      original: { kind: originalKind, bytes: file },
    });
    expect(await captured.readRelative?.('images/1.png')).toEqual(Buffer.from(makePng(40, 30)));
  });

  test('without its note is known by what the manifest says', async () => {
    const bare = [{ name: 'index.html', bytes: '<!doctype html><p>x' }, ...entries.slice(1)];
    expect(await captureOf(openBytes('a.zip', makeZip(bare)))).toMatchObject({
      address: 'https://harbour-courier.example/other',
      capturedAt: takenInAt,
    });
  });

  test('with a password is refused with the reason', async () => {
    const locked = makeZip([{ ...entries[0], name: 'index.html', bytes: page, encrypted: true }], { before });
    await expect(captureOf(openBytes('a.zip.html', locked))).rejects.toThrow('it is encrypted');
  });

  test('is not what an article about SingleFile is', async () => {
    const article = '<!doctype html><title>SingleFile</title><p>How SingleFile packs pages. PK\x05\x06';
    expect(await captureOf(openBytes('a.html', article))).toMatchObject({ kind: 'html', original: null });
  });
});

test('a page saved by SingleFile as plain HTML brings its address and its date', async () => {
  expect(await captureOf(openBytes('a.html', page))).toMatchObject({
    address: 'https://harbour-courier.example/ferry',
    capturedAt: '2018-06-10T06:30:00.000Z',
    takenInAt,
  });
});
