/** Rows are asked for in windows of this many, so that a list of any length costs what is looked at. */
export const windowSize = 100;

/** A window's neighbour is asked for when the view comes this close to it. */
const aheadRows = 30;

export type RowRange = { readonly first: number; readonly last: number };

/** The offsets of the windows that hold a range of rows and what lies just around it. */
export function windowsFor(range: RowRange, total: number | undefined): readonly number[] {
  const end = total === undefined ? range.last : Math.max(0, total - 1);
  const first = Math.max(0, Math.min(range.first - aheadRows, end));
  const last = Math.max(first, Math.min(range.last + aheadRows, end));
  const offsets: number[] = [];
  for (let offset = windowOf(first); offset <= last; offset += windowSize) offsets.push(offset);
  return offsets;
}

/** Whether looking at either range asks for the same windows, however long the list. */
export function asksTheSame(one: RowRange, other: RowRange): boolean {
  const isSameWindow = (row: number, otherRow: number) =>
    windowOf(Math.max(0, row)) === windowOf(Math.max(0, otherRow));
  return (
    isSameWindow(one.first - aheadRows, other.first - aheadRows) &&
    isSameWindow(one.last + aheadRows, other.last + aheadRows)
  );
}

/** The offset of the window that holds a row. */
export function windowOf(row: number): number {
  return Math.floor(row / windowSize) * windowSize;
}

/** The spans to ask for when every row between two is wanted, each no longer than a call allows. */
export function spansBetween(from: number, to: number, longest = 200): readonly { offset: number; limit: number }[] {
  const first = Math.min(from, to);
  const last = Math.max(from, to);
  const spans: { offset: number; limit: number }[] = [];
  for (let offset = first; offset <= last; offset += longest) {
    spans.push({ offset, limit: Math.min(longest, last - offset + 1) });
  }
  return spans;
}
