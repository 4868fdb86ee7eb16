/** Which rows of a list are chosen, and the one the keys move from. */
export type Selection = {
  /** The row that the keys move from and the reader shows. */
  readonly cursor: SelectedRow | null;
  /** The fixed end of a range made with shift. */
  readonly anchor: SelectedRow | null;
  readonly ids: ReadonlySet<string>;
};

export type SelectedRow = { readonly id: string; readonly index: number };

export const emptySelection: Selection = { cursor: null, anchor: null, ids: new Set() };

/** Chooses one row and nothing else. */
export function selectOnly(row: SelectedRow): Selection {
  return { cursor: row, anchor: row, ids: new Set([row.id]) };
}

/** Adds a row to the chosen, or takes it out; the last chosen row cannot be taken out. */
export function toggle(selection: Selection, row: SelectedRow): Selection {
  const ids = new Set(selection.ids);
  if (!ids.delete(row.id)) ids.add(row.id);
  if (ids.size === 0) return selectOnly(row);
  return { cursor: row, anchor: row, ids };
}

/** Chooses everything from the anchor to a row; `between` are the ids of that range, both ends included. */
export function extendTo(selection: Selection, row: SelectedRow, between: readonly string[]): Selection {
  return { cursor: row, anchor: selection.anchor ?? row, ids: new Set(between) };
}

/**
 * The row where a step lands. `idAt` is what the list holds now.
 *
 * When the cursor's row has left the list (archived, moved to trash), the row that took its place counts as the
 * first step forward, so that nothing is jumped over.
 */
export function stepFrom(
  cursor: SelectedRow | null,
  step: number,
  total: number,
  idAt: (index: number) => string | undefined,
): number | undefined {
  if (total === 0) return undefined;
  if (cursor === null) return step > 0 ? 0 : total - 1;
  const hasLeft = idAt(cursor.index) !== undefined && idAt(cursor.index) !== cursor.id;
  const target = cursor.index + (hasLeft && step > 0 ? step - 1 : step);
  return Math.min(total - 1, Math.max(0, target));
}

/**
 * Where a row stands now that the list may have grown or shrunk around it, searched outward from where it stood.
 * As it was when it is nowhere near: it has left the list.
 */
export function locate(row: SelectedRow, reach: number, idAt: (index: number) => string | undefined): SelectedRow {
  for (let distance = 0; distance <= reach; distance += 1) {
    if (idAt(row.index + distance) === row.id) return { id: row.id, index: row.index + distance };
    if (idAt(row.index - distance) === row.id) return { id: row.id, index: row.index - distance };
  }
  return row;
}
