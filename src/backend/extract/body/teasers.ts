import type { RemovalReason } from '#contract/removal.ts';
import { elementsIn, type PageElement } from '../parse/page-tree.ts';
import { proseBefore, type Measures } from './measure.ts';

/** So many alike in a row are a list of teasers. */
const fewest = 3;
/** Characters of a teaser at the most, and of the link in it that is its headline at the least. */
const longestTeaser = 500;
const shortestHeadline = 20;
/** A list with more of the body's prose is the body: a list of reviews, a round-up. */
const mostShare = 0.35;
/** Share of the body's prose that stands before a row. */
const shareBefore = 0.6;

/**
 * Finds rows of teasers for other stories: neighbours of one kind, each a headline that is a link,
 * with a few words and perhaps a date.
 */
export function findTeasers(
  body: PageElement,
  measures: Measures,
  isRemoved: (element: PageElement) => boolean,
): Map<PageElement, RemovalReason> {
  const removed = new Map<PageElement, RemovalReason>();
  const whole = measures.get(body)?.prose ?? 0;
  for (const parent of [body, ...elementsIn(body)]) {
    if (parent.children.length < fewest || isRemoved(parent)) continue;
    for (const alike of groupsIn(parent)) {
      const teasers = alike.filter((element) => !isRemoved(element) && isTeaser(element, measures));
      const prose = teasers.reduce((sum, element) => sum + (measures.get(element)?.prose ?? 0), 0);
      const [first] = teasers;
      if (first === undefined || teasers.length < fewest || teasers.length < alike.length * 0.8) continue;
      // A row in the midst of the story is a part of it: chapters, entries, products.
      if (prose > whole * mostShare || proseBefore(first, body, measures) < whole * shareBefore) continue;
      for (const teaser of teasers) removed.set(teaser, { rule: 'teasers-for-other-stories' });
    }
  }
  return removed;
}

/** Children of one name and class, which are no paragraphs or items: those are references and contents. */
function groupsIn(parent: PageElement): PageElement[][] {
  const groups = new Map<string, PageElement[]>();
  for (const child of parent.children) {
    if (child.kind !== 'element' || !/^(?:div|article|section)$/.test(child.name)) continue;
    const kind = `${child.name} ${child.attributes['class'] ?? ''}`;
    const group = groups.get(kind);
    if (group === undefined) groups.set(kind, [child]);
    else group.push(child);
  }
  return [...groups.values()].filter(({ length }) => length >= fewest);
}

function isTeaser(element: PageElement, measures: Measures): boolean {
  const measure = measures.get(element);
  if (
    measure === undefined ||
    measure.text > longestTeaser ||
    measure.paragraphs > 2 ||
    measure.text < shortestHeadline
  )
    return false;
  for (const inner of [element, ...elementsIn(element)]) {
    if (inner.name !== 'a' || (measures.get(inner)?.text ?? 0) < shortestHeadline) continue;
    return inner === element || standsAlone(inner) || holdsHeading(inner);
  }
  return false;
}

/** A link that is the whole of its block: a headline, not a word in a sentence. */
function standsAlone({ parent }: PageElement): boolean {
  return parent !== null && parent.children.every((child) => child.kind === 'element' || child.text.trim() === '');
}

function holdsHeading(element: PageElement): boolean {
  for (const inner of elementsIn(element)) if (/^h[1-6]$/.test(inner.name)) return true;
  return false;
}
