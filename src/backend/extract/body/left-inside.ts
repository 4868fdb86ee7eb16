import type { RemovalReason, RemovalRule } from '#contract/removal.ts';
import type { PageElement } from '../parse/page-tree.ts';
import type { Measures } from './measure.ts';

/** A stretch of text directly in an element that is longer than this is prose of the story. */
const proseCharacters = 40;

/** What is removed for these reasons may hold prose and stand inside a story, and is hardly ever a part of it. */
const surelyOther = new Set<RemovalRule>([
  'comments',
  'hidden',
  'cookie-or-consent-notice',
  'related-stories',
  'teasers-for-other-stories',
  'list-of-links',
  'block-of-links',
  'navigation',
  'for-screen-readers-only',
]);

/**
 * Characters of prose that were removed between the first and the last words of the story that stayed.
 *
 * What stands around a story is left out rightly in nearly every page; much prose in the midst of it is a sign that a
 * rule took a part of the story for something else. `measures` are those of the page before anything was removed.
 */
export function proseLeftInside(
  body: PageElement,
  measures: Measures,
  isRemoved: (element: PageElement) => boolean,
  reasons: readonly ReadonlyMap<PageElement, RemovalReason>[],
): number {
  let hasBegun = false;
  let inside = 0;
  let waiting = 0;
  const stack: PageElement[] = [body];
  for (let element = stack.pop(); element !== undefined; element = stack.pop()) {
    if (element !== body && isRemoved(element)) {
      const reason = reasons.map((some) => some.get(element)).find((one) => one !== undefined);
      if (hasBegun && !isSurelyOther(reason)) waiting += measures.get(element)?.prose ?? 0;
      continue;
    }
    if (holdsProse(element)) {
      hasBegun = true;
      inside += waiting;
      waiting = 0;
    }
    for (const child of element.children.toReversed()) if (child.kind === 'element') stack.push(child);
  }
  return inside;
}

function isSurelyOther(reason: RemovalReason | undefined): boolean {
  if (reason === undefined) return false;
  return 'of' in reason ? reason.of === 'nav' || reason.of === 'navigation' : surelyOther.has(reason.rule);
}

function holdsProse({ children }: PageElement): boolean {
  return children.some((child) => child.kind === 'text' && child.text.trim().length > proseCharacters);
}
