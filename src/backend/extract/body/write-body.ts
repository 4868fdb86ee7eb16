import type { DraftImage } from '#contract/draft.ts';
import { findPicture, pictureInNoscript } from '../pictures/find-picture.ts';
import type { PictureParts } from './captions.ts';
import { elementsIn, isInside, type PageElement, type PageNode } from '../parse/page-tree.ts';
import { escapeAttribute, escapeText } from '../sanitise/serialise.ts';

export type Written = { readonly html: string; readonly images: readonly DraftImage[] };

/** Attributes that mean something to the sanitiser; the others need not be written to be thrown away. */
const keptAttributes = [
  'id',
  'href',
  'title',
  'lang',
  'dir',
  'datetime',
  'colspan',
  'rowspan',
  'scope',
  'start',
  'value',
  'reversed',
  'span',
  'open',
];
const unwritten = new Set([
  'script',
  'style',
  'template',
  'svg',
  'head',
  'button',
  'select',
  'textarea',
  'input',
  'option',
  'canvas',
  'object',
  'embed',
  'audio',
  'source',
  'link',
  'meta',
  'base',
]);
const voidNames = new Set(['br', 'hr', 'wbr', 'col', 'img']);
/** Hosts whose frames are part of a story, not of its advertising. */
const embedHosts =
  /(?:^|\.)(?:youtube(?:-nocookie)?\.com|youtu\.be|vimeo\.com|twitter\.com|x\.com|instagram\.com|facebook\.com|tiktok\.com|soundcloud\.com|spotify\.com|dailymotion\.com|ted\.com|datawrapper\.dwcdn\.net|flourish\.studio|documentcloud\.org|bsky\.app|reddit\.com)$/i;

const noPictureParts: PictureParts = { figures: new Set(), captions: new Set() };

/** Writes the chosen part of a page as HTML for the sanitiser: without what was removed, pictures as `image:KEY`. */
export function writeBody(
  body: PageElement,
  isRemoved: (element: PageElement) => boolean,
  { figures, captions }: PictureParts = noPictureParts,
): Written {
  const images: DraftImage[] = [];
  const keys = new Map<string, string>();
  const parts: string[] = [];
  /** Inside a caption pictures are not written: they stand before it. */
  let isCaption = false;
  writeChildren(body);
  return { html: parts.join(''), images };

  function writeChildren(element: PageElement): void {
    for (const child of element.children) writeNode(child, element);
  }

  function writeNode(node: PageNode, parent: PageElement): void {
    if (node.kind === 'text') parts.push(escapeText(node.text));
    else if (!isRemoved(node) && !unwritten.has(node.name)) writeElement(node, parent);
  }

  function writeElement(element: PageElement, parent: PageElement): void {
    const { name } = element;
    if (!isCaption && figures.has(element)) writeFigure(element);
    else if (!isCaption && captions.has(element)) writeCaption(element);
    else if (isCaption && (name === 'figcaption' || name === 'figure')) writeChildren(element);
    else if (name === 'img' || name === 'amp-img') writePicture(element);
    else if (name === 'noscript') writeNoscript(element, parent);
    else if (name === 'iframe' || name === 'video' || name === 'amp-youtube') writeEmbed(element);
    else if (voidNames.has(name)) parts.push(`<${name}>`);
    else if (name.includes(':') || !/^[a-z][a-z0-9]*$/.test(name)) writeChildren(element);
    else {
      parts.push(`<${name}${attributesOf(element)}>`);
      writeChildren(element);
      parts.push(`</${name}>`);
    }
  }

  /** The pictures of a box, and then all of its words as their caption. */
  function writeFigure(element: PageElement): void {
    parts.push('<figure>');
    const inside = [...elementsIn(element)].filter((inner) => !isRemoved(inner) && !isInside(inner, isRemoved));
    const before = parts.length;
    for (const inner of inside)
      if ((inner.name === 'img' || inner.name === 'amp-img') && !isInside(inner, isNoscript)) writePicture(inner);
    // Beside a picture that was found, the one for readers without scripts is the same again.
    if (parts.length === before)
      for (const inner of inside) if (inner.name === 'noscript') writeNoscript(inner, inner.parent ?? element);
    writeWords(element);
    parts.push('</figure>');
  }

  function writeCaption(element: PageElement): void {
    const isInFigure = isInside(element, (outer) => outer.name === 'figure');
    if (!isInFigure) parts.push('<figure>');
    writeWords(element);
    if (!isInFigure) parts.push('</figure>');
  }

  function writeWords(element: PageElement): void {
    isCaption = true;
    const isQuotation = element.name === 'blockquote';
    parts.push(isQuotation ? '<figcaption><blockquote>' : '<figcaption>');
    writeChildren(element);
    parts.push(isQuotation ? '</blockquote></figcaption>' : '</figcaption>');
    isCaption = false;
  }

  function writePicture(image: PageElement): void {
    if (isCaption) return;
    const found = findPicture(image);
    if (found === null) return;
    const key = keyFor(found.reference, found.alt);
    const size = [found.width, found.height].every((side) => side !== null && /^\d+$/.test(side))
      ? ` width="${found.width}" height="${found.height}"`
      : '';
    parts.push(`<img src="image:${key}"${found.alt === null ? '' : ` alt="${escapeAttribute(found.alt)}"`}${size}>`);
  }

  function keyFor(reference: string, alt: string | null): string {
    const known = keys.get(reference);
    if (known !== undefined) return known;
    const key = `p${images.length + 1}`;
    keys.set(reference, key);
    images.push({ key, reference, alt, lead: false });
    return key;
  }

  /** Lazy loaders put the real picture into a `<noscript>`; beside a picture that was found it says nothing new. */
  function writeNoscript(element: PageElement, parent: PageElement): void {
    if (isCaption) return;
    const image = pictureInNoscript(element);
    const isSaid = parent.children.some(
      (child) =>
        child.kind === 'element' &&
        child !== element &&
        (child.name === 'img' || child.name === 'picture') &&
        picturesIn(child),
    );
    if (image !== undefined && !isSaid) writePicture(image);
  }

  function picturesIn(element: PageElement): boolean {
    if (element.name === 'img') return findPicture(element) !== null;
    return element.children.some((child) => child.kind === 'element' && picturesIn(child));
  }

  /** A film or a post from elsewhere stays as a link to where it is: shown like a picture, no words of the story. */
  function writeEmbed(element: PageElement): void {
    const source = element.attributes['src'] ?? element.attributes['data-src'] ?? '';
    const url = URL.parse(source.startsWith('//') ? `https:${source}` : source);
    if (isCaption || url === null || !embedHosts.test(url.hostname)) return;
    const title = element.attributes['title']?.trim() ?? '';
    parts.push(
      `<figure><figcaption><a href="${escapeAttribute(url.href)}">${escapeText(title === '' ? url.hostname.replace(/^www\./, '') : title)}</a></figcaption></figure>`,
    );
  }
}

function isNoscript({ name }: PageElement): boolean {
  return name === 'noscript';
}

function attributesOf({ name, attributes }: PageElement): string {
  let written = '';
  for (const kept of keptAttributes) {
    const value = attributes[kept];
    if (value !== undefined) written += ` ${kept}="${escapeAttribute(value)}"`;
  }
  if (attributes['name'] !== undefined && name === 'a') written += ` name="${escapeAttribute(attributes['name'])}"`;
  return written;
}
