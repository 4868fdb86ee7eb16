import { Fragment, type ReactNode } from 'react';
import { ContextMenu, type MenuItem } from '../../components/menu.tsx';
import type { RowRange } from '../../state/paging.ts';
import type { Density } from '../../state/preferences.ts';
import type { Rows } from '../../state/rows.ts';
import type { Selection } from '../../state/selection.ts';
import { text } from '../../text/text.ts';
import { ArticleList } from './article-list.tsx';
import { indexOf, rowUnder } from './row-under.ts';
import type { RowChoice } from './row.tsx';
import { rowDragging, type RowDragging } from './use-row-drag.ts';
import { RowsPending } from './rows-pending.tsx';
import styles from './list.module.css';

type ListPaneProps = {
  readonly rows: Rows;
  readonly selection: Selection;
  readonly density: Density;
  readonly head: ReactNode;
  /** What stands in place of rows when there are none. */
  readonly empty: ReactNode;
  readonly menu: readonly MenuItem[];
  readonly onRange: (range: RowRange) => void;
  readonly onChoose: (choice: RowChoice) => void;
  readonly onOpen: (index: number) => void;
  readonly onMenu: (index: number) => void;
  readonly onWhy: (index: number) => void;
  readonly onRetry: () => void;
  readonly dragging: RowDragging;
};

/** The middle pane: what stands on a shelf, or what was found. */
export function ListPane(props: ListPaneProps) {
  return (
    <section aria-label={text.list.pane} className={styles['pane']}>
      {props.head}
      <ListContent {...props} />
    </section>
  );
}

function ListContent(props: ListPaneProps) {
  const { rows, empty, menu, onMenu, onRetry, dragging } = props;
  if (rows.error !== undefined || rows.total === undefined) return <RowsPending error={rows.error} onRetry={onRetry} />;
  if (rows.total === 0) return <Fragment>{empty}</Fragment>;
  return (
    <ContextMenu items={menu}>
      <div
        className={styles['ground']}
        onContextMenu={(event) => onMenu(indexOf(rowUnder(event.target)))}
        {...rowDragging(dragging)}
      >
        <ArticleList {...props} total={rows.total} />
      </div>
    </ContextMenu>
  );
}
