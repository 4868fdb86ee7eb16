import type { DefaultTreeAdapterTypes } from 'parse5';
import { parseLimited } from '../sanitise.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Parent = DefaultTreeAdapterTypes.ParentNode;

const silent = new Set(['script', 'style', 'template', 'noscript', 'rp', 'rt', 'head', 'title']);
const paragraphs = new Set(
  (
    'p div h1 h2 h3 h4 h5 h6 pre blockquote ul ol dl table figure figcaption section article details summary ' +
    'hr caption header footer aside main'
  ).split(' '),
);
/** Between their children stands white space only. */
const rowsOnly = new Set(['table', 'thead', 'tbody', 'tfoot', 'tr', 'ul', 'ol', 'dl', 'colgroup']);
const lines = new Set(['li', 'dt', 'dd', 'tr']);

/**
 * Clean HTML as the text of its story: paragraphs parted by an empty line, items and table rows on
 * lines of their own, cells parted by a tab, readings of ruby left out.
 *
 * The words of a picture are not the story's: captions are left out here and read by `captionsOf`.
 */
export function htmlToText(html: string): string {
  const root = parseLimited(html);
  return root === undefined ? '' : textIn(root);
}

/** The captions of a body's pictures, in order. */
export function captionsOf(html: string): string[] {
  const root = /<figcaption/i.test(html) ? parseLimited(html) : undefined;
  const captions: string[] = [];
  if (root !== undefined) collect(root);
  return captions;

  function collect(parent: Parent): void {
    for (const child of parent.childNodes) {
      if (!('tagName' in child)) continue;
      if (child.tagName === 'figcaption') captions.push(textIn(child));
      else collect(child);
    }
  }
}

/**
 * All words of a body that search should find: the story's and then those of its pictures.
 *
 * The one rule by which the catalogue's text is made: when an article is taken in, and on a rebuild.
 */
export function searchableText(html: string): string {
  return [htmlToText(html), ...captionsOf(html)].filter((text) => text !== '').join('\n\n');
}

function textIn(root: Parent): string {
  const parts: string[] = [];
  write(root, parts, false);
  return parts
    .join('')
    .replaceAll(/[ \t]*\u0002[ \t]*/g, '\u0002')
    .replaceAll(/[\u0001\u0002\n ]*\u0001[\u0001\u0002\n ]*/g, '\n\n')
    .replaceAll(/\u0002+/g, '\n')
    .replaceAll(/[ \t]+\n/g, '\n')
    .trim();
}

// Marks that cannot occur in a text: a paragraph's end and a line's end.
const paragraphMark = '\u0001';
const lineMark = '\u0002';

function write(parent: Parent, parts: string[], verbatim: boolean): void {
  for (const child of parent.childNodes) writeNode(child, parts, verbatim);
}

function writeNode(node: Node, parts: string[], verbatim: boolean): void {
  if ('value' in node) {
    if (rowsOnly.has(node.parentNode?.nodeName ?? '')) return;
    const words = node.value.replaceAll(/[\u0001\u0002]/g, '').replaceAll('\u00a0', ' ');
    parts.push(verbatim ? words : words.replaceAll(/[\t\n\f\r ]+/g, ' '));
    return;
  }
  if (!('tagName' in node) || silent.has(node.tagName) || node.tagName === 'figcaption') return;
  if (node.tagName === 'br') parts.push(lineMark);
  if (paragraphs.has(node.tagName)) surround(node, parts, paragraphMark, verbatim);
  else if (lines.has(node.tagName)) surround(node, parts, lineMark, verbatim);
  else if (node.tagName === 'td' || node.tagName === 'th') cell(node, parts);
  else write(node, parts, verbatim);
}

function surround(node: DefaultTreeAdapterTypes.Element, parts: string[], mark: string, verbatim: boolean): void {
  parts.push(mark);
  write(node, parts, verbatim || node.tagName === 'pre');
  parts.push(mark);
}

/** Cells of a row stand on one line, as in a printed table. */
function cell(node: DefaultTreeAdapterTypes.Element, parts: string[]): void {
  const inside: string[] = [];
  write(node, inside, false);
  const words = inside
    .join('')
    .replaceAll(/[\u0001\u0002\s]+/g, ' ')
    .trim();
  if (words !== '') parts.push(words, '\t');
}
