import { elementsIn, type PageElement } from '../parse/page-tree.ts';

const noteNames = /(?:^|[\s_-])(?:foot|end)-?notes?(?:$|[\s_\d-])/i;

/** True for an element that the page marks as notes to the story, by role or by name. */
export function isNotes({ role, class: names, id }: PageElement['attributes']): boolean {
  return /^doc-(?:foot|end)notes?$/.test(role ?? '') || noteNames.test(`${names ?? ''} ${id ?? ''}`);
}

/**
 * Finds the notes of a story that stand below its body, outside of it: marked as notes, and called
 * from the body by links. A list of notes that nothing calls belongs to something else.
 */
export function findNotes(root: PageElement, body: PageElement): PageElement[] {
  const called = new Set<string>();
  const inside = new Set<PageElement>();
  for (const element of elementsIn(body)) {
    inside.add(element);
    const [, place] = /#(.+)$/.exec(element.attributes['href'] ?? '') ?? [];
    if (element.name === 'a' && place !== undefined) called.add(place);
  }
  if (called.size === 0) return [];
  const found: PageElement[] = [];
  for (const element of elementsIn(root)) {
    if (element.order <= body.order || inside.has(element) || !isNotes(element.attributes)) continue;
    if (found.some((outer) => isWithin(element, outer))) continue;
    if ([element, ...elementsIn(element)].some(({ attributes }) => called.has(attributes['id'] ?? '')))
      found.push(element);
  }
  return found;
}

function isWithin(element: PageElement, outer: PageElement): boolean {
  for (let at: PageElement | null = element; at !== null; at = at.parent) if (at === outer) return true;
  return false;
}
