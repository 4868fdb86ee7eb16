import { isLabelled, isSameSize, type Block } from './blocks.ts';
import { textOf, type Line } from './lines.ts';
import type { Hyphens } from './words.ts';

/** Blocks that are one paragraph, in order of reading. */
export type Flow = readonly [Block, ...Block[]];

/** A paragraph that a column or page cuts may go on behind this many blocks of another kind. */
const mostBetween = 2;

/**
 * Joins what the end of a column or page had parted.
 *
 * A paragraph goes on when it does not end like one and the next begins in small letters, or when
 * its last line is full and the next block does not begin like a paragraph. A picture's caption or a
 * table at the head of a column may stand between the two halves.
 */
export function joinOverBreaks(blocks: readonly Block[], bodySize: number, hyphens: Hyphens): Flow[] {
  const flows: [Block, ...Block[]][] = [];
  for (const block of blocks) {
    const at = openFlow(flows, block, bodySize, hyphens);
    const flow = flows[at];
    if (flow === undefined) flows.push([block]);
    else flow.push(block);
  }
  return flows;
}

/** The flow that a block continues, or -1. */
function openFlow(flows: readonly Flow[], block: Block, bodySize: number, hyphens: Hyphens): number {
  for (let back = 1; back <= 1 + mostBetween; back += 1) {
    const at = flows.length - back;
    const last = flows[at]?.at(-1);
    if (last === undefined) return -1;
    if (goesOn(last, block, back > 1, hyphens)) return at;
    // Between the halves stands only what is set smaller than the story.
    if (isSameSize(last.size, bodySize) || last.size > bodySize) return -1;
  }
  return -1;
}

function goesOn(last: Block, block: Block, isApart: boolean, hyphens: Hyphens): boolean {
  const [lastLine, firstLine] = [last.lines.at(-1), block.lines[0]];
  if (lastLine === undefined || firstLine === undefined || !isSameSize(last.size, block.size)) return false;
  const isSame = isSameElement(last, block);
  if (isSame !== null) return isSame;
  const [before, after] = [textOf(lastLine), textOf(firstLine)];
  if (!areAlike(last, block, after) || !isNewColumn(lastLine, firstLine)) return false;
  if (hyphens.isBreak(before, after)) return true;
  if (/[.!?:…]["”’»)\]]*\d{0,2}$/u.test(before)) return false;
  return /^\p{Ll}/u.test(after) || (!isApart && isCutAtFullLine(last, block, lastLine, after));
}

/** Code never goes on; an item does only in what has no label of its own. */
function areAlike(last: Block, block: Block, after: string): boolean {
  if (last.kind === 'code' || block.kind === 'code' || last.isBold !== block.isBold) return false;
  return block.kind !== 'item' || (last.kind === 'item' && !isLabelled(after));
}

/** No small letter tells it: then the last line must be full, and the next block not begin like a paragraph or a heading. */
function isCutAtFullLine(last: Block, block: Block, lastLine: Line, after: string): boolean {
  const isFull = last.columnRight - lastLine.right < 2.5 * last.size && last.lines.length > 1;
  return isFull && !block.isSetIn && (block.lines.length > 1 || !/^\p{Lu}/u.test(after));
}

/** What the file itself says, `null` where it says nothing: elements are counted page by page. */
function isSameElement(last: Block, block: Block): boolean | null {
  const isOfPage = last.lines[0]?.page === block.lines[0]?.page;
  return isOfPage && last.tag !== null && block.tag !== null ? last.tag.element === block.tag.element : null;
}

/** Only where a column or a page ends is a paragraph cut. */
function isNewColumn(lastLine: Line, firstLine: Line): boolean {
  return firstLine.page !== lastLine.page || firstLine.baseline < lastLine.baseline || firstLine.left > lastLine.right;
}
