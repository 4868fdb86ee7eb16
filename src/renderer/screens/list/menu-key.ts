import type { MouseEvent } from 'react';

/**
 * The menu key and Shift+F10 ask for the menu of whatever has the focus: here that is the list, which means its
 * cursor's row. Asked for again on that row, the menu opens where the row is.
 */
export function askOnCursorRow(event: MouseEvent, cursorRow: Element | null): void {
  // A press of the pointer names its row by itself.
  if (event.target !== event.currentTarget || cursorRow === null) return;
  event.preventDefault();
  event.stopPropagation();
  const { left, top, height } = cursorRow.getBoundingClientRect();
  cursorRow.dispatchEvent(
    new globalThis.MouseEvent('contextmenu', {
      bubbles: true,
      cancelable: true,
      button: 2,
      clientX: left + 32,
      clientY: top + height / 2,
    }),
  );
}
