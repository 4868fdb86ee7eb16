/** The row of a list that an element is of, or that something happened to: the list listens for all its rows. */
export function rowUnder(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null;
}

/** Its place in the list; -1 where there is no row. */
export function indexOf(row: HTMLElement | null): number {
  return Number(row?.dataset['index'] ?? -1);
}
