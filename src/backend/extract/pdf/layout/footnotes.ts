import type { Block } from './blocks.ts';
import { textOf } from './lines.ts';

/** Footnotes are set smaller than the story. */
const noteShare = 0.93;
const sign = /^(?:\d{1,3}|[*†‡§¶]{1,3}|\[\d{1,3}\])[.)]?\s?(?=[\p{L}"“‘«(])/u;

export type Noted = { readonly body: readonly Block[]; readonly notes: readonly Block[] };

/** Columns whose left edges are within this many points are one. */
const columnSlack = 20;

/**
 * Takes footnotes off the foot of a page, so that the story can go on over it.
 *
 * They are the last blocks of a column, set smaller, the first of them with a sign before its words;
 * what stands small below a sign is of the notes too, and a block in the story's size ends them.
 */
export function takeFootnotes(blocks: readonly Block[], pageHeight: number, bodySize: number): Noted {
  const notes = new Set<Block>();
  const open: { readonly left: number; readonly notes: Set<Block> }[] = [];
  for (const block of blocks.toSorted((one, other) => topOf(one) - topOf(other))) {
    const at = open.findIndex(({ left }) => Math.abs(left - block.columnLeft) < columnSlack);
    const column = open[at];
    if (!isSmall(block, bodySize)) {
      // What looked like notes stands above text of the story: it is a caption or a table.
      for (const one of column?.notes ?? []) notes.delete(one);
      if (column !== undefined) open.splice(at, 1);
    } else if (column !== undefined || (isLow(block, pageHeight) && hasSign(block))) {
      if (column === undefined) open.push({ left: block.columnLeft, notes: new Set([block]) });
      else column.notes.add(block);
      notes.add(block);
    }
  }
  return { body: blocks.filter((block) => !notes.has(block)), notes: blocks.filter((block) => notes.has(block)) };
}

function topOf(block: Block): number {
  return block.lines[0]?.top ?? 0;
}

function isSmall(block: Block, bodySize: number): boolean {
  return block.size < bodySize * noteShare;
}

function isLow(block: Block, pageHeight: number): boolean {
  return topOf(block) > pageHeight * 0.45;
}

function hasSign(block: Block): boolean {
  const first = block.lines[0];
  if (first === undefined) return false;
  const [run, second] = first.runs;
  const isRaised =
    run !== undefined && second !== undefined && run.size < second.size * 0.9 && /^[\d*†‡§¶]+$/u.test(run.text);
  return isRaised || sign.test(textOf(first));
}
