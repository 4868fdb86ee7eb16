import { fold } from '../metadata/headline.ts';
import { elementsIn, namesOf, textOf, type PageElement } from '../parse/page-tree.ts';
import { blockNames } from './measure.ts';
import type { Pruned } from './prune.ts';

const leadNames =
  /(?:^|[\s_-])(?:dek|standfirst|stand-?first|lead|lede|intro(?:duction|text)?|ingress|summary|subtitle|sub-?head(?:line|ing|er)?|sub-?title|abstract|excerpt|vorspann|anleser|teaser-?text|chapo|entradilla|bajada|sumario|copete|sommario|occhiello|perex|zajawka|manchet|description|article-?(?:dek|lead|intro|summary|description|teaser)|kurztext|lead-?text)(?:$|[\s_-])/i;
const shortestLead = 40;
const longestLead = 700;
/** Letters by which a printed paragraph is known to be the description that machine data has. */
const sameStart = 50;

/**
 * Finds the paragraph that opens the story above its body: between headline and body, told by its
 * name or by being the page's own description.
 *
 * Pages print it in the header of the story, away from the other paragraphs; it is a part of what
 * there is to read, and often tells what the rest builds on.
 */
export function findLead(
  root: PageElement,
  body: PageElement,
  known: { readonly headline: string | null; readonly dek: string | null },
  pruned: Pruned,
): PageElement | null {
  const headline = headlineIn(root, known.headline);
  if (headline === null || headline.order > body.order) return null;
  const dek = known.dek === null ? '' : fold(known.dek);
  for (const element of elementsIn(root)) {
    if (element.order >= body.order) return null;
    if (element.order <= headline.order || !isLeaf(element) || isIn(element, pruned)) continue;
    const text = textOf(element);
    if (text.length < shortestLead || text.length > longestLead) continue;
    if (isNamedLead(element) || isSame(fold(text), dek)) return element;
  }
  return null;
}

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
  const { parent } = element;
  return element.name === 'p' && parent !== null && leadNames.test(namesOf(parent)) && parent.children.length < 8;
}

function isSame(text: string, dek: string): boolean {
  return dek.length >= shortestLead && text.slice(0, sameStart) === dek.slice(0, sameStart);
}

/** The lead may stand in a part that is named after teasers; never in a menu or beside a hidden one. */
function isIn(element: PageElement, pruned: Pruned): boolean {
  for (let at: PageElement | null = element; at !== null; at = at.parent) {
    const reason = pruned.get(at);
    if (reason !== undefined && reason !== 'related stories') return true;
  }
  return false;
}
