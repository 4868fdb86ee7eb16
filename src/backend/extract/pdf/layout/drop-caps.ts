import { lineOf, textOf, type Line } from './lines.ts';

/** A first letter this much larger than the line it opens stands over several lines. */
const leastShare = 1.8;

/**
 * Puts a large first letter back before the line that it opens.
 *
 * ```
 *  TTTTT  he ferry crossed
 *    T    nine times on
 *    T    Monday
 *  and the booth
 * ```
 *
 * The lines beside it then begin where it does, so that the one below it is not taken for the first
 * of another paragraph.
 */
export function attachDropCaps(lines: readonly Line[]): readonly Line[] {
  const caps = lines.filter(({ runs }) => runs.length === 1).filter((line) => /^["“„«‘]?\p{Lu}$/u.test(textOf(line)));
  return caps.slice(0, mostCaps).reduce(attach, lines);
}

/** A page with more is an alphabet. */
const mostCaps = 12;

function attach(lines: readonly Line[], cap: Line): readonly Line[] {
  const beside = lines.filter((line) => line !== cap && isBeside(line, cap));
  const [first] = beside.toSorted((one, other) => one.baseline - other.baseline);
  const [run] = cap.runs;
  if (first === undefined || run === undefined) return lines;
  const letter = { ...run, size: first.size, baseline: first.baseline };
  const opened = lineOf(
    [letter, ...first.runs.map((one, at) => (at === 0 ? { ...one, isSpaced: false, left: run.right } : one))],
    first.page,
    first.order,
  );
  return lines.flatMap((line) => {
    if (line === cap) return [];
    if (line === first) return [opened];
    return beside.includes(line) ? [{ ...line, left: cap.left }] : [line];
  });
}

function isBeside(line: Line, cap: Line): boolean {
  if (cap.size < line.size * leastShare) return false;
  const gap = line.left - cap.right;
  const isLevel = line.baseline > cap.baseline - cap.size && line.baseline <= cap.baseline + line.size;
  return isLevel && gap > -0.2 * cap.size && gap < 1.2 * line.size;
}
