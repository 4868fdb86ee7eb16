import { useMemo } from 'react';
import type { ArchiveError } from '#contract/errors.ts';
import type { Highlight, HighlightFilter, HighlightSort } from '#contract/highlight.ts';
import { useFormer, useQueries } from '../../state/backend.tsx';
import { windowOf, windowSize, windowsFor, type RowRange } from '../../state/paging.ts';
import { useRange } from '../../state/rows.ts';

/** Highlights of any number, of which only those looked at are in memory. */
export type HighlightRows = {
  /** Not known until the first answer. */
  readonly total: number | undefined;
  readonly rowAt: (index: number) => Highlight | undefined;
  readonly error: ArchiveError | undefined;
  readonly onRange: (range: RowRange) => void;
};

export function useHighlightRows(filter: HighlightFilter, sort: HighlightSort): HighlightRows {
  const [range, onRange] = useRange();
  const inputAt = (offset: number) => ({ filter, sort, limit: windowSize, offset });
  // The first window says how many there are; it is always watched, and is small.
  const [first] = useQueries('highlights.list', [inputAt(0)]);
  const total = first?.value?.total;
  const offsets = windowsFor(range, total);
  const states = useQueries('highlights.list', offsets.map(inputAt));
  const now = useMemo((): HighlightRows => {
    const pages = new Map(offsets.map((offset, at) => [offset, states[at]?.value?.highlights]));
    return {
      total,
      rowAt: (index) => pages.get(windowOf(index))?.[index % windowSize],
      error: first?.value === undefined ? first?.error : undefined,
      onRange,
    };
    // eslint-disable-next-line react/exhaustive-deps -- a new array with the same numbers is the same offsets
  }, [total, states, first, onRange, offsets.join()]);
  // While the filter is typed, the answer before stays in sight until the next is there.
  const isAnswered = now.total !== undefined || now.error !== undefined;
  const former = useFormer(isAnswered ? now : undefined);
  return isAnswered ? now : (former ?? now);
}
