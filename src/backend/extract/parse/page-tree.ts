import { Parser } from 'htmlparser2';
import { limitNesting } from '../sanitise/nesting.ts';

/** A stretch of text in a page. */
export type PageText = { readonly kind: 'text'; readonly text: string };

/** An element of a page: plain data, made for reading fast and often. */
export type PageElement = {
  readonly kind: 'element';
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly parent: PageElement | null;
  readonly children: PageNode[];
  /** Its place in the order of the page. */
  readonly order: number;
};

export type PageNode = PageText | PageElement;

/** Elements whose text is code, not prose. Kept only where it may hold structured data. */
const code = new Set(['script', 'style']);
const nodeLimit = 200_000;
const textLimit = 5_000_000;

/**
 * Reads a page into a plain tree.
 *
 * Not a DOM: nothing in it can change by itself, and every later step walks arrays. That makes
 * reading a page several times cheaper than with a DOM. It forgives what htmlparser2 forgives;
 * being exactly as a browser matters only in the sanitiser, which parses anew and by the standard.
 * Depth, nodes and text are bounded, so that a hostile page costs no more than a large one.
 */
export function parsePage(html: string): PageElement {
  const root: PageElement = { kind: 'element', name: '#page', attributes: {}, parent: null, children: [], order: 0 };
  let current = root;
  let nodes = 0;
  let textLength = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        nodes += 1;
        if (nodes > nodeLimit) return;
        const element: PageElement = { kind: 'element', name, attributes, parent: current, children: [], order: nodes };
        current.children.push(element);
        current = element;
      },
      onclosetag() {
        if (nodes <= nodeLimit && current.parent !== null) current = current.parent;
      },
      ontext(text) {
        textLength += text.length;
        if (textLength > textLimit || (code.has(current.name) && !isData(current))) return;
        const last = current.children.at(-1);
        if (last?.kind === 'text')
          current.children[current.children.length - 1] = { kind: 'text', text: last.text + text };
        else current.children.push({ kind: 'text', text });
      },
    },
    { decodeEntities: true, lowerCaseAttributeNames: true },
  );
  parser.write(limitNesting(html));
  parser.end();
  return root;
}

function isData(element: PageElement): boolean {
  return element.name === 'script' && /json/i.test(element.attributes['type'] ?? '');
}

/** Every element below (not the given one itself), in the order of the page. Walks without recursion. */
export function* elementsIn(root: PageElement): Generator<PageElement> {
  const stack: PageElement[] = [];
  const push = (element: PageElement) => {
    for (let at = element.children.length - 1; at >= 0; at -= 1) {
      const child = element.children[at];
      if (child?.kind === 'element') stack.push(child);
    }
  };
  push(root);
  for (let element = stack.pop(); element !== undefined; element = stack.pop()) {
    yield element;
    push(element);
  }
}

const silent = new Set(['script', 'style', 'template', 'noscript', 'svg', 'textarea', 'select']);
const blocks = new Set(
  (
    'p div section article main aside header footer nav ul ol li dl dt dd table tr td th h1 h2 h3 h4 h5 h6 ' +
    'blockquote figure figcaption pre form br hr address details summary'
  ).split(' '),
);

/** The words of an element in one line; blocks are parted by a blank. */
export function textOf(element: PageElement): string {
  const parts: string[] = [];
  collect(element, parts);
  return parts.join('').replaceAll(/\s+/g, ' ').trim();
}

function collect(element: PageElement, parts: string[]): void {
  for (const child of element.children) {
    if (child.kind === 'text') parts.push(child.text);
    else if (!silent.has(child.name)) {
      const isBlock = blocks.has(child.name);
      if (isBlock) parts.push(' ');
      collect(child, parts);
      if (isBlock) parts.push(' ');
    }
  }
}

/** The text directly in an element that holds data: a script, a title. */
export function rawText(element: PageElement): string {
  return element.children.map((child) => (child.kind === 'text' ? child.text : '')).join('');
}

/** `class` and `id` in one string, for patterns. */
export function namesOf(element: PageElement): string {
  const { attributes } = element;
  return `${attributes['class'] ?? ''} ${attributes['id'] ?? ''}`;
}

export function isInside(element: PageElement, test: (ancestor: PageElement) => boolean): boolean {
  for (let ancestor = element.parent; ancestor !== null; ancestor = ancestor.parent) if (test(ancestor)) return true;
  return false;
}
