import { describe, expect, test } from 'vitest';
import { capturesOf } from '#support/captures.ts';
import { makeMail } from '#support/make-mail.ts';
import { answer, makeWarc } from '#support/make-warc.ts';
import { makeZip } from '#support/make-zip.ts';
import { openBytes } from '#support/open-bytes.ts';
import { addressesOf, onlyAddresses } from './address-list.ts';
import { xmlElements } from './epub/markup.ts';
import { withKnownPictures } from './known-pictures.ts';
import { decodeText, parseParameters } from './mime/header.ts';
import { recogniseHead } from './recognise.ts';
import { showsWords } from './warc/shows-words.ts';

/**
 * What a stranger can write so that looking at it takes for ever. On a quiet machine each of these
 * takes some milliseconds; a pattern that tries every way would take hours.
 */
const patienceMs = 4000;
const many = (piece: string, times = 100_000): string => piece.repeat(times);

async function elapsedMs(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

describe('nothing takes for ever:', () => {
  test.each([
    ['picture tags that never end', () => withKnownPictures(Buffer.from(many('<img ')), async () => true)],
    [
      'picture tags that end far away',
      () => withKnownPictures(Buffer.from(`${many('<img a="x" ')}>`), async () => true),
    ],
    ['quotation marks that never close', () => withKnownPictures(Buffer.from(many('<img a="\'')), async () => true)],
    [
      'choices of white space',
      () => withKnownPictures(Buffer.from(`<img src=a srcset="${many(' ')}x">`), async () => true),
    ],
    ['scripts that never end', () => showsWords(Buffer.from(many('<script ')), 40)],
    ['comments that never end', () => showsWords(Buffer.from(many('<!-- ')), 40)],
    ['tags that never end', () => showsWords(Buffer.from(many('<')), 40)],
    ['a list of commas', () => onlyAddresses(`https://a.example/${many(',', 1_000_000)}x`)],
    ['a list of line ends', () => onlyAddresses(`https://a.example/${many('\n', 1_000_000)}x y`)],
    ['a shortcut of line ends', () => addressesOf(Buffer.from(`[InternetShortcut]${many('\n')}`), false)],
    ['a parameter that never closes', () => parseParameters(`text/html${many(';a="\\"')}`)],
    ['coded words without end', () => decodeText(many('=?utf-8?Q?'))],
    ['document types without end', () => recogniseHead(Buffer.from(many('<!doctype ')))],
  ])('%s', async (_what, work) => {
    expect(await elapsedMs(work)).toBeLessThan(patienceMs);
  });

  test('XML of a million levels is refused', async () => {
    const nested = Buffer.from(many('<a>', 1_000_000));
    expect(() => xmlElements(nested, 'a.epub')).toThrow('nested more than 1000 deep');
    const chapter = `<html><body>${many('<div>', 1_000_000)}`;
    const book = makeZip([
      { name: 'META-INF/container.xml', bytes: '<container><rootfile full-path="b.opf"/></container>' },
      {
        name: 'b.opf',
        bytes:
          '<package><item id="c" href="c.xhtml" media-type="application/xhtml+xml"/><itemref idref="c"/></package>',
      },
      { name: 'c.xhtml', bytes: chapter },
    ]);
    await expect(capturesOf(openBytes('a.epub', book))).rejects.toMatchObject({ code: 'unreadable-file' });
  });
});

test('a page of 30 MB inside a mail or a web archive is too large, as it is by itself', async () => {
  const page = `<p>${many('The ferry sails again. ', 1_400_000)}`;
  const mail = makeMail({
    headers: { From: 'a@b.example', 'Message-ID': '<1>', 'Content-Type': 'text/html' },
    body: page,
  });
  const crawl = makeWarc([{ address: 'https://a.example/', block: answer(page) }]);
  for (const bytes of [mail, crawl, Buffer.from(page)]) {
    await expect(capturesOf(openBytes('a.html', bytes))).rejects.toMatchObject({ code: 'too-large' });
  }
});
