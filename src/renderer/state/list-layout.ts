import type { ListGroup } from '#contract/lists.ts';

/** A group of a list, and where its rows begin. */
export type PlacedGroup = ListGroup & { readonly first: number; readonly topPx: number; readonly heightPx: number };

/** Where each row of a list stands, with the headings of its groups between them. */
export type ListLayout = {
  readonly rowPx: number;
  readonly headingPx: number;
  /** The height of a row, with the heading above it where it is the first of its group. */
  readonly sizeOf: (row: number) => number;
  /** The groups of which some row lies between two. */
  readonly groupsBetween: (first: number, last: number) => readonly PlacedGroup[];
};

/**
 * Lays rows and headings out by arithmetic: any of 100,000 is found without measuring the others.
 *
 * Without groups, or with groups that do not add up to the list as it is now (it has just changed), there are no
 * headings rather than wrong ones.
 */
export function layOut(
  groups: readonly ListGroup[] | undefined,
  total: number,
  sizes: { readonly rowPx: number; readonly headingPx: number },
): ListLayout {
  const { rowPx, headingPx } = sizes;
  const placed = placeGroups(groups ?? [], rowPx, headingPx);
  const counted = placed.reduce((sum, { count }) => sum + count, 0);
  const isExact = placed.length > 0 && counted === total;
  if (!isExact) return { rowPx, headingPx: 0, sizeOf: () => rowPx, groupsBetween: () => [] };
  const firsts = new Set(placed.map(({ first }) => first));
  return {
    rowPx,
    headingPx,
    sizeOf: (row) => (firsts.has(row) ? rowPx + headingPx : rowPx),
    groupsBetween: (first, last) => placed.slice(groupAt(placed, first), groupAt(placed, last) + 1),
  };
}

function placeGroups(groups: readonly ListGroup[], rowPx: number, headingPx: number): readonly PlacedGroup[] {
  let first = 0;
  return groups.map((group, at) => {
    const topPx = first * rowPx + at * headingPx;
    const placed = { ...group, first, topPx, heightPx: group.count * rowPx + headingPx };
    first += group.count;
    return placed;
  });
}

/** The last group that begins at a row or before it. */
function groupAt(placed: readonly PlacedGroup[], row: number): number {
  let low = 0;
  let high = placed.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((placed[middle]?.first ?? 0) <= row) low = middle;
    else high = middle - 1;
  }
  return low;
}
