import { boxAround, type Box, type Page, type Run, type Tag } from './runs.ts';

/** Runs that stand side by side with no gutter between them. */
export type Line = Box & {
  readonly page: number;
  /** From the first to read to the last. */
  readonly runs: readonly Run[];
  /** That of its larger letters: a raised figure does not lift the line. */
  readonly baseline: number;
  /** The size most of its letters have. */
  readonly size: number;
  /** Its place in the order in which the file writes the page. */
  readonly order: number;
};

/** In units of the letters' size: runs further apart are parted by a gutter, not by a word space. */
const widestSpace = 1.6;
/** Runs that the file does not write one after the other must stand closer to be of one line. */
const widestSpaceOutOfOrder = 0.35;
/** A figure raised by more than this is on another line. */
const highestRaise = 0.5;
/** What stands before the text of a list item, and how far before at most. */
const label = /^(?:[•◦‣▪■●○–—*·-]|\(?\d{1,3}[.)]|\(?[a-z][.)]|\[\d{1,3}\])$/iu;
const widestLabelGap = 4;

/**
 * Cuts a page into its lines.
 *
 * The order in which the file writes is asked first: programs write a line of a column without a
 * break, so that a narrow gutter and a wide word space can be told apart. Pieces that were written
 * apart are then put together where they touch, and lines that a program wrote right across a
 * gutter are cut where one gap stands below the other.
 */
export function readLines(page: Page): Line[] {
  const pieces: Run[][] = [];
  let open: Run[] = [];
  for (const run of page.runs) {
    if (open.length > 0 && goesOn(open, run)) open.push(run);
    else {
      open = [run];
      pieces.push(open);
    }
  }
  const lines = pieces.map((runs, order) => lineOf(runs, page.number, order));
  return joinTouching(splitAtGutters(lines.toSorted(byPlace))).toSorted(byPlace);
}

function goesOn(open: readonly Run[], run: Run): boolean {
  const last = open.at(-1);
  const first = open[0];
  if (last === undefined || first === undefined) return false;
  const size = Math.max(last.size, run.size);
  // A raised figure may stand between: the line is where the one before it stood.
  const rise = Math.min(Math.abs(last.baseline - run.baseline), Math.abs(first.baseline - run.baseline));
  if (rise > highestRaise * Math.min(size, first.size * 1.2)) return false;
  const gap = Math.max(run.left - last.right, last.left - run.right);
  return gap < widestSpace * size && gap > -0.6 * size;
}

/** Puts runs into one line, in the order of reading. */
export function lineOf(runs: readonly Run[], page: number, order: number): Line {
  const leftward = runs.filter((run) => run.isLeftward).length * 2 > runs.length;
  const isInOrder = runs.every((run, at) => {
    const before = runs[at - 1];
    return before === undefined || (leftward ? before.left >= run.left : before.left <= run.left);
  });
  const ordered = isInOrder
    ? runs
    : runs.toSorted((one, other) => (leftward ? other.right - one.right : one.left - other.left));
  const size = commonSize(ordered);
  const tall = ordered.filter((run) => run.size >= size * 0.9);
  const baseline = tall[0]?.baseline ?? ordered[0]?.baseline ?? 0;
  return {
    page,
    order,
    runs: ordered,
    baseline,
    size,
    left: Math.min(...ordered.map((run) => run.left)),
    right: Math.max(...ordered.map((run) => run.right)),
    top: baseline - size * 0.8,
    bottom: baseline + size * 0.2,
  };
}

function commonSize(runs: readonly Run[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of runs) letters.set(size, (letters.get(size) ?? 0) + text.length);
  let common = 0;
  let most = 0;
  for (const [size, count] of letters)
    if (count > most || (count === most && size > common)) [common, most] = [size, count];
  return common;
}

/** Lines by their place: from the top down, on one height from the left. */
export function byPlace(one: Line, other: Line): number {
  return one.baseline - other.baseline || one.left - other.left;
}

/** In units of the letters' size: a gap that may be a gutter when it goes on over several lines. */
const leastGutter = 0.9;
const linesOfGutter = 3;

/** Dots that lead across a gap, as in a table of contents. */
const leader = /(?:\.\s?){3,}$|…$|_{3,}$/u;
const widestLeaderGap = 6;

type Gap = { readonly from: number; readonly to: number; readonly at: number };

/** Wide word spaces stand anywhere; gaps that stand in one strip over three lines are a gutter. */
function splitAtGutters(lines: readonly Line[]): Line[] {
  const gapsOf = lines.map(wideGaps);
  return lines.flatMap((line, index) => {
    const gutters = (gapsOf[index] ?? []).filter((gap) => goesOnInStrip(gap, gapsOf, index, line.size));
    if (gutters.length === 0) return [line];
    const ends = [...gutters.map(({ at }) => at), line.runs.length];
    return ends.map((end, part) => lineOf(line.runs.slice(ends[part - 1] ?? 0, end), line.page, line.order));
  });
}

function wideGaps(line: Line): Gap[] {
  return line.runs.flatMap((run, at) => {
    const before = line.runs[at - 1];
    if (before === undefined || run.left - before.right < leastGutter * line.size) return [];
    if (leader.test(before.text)) return [];
    return [{ from: before.right, to: run.left, at }];
  });
}

function goesOnInStrip(gap: Gap, gapsOf: readonly (readonly Gap[])[], index: number, size: number): boolean {
  const shares = (other: Gap) => Math.min(gap.to, other.to) - Math.max(gap.from, other.from) >= 0.6 * size;
  let alike = 1;
  for (const step of [-1, 1])
    for (let near = index + step; gapsOf[near]?.some(shares) === true && alike < linesOfGutter; near += step)
      alike += 1;
  return alike >= linesOfGutter;
}

/** Only the last few lines can be on the height of the next piece. */
const reach = 12;

function joinTouching(pieces: readonly Line[]): Line[] {
  const joined: Line[] = [];
  for (const piece of pieces.toSorted(byPlace)) {
    const recent = joined.slice(-reach);
    const at = recent.findLastIndex((line) => touches(line, piece));
    const line = recent[at];
    if (line === undefined) joined.push(piece);
    else joined[joined.length - recent.length + at] = joinedLine(line, piece);
  }
  return joined;
}

function joinedLine(line: Line, piece: Line): Line {
  const runs = [...line.runs, ...piece.runs].toSorted((one, other) => one.left - other.left);
  return lineOf(runs, line.page, Math.min(line.order, piece.order));
}

function touches(line: Line, piece: Line): boolean {
  const size = Math.min(line.size, piece.size);
  if (Math.abs(line.baseline - piece.baseline) > highestRaise * Math.min(line.size, piece.size) + 0.5) return false;
  const gap = Math.max(piece.left - line.right, line.left - piece.right);
  if (gap < -0.6 * size) return false;
  const [before] = line.left <= piece.left ? [line] : [piece];
  if (gap < widestSpaceOutOfOrder * size) return true;
  const text = textOf(before);
  return (gap < widestLabelGap * size && label.test(text)) || (gap < widestLeaderGap * size && leader.test(text));
}

/** The words of a line. */
export function textOf(line: Line): string {
  return line.runs
    .map((run, at) => (needsSpace(line.runs[at - 1], run) ? ` ${run.text}` : run.text))
    .join('')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** Says whether a word space stands between two runs of a line. */
export function needsSpace(before: Run | undefined, run: Run): boolean {
  if (before === undefined) return false;
  const gap = Math.max(run.left - before.right, before.left - run.right);
  return run.isSpaced || gap > 0.25 * Math.min(run.size, before.size);
}

/** True when every letter of a line has a trait. */
export function isAll(line: Line, trait: 'isBold' | 'isItalic' | 'isMono'): boolean {
  return line.runs.every((run) => run.face[trait] || !/[\p{L}\p{N}]/u.test(run.text));
}

/** The box around lines. */
export const around: (lines: readonly Line[]) => Box = boxAround;

/** What the file says a line is part of, when it says so of all of it. */
export function tagOf(line: Line): Tag | null {
  const tag = line.runs[0]?.tag ?? null;
  return tag !== null && line.runs.every((run) => run.tag?.element === tag.element) ? tag : null;
}
