import { elementsIn, namesOf, type PageElement } from '../parse/page-tree.ts';
import type { Measures } from './measure.ts';

/** An element is gone into while it holds at least this share of the prose around it. */
const descentShare = 0.72;
/** An element that a page marks as the story is believed when it holds this share of its prose. */
const anchorShare = 0.45;

const strongNames =
  /(?:^|[\s_-])(?:article|story|post|entry|news|blog|page|main|single)?[_-]?(?:article|story|post|entry|content|single)[_-]{0,2}(?:body|content|text|copy|paragraphs?|inner)(?:$|[\s_-])|articlebody|article__body|story-body|post-body|rich-?text|prose/i;

/**
 * Finds the element that holds the story.
 *
 * First a mark of the page's own: `itemprop="articleBody"`, `<article>`, a telling class, when it
 * holds enough of the prose. From there, or from the top, down into the part that holds nearly all
 * of the prose, until it is spread over several: that is where the paragraphs lie side by side.
 */
export function chooseBody(root: PageElement, measures: Measures): PageElement {
  const whole = measures.get(root)?.prose ?? 0;
  const marked = markedBody(root, measures, whole);
  return descend(marked ?? root, measures);
}

function markedBody(root: PageElement, measures: Measures, whole: number): PageElement | undefined {
  let best: { element: PageElement; rank: number; prose: number } | undefined;
  for (const element of elementsIn(root)) {
    const prose = measures.get(element)?.prose ?? 0;
    if (prose < whole * anchorShare || prose === 0) continue;
    const rank = rankOf(element);
    // Of equal marks the one with more prose, which is the outer one, so that nothing is lost.
    if (rank > 0 && (best === undefined || rank > best.rank || (rank === best.rank && prose > best.prose * 1.02)))
      best = { element, rank, prose };
  }
  return best?.element;
}

function rankOf(element: PageElement): number {
  const { name, attributes } = element;
  if (/\barticlebody\b/i.test(attributes['itemprop'] ?? '')) return 4;
  if (strongNames.test(namesOf(element)) && name !== 'body' && name !== 'html') return 3;
  if (name === 'article' || attributes['role'] === 'article') return 2;
  return name === 'main' || attributes['role'] === 'main' ? 1 : 0;
}

function descend(from: PageElement, measures: Measures): PageElement {
  let current = from;
  for (;;) {
    const prose = measures.get(current)?.prose ?? 0;
    const next = current.children.find(
      (child): child is PageElement =>
        child.kind === 'element' && (measures.get(child)?.prose ?? 0) >= prose * descentShare,
    );
    // A single paragraph is no place to stop in: its neighbours belong to it.
    if (
      next === undefined ||
      prose === 0 ||
      (measures.get(next)?.paragraphs ?? 0) <= 1 ||
      next.name === 'blockquote' ||
      next.name === 'li'
    )
      return current;
    current = next;
  }
}
