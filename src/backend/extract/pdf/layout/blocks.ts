import { isAll, tagOf, textOf, type Line } from './lines.ts';
import type { Stack } from './reading-order.ts';
import type { Tag } from './runs.ts';

/** What a block is, as far as its lines alone say. */
export type BlockKind = 'text' | 'item' | 'code';

/** Lines that are one paragraph, heading or item. */
export type Block = {
  readonly kind: BlockKind;
  readonly lines: readonly Line[];
  readonly size: number;
  readonly isBold: boolean;
  readonly isItalic: boolean;
  /** Its first line is set in, as where a paragraph begins. */
  readonly isSetIn: boolean;
  /** The edges of the column it stands in. */
  readonly columnLeft: number;
  readonly columnRight: number;
  /** What the file says it is. */
  readonly tag: Tag | null;
};

/** Steps between lines over this share of the usual one part paragraphs. */
const partingStep = 1.22;
/** In units of the letters' size. */
const leastIndent = 0.7;
const mostIndent = 6;
const bullet = /^[•◦‣▪■●○–—*·➢✓-]\s+\S/u;
const number = /^(?:\(?\d{1,2}[.)]|\(?[a-z][.)]|\[\d{1,3}\])\s+\S/u;

/**
 * Parts stacks into paragraphs.
 *
 * What parts them, surest first: what the file itself says, another size or weight, a list's label, a step between lines over
 * the usual one, a first line that is set in, and a line that ends although the next word would have
 * fitted on it. The usual step is that of the whole document for the size, because a stack of two
 * lines says nothing about it.
 */
export function partIntoBlocks(pages: readonly (readonly Stack[])[]): Block[][] {
  const steps = usualSteps(pages);
  return pages.map((stacks) => {
    const edges = columnEdges(stacks);
    return stacks.flatMap((stack) => partStack(stack, edges(stack), steps));
  });
}

type Edges = { readonly left: number; readonly right: number };

const mostStacks = 400;

/** The column a stack stands in: as wide as the stacks that share its left edge. */
function columnEdges(stacks: readonly Stack[]): (stack: Stack) => Edges {
  // So many stacks are a table or an attack: each is its own column.
  if (stacks.length > mostStacks) return (stack) => stack;
  return (stack) => {
    const size = stack.lines[0]?.size ?? 0;
    const alike = stacks.filter(
      (other) => Math.abs(other.left - stack.left) < 3 * size && Math.abs((other.lines[0]?.size ?? 0) - size) < 1,
    );
    const wide = alike.filter((other) => other.lines.length > 1 || other === stack);
    return {
      left: Math.min(...wide.map((other) => other.left)),
      right: Math.max(...wide.map((other) => other.right)),
    };
  };
}

/** The most frequent step from line to line, for each size of letters (rounded to half a point). */
function usualSteps(pages: readonly (readonly Stack[])[]): ReadonlyMap<number, number> {
  const counts = new Map<number, Map<number, number>>();
  for (const stack of pages.flat())
    for (const [at, line] of stack.lines.entries()) {
      const before = stack.lines[at - 1];
      if (before === undefined || !isSameSize(before.size, line.size)) continue;
      const step = roundHalf(line.baseline - before.baseline);
      const ofSize = counts.get(roundHalf(line.size)) ?? new Map<number, number>();
      ofSize.set(step, (ofSize.get(step) ?? 0) + 1);
      counts.set(roundHalf(line.size), ofSize);
    }
  return new Map([...counts].map(([size, steps]) => [size, mostFrequent(steps)]));
}

function mostFrequent(counts: ReadonlyMap<number, number>): number {
  const [first] = [...counts].toSorted(([one, often], [other, oftener]) => oftener - often || one - other);
  return first?.[0] ?? 0;
}

export function roundHalf(value: number): number {
  return Math.round(value * 2) / 2;
}

export function isSameSize(one: number, other: number): boolean {
  return Math.abs(one - other) <= 0.06 * Math.max(one, other);
}

function partStack(stack: Stack, edges: Edges, steps: ReadonlyMap<number, number>): Block[] {
  const parts: Line[][] = [];
  for (const [at, line] of stack.lines.entries()) {
    const part = parts.at(-1);
    const before = part?.at(-1);
    if (part === undefined || before === undefined || isParted(part, before, line, stack.lines[at + 1], edges, steps))
      parts.push([line]);
    else part.push(line);
  }
  return joinCode(parts.map((lines) => blockOf(lines, edges)));
}

function blockOf(lines: readonly Line[], edges: Edges): Block {
  const first = lines[0];
  const size = first?.size ?? 0;
  const text = first === undefined ? '' : textOf(first);
  const others = lines.slice(1);
  const tag = first === undefined ? null : tagOf(first);
  return {
    kind: lines.every((line) => isAll(line, 'isMono')) ? 'code' : isItem(tag, text) ? 'item' : 'text',
    lines,
    size,
    isBold: lines.every((line) => isAll(line, 'isBold')),
    isItalic: lines.every((line) => isAll(line, 'isItalic')),
    isSetIn:
      first !== undefined &&
      first.left - edges.left > leastIndent * size &&
      others.every((line) => first.left - line.left > leastIndent * size),
    columnLeft: edges.left,
    columnRight: edges.right,
    tag,
  };
}

/** By its tag; where there is none, or one that says nothing, by its label. */
function isItem(tag: Tag | null, text: string): boolean {
  return tag?.role === 'item' || (tag?.role !== 'heading' && isLabelled(text));
}

export function isLabelled(text: string): boolean {
  return bullet.test(text) || number.test(text);
}

function isParted(
  part: readonly Line[],
  before: Line,
  line: Line,
  next: Line | undefined,
  edges: Edges,
  steps: ReadonlyMap<number, number>,
): boolean {
  if (!isSameSize(before.size, line.size)) return true;
  const [one, other] = [tagOf(before), tagOf(line)];
  if (one !== null && other !== null) return one.element !== other.element;
  if (isWholeFaceChange(part, line) || areLinks(before, line)) return true;
  const step = line.baseline - before.baseline;
  const usual = steps.get(roundHalf(line.size)) ?? step;
  if (step > usual * partingStep && step > line.size * 1.15) return true;
  if (beginsItem(part, line, before)) return true;
  return beginsSetIn(part, before, line, next, edges) || endsShort(before, line, edges);
}

/** Two lines that each are one link are entries of a menu, unless the link is the same. */
function areLinks(before: Line, line: Line): boolean {
  const [one, other] = [linkOf(before), linkOf(line)];
  return one !== null && other !== null && one !== other;
}

function linkOf(line: Line): string | null {
  const link = line.runs[0]?.link ?? null;
  return line.runs.every((run) => run.link === link) ? link : null;
}

/** A bold line under a line of text, or text under a bold line; a word in bold at a line's end is neither. */
function isWholeFaceChange(part: readonly Line[], line: Line): boolean {
  const last = part.at(-1);
  if (last === undefined) return false;
  if (isAll(last, 'isMono') !== isAll(line, 'isMono')) return true;
  const isBold = isAll(last, 'isBold');
  return isBold !== isAll(line, 'isBold') && part.every((one) => isAll(one, 'isBold') === isBold);
}

/** A line of prose may begin with a dash or a figure by chance: an item stands under another, or after a full stop or colon. */
function beginsItem(part: readonly Line[], line: Line, before: Line): boolean {
  const first = part[0];
  if (!isLabelled(textOf(line)) || line.left > (first?.left ?? 0) + mostIndent * line.size) return false;
  if (first !== undefined && isLabelled(textOf(first)) && Math.abs(first.left - line.left) < line.size) return true;
  return /[.:;!?]$/u.test(textOf(before)) || line.left - before.left > leastIndent * line.size;
}

function beginsSetIn(part: readonly Line[], before: Line, line: Line, next: Line | undefined, edges: Edges): boolean {
  const indent = line.left - before.left;
  const least = leastIndent * line.size;
  if (Math.abs(indent) < least || isCentred(part, line, edges)) return false;
  if (indent > mostIndent * line.size) return false;
  if (indent > 0) return !isLabelledPart(part) && isFirstOfNext(part, before, line, next, least);
  // Back from a hanging indent: the line before was set in deeper than its own first line.
  const first = part[0];
  return part.length > 1 && first !== undefined && Math.abs(line.left - first.left) < least;
}

/** A line that is set in begins a paragraph when the next goes back; else it may be the second of a hanging one. */
function isFirstOfNext(
  part: readonly Line[],
  before: Line,
  line: Line,
  next: Line | undefined,
  least: number,
): boolean {
  if (next !== undefined && isSameSize(next.size, line.size) && next.left < line.left - least) return true;
  return part.length > 1 || endsSentence(textOf(before));
}

function endsSentence(text: string): boolean {
  return /[.!?:;…]["”’»)\]]*\d{0,2}$/u.test(text);
}

function isLabelledPart(part: readonly Line[]): boolean {
  const first = part[0];
  return first !== undefined && part.length === 1 && isLabelled(textOf(first));
}

function isCentred(part: readonly Line[], line: Line, edges: Edges): boolean {
  const middle = (edges.left + edges.right) / 2;
  return [...part, line].every(
    (one) => Math.abs((one.left + one.right) / 2 - middle) < one.size * 0.5 && one.left - edges.left > 1,
  );
}

/** The line ends although the first word of the next would have fitted: somebody wanted it to end. */
function endsShort(before: Line, line: Line, edges: Edges): boolean {
  const room = edges.right - before.right;
  const text = textOf(before);
  const closes = endsSentence(text);
  const word = /^\S+/u.exec(textOf(line))?.[0] ?? '';
  const perLetter = (line.right - line.left) / Math.max(1, textOf(line).length);
  const needed = (word.length + 1) * perLetter + line.size * 0.6;
  return closes ? room > needed : room > needed * 1.3 + 0.15 * (edges.right - edges.left);
}

/** Code keeps its lines, whatever steps and indents part them. */
function joinCode(blocks: readonly Block[]): Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (last?.kind === 'code' && block.kind === 'code' && isSameSize(last.size, block.size))
      joined[joined.length - 1] = { ...last, lines: [...last.lines, ...block.lines] };
    else joined.push(block);
  }
  return joined;
}
