import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { lineAt, measureBlocks, progressAt, readingLinePx } from './reading-position.ts';

type Place = {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly body: RefObject<HTMLElement | null>;
  readonly articleId: string;
  /** Where the reader was when the article was opened. */
  readonly kept: number;
  /** While it is true one looks around, and the position stays. */
  readonly isHeld: boolean;
  readonly onKeep: (articleId: string, progress: number) => void;
};

/** The position is kept when scrolling has rested this long. */
const restMs = 700;
/** A short article that shows whole counts as read when it has been shown this long. */
const dwellMs = 4000;
/** Less than this is not worth a journal entry. */
const leastStep = 0.004;

/**
 * Brings the reader back to where reading stopped, and keeps the position while reading. Answers how far it is.
 *
 * One article for the life of the component: its owner gives it the article's id as key.
 */
export function useReadingPosition({ scroller, body, articleId, kept, isHeld, onKeep }: Place): number {
  const [from] = useState(kept);
  const [progress, setProgress] = useState(kept);
  const isHeldNow = useRef(isHeld);
  useEffect(() => {
    isHeldNow.current = isHeld;
  }, [isHeld]);

  useLayoutEffect(() => {
    // One that is not under way stands at its top as it is; to say so would have the page laid out before it is whole.
    if (!scroller.current || !body.current || from <= leastStep || from === 1) return;
    const blocks = measureBlocks(body.current, scroller.current);
    scroller.current.scrollTo({ top: lineAt(blocks, from) - readingLinePx });
  }, [scroller, body, from]);

  useEffect(() => {
    const view = scroller.current;
    if (!view || !body.current) return undefined;
    const keeper = createKeeper(articleId, from, onKeep);
    let frame = 0;
    let place = from;
    // Known once the page has been laid out for the first time: asked for now, that would be done twice.
    let setting: string | undefined;
    const look = () => {
      frame = 0;
      if (!body.current) return;
      const blocks = measureBlocks(body.current, view);
      const before = setting;
      setting = settingOf(body.current);
      if (before !== undefined && setting !== before) {
        // Set in other type, or in another width: the same words stay where they were.
        if (place > leastStep && place < 1) view.scrollTo({ top: lineAt(blocks, place) - readingLinePx });
        return;
      }
      place = isAtEnd(view) ? 1 : progressAt(blocks, view.scrollTop + readingLinePx);
      if (isHeldNow.current) return;
      setProgress(place);
      keeper.note(place);
    };
    const observer = new ResizeObserver(() => {
      if (!body.current) return;
      const now = settingOf(body.current);
      setting ??= now;
      if (now !== setting) look();
    });
    observer.observe(body.current);
    const onScroll = () => {
      frame ||= requestAnimationFrame(look);
    };
    const dwell = setTimeout(() => isAtEnd(view) && look(), dwellMs);
    view.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      observer.disconnect();
      view.removeEventListener('scroll', onScroll);
      cancelAnimationFrame(frame);
      clearTimeout(dwell);
      keeper.close();
    };
  }, [scroller, body, articleId, from, onKeep]);

  return progress;
}

/** What the places of the lines depend on, save for pictures: those the browser makes room for by itself. */
function settingOf(body: HTMLElement): string {
  const { fontSize, fontFamily, lineHeight } = getComputedStyle(body);
  return [body.clientWidth, fontSize, lineHeight, fontFamily].join();
}

/** Keeps the last of many positions once they rest, and at the latest when the article is left. */
function createKeeper(articleId: string, kept: number, onKeep: Place['onKeep']) {
  let last = kept;
  let next = kept;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const keep = () => {
    // An article read to its end stays read: looking something up in it again is not reading it anew.
    if (last === 1 || Math.abs(next - last) < leastStep) return;
    last = next;
    onKeep(articleId, next);
  };
  return {
    note(progress: number) {
      next = Math.min(1, Math.max(0, progress));
      clearTimeout(timer);
      timer = setTimeout(keep, restMs);
    },
    close() {
      clearTimeout(timer);
      keep();
    },
  };
}

function isAtEnd(view: HTMLElement): boolean {
  return view.scrollTop + view.clientHeight >= view.scrollHeight - 8;
}
