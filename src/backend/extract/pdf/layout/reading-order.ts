import { around, byPlace, type Line } from './lines.ts';
import { sharedWidth, type Box } from './runs.ts';

/** Lines of one column that follow each other with nothing beside them. */
export type Stack = Box & { readonly lines: readonly Line[]; readonly order: number };

/** A page with more lines than this is a table of figures or an attack: it is read from the top down. */
const mostLines = 3_000;
const mostStacks = 150;
/** In units of the letters' size: lines further apart are of two stacks. */
const widestLeading = 1.4;

/**
 * Puts the lines of a page in the order of reading, as stacks.
 *
 * After Breuel (2003): a stack comes before another when it stands above it and they overlap from
 * left to right, or when it stands beside it on the left and nothing that spans both stands between
 * them; of two that are neither above nor beside each other, the file's own order is asked. So columns are read one after the other, and a headline or a table across the page ends the
 * columns above it.
 *
 * ```
 *   1 1 1 1 1 1
 *   2 2 2   3 3 3
 *   2 2 2   3 3 3
 *   4 4 4 4 4 4
 *   5 5 5   6 6 6
 * ```
 */
export function orderLines(lines: readonly Line[]): Stack[] {
  if (lines.length > mostLines) return lines.toSorted(byPlace).map((line) => stackOf([line]));
  const stacks = stackUp(lines.toSorted(byPlace));
  return stacks.length > mostStacks ? stacks : inOrder(stacks);
}

function stackOf(lines: readonly Line[]): Stack {
  return { ...around(lines), lines, order: Math.min(...lines.map((line) => line.order)) };
}

/** Stacks lines that have each other, and each other alone, above and below. */
function stackUp(lines: readonly Line[]): Stack[] {
  const widened = widen(lines);
  const above = lines.map((_line, at) =>
    neighboursAbove(widened, at)
      .map((near) => lines[near])
      .filter((line) => line !== undefined),
  );
  const below = new Map<Line, number>();
  for (const neighbours of above) for (const line of neighbours) below.set(line, (below.get(line) ?? 0) + 1);
  const stackWith = new Map<Line, Line[]>();
  const stacks: Line[][] = [];
  for (const [at, line] of lines.entries()) {
    const [neighbour, second] = above[at] ?? [];
    const isSole = neighbour !== undefined && second === undefined && below.get(neighbour) === 1;
    const stack = isSole && isClose(neighbour, line) ? stackWith.get(neighbour) : undefined;
    if (stack === undefined) {
      const begun = [line];
      stacks.push(begun);
      stackWith.set(line, begun);
    } else {
      stack.push(line);
      stackWith.set(line, stack);
    }
  }
  return stacks.map(stackOf);
}

/** A short last line is as wide as its paragraph: a first line that is set in would else stand beside it. */
function widen(lines: readonly Line[]): Line[] {
  const widened: Line[] = [];
  for (const line of lines) {
    const above = widened.findLast(
      (other, at) =>
        at >= widened.length - reach &&
        Math.abs(other.left - line.left) < widestIndent * line.size &&
        other.size === line.size,
    );
    const isBelow =
      above !== undefined && line.baseline - above.baseline < 1.6 * line.size && line.baseline > above.baseline;
    widened.push(isBelow ? { ...line, right: Math.max(line.right, above.right) } : line);
  }
  return widened;
}

/** Lines of other columns may stand between two of one. */
const reach = 8;
const widestIndent = 2.5;

/** The places of the lines right above one, as far as they share a part of its width. */
function neighboursAbove(lines: readonly Line[], at: number): number[] {
  const line = lines[at];
  const found: number[] = [];
  if (line === undefined) return found;
  for (let index = at - 1; index >= 0; index -= 1) {
    const other = lines[index];
    if (other === undefined || line.top - other.bottom > line.size * widestLeading * 3) break;
    if (line.baseline - other.baseline < 0.4 * Math.min(line.size, other.size)) continue;
    if (sharedWidth(line, other) <= 1) continue;
    const near = found.flatMap((place) => lines[place] ?? []);
    const [nearest] = near;
    const isFurther = nearest !== undefined && nearest.baseline - other.baseline > 0.6 * nearest.size;
    // Further up: only what no nearer line hides.
    if (isFurther && near.some((one) => sharedWidth(one, other) > 1)) continue;
    found.push(index);
  }
  return found;
}

function isClose(upper: Line, lower: Line): boolean {
  return lower.top - upper.bottom < widestLeading * Math.max(upper.size, lower.size);
}

function inOrder(stacks: readonly Stack[]): Stack[] {
  const before = stacks.map((stack) => stacks.map((other) => stack !== other && comesBefore(stack, other, stacks)));
  const left = new Set(stacks.keys());
  const ordered: Stack[] = [];
  while (left.size > 0) {
    const free = [...left].filter((at) => ![...left].some((other) => before[other]?.[at] === true));
    // A circle cannot be read in order; it is entered at its top.
    const next = firstByPlace(free.length > 0 ? free : [...left], stacks);
    const stack = stacks[next];
    if (stack !== undefined) ordered.push(stack);
    left.delete(next);
  }
  return ordered;
}

function firstByPlace(candidates: readonly number[], stacks: readonly Stack[]): number {
  return candidates.reduce((first, at) => {
    const [one, other] = [stacks[first], stacks[at]];
    if (one === undefined || other === undefined) return first;
    return other.top < one.top - 1 || (Math.abs(other.top - one.top) <= 1 && other.left < one.left) ? at : first;
  });
}

function comesBefore(one: Stack, other: Stack, all: readonly Stack[]): boolean {
  if (sharedWidth(one, other) > 1) return one.top < other.top;
  // Not beside each other: the rest of a first column, or what stands below both? The file knows.
  if (one.bottom <= other.top || other.bottom <= one.top) return one.order < other.order && !isParted(one, other, all);
  return one.left < other.left && !isParted(one, other, all);
}

function isParted(one: Stack, other: Stack, all: readonly Stack[]): boolean {
  const [from, to] = [Math.min(one.top, other.top), Math.max(one.top, other.top)];
  return all.some(
    (between) =>
      between !== one &&
      between !== other &&
      between.top > from &&
      between.top < to &&
      sharedWidth(between, one) > 1 &&
      sharedWidth(between, other) > 1,
  );
}
