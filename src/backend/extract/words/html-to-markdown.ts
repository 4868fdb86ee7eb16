import type { DefaultTreeAdapterTypes } from 'parse5';
import { parseLimited } from '../sanitise.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;
type Parent = DefaultTreeAdapterTypes.ParentNode;

/** What is being written: prose of one line, or blocks parted by empty lines. */
type Blocks = string[];

const headings: Readonly<Record<string, string>> = {
  h1: '#',
  h2: '##',
  h3: '###',
  h4: '####',
  h5: '#####',
  h6: '######',
};
const emphasis: Readonly<Record<string, string>> = { em: '*', i: '*', strong: '**', b: '**', del: '~~', s: '~~' };
/** Elements that Markdown has no sign for and that lose their meaning without one: kept as HTML. */
const keptAsHtml = new Set(['sub', 'sup', 'mark', 'kbd', 'u', 'ins', 'q', 'abbr']);

/**
 * Clean HTML as Markdown (CommonMark with tables and strike-through).
 *
 * Written over parse5's tree, so it needs no browser. Takes what the sanitiser gives, and pictures
 * whose address was put in place.
 */
export function htmlToMarkdown(html: string): string {
  const root = parseLimited(html);
  return root === undefined ? '' : blocks(root).join('\n\n');
}

function blocks(parent: Parent): Blocks {
  const out: Blocks = [];
  let run = '';
  const close = () => {
    const prose = tidyLine(run);
    if (prose !== '') out.push(guardLineStart(prose));
    run = '';
  };
  for (const child of parent.childNodes) {
    const block = blockOf(child);
    if (block === undefined) run += prose(child);
    else {
      close();
      for (const line of block) out.push(line);
    }
  }
  close();
  return out;
}

function blockOf(node: Node): Blocks | undefined {
  if (!('tagName' in node)) return undefined;
  const { tagName } = node;
  const heading = headings[tagName];
  if (heading !== undefined) return [`${heading} ${tidyLine(proseIn(node)).replaceAll('\n', ' ')}`];
  switch (tagName) {
    case 'p':
    case 'div':
    case 'section':
    case 'article':
    case 'figure':
    case 'details':
    case 'summary':
    case 'figcaption':
    case 'dl':
    case 'dt':
      return blocks(node);
    case 'dd':
      return [indent(blocks(node).join('\n\n'), ':   ')];
    case 'blockquote':
      return [prefixLines(blocks(node).join('\n\n'), '> ')];
    case 'ul':
    case 'ol':
      return list(node);
    case 'pre':
      return [fence(node)];
    case 'table':
      return table(node);
    case 'hr':
      return ['---'];
    default:
      return undefined;
  }
}

function list(node: Element): Blocks {
  let number = Number(attribute(node, 'start') ?? '1');
  const items: string[] = [];
  for (const child of node.childNodes) {
    if (!('tagName' in child)) continue;
    const sign = node.tagName === 'ol' ? `${number}. ` : '- ';
    number += 1;
    const inside = blocks(child);
    const loose = inside.slice(1).some((block) => !/^(?:- |\d+\. )/.test(block));
    items.push(indent(inside.join(loose ? '\n\n' : '\n'), sign));
  }
  return items.length === 0 ? [] : [items.join('\n')];
}

/** First line after `sign`, the others below its text. */
function indent(text: string, sign: string): string {
  return sign + text.replaceAll(/\n(?!\n|$)/g, `\n${' '.repeat(sign.length)}`);
}

function prefixLines(text: string, prefix: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? prefix.trimEnd() : prefix + line))
    .join('\n');
}

function fence(node: Element): string {
  const code = plain(node).replace(/\n$/, '');
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const ticks = '`'.repeat(longest + 1);
  return `${ticks}\n${code}\n${ticks}`;
}

function table(node: Element): Blocks {
  const rows = descendants(node, 'tr').map((row) =>
    row.childNodes.filter((cell): cell is Element => 'tagName' in cell).map(cellText),
  );
  const caption = descendants(node, 'caption').flatMap((element) => blocks(element));
  const width = Math.max(0, ...rows.map((row) => row.length));
  const [head, ...body] = rows.map(
    (row) => `| ${Array.from({ length: width }, (_, column) => row[column] ?? '').join(' | ')} |`,
  );
  if (head === undefined) return caption;
  return [...caption, [head, `|${' --- |'.repeat(width)}`, ...body].join('\n')];
}

function cellText(cell: Element): string {
  return blocks(cell).join(' ').replaceAll('\n', ' ').replaceAll('|', '\\|');
}

function descendants(node: Parent, name: string): Element[] {
  return node.childNodes.flatMap((child) =>
    'tagName' in child ? (child.tagName === name ? [child] : descendants(child, name)) : [],
  );
}

function proseIn(parent: Parent): string {
  return parent.childNodes.map(prose).join('');
}

function prose(node: Node): string {
  if ('value' in node) return escapeProse(node.value.replaceAll(/\s+/g, ' '));
  if (!('tagName' in node)) return '';
  const { tagName } = node;
  const sign = emphasis[tagName];
  if (sign !== undefined) return around(proseIn(node), sign);
  if (keptAsHtml.has(tagName)) return `<${tagName}>${proseIn(node)}</${tagName}>`;
  switch (tagName) {
    case 'br':
      return '  \n';
    case 'img':
      return `![${escapeProse(attribute(node, 'alt') ?? '')}](${target(attribute(node, 'src') ?? '')})`;
    case 'a':
      return linkText(node);
    case 'code':
    case 'samp':
    case 'var':
      return inlineCode(plain(node));
    case 'rp':
      return '';
    case 'rt':
      return `(${proseIn(node)})`;
    default:
      return blockOf(node)?.join(' ') ?? proseIn(node);
  }
}

function linkText(node: Element): string {
  const words = proseIn(node);
  const href = attribute(node, 'href');
  // Markdown has no places to link to within a text.
  return href === undefined || href.startsWith('#') || words.trim() === ''
    ? words
    : `[${words.trim()}](${target(href)})${/\s$/.test(words) ? ' ' : ''}`;
}

/** Signs of emphasis must touch the words, so blanks move outside. */
function around(words: string, sign: string): string {
  const [, before = '', inner = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(words) ?? [];
  return inner === '' ? words : `${before}${sign}${inner}${sign}${after}`;
}

function inlineCode(code: string): string {
  const longest = Math.max(0, ...[...code.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const ticks = '`'.repeat(longest + 1);
  const pad = code.startsWith('`') || code.endsWith('`') ? ' ' : '';
  return code === '' ? '' : `${ticks}${pad}${code}${pad}${ticks}`;
}

function target(address: string): string {
  return address.replaceAll(/[\s<>()\\]/g, (sign) => encodeURIComponent(sign).replace('(', '%28').replace(')', '%29'));
}

function escapeProse(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>]/g, (sign) => (sign === '<' ? '&lt;' : sign === '>' ? '&gt;' : `\\${sign}`));
}

/** Signs that mean something only at the start of a line. */
function guardLineStart(text: string): string {
  return text.replaceAll(/^( {0,3})([#+-]|\d+(?=[.)]))(?=[\s.)#]|$)/gm, (_whole, blank: string, sign: string) =>
    /\d/.test(sign) ? `${blank}${sign}\\` : `${blank}\\${sign}`,
  );
}

function tidyLine(text: string): string {
  return text
    .replaceAll(/ *( {2}\n) */g, '$1')
    .replaceAll(/(?<! ) {2,}(?!\n)/g, ' ')
    .trim();
}

function plain(node: Parent): string {
  return node.childNodes
    .map((child) =>
      'value' in child ? child.value : 'tagName' in child ? (child.tagName === 'br' ? '\n' : plain(child)) : '',
    )
    .join('');
}

function attribute(node: Element, name: string): string | undefined {
  return node.attrs.find((candidate) => candidate.name === name)?.value;
}
