/** One line as it stands in the text, and what surrounds it. */
export type Line = {
  readonly text: string;
  /** Blanks before the first character; a tab counts four. */
  readonly indent: number;
  /** True when an empty line, or the start of the text, stands before it. */
  readonly startsBlock: boolean;
};

/** A paragraph: one line or several that a fixed line length had cut. */
export type Unit = {
  readonly text: string;
  readonly indent: number;
  readonly startsBlock: boolean;
  /** How many lines it was. */
  readonly lines: number;
};

/** Cuts a text into its lines that hold something. */
export function readLines(text: string): Line[] {
  const lines: Line[] = [];
  let startsBlock = true;
  for (const raw of text.replaceAll(/\r\n?|\u2028|\u2029|\u0085|\f/g, '\n').split('\n')) {
    const trimmed = raw.replaceAll(/[\u00a0\u200b\ufeff]/g, ' ').trim();
    if (trimmed === '') {
      startsBlock = true;
      continue;
    }
    const blank = /^[\s\u00a0]*/.exec(raw)?.[0] ?? '';
    lines.push({
      text: trimmed.replaceAll(/[ \t]+/g, ' '),
      indent: blank.replaceAll('\t', '    ').length,
      startsBlock,
    });
    startsBlock = false;
  }
  return lines;
}

/** The longest line that a fixed width would have made. */
const widestWrap = 100;
const narrowestWrap = 40;

/**
 * Says whether lines were cut at a fixed width.
 *
 * Looked at are lines that another follows with no empty line between: cut lines are all of about
 * one length, none longer than a page is wide, and most of them stop in the middle of a sentence.
 */
export function isHardWrapped(lines: readonly Line[]): boolean {
  const followed = lines.filter((_line, index) => {
    const next = lines[index + 1];
    return next !== undefined && !next.startsBlock && next.indent <= 1;
  });
  if (followed.length < 3) return false;
  const lengths = followed.map((line) => line.indent + line.text.length).sort((left, right) => left - right);
  const widest = lengths[Math.floor(lengths.length * 0.95)] ?? 0;
  if (widest > widestWrap || widest < narrowestWrap) return false;
  const nearlyFull = lengths.filter((length) => length > widest * 0.7).length / lengths.length;
  const cut = followed.filter((line) => !/[.!?:;"”»)]$/.test(line.text)).length / followed.length;
  return nearlyFull > 0.6 && cut > 0.5 && followed.length > lines.length * 0.3;
}

/** How a line of cut text stands to the one before it: it goes on, begins anew, or is a line of its own. */
export type Standing = 'continues' | 'begins' | 'alone';

/**
 * Lines as paragraphs: as they are, or, when cut at a fixed width, joined again.
 *
 * A joined paragraph begins after an empty line, and where a line is set in further than the text.
 * `standingOf` knows the lines of a head (a byline, a date), which are never joined.
 */
export function joinLines(
  lines: readonly Line[],
  isWrapped: boolean,
  standingOf: (line: Line, index: number) => Standing,
): Unit[] {
  if (!isWrapped) return lines.map((line) => ({ ...line, lines: 1 }));
  const units: Unit[] = [];
  let isOpen = false;
  for (const [index, line] of lines.entries()) {
    const last = units.at(-1);
    const standing = standingOf(line, index);
    if (last === undefined || !isOpen || line.startsBlock || line.indent >= 2 || standing !== 'continues')
      units.push({ ...line, lines: 1 });
    else units[units.length - 1] = { ...last, text: joined(last.text, line.text), lines: last.lines + 1 };
    isOpen = standing !== 'alone';
  }
  return units;
}

/** A hyphen at a line's end stays: whether it was the word's own cannot be told without a dictionary. */
function joined(before: string, after: string): string {
  return /\p{L}-$/u.test(before) || /[\u2e80-\u9fff\uff00-\uffef]$/.test(before)
    ? before + after
    : `${before} ${after}`;
}
