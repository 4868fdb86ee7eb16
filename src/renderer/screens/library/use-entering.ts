import { useEffect } from 'react';
import type { Desk } from './desk.ts';

/** Enter may be pressed before the answer is there: the list is entered once it answers what was typed. */
export function useEntering({ view, rows, enterRows }: Desk): void {
  const isAnswered = rows.total !== undefined && !rows.isFormer;
  useEffect(() => {
    if (view.isEntering && isAnswered) enterRows();
  });
}
