import { ArchiveError } from '#contract/errors.ts';
import { expect, test } from 'vitest';
import { decode } from './decode.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
/** Bytes of a text in an encoding of one byte for each character. */
const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return error instanceof ArchiveError ? error.code : 'a bug';
  }
  return 'no error';
}

test('a byte order mark wins over everything', () => {
  const bytes = Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8('<meta charset=iso-8859-2>Grüße')]);
  expect(decode({ kind: 'html', bytes, charset: 'windows-1251' })).toEqual({
    text: '<meta charset=iso-8859-2>Grüße',
    encoding: 'utf-8',
  });
});

test('UTF-16 is read by its mark', () => {
  const bytes = Uint8Array.from([
    0xff,
    0xfe,
    ...Array.from('Grüße', (character) => [character.charCodeAt(0), 0]).flat(),
  ]);
  expect(decode({ kind: 'text', bytes, charset: null })).toEqual({ text: 'Grüße', encoding: 'utf-16le' });
});

test('the charset of the transport wins over the page', () => {
  const bytes = latin1('<meta charset=utf-8><p>\xe1\xe9</p>');
  expect(decode({ kind: 'html', bytes, charset: 'ISO-8859-2' })).toEqual({
    text: '<meta charset=utf-8><p>áé</p>',
    encoding: 'iso-8859-2',
  });
});

test('a page says its charset itself', () => {
  const bytes = latin1(
    '<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1251"></head><p>\xcf\xf0\xe8\xe2\xe5\xf2</p>',
  );
  const { text, encoding } = decode({ kind: 'html', bytes, charset: null });
  expect(encoding).toBe('windows-1251');
  expect(text).toContain('Привет');
});

test('a text says nothing of meta tags', () => {
  const bytes = latin1('<meta charset=windows-1251> caf\xe9');
  expect(decode({ kind: 'text', bytes, charset: null })).toEqual({
    text: '<meta charset=windows-1251> café',
    encoding: 'windows-1252',
  });
});

test('UTF-8 without any sign is recognised', () => {
  expect(decode({ kind: 'html', bytes: utf8('<p>naïve – “quoted”</p>'), charset: null })).toEqual({
    text: '<p>naïve – “quoted”</p>',
    encoding: 'utf-8',
  });
});

test('a page that calls itself UTF-8 and is not is read as what it is', () => {
  const bytes = latin1('<meta charset=utf-8><p>caf\xe9, na\xefve, \x93quoted\x94</p>');
  expect(decode({ kind: 'html', bytes, charset: null })).toEqual({
    text: '<meta charset=utf-8><p>café, naïve, “quoted”</p>',
    encoding: 'windows-1252',
  });
});

test('a page that calls itself Latin 1 and is UTF-8 is read as UTF-8', () => {
  const bytes = utf8('<meta charset=iso-8859-1><p>Grüße aus Köln – schön</p>');
  expect(decode({ kind: 'html', bytes, charset: null }).text).toContain('Grüße aus Köln – schön');
});

test('one broken sequence does not turn a whole UTF-8 text into Latin 1', () => {
  const bytes = Uint8Array.from([
    ...utf8('Žluťoučký kůň příšerně úpěl ďábelské ódy. '.repeat(4)),
    0xff,
    ...utf8(' konec'),
  ]);
  expect(decode({ kind: 'html', bytes, charset: 'utf-8' })).toMatchObject({ encoding: 'utf-8' });
});

test('Cyrillic and Japanese without any sign are guessed', () => {
  const cyrillic = latin1(
    '\xcd\xe0 \xec\xee\xf1\xf2\xf3 \xf1\xf2\xee\xff\xeb \xf7\xe5\xeb\xee\xe2\xe5\xea \xe8 \xf1\xec\xee\xf2\xf0\xe5\xeb \xed\xe0 \xe2\xee\xe4\xf3',
  );
  expect(decode({ kind: 'text', bytes: cyrillic, charset: null })).toMatchObject({
    text: 'На мосту стоял человек и смотрел на воду',
    encoding: 'windows-1251',
  });
  const japanese = Uint8Array.from([0x82, 0xb1, 0x82, 0xf1, 0x82, 0xc9, 0x82, 0xbf, 0x82, 0xcd, 0x81, 0x42]);
  expect(decode({ kind: 'text', bytes: japanese, charset: null })).toMatchObject({
    text: 'こんにちは。',
    encoding: 'shift_jis',
  });
});

test('what is no text is refused with its reason', () => {
  expect(codeOf(() => decode({ kind: 'text', bytes: new Uint8Array(), charset: null }))).toBe('empty-input');
  expect(codeOf(() => decode({ kind: 'text', bytes: utf8(' \n\t '), charset: null }))).toBe('empty-input');
  expect(
    codeOf(() =>
      decode({
        kind: 'text',
        bytes: Uint8Array.from({ length: 400 }, (_, at) => (at % 3 === 0 ? 0 : 65)),
        charset: null,
      }),
    ),
  ).toBe('binary-input');
  expect(
    codeOf(() =>
      decode({ kind: 'html', bytes: Uint8Array.from({ length: 400 }, (_, at) => 1 + (at % 8)), charset: null }),
    ),
  ).toBe('broken-charset');
  expect(codeOf(() => decode({ kind: 'html', bytes: latin1('\x81\x82'.repeat(200)), charset: 'shift_jis' }))).toBe(
    'no error',
  );
  expect(codeOf(() => decode({ kind: 'html', bytes: latin1('\x81\xff'.repeat(200)), charset: 'shift_jis' }))).toBe(
    'broken-charset',
  );
});

test('a label that names no encoding is passed over', () => {
  expect(decode({ kind: 'html', bytes: utf8('<p>ü</p>'), charset: 'none-such' })).toEqual({
    text: '<p>ü</p>',
    encoding: 'utf-8',
  });
});
