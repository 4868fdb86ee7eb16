import type { BlockChange, SheetBlock } from '#contract/repair-sheet.ts';

/** The blocks whose state the reader has turned round, in the order in which that was done; twice is not at all. */
export type BlockDraft = readonly string[];

export function isShown({ key, shown }: SheetBlock, draft: BlockDraft): boolean {
  return isTurned(key, draft) ? !shown : shown;
}

export function turn(draft: BlockDraft, key: string): BlockDraft {
  return [...draft, key];
}

export function stepBack(draft: BlockDraft): BlockDraft {
  return draft.slice(0, -1);
}

export function changesOf(blocks: readonly SheetBlock[], draft: BlockDraft): BlockChange[] {
  return blocks.flatMap((block) => (isTurned(block.key, draft) ? [{ block: block.key, shown: !block.shown }] : []));
}

/** The blocks to be listed: what is only furniture of the page when it is asked for, or was put back. */
export function listed(blocks: readonly SheetBlock[], draft: BlockDraft, isMinorWanted: boolean): SheetBlock[] {
  return blocks.filter((block) => isMinorWanted || !block.minor || isShown(block, draft));
}

/** The next block that is not in the text, from a place on, round the end. */
export function nextLeftOut(blocks: readonly SheetBlock[], draft: BlockDraft, from: number): number | undefined {
  const order = blocks.map((_, step) => (from + 1 + step) % blocks.length);
  return order.find((at) => {
    const block = blocks[at];
    return block !== undefined && !isShown(block, draft);
  });
}

function isTurned(key: string, draft: BlockDraft): boolean {
  return draft.filter((one) => one === key).length % 2 === 1;
}
