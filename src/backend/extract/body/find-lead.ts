import { fold } from '../metadata/headline.ts';
import { elementsIn, isInside, namesOf, textOf, type PageElement } from '../parse/page-tree.ts';
import { blockNames, type Measures } from './measure.ts';
import type { Pruned } from './prune.ts';

const leadNames =
  /(?:^|[\s_-])(?:dek|standfirst|stand-?first|lead|lede|intro(?:duction|text)?|ingress|summary|subtitle|sub-?head(?:line|ing|er)?|sub-?title|abstract|excerpt|vorspann|anleser|teaser-?text|chapo|entradilla|bajada|sumario|copete|sommario|occhiello|perex|zajawka|manchet|description|article-?(?:dek|lead|intro|summary|description|teaser)|kurztext|lead-?text)(?:$|[\s_-])/i;
const shortestLead = 40;
const longestLead = 700;
/** Letters by which a printed paragraph is known to be the description that machine data has. */
const sameStart = 50;

/**
 * Finds what opens the story above its body: the paragraph between headline and body, told by its
 * name, by being the page's own description, or by being the first prose there; and a list of points.
 *
 * Pages print it in the header of the story, away from the other paragraphs; it is a part of what
 * there is to read, and often tells what the rest builds on.
 */
export function findLead(
  root: PageElement,
  body: PageElement,
  known: { readonly headline: string | null; readonly dek: string | null },
  pruned: Pruned,
  measures: Measures,
): PageElement[] {
  const headline = headlineIn(root, known.headline);
  if (headline === null || headline.order > body.order) return [];
  const dek = known.dek === null ? '' : fold(known.dek);
  let named: PageElement | null = null;
  let nearest: PageElement | null = null;
  let points: PageElement | null = null;
  for (const element of elementsIn(root)) {
    if (element.order >= body.order) break;
    if (element.order <= headline.order || isIn(element, pruned)) continue;
    if (points === null && isListOfPoints(element, measures)) points = element;
    const text = isLeaf(element) ? textOf(element) : '';
    if (text.length < shortestLead || text.length > longestLead) continue;
    if (named === null && (isNamedLead(element) || isSame(fold(text), dek))) named = element;
    if (nearest === null && readsLikeLead(element, text, measures)) nearest = element;
  }
  return [named ?? nearest, points].filter((found) => found !== null);
}

/** A few sentences in a list: what the story says in short. A menu has links, and no sentences. */
function isListOfPoints(element: PageElement, measures: Measures): boolean {
  const measure = measures.get(element);
  if ((element.name !== 'ul' && element.name !== 'ol') || measure === undefined) return false;
  const items = element.children.filter((child) => child.kind === 'element');
  return (
    items.length >= 2 &&
    items.length <= mostPoints &&
    measure.link < measure.text * 0.25 &&
    items.every((item) => (measures.get(item)?.prose ?? 0) > 0)
  );
}

const mostPoints = 8;

/** Prose right below the headline is the lead, whatever it is called, unless it is a caption or a notice. */
function readsLikeLead(element: PageElement, text: string, measures: Measures): boolean {
  const measure = measures.get(element);
  return (
    /^(?:p|div|h2|h3)$/.test(element.name) &&
    measure !== undefined &&
    measure.link < measure.text * 0.25 &&
    /[.!?…。！？]["”’»)]?$/u.test(text) &&
    text.length >= 70 &&
    !notLead.test(`${namesOf(element)} ${element.parent === null ? '' : namesOf(element.parent)}`) &&
    !isInside(element, ({ name }) => name === 'figure' || name === 'figcaption' || name === 'aside') &&
    !/\b(?:cookies?|newsletter|javascript|browser|commission|affiliate|copyright|©)\b/i.test(text)
  );
}

const notLead =
  /caption|credit|legend|image|photo|picture|gallery|author|bio|byline|meta|date|share|social|newsletter|subscri|comment|disclaimer|disclosure|alert|notice|banner|cookie|widget|promo|related|teaser/i;

function headlineIn(root: PageElement, known: string | null): PageElement | null {
  const wanted = known === null ? '' : fold(known);
  let first: PageElement | null = null;
  for (const element of elementsIn(root)) {
    if (element.name !== 'h1') continue;
    const words = fold(textOf(element));
    if (words === '') continue;
    if (wanted !== '' && words.includes(wanted)) return element;
    first ??= element;
  }
  return first;
}

function isLeaf(element: PageElement): boolean {
  if (!/^(?:p|div|h2|h3|h4|section|header|strong|span)$/.test(element.name)) return false;
  return element.children.every((child) => child.kind === 'text' || !blockNames.has(child.name));
}

function isNamedLead(element: PageElement): boolean {
  if (leadNames.test(namesOf(element))) return true;
  let at = element.parent;
  for (let steps = 0; element.name === 'p' && at !== null && steps < 3; steps += 1, at = at.parent) {
    if (at.children.length >= 8) return false;
    if (leadNames.test(namesOf(at))) return true;
  }
  return false;
}

function isSame(text: string, dek: string): boolean {
  return dek.length >= shortestLead && text.slice(0, sameStart) === dek.slice(0, sameStart);
}

/** The lead may stand in a part that is named after teasers; never in a menu or beside a hidden one. */
function isIn(element: PageElement, pruned: Pruned): boolean {
  for (let at: PageElement | null = element; at !== null; at = at.parent) {
    const reason = pruned.get(at);
    if (reason !== undefined && reason.rule !== 'related-stories') return true;
  }
  return false;
}
