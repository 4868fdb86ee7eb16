import { useCallback, useEffect, useState, type RefObject } from 'react';
import { insideOf, type Inside } from './notes.ts';

export type OpenNote = Extract<Inside, { kind: 'note' }>;

export type Notes = {
  readonly opened: OpenNote | null;
  readonly close: () => void;
  /** From the small window to where the note is printed. */
  readonly go: () => void;
};

/** Links within the open article: notes open at their mark, other places are gone to. */
export function useNotes(body: RefObject<HTMLElement | null>, scroller: RefObject<HTMLElement | null>): Notes {
  const [opened, setOpened] = useState<OpenNote | null>(null);

  useEffect(() => {
    const element = body.current;
    if (!element) return undefined;
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      const inside = link ? insideOf(link, element) : undefined;
      if (inside === undefined) return;
      event.preventDefault();
      if (inside.kind === 'note') setOpened(inside);
      else goTo(inside.place, scroller.current);
    };
    element.addEventListener('click', onClick);
    return () => element.removeEventListener('click', onClick);
  }, [body, scroller]);

  const close = useCallback(() => setOpened(null), []);
  const go = useCallback(() => {
    setOpened(null);
    // After the small window has given the focus back to the mark.
    if (opened) setTimeout(() => goTo(opened.note, scroller.current));
  }, [opened, scroller]);
  return { opened, close, go };
}

/** Shows a place in the upper third of the view and gives it, or the link at it, the focus: reading goes on from there. */
function goTo(place: HTMLElement, scroller: HTMLElement | null): void {
  if (scroller === null) return;
  const target = place.matches('a[href]') ? place : (place.querySelector<HTMLElement>('a[href^="#"]') ?? place);
  const top = place.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
  scroller.scrollBy({ top: top - scroller.clientHeight / 3 });
  if (!target.matches('a[href]')) target.tabIndex = -1;
  target.focus({ preventScroll: true });
}
