import { describe, expect, test } from 'vitest';
import { makePng } from '#support/page-server.ts';
import { pictureFacts } from './picture-header.ts';

type Part = string | readonly number[];
const bytes = (...parts: readonly Part[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))));
const riff = (...parts: readonly Part[]): Uint8Array =>
  Buffer.concat([bytes('RIFF', [0, 0, 0, 0], 'WEBP', ...parts), Buffer.alloc(20)]);
const svg = (inside: string, attributes = 'width="40" height="30"'): Uint8Array =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inside}</svg>`);

describe('pictures and their sizes', () => {
  const jpegHead = [0xff, 0xd8, 0xff, 0xe1, 0, 6, 0xff, 0xc0, 0, 0, 0xff, 0xff];
  test.each([
    ['a PNG', makePng(640, 480), 'image/png', 640, 480],
    ['a GIF', bytes('GIF89a', [0x40, 1, 0xf0, 0, 0, 0, 0]), 'image/gif', 320, 240],
    [
      'a JPEG behind other segments',
      bytes(jpegHead, [0xc4, 0, 3, 9, 0xff, 0xc2, 0, 11, 8, 0, 240, 1, 64, 1]),
      'image/jpeg',
      320,
      240,
    ],
    ['a lossy WebP', riff('VP8 ', [0, 0, 0, 0, 0, 0, 0, 0x9d, 1, 0x2a, 0x40, 1, 0xf0, 0]), 'image/webp', 320, 240],
    ['a lossless WebP', riff('VP8L', [0, 0, 0, 0, 0x2f, 0x3f, 0xc1, 0x3b, 0]), 'image/webp', 320, 240],
    ['an extended WebP', riff('VP8X', [0, 0, 0, 0, 0, 0, 0, 0, 0x3f, 1, 0, 0xef, 0, 0]), 'image/webp', 320, 240],
    [
      'an AVIF by its largest extent',
      bytes(
        [0, 0, 0, 0x18],
        'ftypmif1',
        [0, 0, 0, 0],
        'avifmif1',
        'ispe',
        [0, 0, 0, 0, 0, 0, 0, 9, 0, 0, 0, 9],
        'ispe',
        [0, 0, 0, 0, 0, 0, 1, 0x40, 0, 0, 0, 240],
      ),
      'image/avif',
      320,
      240,
    ],
    ['an SVG by its pixels', svg('<path d="M0 0"/>'), 'image/svg+xml', 40, 30],
    ['an SVG by its view box', svg('', 'viewBox="0 0 24.4 12"'), 'image/svg+xml', 24, 12],
    ['an SVG without a size', svg('', 'width="100%"'), 'image/svg+xml', null, null],
    [
      'an SVG behind a preamble',
      Buffer.from(
        '<?xml version="1.0" encoding="UTF-8"?><!-- x --><!DOCTYPE svg PUBLIC "a" "b"><svg viewBox="0 0 5 6"/>',
      ),
      'image/svg+xml',
      5,
      6,
    ],
  ] as const)('%s', (_what, input, mediaType, width, height) => {
    expect(pictureFacts(input)).toEqual({ mediaType, width, height });
  });
});

describe('what is no picture to keep', () => {
  test.each([
    ['a page', Buffer.from('<!doctype html><p>x')],
    ['nothing', new Uint8Array()],
    ['a torn PNG', makePng(640, 480).subarray(0, 20)],
    ['a JPEG without a frame', bytes([0xff, 0xd8, 0xff, 0xd9, 0, 0, 0, 0, 0, 0, 0, 0])],
    ['a film', bytes([0, 0, 0, 0x18], 'ftypisom', [0, 0, 0, 0], 'isommp42')],
    ['a picture of no size', bytes('GIF89a', [0, 0, 1, 0, 0, 0, 0])],
    [
      'a picture too large to unpack',
      bytes('\x89PNG\r\n\x1a\n', [0, 0, 0, 13], 'IHDR', [0, 1, 0, 0, 0, 1, 0, 0, 8, 0, 0, 0, 0]),
    ],
  ])('%s', (_what, input) => {
    expect(pictureFacts(input)).toBeUndefined();
  });

  test.each([
    ['a script', '<script>alert(1)</script>'],
    ['a script in a name space', '<s:script xmlns:s="http://www.w3.org/2000/svg">alert(1)</s:script>'],
    ['an event handler', '<rect width="1" onload = "alert(1)"/>'],
    ['an event handler after a slash', '<rect/onclick=alert(1) />'],
    ['a page inside', '<foreignObject><p>x</p></foreignObject>'],
    ['an address outside', '<image href="https://spy.example/x.png"/>'],
    ['an address outside, old spelling', "<image xlink:href='//spy.example/x.png'/>"],
    ['a local address', '<image href="file:///etc/passwd"/>'],
    ['a style that reaches out', '<style>@import "https://spy.example/x.css"</style>'],
    ['a fill that reaches out', '<rect fill="url(https://spy.example/#a)"/>'],
    ['a script address', '<a href="javascript:alert(1)">x</a>'],
    ['an animated address', '<a><animate attributeName="href" values="#a"/></a>'],
    ['a drawing in a drawing', '<image href="data:image/svg+xml;base64,AAAA"/>'],
  ])('an SVG with %s', (_what, inside) => {
    expect(pictureFacts(svg(inside))).toBeUndefined();
  });

  test('an SVG that brings its own entities or another encoding', () => {
    expect(
      pictureFacts(Buffer.from('<!DOCTYPE svg [<!ENTITY a "b">]><svg width="9" height="9">&a;</svg>')),
    ).toBeUndefined();
    expect(
      pictureFacts(Buffer.from('<?xml version="1.0" encoding="utf-7"?><svg width="9" height="9"/>')),
    ).toBeUndefined();
    expect(pictureFacts(Buffer.from('\ufeff<svg width="9" height="9"/>', 'utf16le'))).toBeUndefined();
  });

  test('an SVG may point into itself and carry plain pictures along', () => {
    expect(
      pictureFacts(svg('<use href="#a"/><rect fill="url(#b)"/><image href="data:image/png;base64,AAAA"/>')),
    ).toBeDefined();
  });
});
