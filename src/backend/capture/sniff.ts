import type { CaptureKind } from '#contract/draft.ts';
import { ArchiveError } from '#contract/errors.ts';
import { foreignFormat } from './foreign-formats.ts';
import { foreignByName, kindByMediaType, kindByName, supportedKinds } from './kinds.ts';
import { skipPreamble } from './markup-head.ts';

export type SniffHints = {
  /** How a person would name the input, for messages. */
  readonly label: string;
  readonly fileName?: string | null;
  /** What a server claimed. */
  readonly mediaType?: string | null;
};

/** Git's rule: a NUL among the first 8000 bytes is no text. */
const nulProbeBytes = 8000;
const probeBytes = 65_536;
/** Prose has next to none; random bytes have one in ten. */
const mostControlShare = 0.05;

/**
 * Decides what a capture is by its own bytes first and by what was claimed second.
 *
 * Throws `empty-input`, `unsupported-kind` for a format that is known but not taken in, and
 * `binary-input` for anything else that is not text.
 */
export function sniffKind(bytes: Uint8Array, hints: SniffHints): CaptureKind {
  const encoding = encodingByBom(bytes);
  if (isBlank(bytes, encoding)) throw emptyInput(hints.label);
  if (beginsLikePdf(bytes)) return 'pdf';
  const foreign = encoding === 'unmarked' ? foreignFormat(bytes) : undefined;
  if (foreign !== undefined) throw unsupportedKind(hints.label, foreign);
  if (encoding !== 'wide' && isBinary(bytes)) {
    throw new ArchiveError('binary-input', `cannot take in ${hints.label}: it is not text but data of an unknown kind`);
  }
  const head = headOf(bytes);
  if (beginsLikeHtmlPage(head)) return 'html';
  const foreignName = foreignByName(hints.fileName ?? '');
  if (foreignName !== undefined) throw unsupportedKind(hints.label, foreignName);
  return kindOfText(head, hints);
}

/** The kind of something that is certainly text, and not a whole page. */
function kindOfText(head: string, hints: SniffHints): CaptureKind {
  const claimed = claimedKind(hints);
  if (claimed === 'html') return holdsMarkup(head) ? 'html' : 'text';
  if (claimed !== undefined && claimed !== 'pdf') return claimed;
  if (beginsLikeHtmlPiece(head)) return 'html';
  return beginsLikeMarkdown(head) ? 'markdown' : 'text';
}

/** Servers know no Markdown: raw files come as text/plain and are told by their name. */
function claimedKind({ fileName, mediaType }: SniffHints): CaptureKind | undefined {
  const served = kindByMediaType(mediaType ?? '');
  if (served === 'html' || served === 'markdown') return served;
  return kindByName(fileName ?? '') ?? served;
}

/** Readers of PDF look for its mark in the first thousand bytes; some servers write a line before it. */
function beginsLikePdf(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).toString('latin1');
  return /^(?:[^<>%]{0,200}[\r\n])?%PDF-\d/.test(head);
}

/** A whole page: what no other kind of text begins with. */
export function beginsLikeHtmlPage(head: string): boolean {
  return /^<(!doctype\s+html|html|head|body)[\s>]/i.test(skipPreamble(head));
}

/** The elements by which the WHATWG standard recognises a page, as far as prose does not begin with them. */
function beginsLikeHtmlPiece(head: string): boolean {
  return /^<(h[1-6]|div|table|title|p|article|section|main|header|meta|link|style|script)[\s>]/i.test(
    skipPreamble(head),
  );
}

/** Conservative: prose with a stray `#` or `*` stays text. */
function beginsLikeMarkdown(head: string): boolean {
  const lines = head.split(/\r?\n/, 400);
  if (lines[0] === '---') return /^[\w-]+:/.test(lines[1] ?? '') && lines.indexOf('---', 1) > 0;
  const [first = '', ...others] = lines.filter((line) => line.trim() !== '');
  const isMarkdownLine = /^#{1,6} \S|^```|^> \S|\]\([^)\s]{1,2000}\)|\*\*[^*]{1,2000}\*\*/;
  return /^#{1,3} \S/.test(first) && others.some((line) => isMarkdownLine.test(line));
}

function holdsMarkup(head: string): boolean {
  return /<[a-z!/?]/i.test(head);
}

type MarkedEncoding = 'unmarked' | 'utf-8' | 'wide';

function encodingByBom(bytes: Uint8Array): MarkedEncoding {
  const [first, second, third, fourth] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return 'wide';
  if (first === 0 && second === 0 && third === 0xfe && fourth === 0xff) return 'wide';
  return 'unmarked';
}

function isBlank(bytes: Uint8Array, encoding: MarkedEncoding): boolean {
  const blank = encoding === 'wide' ? [0, 9, 10, 11, 12, 13, 32, 0xfe, 0xff] : [9, 10, 11, 12, 13, 32];
  const start = encoding === 'utf-8' ? 3 : 0;
  for (let index = start; index < bytes.length; index += 1) {
    if (!blank.includes(bytes[index] ?? 0)) return false;
  }
  return true;
}

function isBinary(bytes: Uint8Array): boolean {
  const nulAt = bytes.indexOf(0);
  if (nulAt >= 0 && nulAt < nulProbeBytes) return true;
  const probe = bytes.subarray(0, probeBytes);
  let controls = 0;
  for (const byte of probe) {
    // Tab to carriage return are white space; escape opens the shifts of ISO-2022 text.
    if ((byte < 32 && !(byte >= 9 && byte <= 13) && byte !== 27) || byte === 127) controls += 1;
  }
  return controls > probe.length * mostControlShare;
}

/** The beginning as text, good enough to see markup in any encoding. */
export function headOf(bytes: Uint8Array, headBytes: number = probeBytes): string {
  const head = bytes.subarray(0, headBytes);
  const [first, second, third] = head;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(head).replaceAll('\0', '');
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(head).replaceAll('\0', '');
  const text = new TextDecoder('utf-8').decode(head);
  return first === 0 && third === 0xfe ? text.replaceAll('\0', '') : text;
}

function emptyInput(label: string): ArchiveError {
  return new ArchiveError('empty-input', `${label} is empty: there is nothing to take in`);
}

function unsupportedKind(label: string, found: string): ArchiveError {
  const message = `cannot take in ${label}: it is ${found}; Pressmark takes in ${supportedKinds}`;
  return new ArchiveError('unsupported-kind', message, { details: { found, supported: supportedKinds } });
}
