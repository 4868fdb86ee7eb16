import { highlightListId } from '../highlights/highlight-list.tsx';
import { articleListId } from '../list/article-list.tsx';

/** The list of the middle pane, whatever it holds. */
export function focusList(): void {
  (document.getElementById(articleListId) ?? document.getElementById(highlightListId))?.focus();
}

/** Gives the focus once what was just asked for has been drawn. */
export function focusSoon(id: string): void {
  requestAnimationFrame(() => requestAnimationFrame(() => document.getElementById(id)?.focus({ preventScroll: true })));
}
