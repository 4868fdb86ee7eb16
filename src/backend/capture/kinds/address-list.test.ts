import { describe, expect, test } from 'vitest';
import { captureOf } from '#support/captures.ts';
import { openBytes } from '#support/open-bytes.ts';

async function addressesIn(name: string, bytes: Uint8Array | string): Promise<string[]> {
  const found: string[] = [];
  for await (const item of openBytes(name, bytes)) if (item.kind === 'address') found.push(item.address);
  return found;
}

const one = 'https://harbour-courier.example/ferry?a=1&b=2';
const two = 'http://salt.example/';

describe('a list of addresses', () => {
  test.each([
    ['lines', `${one}\r\n\r\n${two}\n`],
    ['a table of one column', `"url"\n"${one}"\n"${two}"\n`],
    ['a heading and commas', `URL\n${one},${two}`],
    ['remarks between', `# my pages\n${one}\n# more\n${two}\n${one}\n`],
    ['UTF-16', Buffer.from(`\ufeff${one}\n${two}`, 'utf16le')],
    ['a mark of UTF-8', `\ufeff${one}\n${two}`],
  ])('in %s', async (_how, bytes) => {
    expect(await addressesIn('list.csv', bytes)).toEqual([one, two]);
  });

  test('is read to its end, however long', async () => {
    const list = Array.from({ length: 3000 }, (_, number) => `https://harbour-courier.example/story-${number}`);
    expect(await addressesIn('list.txt', list.join('\n'))).toEqual(list);
  });

  test('with one word of anything else is a text', async () => {
    for (const text of [`${one}\nread this`, `The ferry\n${one}`, 'url', 'https://', 'ftp://a.example/b']) {
      expect(await addressesIn('list.txt', text)).toEqual([]);
      expect((await captureOf(openBytes('list.txt', text))).kind).toBe('text');
    }
  });

  test('whose last lines hold something else is a text, too', async () => {
    const text = `${`${one}\n`.repeat(2000)}The end.`;
    expect(await addressesIn('list.txt', text)).toEqual([]);
  });
});

describe('a shortcut', () => {
  test.each([
    ['of Windows', `[InternetShortcut]\r\nIDList=\r\nURL=${one}\r\nIconIndex=0\r\n`],
    ['of a Linux desktop', `[Desktop Entry]\nType=Link\nURL=${one}\nIcon=text-html\n`],
    [
      'of macOS',
      `<?xml version="1.0"?>\n<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">\n<plist version="1.0"><dict><key>URL</key><string>${one.replace('&', '&amp;')}</string></dict></plist>`,
    ],
    ['of macOS, packed', `bplist00\xd1\x01\x02SURL_\x10${String.fromCharCode(one.length)}${one}\x08\x0b\x0f\0\0`],
  ])('%s names the page behind it', async (_what, text) => {
    expect(await addressesIn('Ferry.url', Buffer.from(text, 'latin1'))).toEqual([one]);
  });

  test('to a file of this computer names none', async () => {
    expect(await addressesIn('Ferry.url', '[InternetShortcut]\nURL=file:///etc/passwd\n')).toEqual([]);
  });
});
