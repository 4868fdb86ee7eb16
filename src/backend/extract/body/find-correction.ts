import { textOf, type PageElement } from '../parse/page-tree.ts';
import { isCorrection } from '../plain-text/correction.ts';
import { blockNames } from './measure.ts';

export type Correction = { readonly element: PageElement; readonly text: string };

/** A note stands among so many blocks above the story or below it; one in the midst belongs to what it stands by. */
const blocksAbove = 3;
const blocksBelow = 6;
const longestNote = 900;

/** Finds the correction or editor's note at the edge of a story: a field of its own, as in plain text. */
export function findCorrection(body: PageElement, isRemoved: (element: PageElement) => boolean): Correction | null {
  const blocks = blocksIn(body, isRemoved);
  const edges = new Set([...blocks.slice(-blocksBelow), ...blocks.slice(0, blocksAbove)]);
  for (const element of edges) {
    const text = textOf(element);
    if (text.length <= longestNote && isCorrection(text)) return { element, text };
  }
  return null;
}

/** Blocks of words without blocks inside, in order. */
function blocksIn(body: PageElement, isRemoved: (element: PageElement) => boolean): PageElement[] {
  const found: PageElement[] = [];
  visit(body);
  return found;

  function visit(element: PageElement): boolean {
    let hasBlocks = false;
    for (const child of element.children) {
      if (child.kind !== 'element' || isRemoved(child) || !blockNames.has(child.name)) continue;
      hasBlocks = true;
      if (!visit(child) && hasWords(child)) found.push(child);
    }
    return hasBlocks;
  }
}

function hasWords(element: PageElement): boolean {
  return element.children.some((child) => (child.kind === 'text' ? child.text.trim() !== '' : hasWords(child)));
}
