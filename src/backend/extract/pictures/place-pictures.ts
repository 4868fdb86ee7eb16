import type { SafeHtml } from '#contract/draft.ts';
import { escapeAttribute, escapeText } from '../sanitise/serialise.ts';

const placeholder = /<img src="image:([a-z0-9-]{1,40})"([^>]*)>/g;

/**
 * Puts kept pictures in place of their `image:KEY` placeholders.
 *
 * A picture that is not at hand (`null`, or not named) goes, and its alternative text stays; a
 * caption stays where it was. Works on our own output, whose tags have one fixed form: an attribute
 * value there never holds a bare `>`.
 */
export function placePictures(html: SafeHtml, placed: ReadonlyMap<string, string | null>): SafeHtml {
  const result = html.replaceAll(placeholder, (_whole, key: string, attributes: string) => {
    const path = placed.get(key) ?? null;
    if (path !== null) return `<img src="${escapeAttribute(path)}"${attributes}>`;
    const alternative = / alt="([^"]*)"/.exec(attributes)?.[1];
    return alternative === undefined ? '' : `<em>${escapeText(unescape(alternative))}</em>`;
  });
  return emptied(result) as SafeHtml;
}

function unescape(value: string): string {
  return value
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&nbsp;', '\u00a0')
    .replaceAll('&amp;', '&');
}

/** Takes out the links, paragraphs and figures that held nothing but a picture that is gone. */
function emptied(html: string): string {
  return html
    .replaceAll(/<a [^>]*><\/a>/g, '')
    .replaceAll(/<(p|li|h[2-6])(?: [^>]*)?><\/\1>\n?/g, '')
    .replaceAll(/<figure(?: [^>]*)?>\s*<\/figure>\n?/g, '');
}
