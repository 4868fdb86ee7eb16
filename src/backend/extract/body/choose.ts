import { fold } from '../metadata/headline.ts';
import { elementsIn, isInside, namesOf, textOf, type PageElement } from '../parse/page-tree.ts';
import type { Measures } from './measure.ts';

/** An element is gone into while it holds at least this share of the prose around it. */
const descentShare = 0.72;
/** Less prose than this, in characters, is no candidate. */
const leastProse = 120;
const mostCandidates = 24;
/** Characters of prose that make the surroundings of a headline a story. */
const proseBelowHeadline = 400;

const strongNames =
  /(?:^|[\s_-])(?:article|story|post|entry|news|blog|page|main|single)?[_-]?(?:article|story|post|entry|content|single)[_-]{0,2}(?:body|content|text|copy|paragraphs?|inner)(?:$|[\s_-])|articlebody|article__body|story-body|post-body|rich-?text|prose/i;

/** What a part loses that consists of links only. */
const linksCount = 0.6;

type Candidate = { readonly element: PageElement; readonly rank: number };

/**
 * Finds the element that holds the story.
 *
 * Candidates are the parts that the page itself marks (`itemprop="articleBody"`, a telling class,
 * `<article>`, `<main>`) and the page as a whole. Each is worth the more the more prose it holds, the
 * stronger its mark, and above all the more it speaks of what the headline and the description speak
 * of: an appeal for money or a cookie notice may be longer than a short story, but never is about it.
 * From the best one the way goes down into the part that holds nearly all of its prose, until the
 * prose is spread over several: that is where the paragraphs lie side by side.
 */
export function chooseBody(root: PageElement, measures: Measures, about: string): PageElement {
  const topic = topicWords(about);
  const later = new Set(storiesIn(root).slice(1));
  let best: { element: PageElement; worth: number } | undefined;
  for (const { element, rank } of candidatesIn(root, measures)) {
    const { prose, text, link } = measures.get(element) ?? { prose: 0, text: 1, link: 0 };
    const worth =
      prose ** 0.5 *
      (1 - (linksCount * link) / Math.max(1, text)) *
      (1 + 0.25 * rank) *
      (0.3 + affinity(element, topic)) *
      (holdsSeveralStories(element) || isInLaterStory(element, later) ? 0.3 : 1);
    if (best === undefined || worth > best.worth) best = { element, worth };
  }
  return descend(best?.element ?? root, measures);
}

function candidatesIn(root: PageElement, measures: Measures): Candidate[] {
  const marked: Candidate[] = [];
  for (const element of elementsIn(root)) {
    if ((measures.get(element)?.prose ?? 0) < leastProse) continue;
    const rank = rankOf(element);
    if (rank > 0) marked.push({ element, rank });
  }
  const joined = joinPieces(marked, root);
  const isMarked = marked.some(({ rank }) => rank >= 3);
  const below = isMarked ? null : aroundHeadline(root, measures);
  return [
    { element: descend(root, measures), rank: 0 },
    ...(below === null ? [] : [{ element: below, rank: 1 }]),
    ...joined.slice(0, mostCandidates),
  ];
}

/** A page that marks nothing still has a headline: the nearest element around it that holds prose. */
function aroundHeadline(root: PageElement, measures: Measures): PageElement | null {
  let headline: PageElement | null = null;
  for (const element of elementsIn(root)) {
    if (element.name !== 'h1') continue;
    // Of several, none is the headline.
    if (headline !== null) return null;
    headline = element;
  }
  let at = headline?.parent ?? null;
  while (at !== null && (measures.get(at)?.prose ?? 0) < proseBelowHeadline) at = at.parent;
  return at === null || at.name === 'body' || at.name === 'html' || at === root ? null : at;
}

function rankOf(element: PageElement): number {
  const { name, attributes } = element;
  if (/\barticlebody\b/i.test(attributes['itemprop'] ?? '')) return 4;
  if (strongNames.test(namesOf(element)) && name !== 'body' && name !== 'html') return 3;
  if (name === 'article' || attributes['role'] === 'article') return 2;
  return name === 'main' || attributes['role'] === 'main' ? 1 : 0;
}

/**
 * Pages cut a story into pieces, each marked as a body, with advertisements between: the element
 * around all pieces of one kind is a candidate too, if it holds one story only.
 */
function joinPieces(marked: readonly Candidate[], root: PageElement): Candidate[] {
  const kinds = new Map<string, Candidate[]>();
  for (const candidate of marked) {
    if (candidate.rank < 3) continue;
    const kind = `${candidate.rank} ${candidate.element.name} ${candidate.element.attributes['class'] ?? ''}`;
    kinds.set(kind, [...(kinds.get(kind) ?? []), candidate]);
  }
  const around = [...kinds.values()].flatMap((pieces) => {
    const [first, ...others] = pieces;
    if (first === undefined || others.length === 0 || others.length > 60) return [];
    const element = others.reduce((common, piece) => commonAncestor(common, piece.element), first.element);
    return element === root || element.name === 'body' || element.name === 'html' || headingsIn(element) > 1
      ? []
      : [{ element, rank: first.rank }];
  });
  return [...around, ...marked];
}

function commonAncestor(left: PageElement, right: PageElement): PageElement {
  const above = new Set<PageElement>();
  for (let at: PageElement | null = left; at !== null; at = at.parent) above.add(at);
  let at: PageElement = right;
  while (!above.has(at) && at.parent !== null) at = at.parent;
  return at;
}

/** Pages that go on with the next story when one scrolls hold several, each an `<article>` with a headline of its own. */
function holdsSeveralStories(element: PageElement): boolean {
  return storiesIn(element).length > 1;
}

function storiesIn(element: PageElement): PageElement[] {
  const stories: PageElement[] = [];
  for (const inner of elementsIn(element))
    if (inner.name === 'article' && inner !== element && headingsIn(inner) === 1) stories.push(inner);
  return stories;
}

/** Such a page shows its own story first. */
function isInLaterStory(element: PageElement, later: ReadonlySet<PageElement>): boolean {
  return later.has(element) || (later.size > 0 && isInside(element, (ancestor) => later.has(ancestor)));
}

function headingsIn(element: PageElement): number {
  let headings = 0;
  for (const inner of elementsIn(element)) if (inner.name === 'h1') headings += 1;
  return headings;
}

/** The telling words of headline and description, folded; short words tell nothing. */
function topicWords(about: string): Set<string> {
  return new Set(
    fold(about)
      .split(' ')
      .filter((word) => word.length > 3 || /[^\u0000-\u024f]/.test(word)),
  );
}

const textLooked = 8_000;

/** Share of the topic's words that an element's text holds. */
function affinity(element: PageElement, topic: ReadonlySet<string>): number {
  if (topic.size === 0) return 0.5;
  const words = ` ${fold(textOf(element).slice(0, textLooked))} `;
  let found = 0;
  for (const word of topic) if (words.includes(word)) found += 1;
  return found / topic.size;
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
      hasParagraphs(current, measures) ||
      (measures.get(next)?.paragraphs ?? 0) <= 1 ||
      next.name === 'blockquote' ||
      next.name === 'li'
    )
      return current;
    current = next;
  }
}

/** Paragraphs of its own, beside a part that holds most of the prose: that part is only a piece of the story. */
function hasParagraphs(element: PageElement, measures: Measures): boolean {
  return element.children.some(
    (child) => child.kind === 'element' && child.name === 'p' && (measures.get(child)?.prose ?? 0) >= leastParagraph,
  );
}

const leastParagraph = 100;
