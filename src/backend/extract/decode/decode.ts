import { ArchiveError } from '#contract/errors.ts';
import type { ExtractInput } from '#contract/draft.ts';
import { getBOMEncoding, normalizeEncoding, TextDecoder } from '@exodus/bytes/encoding.js';
import sniffHtmlEncoding from 'html-encoding-sniffer';
import { guessEncoding, isUtf8 } from './guess-encoding.ts';

/** Bytes as text, and how they were read. */
export type Decoded = {
  readonly text: string;
  /** The WHATWG name of the encoding, lower-case. */
  readonly encoding: string;
};

/** More unreadable characters than this share, and the text is not worth keeping. */
const brokenShare = 0.1;
/** More NULs than this share in a text that is not UTF-16, and it is no text at all. */
const nulShare = 0.001;

/**
 * Turns bytes into text by the HTML standard's order: byte order mark, the transport's charset, for a
 * page its own `<meta>`, then a guess, then windows-1252.
 *
 * Throws `empty-input`, `binary-input` or `broken-charset` when there is no text to be had.
 */
export function decode(input: Pick<ExtractInput, 'kind' | 'bytes' | 'charset'>): Decoded {
  const { bytes } = input;
  if (bytes.length === 0) throw new ArchiveError('empty-input', 'There is nothing in it: 0 bytes.');
  const encoding = encodingOf(input);
  if (!encoding.startsWith('utf-16')) refuseBinary(bytes);
  const text = decodeAs(bytes, encoding);
  if (text.trim() === '') throw new ArchiveError('empty-input', 'There is nothing in it but white space.');
  refuseBroken(text, encoding);
  return { text, encoding };
}

function encodingOf({ kind, bytes, charset }: Pick<ExtractInput, 'kind' | 'bytes' | 'charset'>): string {
  const mark = getBOMEncoding(bytes);
  if (mark !== null) return mark;
  const declared = declaredEncoding(kind, bytes, charset);
  // A page that says UTF-8 and is not (or the reverse, the commonest lie of old servers) is read as what it is.
  if (declared === 'utf-8' && !isUtf8(bytes, { tolerant: true })) return guessEncoding(bytes);
  if (declared?.startsWith('utf-16') === true) return declared;
  // Saved pages are often written anew as UTF-8 under the old declaration; no real text in an older encoding reads as UTF-8.
  if (isUtf8(bytes, { tolerant: false }) && (declared !== 'iso-2022-jp' || !isAscii(bytes))) return 'utf-8';
  return declared ?? guessEncoding(bytes);
}

function isAscii(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte < 0x80);
}

function declaredEncoding(kind: ExtractInput['kind'], bytes: Uint8Array, charset: string | null): string | null {
  const transport = charset === null ? null : normalizeEncoding(charset.trim().replaceAll(/^["']|["']$/g, ''));
  if (transport !== null && transport !== 'replacement') return transport;
  if (kind !== 'html') return null;
  // The sniffer answers with its default when the page says nothing; a label no page uses tells the two apart.
  const found = sniffHtmlEncoding(bytes, { defaultEncoding: 'x-user-defined', maxPrescanBytes: 4096 });
  return found === 'x-user-defined' ? null : found.toLowerCase();
}

function decodeAs(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(bytes);
}

function refuseBinary(bytes: Uint8Array): void {
  const most = Math.max(1, bytes.length * nulShare);
  let nuls = 0;
  for (let at = bytes.indexOf(0); at !== -1; at = bytes.indexOf(0, at + 1)) {
    nuls += 1;
    if (nuls > most) throw new ArchiveError('binary-input', 'This is not text: it is full of NUL bytes.');
  }
}

function refuseBroken(text: string, encoding: string): void {
  const unreadable =
    text.match(/[\ufffd\u0000-\u0008\u000e-\u001a\u001c-\u001f\u0080-\u0084\u0086-\u009f]/g)?.length ?? 0;
  if (unreadable > text.length * brokenShare) {
    throw new ArchiveError(
      'broken-charset',
      `The text cannot be read: as ${encoding}, ${Math.round((unreadable / text.length) * 100)} of 100 characters are broken.`,
      {
        details: { encoding },
      },
    );
  }
}
