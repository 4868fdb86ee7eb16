import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { Highlight } from '#contract/highlight.ts';
import { joinClasses } from '../../components/button.tsx';
import { NoteIcon } from '../../components/icons.ts';
import { formatShortDay } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import { letterOf } from '../library/keys.ts';
import { Swatch } from './colours.tsx';
import type { HighlightRows } from './use-highlight-rows.ts';
import styles from './highlights.module.css';

export const highlightListId = 'highlight-list';

type HighlightListProps = {
  readonly rows: HighlightRows;
  readonly total: number;
  readonly onOpen: (article: string, highlight: string | null) => void;
};

/** A row of two lines of quotation; each is measured once it is drawn. */
const usualHeightPx = 96;

/** The rows, of which only those in sight exist. One stop of the tab key; the chosen row is its active descendant. */
export function HighlightList({ rows, total, onOpen }: HighlightListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const [wanted, setCursor] = useState(0);
  const cursor = Math.min(wanted, total - 1);
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => usualHeightPx,
    overscan: 6,
    // The cursor's row always exists: the list names it as its active descendant.
    rangeExtractor: (range) => {
      const indexes = defaultRangeExtractor(range);
      return indexes.includes(cursor) ? indexes : [...indexes, cursor];
    },
  });
  const first = virtual.range?.startIndex ?? 0;
  const last = virtual.range?.endIndex ?? 0;
  const { onRange } = rows;
  useEffect(() => onRange({ first, last }), [onRange, first, last]);

  const open = (index: number) => {
    const row = rows.rowAt(index);
    setCursor(index);
    if (row) onOpen(row.article.id, row.id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (event.key === 'Enter' || letterOf(event) === 'o') {
      event.preventDefault();
      open(cursor);
      return;
    }
    const target = moveOf(event.key, cursor, total);
    if (target === undefined) return;
    event.preventDefault();
    setCursor(target);
    virtual.scrollToIndex(target, { align: 'auto' });
  };
  const chosen = rows.rowAt(cursor);
  return (
    <div
      ref={scroller}
      id={highlightListId}
      role="listbox"
      aria-label={text.highlights.list}
      aria-activedescendant={chosen ? rowId(chosen) : undefined}
      tabIndex={0}
      className={styles['scroller']}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" style={{ height: `${virtual.getTotalSize()}px` }} className={styles['length']}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows.rowAt(index);
          if (!row) return null;
          return (
            <div
              key={rowId(row)}
              ref={virtual.measureElement}
              data-index={index}
              id={rowId(row)}
              role="option"
              aria-selected={index === cursor}
              aria-posinset={index + 1}
              aria-setsize={total}
              style={{ transform: `translateY(${start}px)` }}
              className={joinClasses(styles['row'], index === cursor && styles['chosen'])}
              onClick={() => open(index)}
            >
              <RowContent row={row} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

function RowContent({ row }: { readonly row: Highlight }) {
  const { article, anchor, annotation, colour, tags } = row;
  const parts = [article.source, formatShortDay(row.madeAt)].filter((part) => part !== null);
  return (
    <>
      {colour === null ? (
        <span className={styles['noteMark']} role="img" aria-label={text.highlights.onArticle}>
          <NoteIcon size={16} />
        </span>
      ) : (
        <Swatch colour={colour} />
      )}
      <div className={styles['markWords']}>
        {anchor === null ? null : <span className={styles['quote']}>{anchor.exact}</span>}
        {annotation === null ? null : <span className={styles['annotation']}>{annotation}</span>}
        {tags.length === 0 ? null : <span className={styles['tagLine']}>{tags.join(' · ')}</span>}
        <span className={styles['meta']}>
          <span className={styles['headline']}>{article.headline}</span>
          <span className={styles['day']}>{parts.map((part) => `· ${part}`).join(' ')}</span>
        </span>
      </div>
    </>
  );
}

function moveOf(key: string, cursor: number, total: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
    case 'j':
      return Math.min(total - 1, cursor + 1);
    case 'ArrowUp':
    case 'k':
      return Math.max(0, cursor - 1);
    case 'Home':
      return 0;
    case 'End':
      return total - 1;
    default:
      return undefined;
  }
}

function rowId({ article, id }: Highlight): string {
  return `highlight-${article.id}-${id ?? 'article'}`;
}
