import type { ReactNode } from 'react';
import type { text } from '../../text/text.ts';
import { ListMenu, type ListLook } from './list-menu.tsx';
import styles from './list.module.css';

type ListHeadProps<T extends string> = {
  readonly title: string;
  /** How many, and for a search how long it took. */
  readonly summary: string;
  readonly sort: T;
  readonly sorts: readonly T[];
  readonly onSort: (sort: T) => void;
  readonly look: ListLook;
  /** Stands in place of the title while several rows are chosen. */
  readonly bulkBar: ReactNode;
  /** Further buttons at the end of the line. */
  readonly acts?: ReactNode;
  readonly children?: ReactNode;
};

export function ListHead<T extends keyof typeof text.list.sorts>(props: ListHeadProps<T>) {
  const { title, summary, sort, sorts, onSort, look, bulkBar, acts, children } = props;
  return (
    <header className={styles['head']}>
      {bulkBar ?? (
        <div className={styles['titleLine']}>
          <h2 className={styles['title']}>{title}</h2>
          <span className={styles['summary']} role="status">
            {summary}
          </span>
          {acts}
          <ListMenu sort={sort} sorts={sorts} onSort={onSort} look={look} />
        </div>
      )}
      {children}
    </header>
  );
}
