import { describe, expect, test } from 'vitest';
import { ArchiveError } from '#contract/errors.ts';
import { makePng } from '#support/page-server.ts';
import { sniffKind, type SniffHints } from './sniff.ts';

const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const utf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8');
const utf16le = (text: string): Uint8Array => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
const utf16be = (text: string): Uint8Array => Buffer.from(utf16le(text)).swap16();
const utf32be = (text: string): Uint8Array =>
  Buffer.concat([
    Buffer.from([0, 0, 0xfe, 0xff]),
    ...Array.from(text, (char) => Buffer.from([0, 0, 0, char.charCodeAt(0)])),
  ]);

function sniff(bytes: Uint8Array, hints: Partial<SniffHints> = {}): string {
  try {
    return sniffKind(bytes, { label: 'it', ...hints });
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    return [error.code, error.details['found']].filter((part) => part !== undefined).join(': ');
  }
}

describe('text', () => {
  test.each([
    ['prose', utf8('The ferry sailed again on Friday.'), {}, 'text'],
    ['prose in an old encoding', latin1('Sönke Brodersen zählte elf Gäste.'), {}, 'text'],
    ['prose with a stray star and hash', utf8('# 1 in the charts\n\nThe band * played.\n'), {}, 'text'],
    ['prose that opens like a known format', utf8('What is WEBP? A format of pictures.'), {}, 'text'],
    ['prose about file types', utf8('the ftyp box of a film, and ID3 tags of songs'), {}, 'text'],
    ['a note by its name', utf8('<p>of markup'), { fileName: 'note.txt' }, 'text'],
    ['a page', utf8('<!DOCTYPE html>\n<title>x</title>'), {}, 'html'],
    ['a page called text', utf8('\n\n<!-- saved --><!doctype html><p>x'), { fileName: 'page.txt' }, 'html'],
    ['an XHTML page', utf8('<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml">'), {}, 'html'],
    ['an XHTML page called data', utf8('<?xml version="1.0"?><html>'), { fileName: 'page.xml' }, 'html'],
    ['a piece of a page', utf8('<p>The ferry</p>'), {}, 'html'],
    ['a page by its name', utf8('The ferry<br>sailed'), { fileName: 'a.HTM' }, 'html'],
    ['a page by its name that is prose', utf8('The ferry sailed.'), { fileName: 'a.html' }, 'text'],
    ['a page by its header', utf8('The ferry<br>sailed'), { mediaType: 'text/html' }, 'html'],
    ['Markdown by its name', utf8('The ferry'), { fileName: 'a.md' }, 'markdown'],
    ['Markdown by its header', utf8('The ferry'), { mediaType: 'text/markdown' }, 'markdown'],
    [
      'a raw Markdown file served as text',
      utf8('The ferry'),
      { fileName: 'a.md', mediaType: 'text/plain' },
      'markdown',
    ],
    ['Markdown by its front matter', utf8('---\ntitle: Ferry\ntags:\n  - sea\n---\n\nText'), {}, 'markdown'],
    ['Markdown by title and link', utf8('# Ferry\n\nSee [the line](https://example.org).'), {}, 'markdown'],
    ['a rule is no front matter', utf8('---\nThe ferry sailed\n---\n'), {}, 'text'],
    ['UTF-16 text', utf16le('The ferry'), {}, 'text'],
    ['UTF-16 text, big end first', utf16be('The ferry'), {}, 'text'],
    ['a UTF-16 page', utf16be('<!doctype html><p>x'), {}, 'html'],
    ['UTF-32 text', utf32be('The ferry'), {}, 'text'],
    ['UTF-8 with its mark', utf8('\ufeff<!doctype html>'), {}, 'html'],
    ['ISO-2022-JP with its escapes', latin1('\x1b$B$3$s\x1b(B'), {}, 'text'],
    ['a PDF', latin1('%PDF-1.7\n%\xe2\xe3\0\0'), { fileName: 'a.pdf' }, 'pdf'],
    ['a PDF whatever its name', latin1('%PDF-2.0\n\0'), { fileName: 'a.html', mediaType: 'text/html' }, 'pdf'],
    ['a PDF after a line of the server', latin1('HTTP answer\r\n%PDF-1.4\n\0\0'), {}, 'pdf'],
    ['prose about PDF', utf8('Files begin with %PDF-1.7, a mark, and <b>end</b> with another.'), {}, 'text'],
    ['a page about PDF', utf8('<!doctype html><p>Begins with\n%PDF-1.7'), {}, 'html'],
    ['a page with one NUL far down', utf8(`<!doctype html>${'<p>words '.repeat(2000)}\0`), {}, 'html'],
  ] as const)('%s', (_what, bytes, hints, kind) => {
    expect(sniff(bytes, hints)).toBe(kind);
  });
});

describe('what is not taken in', () => {
  test.each([
    ['nothing', utf8(''), {}, 'empty-input'],
    ['white space', utf8(' \n\t\r\n'), { fileName: 'a.html' }, 'empty-input'],
    ['a mark and white space', utf8('\ufeff \n'), {}, 'empty-input'],
    ['UTF-16 white space', utf16le(' \n'), {}, 'empty-input'],
    ['a PNG', makePng(4, 4), {}, 'unsupported-kind: a picture (PNG)'],
    ['a PNG called page', makePng(4, 4), { fileName: 'page.html' }, 'unsupported-kind: a picture (PNG)'],
    ['a JPEG', latin1('\xff\xd8\xff\xe0\0\x10JFIF'), {}, 'unsupported-kind: a picture (JPEG)'],
    [
      'text called PDF',
      utf8('The ferry'),
      { fileName: 'a.pdf' },
      'unsupported-kind: no PDF document, whatever its name says',
    ],
    ['a ZIP', latin1('PK\x03\x04\x14\0'), {}, 'unsupported-kind: a ZIP archive or an Office document'],
    [
      'an EPUB',
      latin1(`PK\x03\x04${'\0'.repeat(26)}mimetypeapplication/epub+zip`),
      {},
      'unsupported-kind: an EPUB book',
    ],
    ['RTF', utf8('{\\rtf1\\ansi The ferry}'), {}, 'unsupported-kind: a Rich Text document'],
    ['a feed', utf8('<?xml version="1.0"?>\n<!-- a --><rss version="2.0">'), {}, 'unsupported-kind: a feed'],
    ['JSON by its name', utf8('{"a": 1}'), { fileName: 'a.json' }, 'unsupported-kind: data (JSON)'],
    ['a SQLite file', latin1('SQLite format 3\0'), {}, 'unsupported-kind: a SQLite database'],
    ['data with a NUL', latin1('abc\0def'), {}, 'binary-input'],
    ['data called page', latin1('<!doctype html>\0\x01\x02'), { fileName: 'a.html' }, 'binary-input'],
    ['data full of control codes', latin1('\x01\x02\x03 abc \x05\x06'), {}, 'binary-input'],
  ] as const)('%s', (_what, bytes, hints, outcome) => {
    expect(sniff(bytes, hints)).toBe(outcome);
  });

  test('the message says what it is and what is taken in', () => {
    expect(() => sniffKind(makePng(4, 4), { label: 'scan.png' })).toThrow(
      'cannot take in scan.png: it is a picture (PNG); Pressmark takes in web pages (HTML, SingleFile, MHTML), mails, EPUB books',
    );
  });
});

describe('hostile heads', () => {
  test.each([
    ['comments without end', '<!---->'.repeat(9000)],
    ['links without end', `# a\n${'](x'.repeat(20_000)}`],
    ['front matter without end', `---\n${'-a: b\n'.repeat(10_000)}`],
    ['tags without end', '<p '.repeat(20_000)],
  ])('%s are sniffed in no time', (_what, text) => {
    const begun = performance.now();
    sniff(utf8(text));
    expect(performance.now() - begun).toBeLessThan(1000);
  });
});
