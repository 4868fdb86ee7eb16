import type { Block } from './blocks.ts';
import { textOf } from './lines.ts';

/** Footnotes are set smaller than the story. */
const noteShare = 0.93;
const sign = /^(?:\d{1,3}|[*†‡§¶]{1,3}|\[\d{1,3}\])[.)]?\s?(?=[\p{L}"“‘«(])/u;

export type Noted = { readonly body: readonly Block[]; readonly notes: readonly Block[] };

/**
 * Takes footnotes off the foot of a page, so that the story can go on over it.
 *
 * They are the last blocks of a column, set smaller, the first of them with a sign before its words;
 * what stands below a sign is of the notes too.
 */
export function takeFootnotes(blocks: readonly Block[], pageHeight: number, bodySize: number): Noted {
  const notes = new Set<Block>();
  for (const block of blocks) {
    if (!isSmall(block, bodySize) || !isLow(block, pageHeight) || !hasSign(block)) continue;
    notes.add(block);
    for (const below of blocks)
      if (
        isSmall(below, bodySize) &&
        stands(below, block) &&
        !blocks.some((other) => isBetween(other, block, below, bodySize))
      )
        notes.add(below);
  }
  return { body: blocks.filter((block) => !notes.has(block)), notes: blocks.filter((block) => notes.has(block)) };
}

function isSmall(block: Block, bodySize: number): boolean {
  return block.size < bodySize * noteShare;
}

function isLow(block: Block, pageHeight: number): boolean {
  return (block.lines[0]?.top ?? 0) > pageHeight * 0.45;
}

function hasSign(block: Block): boolean {
  const first = block.lines[0];
  if (first === undefined) return false;
  const [run, second] = first.runs;
  const isRaised =
    run !== undefined && second !== undefined && run.size < second.size * 0.9 && /^[\d*†‡§¶]+$/u.test(run.text);
  return isRaised || sign.test(textOf(first));
}

/** In the same column, right under it. */
function stands(below: Block, block: Block): boolean {
  const [upper, lower] = [block.lines.at(-1), below.lines[0]];
  return (
    upper !== undefined &&
    lower !== undefined &&
    Math.abs(below.columnLeft - block.columnLeft) < 20 &&
    lower.top > upper.top
  );
}

function isBetween(other: Block, upper: Block, lower: Block, bodySize: number): boolean {
  const [from, to, here] = [upper.lines[0]?.top ?? 0, lower.lines[0]?.top ?? 0, other.lines[0]?.top ?? 0];
  return !isSmall(other, bodySize) && here > from && here < to && Math.abs(other.columnLeft - upper.columnLeft) < 20;
}
