import { html as parse5Html, type DefaultTreeAdapterTypes } from 'parse5';
import * as allow from './allow-list.ts';
import { pictureKey, safeLink } from './links.ts';
import { findPlaces, type Places } from './places.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;
type Parent = DefaultTreeAdapterTypes.ParentNode;

/**
 * A stretch of output: part of a line of prose, a line break, or a whole block.
 *
 * `solid` tells prose that shows something from white space alone.
 */
type Piece =
  | { readonly kind: 'prose'; readonly html: string; readonly solid: boolean }
  | { readonly kind: 'break' }
  | { readonly kind: 'block'; readonly html: string };

type Context = {
  /** The page's address, for relative links. */
  readonly address: string | null;
  /** Where links within the article lead. */
  readonly places: Places;
  /** Opening tag of a link that stands around blocks: it is put around the prose inside them. */
  readonly link: string | null;
  /** Inside `pre`: white space counts. */
  readonly verbatim: boolean;
  /** Inside one of these an equal element may not stand (a parser would tear them apart). */
  readonly insideLink: boolean;
  readonly depth: number;
};

/** Deeper than this only words are kept: the walk is recursive, and a stack is not endless. */
const deepestWalk = 600;

const lineBreak: Piece = { kind: 'break' };
const space: Piece = { kind: 'prose', html: ' ', solid: false };

/** Writes a parsed tree as clean HTML: only what the allow-list knows, blocks side by side, prose in paragraphs. */
export function serialise(root: Parent, address: string | null): string {
  const places = findPlaces(root, address);
  return flow(pieces(root, { address, places, link: null, verbatim: false, insideLink: false, depth: 0 })).join('\n');
}

function pieces(parent: Parent, context: Context): Piece[] {
  const inside = { ...context, depth: context.depth + 1 };
  return parent.childNodes.flatMap((child) => piecesOf(child, inside));
}

function piecesOf(node: Node, context: Context): Piece[] {
  if ('value' in node) return [text(node.value, context)];
  if (!('tagName' in node)) return [];
  // SVG, MathML and whatever else the parser put in another namespace: the words stay where they are words.
  if (node.namespaceURI !== parse5Html.NS.HTML) return node.tagName === 'math' ? [text(formula(node), context)] : [];
  const name = allow.renamed.get(node.tagName) ?? node.tagName;
  if (allow.dropped.has(name)) return [];
  if (context.depth > deepestWalk) return [text(plainText(node), context)];
  if (name === 'br') return [lineBreak];
  if (name === 'wbr') return [{ kind: 'prose', html: '<wbr>', solid: false }];
  if (name === 'img') return picture(node);
  if (name === 'hr') return [{ kind: 'block', html: '<hr>' }];
  if (allow.inline.has(name)) return inline(name, node, context);
  if (allow.phrasingBlocks.has(name)) return phrasingBlock(name, node, context);
  if (allow.flowBlocks.has(name)) return flowBlock(name, node, context);
  if (allow.frames.has(name)) return frame(name, node, context);
  if (allow.containers.has(name)) return container(node, context);
  return context.places.idOf.has(node) ? inline('span', node, context) : pieces(node, context);
}

function text(value: string, context: Context): Piece {
  const words = context.verbatim ? value : value.replaceAll(/[\t\n\f\r ]+/g, ' ');
  return { kind: 'prose', html: escapeText(words), solid: /[^\s\u200b\u00ad]/u.test(words) };
}

/** A formula as its author's own words for it, or as the characters it consists of. */
function formula(node: Element): string {
  const alternative = node.attrs.find((attribute) => attribute.name === 'alttext')?.value;
  return alternative ?? plainText(node);
}

/** The words below a node, gathered without recursion. */
function plainText(root: Parent): string {
  const words: string[] = [];
  const waiting: Node[] = root.childNodes.toReversed();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if ('value' in node) words.push(node.value);
    else if ('childNodes' in node && !allow.dropped.has(node.nodeName))
      for (const child of node.childNodes.toReversed()) waiting.push(child);
  }
  return words.join('');
}

function picture(node: Element): Piece[] {
  const source = attribute(node, 'src') ?? '';
  if (pictureKey(source) === null) return [];
  return [{ kind: 'prose', html: `<img src="${source}"${attributes('img', node)}>`, solid: true }];
}

/** An inline element around prose is kept. Around blocks it is opened up, a link moving into the blocks. */
function inline(name: string, node: Element, context: Context): Piece[] {
  if (name === 'a') return link(node, context);
  const inside = pieces(node, context);
  if (inside.some((piece) => piece.kind === 'block')) return placed(inside, node, context);
  return wrap(`<${name}${attributes(name, node, context)}>`, `</${name}>`, inside);
}

function link(node: Element, context: Context): Piece[] {
  const reference = attribute(node, 'href') ?? '';
  const within = context.insideLink ? null : context.places.linkTo(reference);
  const href = context.insideLink ? null : (within ?? safeLink(reference, context.address));
  if (href === null) return context.places.idOf.has(node) ? inline('span', node, context) : pieces(node, context);
  const rel = within === null ? ' rel="noopener noreferrer"' : '';
  const start = `<a href="${escapeAttribute(href)}"${attributes('a', node)}`;
  const inside = pieces(node, { ...context, insideLink: true });
  if (!inside.some((piece) => piece.kind === 'block'))
    return wrap(`${start}${place(node, context)}${rel}>`, '</a>', inside);
  return placed(pieces(node, { ...context, insideLink: true, link: `${start}${rel}>` }), node, context);
}

/** An element that vanishes around blocks leaves its place to the first of them. */
function placed(inside: readonly Piece[], node: Element, context: Context): Piece[] {
  const id = place(node, context);
  const first = id === '' ? -1 : inside.findIndex((piece) => piece.kind === 'block');
  return inside.map((piece, at) =>
    at === first && piece.kind === 'block' && !/^<[^>]* id="/.test(piece.html)
      ? { ...piece, html: piece.html.replace(/^<\w+/, (tag) => `${tag}${id}`) }
      : piece,
  );
}

function place(node: Element, { places }: Context): string {
  const id = places.idOf.get(node);
  return id === undefined ? '' : ` id="${id}"`;
}

/** Puts tags around prose; line breaks at the edges stay outside, so that paragraphs can be cut there. */
function wrap(open: string, close: string, inside: readonly Piece[]): Piece[] {
  const first = inside.findIndex((piece) => piece.kind !== 'break');
  if (first === -1) return [...inside];
  const last = inside.findLastIndex((piece) => piece.kind !== 'break');
  const middle = inside.slice(first, last + 1);
  if (!middle.some((piece) => piece.kind === 'prose' && piece.solid))
    return [...inside.slice(0, first), space, ...inside.slice(last + 1)];
  const html = `${open}${middle.map(written).join('')}${close}`;
  return [...inside.slice(0, first), { kind: 'prose', html, solid: true }, ...inside.slice(last + 1)];
}

function written(piece: Piece): string {
  return piece.kind === 'break' ? '<br>' : piece.html;
}

function phrasingBlock(name: string, node: Element, context: Context): Piece[] {
  if (name === 'pre') return verbatim(node, context);
  const inside = pieces(node, { ...context, link: null });
  // A heading around blocks is a layout, not a heading.
  if (inside.some((piece) => piece.kind === 'block')) return asBlocks(flow(inside));
  const prose = line(inside);
  if (prose === '') return [];
  // A heading without a word (a picture in it) is no heading.
  const words = inside.some((piece) => piece.kind === 'prose' && piece.solid && !piece.html.startsWith('<img'));
  if (!words) return asBlocks([`<p>${prose}</p>`]);
  return asBlocks([`<${name}${attributes(name, node, context)}>${linked(prose, context)}</${name}>`]);
}

function verbatim(node: Element, context: Context): Piece[] {
  const inside = pieces(node, { ...context, verbatim: true, link: null });
  const html = inside
    .map((piece) => (piece.kind === 'break' ? '\n' : piece.kind === 'block' ? stripped(piece.html) : piece.html))
    .join('')
    // Empty lines at the top: a parser eats one each time it reads them, so none is written.
    .replace(/^\s*\n/, '');
  return html.trim() === '' ? [] : asBlocks([`<pre${attributes('pre', node, context)}>${html}</pre>`]);
}

/** The prose of a block that stands where only prose can. Works on our own output, so plain patterns do. */
function stripped(html: string): string {
  return html.replaceAll(
    /<\/?(?:p|h[2-6]|li|ul|ol|dl|dt|dd|blockquote|figure|figcaption|table|tbody|thead|tfoot|tr|td|th|caption|details|summary|pre|hr|col|colgroup)(?: [^>]*)?>/g,
    ' ',
  );
}

function flowBlock(name: string, node: Element, context: Context): Piece[] {
  const inside = pieces(node, { ...context, ...(name === 'figure' || name === 'td' ? {} : { link: null }) });
  const cell = name === 'td' || name === 'th';
  const content =
    inside.some((piece) => piece.kind === 'block') || hasParagraphs(inside)
      ? blocksIn(name, inside, context)
      : linked(line(inside), name === 'figure' ? { ...context, link: null } : context);
  if (content === '' && !cell) return [];
  return asBlocks([`<${name}${attributes(name, node, context)}>${content}</${name}>`]);
}

/** In a figure the picture stands by itself, not in a paragraph. */
function blocksIn(name: string, inside: readonly Piece[], context: Context): string {
  if (name !== 'figure') return flow(inside, context.link).join('\n');
  return flow(inside)
    .map((html) => /^<p>((?:<a [^>]*>)?<img [^>]*>(?:<\/a>)?)<\/p>$/.exec(html)?.[1] ?? html)
    .join('\n');
}

/** Lists and tables: only their own kind of children, each on its line. */
function frame(name: string, node: Element, context: Context): Piece[] {
  const rows = node.childNodes.flatMap((child) =>
    frameChild(name, child, { ...context, link: null, depth: context.depth + 1 }),
  );
  if (name === 'table') return table(node, rows, context);
  if (rows.length === 0) return [];
  return asBlocks([`<${name}${attributes(name, node, context)}>${rows.join('\n')}</${name}>`]);
}

const childrenOf: Readonly<Record<string, readonly string[]>> = {
  table: ['caption', 'colgroup', 'thead', 'tbody', 'tfoot'],
  thead: ['tr'],
  tbody: ['tr'],
  tfoot: ['tr'],
  tr: ['td', 'th'],
  colgroup: ['col'],
  ul: ['li'],
  ol: ['li'],
  dl: ['dt', 'dd'],
};

function frameChild(name: string, child: Node, context: Context): string[] {
  if ('tagName' in child && (childrenOf[name] ?? []).includes(child.tagName)) {
    if (child.tagName === 'col') return [`<col${attributes('col', child)}>`];
    return piecesOf(child, context).flatMap((piece) => (piece.kind === 'block' ? [piece.html] : []));
  }
  if (name === 'dl' && 'tagName' in child && child.tagName === 'div')
    return child.childNodes.flatMap((inner) => frameChild('dl', inner, { ...context, depth: context.depth + 1 }));
  if (name === 'ul' || name === 'ol') return strayItem(child, context);
  if (name === 'dl') return strayItem(child, context, 'dd');
  return [];
}

/** Something in a list that is no item: a list of its own joins, anything else becomes an item. */
function strayItem(child: Node, context: Context, name = 'li'): string[] {
  const blocks = flow(piecesOf(child, context));
  if (blocks.length === 0) return [];
  const only = blocks.length === 1 ? /^<p>(.*)<\/p>$/s.exec(blocks[0] ?? '')?.[1] : undefined;
  return [`<${name}>${only ?? blocks.join('\n')}</${name}>`];
}

/**
 * A table of one cell is a box drawn with the means of its time: its content stays, the table goes.
 *
 * The content is taken from what was just written: walking the cell a second time would double the
 * work at every level of a table in a table in a table.
 */
function table(node: Element, rows: readonly string[], context: Context): Piece[] {
  const html = rows.join('\n');
  const sole =
    /^(?:<t(?:body|head|foot)[^>]*>)?<tr[^>]*><t[dh][^>]*>([^]*)<\/t[dh]><\/tr>(?:<\/t(?:body|head|foot)>)?$/.exec(
      html,
    )?.[1];
  const cells = html.match(/<t[dh][ >]/g)?.length ?? 0;
  if (cells === 0)
    return asBlocks(rows.map((row) => `<p>${stripped(row).trim()}</p>`).filter((row) => row !== '<p></p>'));
  if (cells === 1 && sole !== undefined)
    return sole === '' ? [] : asBlocks([startsWithBlock.test(sole) ? sole : `<p>${sole}</p>`]);
  return asBlocks([`<table${attributes('table', node, context)}>${html}</table>`]);
}

const startsWithBlock =
  /^<(?:p|h[2-6]|ul|ol|dl|li|dt|dd|table|figure|figcaption|blockquote|pre|details|summary|hr)[ >]/;

function container(node: Element, context: Context): Piece[] {
  const inside = pieces(node, context);
  return placed(asBlocks(flow(inside, context.link)), node, context);
}

function asBlocks(blocks: readonly string[]): Piece[] {
  return blocks.map((html) => ({ kind: 'block', html }));
}

/** Pieces as blocks: runs of prose become paragraphs, cut where two line breaks follow each other. */
function flow(inside: readonly Piece[], link: string | null = null): string[] {
  const blocks: string[] = [];
  let run: Piece[] = [];
  const close = () => {
    const prose = line(run);
    if (prose !== '') blocks.push(`<p>${link === null ? prose : `${link}${prose}</a>`}</p>`);
    run = [];
  };
  for (const [index, piece] of inside.entries()) {
    if (piece.kind === 'block') {
      close();
      blocks.push(piece.html);
    } else if (piece.kind === 'break' && followsBreak(inside, index)) close();
    else run.push(piece);
  }
  close();
  return blocks;
}

function followsBreak(inside: readonly Piece[], index: number): boolean {
  let before = index - 1;
  while (before >= 0) {
    const piece = inside[before];
    if (piece === undefined || piece.kind === 'block') return false;
    if (piece.kind === 'break') return true;
    if (piece.solid) return false;
    before -= 1;
  }
  return false;
}

function hasParagraphs(inside: readonly Piece[]): boolean {
  return flow(inside).length > 1;
}

/** One line of prose: trimmed, no line breaks at its edges; empty when it shows nothing. */
function line(run: readonly Piece[]): string {
  const shows = (piece: Piece) => piece.kind === 'prose' && piece.solid;
  const first = run.findIndex(shows);
  if (first === -1) return '';
  const last = run.findLastIndex(shows);
  return run
    .slice(first, last + 1)
    .map(written)
    .join('')
    .replaceAll(/ *<br> */g, '<br>')
    .replaceAll(/ {2,}/g, ' ')
    .trim();
}

function linked(prose: string, context: Context): string {
  return prose === '' || context.link === null ? prose : `${context.link}${prose}</a>`;
}

function attribute(node: Element, name: string): string | undefined {
  return node.attrs.find((candidate) => candidate.name === name && candidate.namespace === undefined)?.value;
}

function attributes(name: string, node: Element, context?: Context): string {
  const own = allow.elementAttributes.get(name);
  const id = context === undefined ? '' : place(node, context);
  const others = node.attrs
    .map((candidate) => {
      const rule = own?.get(candidate.name) ?? allow.globalAttributes.get(candidate.name);
      const value = rule?.(candidate.value) ?? null;
      if (value === null) return '';
      return value === '' ? ` ${candidate.name}` : ` ${candidate.name}="${escapeAttribute(value)}"`;
    })
    .join('');
  return id + others;
}

/** Characters that have no place in a text: NUL, other controls, lone surrogates. */
function printable(value: string): string {
  return value
    .toWellFormed()
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g, '')
    .replaceAll(/\r\n?/g, '\n');
}

export function escapeText(value: string): string {
  return printable(value)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\u00a0', '&nbsp;');
}

export function escapeAttribute(value: string): string {
  return escapeText(value).replaceAll('"', '&quot;');
}
