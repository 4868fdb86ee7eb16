import type { PageElement, PageNode } from '../parse/page-tree.ts';

/** What an element holds, its removed parts left out. */
export type Measure = {
  /** Characters of text. */
  readonly text: number;
  /** Of these, characters inside links. */
  readonly link: number;
  /** Characters in paragraphs that read like prose. */
  readonly prose: number;
  /** Paragraphs that read like prose. */
  readonly paragraphs: number;
};

export type Measures = ReadonlyMap<PageElement, Measure>;

export const blockNames: ReadonlySet<string> = new Set(
  (
    'p div section article main aside header footer nav ul ol li dl dt dd table thead tbody tfoot tr td th h1 ' +
    'h2 h3 h4 h5 h6 blockquote figure figcaption pre form fieldset address details summary center body html ' +
    '#page hgroup dialog menu caption'
  ).split(' '),
);

/** Elements that never hold the story's words. */
const wordless = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'svg',
  'iframe',
  'object',
  'embed',
  'canvas',
  'video',
  'audio',
  'head',
  'button',
  'select',
  'textarea',
  'option',
  'input',
]);
/** Blocks whose words are not the prose by which the story is found. */
const notProse = new Set([
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'figcaption',
  'caption',
  'summary',
  'address',
  'dt',
  'th',
  'footer',
  'nav',
]);

type Sum = { text: number; link: number; prose: number; paragraphs: number };
/** The prose directly in a block: inline content between its block children. */
type Run = { length: number; link: number; stops: number; commas: number };

/** Measures every element below `root`. `isRemoved` leaves parts out as if they were not there. */
export function measurePage(root: PageElement, isRemoved: (element: PageElement) => boolean): Measures {
  const measures = new Map<PageElement, Measure>();
  measureBlock(root, measures, isRemoved);
  return measures;
}

function measureBlock(
  element: PageElement,
  measures: Map<PageElement, Measure>,
  isRemoved: (element: PageElement) => boolean,
): Measure {
  const sum: Sum = { text: 0, link: 0, prose: 0, paragraphs: 0 };
  const run: Run = { length: 0, link: 0, stops: 0, commas: 0 };
  for (const child of element.children) addNode(child, false);
  closeRun();
  measures.set(element, sum);
  return sum;

  function addNode(node: PageNode, isLink: boolean): void {
    if (node.kind === 'text') {
      addText(node.text, isLink);
      return;
    }
    if (wordless.has(node.name) || isRemoved(node)) return;
    if (blockNames.has(node.name)) {
      closeRun();
      const inner = measureBlock(node, measures, isRemoved);
      sum.text += inner.text;
      sum.link += isLink ? inner.text : inner.link;
      sum.prose += isLink ? 0 : inner.prose;
      sum.paragraphs += isLink ? 0 : inner.paragraphs;
      return;
    }
    // Two line breaks part paragraphs as well as tags do.
    if (node.name === 'br' && run.length > 80) closeRun();
    const before = { ...sum };
    for (const child of node.children) addNode(child, isLink || node.name === 'a');
    const inlineText = sum.text - before.text + run.length;
    measures.set(node, {
      text: inlineText,
      link: sum.link - before.link,
      prose: sum.prose - before.prose,
      paragraphs: sum.paragraphs - before.paragraphs,
    });
  }

  function addText(text: string, isLink: boolean): void {
    const length = visibleLength(text);
    if (length === 0) return;
    run.length += length;
    if (isLink) run.link += length;
    else {
      run.stops += text.match(/[.!?…:](?:["”’»)]|\s|$)|[。！？]/g)?.length ?? 0;
      run.commas += text.match(/[,;،、，]/g)?.length ?? 0;
    }
  }

  function closeRun(): void {
    sum.text += run.length;
    sum.link += run.link;
    if (!notProse.has(element.name) && readsLikeProse(run)) {
      sum.prose += run.length - run.link;
      sum.paragraphs += 1;
    }
    run.length = 0;
    run.link = 0;
    run.stops = 0;
    run.commas = 0;
  }
}

/** Prose of a part that stands before an element inside it. */
export function proseBefore(element: PageElement, part: PageElement, measures: Measures): number {
  let sum = 0;
  for (let at: PageElement = element; at !== part && at.parent !== null; at = at.parent) {
    for (const sibling of at.parent.children) {
      if (sibling === at) break;
      if (sibling.kind === 'element') sum += measures.get(sibling)?.prose ?? 0;
    }
  }
  return sum;
}

function readsLikeProse({ length, link, stops, commas }: Run): boolean {
  if (length < 30 || link > length * 0.5) return false;
  return length - link >= 120 || (stops > 0 && length - link >= 40) || (commas > 1 && length - link >= 60);
}

/** A character of these scripts says as much as two or three letters. */
const denseScripts = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g;

/** Length without the blanks that a page's source is set with. */
function visibleLength(text: string): number {
  if (!/\S/.test(text)) return 0;
  const length = /\s\s/.test(text) ? text.replaceAll(/\s+/g, ' ').length : text.length;
  const dense = text.match(denseScripts)?.length ?? 0;
  return dense === 0 ? length : length + dense * 1.5;
}
