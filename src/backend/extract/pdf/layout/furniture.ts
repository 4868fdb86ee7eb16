import type { RemovalRule } from '#contract/removal.ts';
import { textOf, type Line } from './lines.ts';
import type { Page } from './runs.ts';

/** What is printed on every page and belongs to none. */
export type Furniture = {
  readonly kept: readonly (readonly Line[])[];
  readonly removed: readonly { readonly line: Line; readonly rule: RemovalRule }[];
};

/** The part of a page's height in which headers and footers stand; a page number may be the first or last line anywhere. */
const marginShare = 0.13;
const outermost = 2;
/** A margin with more lines is no margin. */
const mostMarginal = 200;
/** Repeated lines may stand this many points higher or lower. */
const slackPoints = 4;
const pageNumber =
  /^[-–—[(|·\s]*(?:page|pg?\.|seite|s\.|pagina|página|стр\.?)?\s*(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:\/|of|von|de|sur|di|из)\s*\d{1,4})?[-–—\])|·\s]*$/iu;

/**
 * Takes headers, footers and page numbers off the pages.
 *
 * A line near an edge is furniture when the same words (figures aside) stand at the same height on
 * half of the pages, or on three pages. A bare page number must follow the pages to be one; a sole
 * page shows its number only together with the address that a browser prints.
 */
export function takeOffFurniture(pages: readonly Page[], linesOf: readonly (readonly Line[])[]): Furniture {
  const marginal = pages.map((page, at) => marginalLines(linesOf[at] ?? [], page));
  const inMargin = pages.map((page, at) => (marginal[at] ?? []).filter((line) => isInMargin(line, page)));
  const repeated = findRepeated(inMargin, pages.length);
  const numbered = findNumbered(marginal);
  const removed: { line: Line; rule: RemovalRule }[] = [];
  const kept = linesOf.map((lines, at) => {
    const candidates = new Set(marginal[at]);
    const printed = browserFurniture(marginal[at] ?? []);
    return lines.filter((line) => {
      if (!candidates.has(line)) return true;
      const rule = printed.has(line)
        ? 'printed-by-the-browser-on-the-edge-of-the-page'
        : repeated.has(line)
          ? 'repeated-on-the-edge-of-the-pages'
          : numbered.has(line)
            ? 'page-number'
            : null;
      if (rule !== null) removed.push({ line, rule });
      return rule === null;
    });
  });
  return { kept, removed };
}

function marginalLines(lines: readonly Line[], page: Page): Line[] {
  const marginal = lines.filter(
    (line, at) => at < outermost || at >= lines.length - outermost || isInMargin(line, page),
  );
  return marginal.length <= mostMarginal ? marginal : [...lines.slice(0, outermost), ...lines.slice(-outermost)];
}

function isInMargin(line: Line, page: Page): boolean {
  return line.bottom < page.height * marginShare || line.top > page.height * (1 - marginShare);
}

function findRepeated(marginal: readonly (readonly Line[])[], pageCount: number): ReadonlySet<Line> {
  const groups = new Map<string, Line[]>();
  for (const line of marginal.flat()) {
    const key = `${Math.round(line.size)} ${wordsOf(line)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [line]);
    else group.push(line);
  }
  const needed = Math.max(2, Math.min(3, Math.ceil(pageCount / 2)));
  const repeated = new Set<Line>();
  for (const lines of groups.values()) {
    if (lines.length < needed) continue;
    const byHeight = lines.toSorted((one, other) => one.baseline - other.baseline);
    for (const [at, line] of byHeight.entries()) if (isRepeated(byHeight, at, needed)) repeated.add(line);
  }
  return repeated;
}

/** Counts pages around a place in a list of lines by height, and stops when there are enough. */
function isRepeated(byHeight: readonly Line[], at: number, needed: number): boolean {
  const line = byHeight[at];
  if (line === undefined) return false;
  const pages = new Set([line.page]);
  for (const step of [-1, 1])
    for (let near = at + step; pages.size < needed; near += step) {
      const other = byHeight[near];
      if (other === undefined || Math.abs(other.baseline - line.baseline) > slackPoints) break;
      pages.add(other.page);
    }
  return pages.size >= needed;
}

/** Words for comparison: a figure may count the pages. */
function wordsOf(line: Line): string {
  return textOf(line).toLowerCase().replaceAll(/\d+/g, '#');
}

/** Numbers that grow with the pages, at whatever edge. */
function findNumbered(marginal: readonly (readonly Line[])[]): ReadonlySet<Line> {
  const offsets = new Map<number, Line[]>();
  for (const line of marginal.flat()) {
    const text = textOf(line);
    if (!pageNumber.test(text)) continue;
    const offset = (numberIn(text) ?? Number.NaN) - line.page;
    offsets.set(offset, [...(offsets.get(offset) ?? []), line]);
  }
  const numbered = new Set<Line>();
  for (const [offset, lines] of offsets)
    if (offset === 0 || new Set(lines.map((line) => line.page)).size > 1) for (const line of lines) numbered.add(line);
  return numbered;
}

function numberIn(text: string): number | null {
  const digits = /\d+/.exec(text)?.[0];
  if (digits !== undefined) return Number(digits);
  const roman = /[ivxlc]+/i.exec(text)?.[0];
  return roman === undefined ? null : fromRoman(roman.toLowerCase());
}

const romanValues: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

function fromRoman(numeral: string): number {
  let total = 0;
  for (const [at, letter] of numeral.split('').entries()) {
    const value = romanValues[letter] ?? 0;
    total += value < (romanValues[numeral[at + 1] ?? ''] ?? 0) ? -value : value;
  }
  return total;
}

/** The address that a browser prints at the foot, as far as it is one. */
export const printedAddress = /^(?:https?:\/\/|file:\/\/)\S+$/i;
const printedCount = /^\d{1,4}\/\d{1,4}$/;
const printedDay =
  /^(?:\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}),?\s+\d{1,2}[:.]\d{2}(?:\s*[ap]\.?m\.?)?(?:\s|$)/iu;

/** Header and footer of a page printed by a browser: address and `1/3` below, day and title above. */
function browserFurniture(lines: readonly Line[]): ReadonlySet<Line> {
  const found = new Set<Line>();
  for (const line of lines) {
    const beside = lines.filter((other) => other !== line && Math.abs(other.baseline - line.baseline) < 2);
    const words = [line, ...beside].map(textOf);
    const isFoot = words.some((text) => printedCount.test(text)) && words.some((text) => printedAddress.test(text));
    if (isFoot || words.some((text) => printedDay.test(text))) found.add(line);
  }
  return found;
}
