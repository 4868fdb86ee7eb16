import type { DragEvent } from 'react';
import { droppedOf, kindOfDrag, startDrag } from '../../components/dragging.ts';
import { indexOf, rowUnder } from './row-under.ts';

export type RowDragging = {
  /** The articles that go along when the row is dragged: all that are chosen, if it is one of them. */
  readonly idsFor: (index: number) => readonly string[];
  /** Articles were dropped before the row `index`; `null` where the list has no order of the reader's own. */
  readonly onDrop: ((ids: readonly string[], index: number) => void) | null;
};

/** Dragging rows out of the list, and where the list has an order of the reader's own, within it. */
export function rowDragging({ idsFor, onDrop }: RowDragging) {
  const accepts = (event: DragEvent) => onDrop !== null && kindOfDrag(event) === 'articles';
  return {
    onDragStart(event: DragEvent<HTMLElement>) {
      const row = rowUnder(event.target);
      if (row === null) return;
      startDrag(event, { kind: 'articles', ids: idsFor(indexOf(row)) });
    },
    onDragOver(event: DragEvent<HTMLElement>) {
      if (!accepts(event)) return;
      event.preventDefault();
      event.stopPropagation();
      const row = rowUnder(event.target);
      unmark(event.currentTarget, row);
      if (row) row.dataset['drop'] = isLowerHalf(event, row) ? 'after' : 'before';
    },
    onDragLeave(event: DragEvent<HTMLElement>) {
      if (event.target === event.currentTarget) unmark(event.currentTarget, null);
    },
    onDragEnd: (event: DragEvent<HTMLElement>) => unmark(event.currentTarget, null),
    onDrop(event: DragEvent<HTMLElement>) {
      unmark(event.currentTarget, null);
      const row = rowUnder(event.target);
      const dragged = accepts(event) ? droppedOf(event) : undefined;
      if (dragged?.kind !== 'articles') return;
      event.preventDefault();
      event.stopPropagation();
      // Below the last row is after all of them.
      const index = row === null ? Number.POSITIVE_INFINITY : indexOf(row) + (isLowerHalf(event, row) ? 1 : 0);
      onDrop?.(dragged.ids, index);
    },
  };
}

function isLowerHalf({ clientY }: DragEvent, row: HTMLElement): boolean {
  const { top, height } = row.getBoundingClientRect();
  return clientY > top + height / 2;
}

function unmark(list: HTMLElement, but: HTMLElement | null): void {
  for (const row of list.querySelectorAll<HTMLElement>('[data-drop]')) if (row !== but) delete row.dataset['drop'];
}
