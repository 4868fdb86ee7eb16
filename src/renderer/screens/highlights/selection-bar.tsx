import { useEffect, useState, type RefObject } from 'react';
import type { HighlightColour } from '#contract/highlight.ts';
import type { Place } from '../../anchoring/find-passages.ts';
import { rangeOf, type PageText } from '../../anchoring/read-page.ts';
import { IconButton } from '../../components/button.tsx';
import { NoteIcon } from '../../components/icons.ts';
import { text } from '../../text/text.ts';
import { ColourButtons } from './colours.tsx';
import styles from './highlights.module.css';

type SelectionBarProps = {
  readonly page: PageText;
  readonly place: Place;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly colour: HighlightColour;
  readonly onMark: (colour: HighlightColour) => void;
  readonly onNote: () => void;
};

const barWidthPx = 252;
const barHeightPx = 44;
const gapPx = 8;

/** The small bar at what is selected. It never takes the focus: the selection stays as it is. */
export function SelectionBar({ page, place, scroller, colour, onMark, onNote }: SelectionBarProps) {
  const at = useBarPlace(page, place, scroller);
  if (at === undefined) return null;
  return (
    <div
      role="toolbar"
      aria-label={text.highlights.bar}
      className={styles['selectionBar']}
      style={{ left: `${at.leftPx}px`, top: `${at.topPx}px`, width: `${barWidthPx}px` }}
      onPointerDown={(event) => event.preventDefault()}
    >
      <ColourButtons chosen={colour} hasKeys onChoose={onMark} />
      <span className={styles['barRule']} />
      <IconButton label={text.highlights.note} keys="n" onClick={onNote}>
        <NoteIcon />
      </IconButton>
    </div>
  );
}

type BarPlace = { readonly leftPx: number; readonly topPx: number };

/** Above the selection where there is room, else below it; gone while it is scrolled out of sight. */
function useBarPlace(page: PageText, place: Place, scroller: RefObject<HTMLElement | null>): BarPlace | undefined {
  const [at, setAt] = useState<BarPlace>();
  useEffect(() => {
    const view = scroller.current;
    const range = rangeOf(page, place);
    if (!view || !range) return undefined;
    const look = () => setAt(barPlace(range.getBoundingClientRect(), view.getBoundingClientRect()));
    look();
    view.addEventListener('scroll', look, { passive: true });
    window.addEventListener('resize', look);
    return () => {
      view.removeEventListener('scroll', look);
      window.removeEventListener('resize', look);
    };
  }, [page, place, scroller]);
  return at;
}

function barPlace(selected: DOMRect, view: DOMRect): BarPlace | undefined {
  if (selected.bottom < view.top || selected.top > view.bottom) return undefined;
  const above = selected.top - barHeightPx - gapPx;
  const below = Math.min(selected.bottom + gapPx, view.bottom - barHeightPx - gapPx);
  const middle = selected.left + selected.width / 2 - barWidthPx / 2;
  return {
    topPx: above >= view.top ? above : below,
    leftPx: Math.max(view.left + gapPx, Math.min(middle, view.right - barWidthPx - gapPx)),
  };
}
