import { skipPreamble } from '../markup-head.ts';
import { first, type Header, parseHeader } from './mime/header.ts';

/** What a file is, as far as it must be known before it is read: the rest is a page or a text. */
export type FileKind = 'warc' | 'zip' | 'page-with-zip' | 'mhtml' | 'mail' | 'mailbox' | 'other';

/** Decides by a file's first bytes, never by its name. */
export function recogniseHead(head: Uint8Array): FileKind {
  const text = Buffer.from(head.buffer, head.byteOffset, head.length).toString('latin1');
  if (/^(WARC\/[01]\.\d+\r?\n|\x1f\x8b\x08)/.test(text)) return 'warc';
  if (text.startsWith('PK\x03\x04')) return 'zip';
  const message = messageKind(text);
  if (message !== undefined) return message === 'mail' && text.startsWith('From ') ? 'mailbox' : message;
  // A page packed by SingleFile, or a page about it: the zip at its end tells.
  return /<sfz-|data-sfz|SingleFile/.test(text) ? 'page-with-zip' : 'other';
}

/** Fields that stand above a message and above nothing else. */
const mailFields = ['received', 'message-id', 'return-path', 'delivered-to', 'mime-version', 'dkim-signature'];
/** A page saved as one file was never sent to anybody. */
const sentFields = ['received', 'to', 'message-id', 'return-path'];
const knownFirst = /^(?:\d+\s*\n)?[A-Za-z][A-Za-z0-9-]{1,60}:[ \t]/;

/** Prose may begin with "From: the harbour"; a message has fields that prose has not. */
function messageKind(text: string): 'mhtml' | 'mail' | undefined {
  const start = text.replace(/^(?:\xef\xbb\xbf)?\s*/, '').replace(/^From \S+ .*\r?\n/, '');
  if (!knownFirst.test(start)) return undefined;
  const [head = ''] = start.replace(/^\d+\s*\n/, '').split(/\r?\n\r?\n/, 1);
  return kindByFields(parseHeader(head));
}

function kindByFields(header: Header): 'mhtml' | 'mail' | undefined {
  const type = (first(header, 'content-type') ?? '').toLowerCase();
  const isSaved = header.has('snapshot-content-location') || (first(header, 'from') ?? '').includes('Saved by');
  if (isSaved && type !== '') return 'mhtml';
  const isMessage = mailFields.some((field) => header.has(field)) && (header.has('from') || type !== '');
  if (!isMessage) return undefined;
  const isSent = sentFields.some((field) => header.has(field));
  return !isSent && /^(multipart\/related|text\/html)/.test(type) ? 'mhtml' : 'mail';
}

/** True for a root element of XML: what such a file is its own reader says. */
export function rootElement(head: string): string | undefined {
  const start = skipPreamble(head.slice(0, 4096)).replace(/^<!doctype[^>]*>/i, '');
  return /^<([a-z:]+)[\s>]/i.exec(skipPreamble(start))?.[1]?.toLowerCase();
}
