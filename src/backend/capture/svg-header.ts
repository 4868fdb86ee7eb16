import { isUtf8 } from 'node:buffer';
import type { Picture } from '#contract/draft.ts';
import { skipPreamble } from './markup-head.ts';

type SvgFacts = Pick<Picture, 'mediaType' | 'width' | 'height'>;

/**
 * Recognises a drawing that is safe to keep; `undefined` for anything else.
 *
 * As `<img>` a drawing can run nothing and reach nothing, but a reader may open the file itself.
 * So one that holds a script, an event handler, foreign content, an entity or an address outside
 * itself is left out whole: cleaning it would be a second sanitiser to get right.
 */
export function svgFacts(bytes: Uint8Array): SvgFacts | undefined {
  if (!isUtf8(bytes)) return undefined;
  const text = new TextDecoder().decode(bytes);
  const start = skipPreamble(text.slice(0, 65_536)).replace(/^<!doctype\s+svg[^[\]>]*>/i, '');
  const tag = /^<svg(?=[\s>])[^>]{0,20000}>/i.exec(skipPreamble(start))?.[0];
  if (tag === undefined || isActive(text)) return undefined;
  return { mediaType: 'image/svg+xml', ...svgSize(tag) };
}

function isActive(text: string): boolean {
  return (
    /<\s*(?:[\w.-]+:)?(?:script|foreignobject|iframe|embed|object|audio|video|handler|listener|animate\w*|set)\b/i.test(
      text,
    ) ||
    /[\s"'/]on[a-z]+\s*=/i.test(text) ||
    /<!entity|<\?xml-stylesheet|@import|javascript:/i.test(text) ||
    /<\?xml[^>]{0,200}encoding\s*=\s*["'](?!utf-8|us-ascii)/i.test(text) ||
    reachesOut(text)
  );
}

/** Links and paint may point inside the drawing, or to a picture that is carried along. */
function reachesOut(text: string): boolean {
  const inside = /^\s*(#|data:image\/(png|jpeg|gif|webp);)/i;
  const links = text.matchAll(/\b(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/gi);
  for (const [, double, single, bare] of links) if (!inside.test(double ?? single ?? bare ?? '')) return true;
  for (const [, target = ''] of text.matchAll(/\burl\(\s*["']?([^)"']*)/gi)) if (!inside.test(target)) return true;
  return false;
}

/** Width and height where they are given in pixels, else those of the view box. */
function svgSize(tag: string): { readonly width: number | null; readonly height: number | null } {
  const [, , , boxWidth, boxHeight] =
    /\bviewBox\s*=\s*["']\s*([-\d.e]+)[\s,]+([-\d.e]+)[\s,]+([\d.e]+)[\s,]+([\d.e]+)/i.exec(tag) ?? [];
  return { width: pixels(tag, 'width') ?? rounded(boxWidth), height: pixels(tag, 'height') ?? rounded(boxHeight) };
}

function pixels(tag: string, name: 'width' | 'height'): number | null {
  return rounded(new RegExp(`\\s${name}\\s*=\\s*["']\\s*([\\d.]+)(?:px)?\\s*["']`, 'i').exec(tag)?.[1]);
}

function rounded(text: string | undefined): number | null {
  const number = Math.round(Number(text));
  return Number.isFinite(number) ? number : null;
}
