import { useEffect, useRef, type RefObject } from 'react';
import { firstIndexBelow, placeOf, rangeOf, type PageText } from '../../../anchoring/read-page.ts';
import { showRange } from '../../highlights/use-selected-passage.ts';
import { readingLinePx } from '../reading-position.ts';
import type { AloudState } from './read-aloud.ts';
import type { SpokenSentence } from './spoken.ts';

/** Marks the sentence that is read, and keeps it in view unless the reader has gone elsewhere meanwhile. */
export function useFollowedSentence(
  page: PageText | undefined,
  sentences: readonly SpokenSentence[],
  state: AloudState,
  scroller: RefObject<HTMLElement | null>,
): void {
  const before = useRef<Range>(undefined);
  const at = 'at' in state ? state.at : null;
  useEffect(() => {
    const sentence = at === null ? undefined : sentences[at];
    const range = page && sentence && rangeOf(page, sentence.place);
    if (range === undefined || !scroller.current) {
      before.current = undefined;
      return undefined;
    }
    if (before.current === undefined || isInSight(before.current, scroller.current)) showRange(range, scroller.current);
    before.current = range;
    if (!('highlights' in CSS)) return undefined;
    const marked = new window.Highlight(range);
    marked.priority = 1;
    CSS.highlights.set('aloud', marked);
    return () => void CSS.highlights.delete('aloud');
  }, [page, sentences, at, scroller]);
}

function isInSight(range: Range, scroller: HTMLElement): boolean {
  const at = range.getBoundingClientRect();
  const view = scroller.getBoundingClientRect();
  return at.bottom > view.top && at.top < view.bottom;
}

/** What is selected, else the line at which one reads; the very top reads headline and dek too. */
export function placeToReadFrom(page: PageText, scroller: HTMLElement): number {
  const selection = getSelection();
  const range = selection && !selection.isCollapsed && selection.rangeCount > 0 ? selection.getRangeAt(0) : undefined;
  const selected = range && scroller.contains(range.startContainer) ? placeOf(page, range) : undefined;
  if (selected) return selected.start;
  if (scroller.scrollTop < readingLinePx) return 0;
  return firstIndexBelow(page, scroller.getBoundingClientRect().top + readingLinePx);
}
