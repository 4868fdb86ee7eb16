import type { SourceHints } from '#contract/draft.ts';
import { ArchiveError } from '#contract/errors.ts';
import { webAddress } from '../saved-page.ts';
import { mailMoment } from './mail-moment.ts';
import { resourcesOf } from './mhtml.ts';
import { decodeText, first, type Header } from './mime/header.ts';
import { parseMessage, type Part } from './mime/part.ts';
import type { Unwrapped } from './unwrapped.ts';

/**
 * A mail (`.eml`, Apple's `.emlx`): a newsletter, or an article somebody sent.
 *
 * The page is preferred to the plain text beside it. The mail's head says what the page rarely does:
 * subject, sender and date. Pictures that came with it are its own; those of the web stay there.
 */
export function unwrapMail(bytes: Uint8Array, label: string): Unwrapped {
  const root = parseMessage(withoutLength(bytes), label);
  const page = bodyOf(root, 'text/html') ?? bodyOf(root, 'text/plain');
  if (page === undefined) throw new ArchiveError('no-article', `${label} is a mail without any text in it`);
  const isPage = page.type.value === 'text/html';
  const resources = resourcesOf(root, first(page.header, 'content-location') ?? null);
  return {
    kind: isPage ? 'html' : 'text',
    bytes: isPage ? page.content() : unflowed(page),
    charset: page.type.parameters.get('charset') ?? null,
    address: addressOf(root.header),
    capturedAt: first(root.header, 'date') ?? null,
    hints: hintsOf(root.header),
    original: { kind: 'email', bytes },
    readRelative: isPage ? async (reference) => resources.find(reference)?.content() ?? null : null,
    holds: null,
  };
}

/** Apple's `.emlx` has the length of the message on a line above it. */
function withoutLength(bytes: Uint8Array): Uint8Array {
  const length = /^\s*(\d+)\s*\n/.exec(Buffer.from(bytes.subarray(0, 32)).toString('latin1'));
  return length === null ? bytes : bytes.subarray(length[0].length, length[0].length + Number(length[1]));
}

/** The first body of a type that is no attachment; what a forwarded mail holds counts last. */
function bodyOf(part: Part, type: string): Part | undefined {
  if (/^\s*attachment/i.test(first(part.header, 'content-disposition') ?? '')) return undefined;
  if (part.type.value === type) return part;
  for (const inner of part.parts) {
    const found = bodyOf(inner, type);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Lines that a mail program broke are joined again (`format=flowed`, RFC 3676). */
function unflowed(part: Part): Uint8Array {
  const content = part.content();
  if (part.type.parameters.get('format')?.toLowerCase() !== 'flowed') return content;
  const text = Buffer.from(content.buffer, content.byteOffset, content.length).toString('latin1');
  const isDeleting = part.type.parameters.get('delsp')?.toLowerCase() === 'yes';
  // "-- " alone on a line opens the signature and joins nothing.
  const joined = text.replace(/^(?!-- \r?$)(.*) \r?\n/gm, isDeleting ? '$1' : '$1 ');
  return Buffer.from(joined, 'latin1');
}

/** Where the list or the publication keeps this very mail on the web. */
function addressOf(header: Header): string | null {
  for (const name of ['archived-at', 'content-location', 'x-url', 'list-post']) {
    const address = /^<?(https?:\/\/[^\s>]+)>?/i.exec(first(header, name) ?? '')?.[1];
    if (address !== undefined) return webAddress(address);
  }
  return null;
}

function hintsOf(header: Header): SourceHints {
  const subject = decodeText(first(header, 'subject') ?? '').replace(/^((re|fwd?|aw|wg|tr|rv)\s*:\s*)+/i, '');
  const moment = mailMoment(first(header, 'date') ?? '');
  const { author, source } = senderOf(header);
  return {
    ...(subject === '' ? {} : { headline: { value: subject, confidence: 0.85, detail: 'subject of the mail' } }),
    ...(moment === null ? {} : { publishedAt: { value: moment, confidence: 0.8, detail: 'date of the mail' } }),
    ...(author === null ? {} : { authors: { value: [author], confidence: 0.6, detail: 'sender of the mail' } }),
    ...(source === null ? {} : { source: { value: source, confidence: 0.75, detail: 'sender of the mail' } }),
  };
}

/**
 * A newsletter is sent by a publication ("Harbour Letters", "Ada Brook from Harbour Letters"), any
 * other mail by a person.
 */
function senderOf(header: Header): { readonly author: string | null; readonly source: string | null } {
  const from = first(header, 'from') ?? '';
  const name = decodeText(
    from
      .replace(/<[^<>]*>\s*$/, '')
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .replaceAll('\\"', '"'),
  );
  if (name === '' || name.includes('@')) return { author: null, source: null };
  const both = /^(.{2,60}?)\s+(?:from|at|via|@|\||·|von|de chez)\s+(.{2,80})$/iu.exec(name);
  if (both !== null) return { author: personOrNull(both[1] ?? ''), source: both[2] ?? null };
  const isNewsletter = ['list-unsubscribe', 'list-id', 'list-post'].some((field) => header.has(field));
  return isNewsletter ? { author: null, source: name } : { author: personOrNull(name), source: null };
}

/** "Ada Brook", not "Daily digest" or "noreply": two to four words that all begin with a capital. */
function personOrNull(name: string): string | null {
  const isPerson = /^\p{Lu}[\p{L}.'’-]*(?:\s+(?:\p{Lu}[\p{L}.'’-]*|van|von|de|da|der|den|la|le|bin|al)){1,4}$/u.test(
    name,
  );
  const isPublication = /\b(the|news|newsletter|daily|weekly|times|post|team|digest|magazine|review|letters?)\b/i.test(
    name,
  );
  return isPerson && !isPublication ? name : null;
}
