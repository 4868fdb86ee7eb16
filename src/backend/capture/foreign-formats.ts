import { skipPreamble } from './markup-head.ts';

/**
 * Formats that Pressmark knows but does not take in, by their first bytes read as Latin-1.
 *
 * Each pattern asks for more than the bare magic word where prose could begin with that word
 * ("What is WEBP?" has it in the right place). Long before short where one begins like another.
 */
/* oxlint-disable no-control-regex -- these are patterns of bytes */
const binaryFormats: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/^\x89PNG\r\n\x1a\n/, 'a picture (PNG)'],
  [/^\xff\xd8\xff/, 'a picture (JPEG)'],
  [/^GIF8[79]a[^]{6}\0/, 'a picture (GIF)'],
  [/^RIFF[^]{4}WEBP/, 'a picture (WebP)'],
  [/^RIFF[^]{4}WAVE/, 'a sound (WAV)'],
  [/^RIFF[^]{4}AVI /, 'a film (AVI)'],
  [/^\0[^]{3}ftypavi[fs]/, 'a picture (AVIF)'],
  [/^\0[^]{3}ftyp(hei|mif1)/, 'a picture (HEIC)'],
  [/^\0[^]{3}ftyp/, 'a film or sound (MP4)'],
  [/^(II\*\0|MM\0\*)/, 'a picture (TIFF)'],
  [/^BM[^]{4}\0\0\0\0/, 'a picture (BMP)'],
  [/^\0\0\x01\0/, 'an icon'],
  [/^\{\\rtf\d/, 'a Rich Text document'],
  [/^%!PS-/, 'a PostScript document'],
  [/^AT&TFORM/, 'a DjVu document'],
  [/^\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1/, 'an old Office document'],
  [/^[^]{60}BOOKMOBI/, 'a Kindle book'],
  [/^PK\x03\x04[^]{26}mimetypeapplication\/epub\+zip/, 'an EPUB book'],
  [/^PK\x03\x04[^]{26}mimetypeapplication\/vnd\.oasis/, 'an OpenDocument file'],
  [/^PK\x03\x04/, 'a ZIP archive or an Office document'],
  [/^PK\x05\x06/, 'an empty ZIP archive'],
  [/^Rar!\x1a\x07/, 'a RAR archive'],
  [/^7z\xbc\xaf'\x1c/, 'a 7-Zip archive'],
  [/^\x1f\x8b\x08/, 'a gzip archive'],
  [/^BZh[1-9]1AY&SY/, 'a bzip2 archive'],
  [/^\xfd7zXZ\0/, 'an xz archive'],
  [/^\x28\xb5\x2f\xfd/, 'a Zstandard archive'],
  [/^[^]{257}ustar/, 'a tar archive'],
  [/^SQLite format 3\0/, 'a SQLite database'],
  [/^bplist00/, 'a property list'],
  [/^ID3[\x02-\x04]\0/, 'a sound (MP3)'],
  [/^OggS\0/, 'a sound (Ogg)'],
  [/^fLaC\0/, 'a sound (FLAC)'],
  [/^\x1a\x45\xdf\xa3/, 'a film (Matroska)'],
  [/^wOF[F2][\0-\x01]/, 'a font'],
  [/^(\x7fELF|\xcf\xfa\xed\xfe|\xca\xfe\xba\xbe|MZ[^]{2}[\0-\x0f]\0)/, 'a program'],
];
/* oxlint-enable no-control-regex */

/** Longest pattern above, and room for the head of a message. */
const headBytes = 2048;

/** The format its first bytes give away, when it is one that Pressmark does not take in. */
export function foreignFormat(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, headBytes)).toString('latin1');
  return binaryFormats.find(([pattern]) => pattern.test(head))?.[1] ?? foreignText(head);
}

/** Formats that are text, but not text to be read. */
function foreignText(head: string): string | undefined {
  const start = head.replace(/^(\xef\xbb\xbf)?\s*/, '').toLowerCase();
  const root = /^<([a-z:]+)[\s>]/.exec(skipPreamble(start))?.[1];
  if (root === 'rss' || root === 'feed' || root === 'rdf:rdf') return 'a feed';
  if (root === 'opml') return 'a list of feeds (OPML)';
  return root === 'svg' ? 'a picture (SVG)' : undefined;
}
