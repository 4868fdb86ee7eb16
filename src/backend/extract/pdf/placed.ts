import type { Run } from './layout/runs.ts';

/** A run before it is known which way up its page is: `x` and `y` are where it starts. */
export type Placed = {
  readonly x: number;
  readonly y: number;
  readonly length: number;
  /** To the right, down, to the left, up. */
  readonly direction: 0 | 1 | 2 | 3;
  readonly run: Omit<Run, 'left' | 'right' | 'baseline'>;
};

/** A point under a transformation `a b c d e f`. */
export function moved(
  x: number,
  y: number,
  [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: readonly number[],
): { x: number; y: number } {
  return { x: a * x + c * y + e, y: b * x + d * y + f };
}

export function directionOf(x: number, y: number): Placed['direction'] {
  if (Math.abs(x) >= Math.abs(y)) return x >= 0 ? 0 : 2;
  return y >= 0 ? 1 : 3;
}

type Upright = { readonly runs: Run[]; readonly sideways: string[]; readonly width: number; readonly height: number };

/** Turns a page so that most of its text stands upright; what then lies on its side is set apart. */
export function turnUpright(placed: readonly Placed[], width: number, height: number): Upright {
  const letters = [0, 0, 0, 0];
  for (const { run, direction } of placed) letters[direction] = (letters[direction] ?? 0) + run.text.length;
  const main = letters.indexOf(Math.max(...letters));
  const sideways = placed.filter(({ direction }) => direction !== main).map(({ run }) => run.text);
  const runs = placed.filter(({ direction }) => direction === main).map((one) => turned(one, width, height));
  const isSwapped = main % 2 === 1;
  return { runs, sideways, width: isSwapped ? height : width, height: isSwapped ? width : height };
}

function turned({ x, y, length, direction, run }: Placed, width: number, height: number): Run {
  const left = [x, y, width - x, height - y][direction] ?? x;
  const baseline = [y, width - x, height - y, x][direction] ?? y;
  return { ...run, left, right: left + length, baseline };
}
