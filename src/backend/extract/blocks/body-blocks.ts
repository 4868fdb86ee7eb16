import type { DefaultTreeAdapterTypes } from 'parse5';
import { parseLimited } from '../sanitise.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;
type Parent = DefaultTreeAdapterTypes.ParentNode;

/** A list around a block that is an entry of it; entries of one list share the object. */
export type ListAround = { readonly open: string; readonly close: string };

/** A block of clean HTML: what a reader takes out or puts back as one. */
export type BodyBlock = {
  /** Its element: `p`, `h2`, `li`, `figure` … */
  readonly kind: string;
  readonly html: string;
  /** Its words in one line, captions too; of a picture without any, its alternative text. */
  readonly words: string;
  readonly linkShare: number;
  readonly list: ListAround | null;
};

/** A cell with more than this is a box of a layout drawn with tables, not a cell of figures. */
const layoutCellCharacters = 400;

/**
 * Clean HTML, cut into blocks in their order; `joinBlocks` puts them together again.
 *
 * An entry of a list is a block; quotations, tables and figures are each taken as a whole. With `opensLayouts`, tables
 * that lay out a page are opened up: for a whole page, of which nothing is put together again.
 */
export function cutBlocks(html: string, { opensLayouts = false } = {}): BodyBlock[] {
  const root = parseLimited(html, undefined, { locatesSource: true });
  return root === undefined ? [] : blocksOf(root, html, opensLayouts, null);
}

export function joinBlocks(blocks: readonly Pick<BodyBlock, 'html' | 'list'>[]): string {
  const lines = blocks.map(({ html, list }, at) => {
    const opening = list === null || blocks[at - 1]?.list === list ? '' : list.open;
    const closing = list === null || blocks[at + 1]?.list === list ? '' : list.close;
    return `${opening}${html}${closing}`;
  });
  return lines.join('\n');
}

function blocksOf(parent: Parent, source: string, opensLayouts: boolean, list: ListAround | null): BodyBlock[] {
  return parent.childNodes.flatMap((node) => {
    if (!('tagName' in node)) return [];
    const name = node.tagName;
    if (list === null && (name === 'ul' || name === 'ol')) {
      const around = { open: openingTag(node, source), close: `</${name}>` };
      return blocksOf(node, source, opensLayouts, around);
    }
    if (name === 'table' && opensLayouts && isLayout(node)) return cellsOf(node, source);
    return [blockOf(node, source, list)];
  });
}

function blockOf(node: Element, source: string, list: ListAround | null): BodyBlock {
  const words = wordsOf(node, () => true);
  const linked = wordsOf(node, (inside) => inside);
  return {
    kind: node.tagName,
    html: sourceOf(node, source),
    words: words === '' ? alternativesOf(node) : words,
    linkShare: words === '' ? 0 : Math.min(1, linked.length / words.length),
    list,
  };
}

/** The blocks in the cells of a layout; a cell of bare prose is a paragraph. */
function cellsOf(table: Element, source: string): BodyBlock[] {
  return elementsIn(table, (inner) => inner.tagName === 'td' || inner.tagName === 'th').flatMap((cell) => {
    const blocks = blocksOf(cell, source, true, null).filter(({ kind }) => !inlineKinds.has(kind));
    if (blocks.length > 0) return blocks;
    const { html, ...block } = blockOf(cell, source, null);
    const inside = html.replace(/^<t[dh][^>]*>/, '').replace(/<\/t[dh]>$/, '');
    return block.words === '' ? [] : [{ ...block, kind: 'p', html: `<p>${inside}</p>` }];
  });
}

const inlineKinds = new Set(
  'a em strong b i u s del ins mark small sub sup cite q abbr dfn code kbd samp var time bdi bdo ruby img br wbr'.split(
    ' ',
  ),
);

function isLayout(table: Element): boolean {
  return elementsIn(table, (inner) => inner.tagName === 'td').some(
    (cell) =>
      elementsIn(cell, (inner) => inner.tagName === 'table').length > 0 ||
      wordsOf(cell, () => true).length > layoutCellCharacters,
  );
}

/** The outermost elements below a node that pass the test. */
function elementsIn(parent: Parent, test: (element: Element) => boolean): Element[] {
  return parent.childNodes.flatMap((node) => {
    if (!('tagName' in node)) return [];
    return test(node) ? [node] : elementsIn(node, test);
  });
}

function openingTag(node: Element, source: string): string {
  const tag = node.sourceCodeLocation?.startTag;
  return tag === undefined ? `<${node.tagName}>` : source.slice(tag.startOffset, tag.endOffset);
}

function sourceOf(node: Element, source: string): string {
  const { startOffset = 0, endOffset = 0 } = node.sourceCodeLocation ?? {};
  return source.slice(startOffset, endOffset);
}

const parting = new Set('p h2 h3 h4 h5 h6 li dt dd td th tr figcaption blockquote caption summary br pre'.split(' '));

/** The words of a node in one line; only those in a link, or all, as `wants` says. Readings of ruby are left out. */
function wordsOf(root: Element, wants: (isInLink: boolean) => boolean): string {
  const parts: string[] = [];
  const collect = (node: Node, isInLink: boolean): void => {
    if ('value' in node) {
      if (wants(isInLink)) parts.push(node.value);
      return;
    }
    if (!('tagName' in node) || node.tagName === 'rt' || node.tagName === 'rp') return;
    if (parting.has(node.tagName)) parts.push(' ');
    for (const child of node.childNodes) collect(child, isInLink || node.tagName === 'a');
    if (parting.has(node.tagName)) parts.push(' ');
  };
  collect(root, false);
  return parts.join('').replaceAll(/\s+/g, ' ').trim();
}

function alternativesOf(root: Element): string {
  const pictures = root.tagName === 'img' ? [root] : elementsIn(root, (inner) => inner.tagName === 'img');
  const texts = pictures.map(({ attrs }) => attrs.find(({ name }) => name === 'alt')?.value ?? '');
  return texts.join(' ').replaceAll(/\s+/g, ' ').trim();
}
