import { commentsOf } from './markup-head.ts';
import { headOf } from './sniff.ts';

/** Browsers put their comment at the top; a page's own head can be long, the comments come before it. */
const commentProbeBytes = 32_768;

export type SavedFrom = {
  readonly address: string | null;
  /** When it was saved, as written there; not yet checked to be a date. */
  readonly savedAt: string | null;
};

/**
 * Where a page was saved from and when, as far as the program that saved it wrote it down.
 *
 * Known: the "mark of the web" of Chrome, Edge and Internet Explorer, and the notes of SingleFile,
 * Save Page WE, Monolith and HTTrack.
 */
export function savedFrom(bytes: Uint8Array): SavedFrom {
  const head = headOf(bytes, commentProbeBytes);
  for (const comment of commentsOf(head)) {
    const found = singleFile(comment) ?? monolith(comment) ?? httrack(comment) ?? markOfTheWeb(comment);
    if (found !== undefined) return { address: webAddress(found.address), savedAt: found.savedAt };
  }
  const savePageWe = metaContent(head, 'savepage-url');
  if (savePageWe === null) return { address: null, savedAt: null };
  return { address: webAddress(savePageWe), savedAt: metaContent(head, 'savepage-date') };
}

type Note = { readonly address: string; readonly savedAt: string | null };

/** ` saved from url=(0042)https://…`: the number is the length of the address. */
function markOfTheWeb(comment: string): Note | undefined {
  const address = /^\s*saved from url=\(\d{4,}\)(\S+)\s*$/.exec(comment)?.[1];
  return address === undefined ? undefined : { address, savedAt: null };
}

function singleFile(comment: string): Note | undefined {
  if (!/^\s*(Page saved with SingleFile|Archive processed by SingleFile)/.test(comment)) return undefined;
  const address = /^[ \t]*url:[ \t]*(\S+)[ \t]*\r?$/m.exec(comment)?.[1];
  const date = /^[ \t]*saved date:[ \t]*(\S[^\r\n]*)$/m.exec(comment)?.[1];
  return address === undefined ? undefined : { address, savedAt: date?.trim() ?? null };
}

/** ` Saved from https://… at 2018-06-10T08:30:00Z using monolith v2.8.3 `. */
function monolith(comment: string): Note | undefined {
  const found = /^\s*Saved from (\S+) at (\S+) using monolith\b/.exec(comment);
  return found === null ? undefined : { address: found[1] ?? '', savedAt: found[2] ?? null };
}

/** ` Mirrored from site.example/page by HTTrack Website Copier/3.x […], Sun, 10 Jun 2018 08:30:00 GMT `. */
function httrack(comment: string): Note | undefined {
  const found = /^\s*Mirrored from (\S+) by HTTrack Website Copier[^,]*,\s*([^\r\n]+)$/.exec(comment.trimEnd());
  if (found === null) return undefined;
  const named = found[1] ?? '';
  return { address: /^https?:/i.test(named) ? named : `https://${named}`, savedAt: found[2]?.trim() ?? null };
}

function metaContent(head: string, name: string): string | null {
  const tag = new RegExp(`<meta[^>]{0,200}\\bname="?${name}"?[^>]{0,9000}>`, 'i').exec(head)?.[0];
  return tag === undefined ? null : (/\bcontent="([^"]*)"/i.exec(tag)?.[1]?.replaceAll('&amp;', '&') ?? null);
}

/** The address without credentials, when it is one of the web: `about:internet` is not. */
export function webAddress(address: string): string | null {
  const url = URL.parse(address.trim());
  if (url === null || !['http:', 'https:'].includes(url.protocol)) return null;
  url.username = '';
  url.password = '';
  return url.href;
}
