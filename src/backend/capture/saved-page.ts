import { commentsOf } from './markup-head.ts';
import { headOf } from './sniff.ts';

/** Browsers put their comment at the top; a page's own head can be long, the comments come before it. */
const commentProbeBytes = 32_768;

/**
 * The address a saved page was saved from, when the program that saved it wrote it down.
 *
 * Known: the "mark of the web" of Chrome, Edge and Internet Explorer, and SingleFile's comment.
 */
export function savedFromAddress(bytes: Uint8Array): string | null {
  for (const comment of commentsOf(headOf(bytes, commentProbeBytes))) {
    const address = markOfTheWeb(comment) ?? singleFileAddress(comment);
    if (address !== undefined) return webAddress(address);
  }
  return null;
}

/** ` saved from url=(0042)https://…`: the number is the length of the address. */
function markOfTheWeb(comment: string): string | undefined {
  return /^\s*saved from url=\(\d{4,}\)(\S+)\s*$/.exec(comment)?.[1];
}

function singleFileAddress(comment: string): string | undefined {
  if (!/^\s*(Page saved with SingleFile|Archive processed by SingleFile)\b/.test(comment)) return undefined;
  return /^[ \t]*url:[ \t]*(\S+)[ \t]*\r?$/m.exec(comment)?.[1];
}

/** The address without credentials, when it is one of the web: `about:internet` is not. */
export function webAddress(address: string): string | null {
  const url = URL.parse(address.trim());
  if (url === null || !['http:', 'https:'].includes(url.protocol)) return null;
  url.username = '';
  url.password = '';
  return url.href;
}
