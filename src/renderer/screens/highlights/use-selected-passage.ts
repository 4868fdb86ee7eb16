import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import type { Place } from '../../anchoring/find-passages.ts';
import { movePassage, sentenceAt, stretchPassage, type Direction, type Step } from '../../anchoring/passage-steps.ts';
import { firstIndexBelow, placeOf, rangeOf, type PageText } from '../../anchoring/read-page.ts';

/** What is chosen in the text, by pointer or by keys. The browser's own selection is the truth of it. */
export type SelectedPassage = {
  readonly place: Place | undefined;
  /** True while it is moved by keys: then arrows move the passage and not the page. */
  readonly isByKeys: boolean;
  /** Chooses the sentence at which one reads. */
  readonly begin: () => void;
  readonly move: (step: Step, direction: Direction, isStretching: boolean) => void;
  /** Nothing is chosen any more, unless it is another passage by now. */
  readonly clear: (passage: Place) => void;
  /** Chooses a passage once more, unless another is chosen by now. */
  readonly restore: (passage: Place) => void;
};

type Parts = {
  readonly page: PageText | undefined;
  readonly body: RefObject<HTMLElement | null>;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly language: string | null;
};

/** So far below the upper edge one reads. */
const readingLinePx = 32;
/** A passage chosen by keys keeps this distance from the edges of the view. */
const marginPx = 96;

export function useSelectedPassage({ page, body, scroller, language }: Parts): SelectedPassage {
  const [place, setPlace] = useState<Place>();
  const [isByKeys, setByKeys] = useState(false);
  const last = useRef<Place>(undefined);

  useEffect(() => followSelection(page, body, setPlace, () => setByKeys(false)), [page, body]);

  const select = useCallback(
    (wanted: Place) => {
      const range = page && rangeOf(page, wanted);
      if (!range || !scroller.current) return;
      setByKeys(true);
      last.current = wanted;
      // At once: the next key may come before the browser tells of the selection.
      setPlace(wanted);
      getSelection()?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
      showRange(range, scroller.current);
    },
    [page, scroller],
  );

  const begin = useCallback(() => {
    if (!page || !scroller.current) return;
    scroller.current.focus({ preventScroll: true });
    const before = last.current && rangeOf(page, last.current);
    const isInSight = before && isWithin(before.getBoundingClientRect(), scroller.current.getBoundingClientRect());
    const topPx = scroller.current.getBoundingClientRect().top + readingLinePx;
    const sentence =
      last.current && isInSight
        ? movePassage(page.text, last.current, 'sentence', 1, language)
        : sentenceAt(page.text, firstIndexBelow(page, topPx), language);
    if (sentence) select(sentence);
  }, [page, scroller, language, select]);

  const move = useCallback(
    (step: Step, direction: Direction, isStretching: boolean) => {
      if (!page || !place) return;
      select((isStretching ? stretchPassage : movePassage)(page.text, place, step, direction, language));
    },
    [page, place, language, select],
  );

  const clear = useCallback(
    (passage: Place) => {
      const now = page && body.current ? selectedIn(page, body.current) : undefined;
      if (now && !isSamePlace(now, passage)) return;
      getSelection()?.removeAllRanges();
      setPlace(undefined);
      setByKeys(false);
    },
    [page, body],
  );
  const restore = useCallback(
    (passage: Place) => {
      if (page && body.current && selectedIn(page, body.current) === undefined) select(passage);
    },
    [page, body, select],
  );
  return { place, isByKeys, begin, move, clear, restore };
}

/** Tells what of the article is selected; while a pointer is drawing over it, only once it is let go. */
function followSelection(
  page: PageText | undefined,
  body: RefObject<HTMLElement | null>,
  onPlace: (place: Place | undefined) => void,
  onPointer: () => void,
): () => void {
  let isDrawing = false;
  const look = () => {
    if (isDrawing) return;
    onPlace(page && body.current ? selectedIn(page, body.current) : undefined);
  };
  const onDown = (event: PointerEvent) => {
    if (!(event.target instanceof Node) || !body.current?.contains(event.target)) return;
    isDrawing = true;
    onPointer();
    onPlace(undefined);
  };
  const onUp = () => {
    if (!isDrawing) return;
    isDrawing = false;
    // The browser settles the selection after it has told of the pointer.
    setTimeout(look);
  };
  document.addEventListener('selectionchange', look);
  document.addEventListener('pointerdown', onDown);
  document.addEventListener('pointerup', onUp);
  document.addEventListener('pointercancel', onUp);
  return () => {
    document.removeEventListener('selectionchange', look);
    document.removeEventListener('pointerdown', onDown);
    document.removeEventListener('pointerup', onUp);
    document.removeEventListener('pointercancel', onUp);
  };
}

function selectedIn(page: PageText, body: HTMLElement): Place | undefined {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  return range.intersectsNode(body) ? placeOf(page, range) : undefined;
}

export function isSamePlace(one: Place, other: Place): boolean {
  return one.start === other.start && one.end === other.end;
}

/** Brings a range into sight, when it is not. */
export function showRange(range: Range, scroller: HTMLElement): void {
  const at = range.getBoundingClientRect();
  const view = scroller.getBoundingClientRect();
  if (at.top >= view.top + marginPx / 2 && at.bottom <= view.bottom - marginPx) return;
  scroller.scrollBy({ top: at.top - view.top - view.height / 3 });
}

function isWithin(at: DOMRect, view: DOMRect): boolean {
  return at.bottom > view.top && at.top < view.bottom;
}
