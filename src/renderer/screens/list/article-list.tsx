import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, type MouseEvent } from 'react';
import { layOut } from '../../state/list-layout.ts';
import type { RowRange } from '../../state/paging.ts';
import type { Density } from '../../state/preferences.ts';
import type { Rows } from '../../state/rows.ts';
import type { Selection } from '../../state/selection.ts';
import { text } from '../../text/text.ts';
import { GroupBands } from './group-band.tsx';
import { askOnCursorRow } from './menu-key.ts';
import { indexOf, rowUnder } from './row-under.ts';
import { isWhyPress, ListRow, type RowChoice } from './row.tsx';
import { sizesFor } from './row-heights.ts';
import { SkeletonRow } from './skeleton-row.tsx';
import styles from './list.module.css';

export const articleListId = 'article-list';

type ArticleListProps = {
  readonly rows: Rows;
  readonly total: number;
  readonly selection: Selection;
  readonly density: Density;
  readonly onRange: (range: RowRange) => void;
  readonly onChoose: (choice: RowChoice) => void;
  readonly onOpen: (index: number) => void;
  readonly onWhy: (index: number) => void;
};

/** The rows, of which only those in sight exist. One stop of the tab key; the chosen row is its active descendant. */
export function ArticleList(props: ArticleListProps) {
  const { rows, total, selection, density, onRange, onChoose, onOpen, onWhy } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const { groups } = rows;
  const sizes = sizesFor(density, rows.source.kind);
  const { rowPx, headingPx } = sizes;
  const layout = useMemo(() => layOut(groups, total, { rowPx, headingPx }), [groups, total, rowPx, headingPx]);
  const cursor = selection.cursor?.index ?? null;
  const cursorId = selection.cursor?.id;
  const lastCursor = selection.cursor;
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: layout.sizeOf,
    scrollPaddingStart: layout.headingPx,
    overscan: 6,
    // The cursor's row always exists: the list names it as its active descendant.
    rangeExtractor: (range) => {
      const indexes = defaultRangeExtractor(range);
      return cursor === null || cursor >= total || indexes.includes(cursor) ? indexes : [...indexes, cursor];
    },
  });
  const items = virtual.getVirtualItems();
  const drawn = items.flatMap(({ index }) => {
    const id = rows.rowAt(index)?.article.id;
    return id === undefined ? [] : [{ index, id, rowId: rowId(id) }];
  });
  const cursorRowId = drawn.find(({ id }) => id === cursorId)?.rowId;
  const first = virtual.range?.startIndex ?? 0;
  const last = virtual.range?.endIndex ?? 0;

  useEffect(() => virtual.measure(), [virtual, layout]);
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
      aria-activedescendant={cursorRowId}
      aria-busy={rows.isFormer}
      tabIndex={0}
      data-density={density}
      className={styles['scroller']}
      onClick={(event) => press(event, { onChoose, onWhy })}
      onDoubleClick={({ target }) => {
        const index = indexOf(rowUnder(target));
        if (index >= 0) onOpen(index);
      }}
      onContextMenu={(event) => askOnCursorRow(event, document.getElementById(cursorRowId ?? ''))}
    >
      <div role="presentation" style={{ height: `${virtual.getTotalSize()}px` }} className={styles['length']}>
        {items.map(({ index, end }) => {
          const row = rows.rowAt(index);
          // A heading, where there is one, stands above the row in the same place.
          const topPx = end - rowPx;
          if (!row) return <SkeletonRow key={index} topPx={topPx} heightPx={rowPx} />;
          return (
            <ListRow
              key={row.article.id}
              id={rowId(row.article.id)}
              row={row}
              index={index}
              total={total}
              topPx={topPx}
              heightPx={rowPx}
              isSelected={selection.ids.has(row.article.id)}
              isCursor={row.article.id === cursorId}
            />
          );
        })}
        <GroupBands layout={layout} first={first} last={last} source={rows.source} drawn={drawn} />
      </div>
    </div>
  );
}

function press(
  { target, shiftKey, ctrlKey, metaKey }: MouseEvent,
  { onChoose, onWhy }: Pick<ArticleListProps, 'onChoose' | 'onWhy'>,
): void {
  const index = indexOf(rowUnder(target));
  if (index < 0) return;
  if (isWhyPress(target)) onWhy(index);
  else onChoose({ index, isRange: shiftKey, isToggle: ctrlKey || metaKey });
}

/** So many rows from one frame to the next is flight: rows that only fly past are not asked for, those it ends at are. */
const flyingRows = 25;
const restMs = 60;

function useRangeReport({ first, last }: RowRange, onRange: (range: RowRange) => void): void {
  const before = useRef(0);
  useEffect(() => {
    const step = Math.abs(first - before.current);
    before.current = first;
    if (step <= flyingRows) {
      onRange({ first, last });
      return undefined;
    }
    const timer = setTimeout(() => onRange({ first, last }), restMs);
    return () => clearTimeout(timer);
  }, [onRange, first, last]);
}

/** Where a row is found in the page. */
export function rowId(articleId: string): string {
  return `row-${articleId}`;
}
