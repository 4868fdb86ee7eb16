import { useMemo } from 'react';
import type { Desk } from './desk.ts';
import { searchWords } from './search-words.ts';

/** The words of the search that led to the open article; none where no search did. */
export function useSearchWords({ view, rows, cursor }: Desk): readonly string[] {
  const row = cursor !== null && cursor.id === view.openId ? rows.rowAt(cursor.index) : undefined;
  const query = row === undefined ? '' : view.query.trim();
  const [headline, snippet] = [row?.headline, row?.snippet];
  return useMemo(
    () =>
      query === ''
        ? []
        : searchWords(
            query,
            [headline, snippet].filter((part) => part != null),
          ),
    [query, headline, snippet],
  );
}
