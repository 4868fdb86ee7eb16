import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { RowRange } from '../../state/paging.ts';
import type { Rows } from '../../state/rows.ts';
import type { Selection } from '../../state/selection.ts';
import { text } from '../../text/text.ts';
import { ListRow, type RowChoice } from './row.tsx';
import { SkeletonRow } from './skeleton-row.tsx';
import styles from './list.module.css';

export const articleListId = 'article-list';

/** Heights of a row; all rows of a list are of one height, so that any of 100,000 is found by arithmetic. */
const rowHeightsPx = { list: 104, search: 124 } as const;

type ArticleListProps = {
  readonly rows: Rows;
  readonly total: number;
  readonly selection: Selection;
  readonly onRange: (range: RowRange) => void;
  readonly onChoose: (choice: RowChoice) => void;
  readonly onOpen: (index: number) => void;
  readonly onWhy: (index: number) => void;
};

/** The rows, of which only those in sight exist. One stop of the tab key; the chosen row is its active descendant. */
export function ArticleList({ rows, total, selection, onRange, onChoose, onOpen, onWhy }: ArticleListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const heightPx = rowHeightsPx[rows.source.kind];
  const cursor = selection.cursor?.index ?? null;
  const cursorId = selection.cursor?.id;
  const lastCursor = selection.cursor;
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => heightPx,
    overscan: 6,
    // The cursor's row always exists: the list names it as its active descendant.
    rangeExtractor: (range) => {
      const indexes = defaultRangeExtractor(range);
      return cursor === null || cursor >= total || indexes.includes(cursor) ? indexes : [...indexes, cursor];
    },
  });
  const items = virtual.getVirtualItems();
  const isCursorDrawn = cursorId !== undefined && items.some(({ index }) => rows.rowAt(index)?.article.id === cursorId);
  const first = virtual.range?.startIndex ?? 0;
  const last = virtual.range?.endIndex ?? 0;

  useEffect(() => virtual.measure(), [virtual, heightPx]);
  useRangeReport({ first, last }, onRange);
  useEffect(() => {
    if (lastCursor !== null) virtual.scrollToIndex(lastCursor.index, { align: 'auto' });
    // Follows the reader's own moves only: a list that grows at its top must not pull the view along.
  }, [virtual, lastCursor]);

  return (
    <div
      ref={scroller}
      id={articleListId}
      role="listbox"
      aria-label={text.list.label}
      aria-multiselectable="true"
      aria-activedescendant={isCursorDrawn ? rowId(cursorId ?? '') : undefined}
      aria-busy={rows.isFormer}
      tabIndex={0}
      className={styles['scroller']}
    >
      <div role="presentation" style={{ height: `${virtual.getTotalSize()}px` }} className={styles['length']}>
        {items.map(({ index, start }) => {
          const row = rows.rowAt(index);
          if (!row) return <SkeletonRow key={index} topPx={start} heightPx={heightPx} />;
          return (
            <ListRow
              key={row.article.id}
              id={rowId(row.article.id)}
              row={row}
              index={index}
              total={total}
              topPx={start}
              heightPx={heightPx}
              isSelected={selection.ids.has(row.article.id)}
              isCursor={row.article.id === cursorId}
              onChoose={onChoose}
              onOpen={onOpen}
              onWhy={onWhy}
            />
          );
        })}
      </div>
    </div>
  );
}

/** A jump further than this is reported when it has come to rest: rows that only fly past are not asked for. */
const flyingRows = 100;
const restMs = 60;

function useRangeReport({ first, last }: RowRange, onRange: (range: RowRange) => void): void {
  const told = useRef(0);
  useEffect(() => {
    const tell = () => {
      told.current = first;
      onRange({ first, last });
    };
    if (Math.abs(first - told.current) <= flyingRows) {
      tell();
      return undefined;
    }
    const timer = setTimeout(tell, restMs);
    return () => clearTimeout(timer);
  }, [onRange, first, last]);
}

/** Where a row is found in the page. */
export function rowId(articleId: string): string {
  return `row-${articleId}`;
}
