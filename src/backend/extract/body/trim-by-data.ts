import type { RemovalReason } from '#contract/removal.ts';
import { textOf, type PageElement } from '../parse/page-tree.ts';
import { coverage, squeeze } from './judge.ts';
import { blockNames } from './measure.ts';

/** So much of the structured data's body must stand in ours, and of ours in it, before it may judge. */
const heldByOurs = 0.8;
const heldByData = 0.75;
/** Letters of a stretch by which a paragraph is found; a shorter one must be there whole. */
const stretch = 50;

/**
 * Finds paragraphs that are not in the story as the page's own data has it: promotions, notes on the
 * author, leftovers of players.
 *
 * Only where data and our reading agree on nearly everything, since data is often cut or old; and
 * only plain paragraphs, since data often leaves out headings, lists, quotations and tables.
 */
export function trimByData(
  body: PageElement,
  isRemoved: (element: PageElement) => boolean,
  articleBody: string,
): Map<PageElement, RemovalReason> {
  const held = squeeze(articleBody);
  const removed = new Map<PageElement, RemovalReason>();
  const blocks = paragraphsIn(body, isRemoved).map((element) => ({ element, text: textOf(element) }));
  let known = 0;
  let all = 0;
  for (const { element, text } of blocks) {
    const letters = squeeze(text);
    all += letters.length;
    if (isHeld(letters, held)) known += letters.length;
    else removed.set(element, { rule: 'not-in-the-data-of-the-page' });
  }
  const ours = blocks.map(({ text }) => text).join('\n');
  return known >= all * heldByData && coverage(ours, articleBody) >= heldByOurs ? removed : new Map();
}

/** By its start, its middle or its end: data may lack a first letter that is set apart, or a link's words. */
function isHeld(letters: string, held: string): boolean {
  if (letters.length <= stretch) return held.includes(letters);
  const middle = Math.floor((letters.length - stretch) / 2);
  return [0, middle, letters.length - stretch].some((start) => held.includes(letters.slice(start, start + stretch)));
}

const notJudged = new Set([
  'ul',
  'ol',
  'dl',
  'table',
  'pre',
  'blockquote',
  'figure',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
]);

/** Blocks of words without blocks inside, outside of lists, tables, quotations and headings. */
function paragraphsIn(body: PageElement, isRemoved: (element: PageElement) => boolean): PageElement[] {
  const found: PageElement[] = [];
  visit(body);
  return found;

  function visit(element: PageElement): boolean {
    let hasBlocks = false;
    for (const child of element.children) {
      if (child.kind !== 'element' || isRemoved(child)) continue;
      if (notJudged.has(child.name)) hasBlocks = true;
      else if (visit(child) || blockNames.has(child.name)) hasBlocks = true;
    }
    if (!hasBlocks && element !== body && blockNames.has(element.name) && textOf(element) !== '') found.push(element);
    return hasBlocks;
  }
}
