import { createHash } from 'node:crypto';
import type { ArticleId } from '#contract/article.ts';
import type { StandingRepair } from '#contract/repair.ts';
import type { RepairSheet } from '#contract/repair-sheet.ts';
import type { KeptText } from '../archive/archive.ts';
import { applyRepairs, cutBlocks, keyOfWords } from '../extract/extract.ts';
import type { CaptureRooms } from './capture-rooms.ts';
import { type KnownBlock, mergeBlocks, withRepairs } from './merge-blocks.ts';
import { readOriginal } from './original-input.ts';

/** An article's text and original as one list of blocks, and what was laid over the text by hand. */
export type KnownBlocks = {
  readonly kept: KeptText;
  readonly blocks: readonly KnownBlock[];
  /** The name of each block. */
  readonly keys: readonly string[];
  readonly repairs: readonly StandingRepair[];
};

/** Reads the original once more and lays the text beside it, block by block. Nothing is kept. */
export async function repairSheet(rooms: CaptureRooms, id: ArticleId, signal: AbortSignal): Promise<RepairSheet> {
  const { kept, blocks, keys, repairs } = await knownBlocks(rooms, id, signal);
  const pictures = `/library/${id}/${kept.snapshot}/images/`;
  return {
    id,
    snapshot: kept.snapshot,
    blocks: blocks.map(({ kind, html, words, extracted, shown, reason, bySite, minor }, at) => ({
      key: keys[at] ?? '',
      kind,
      html: html.replaceAll('src="images/', `src="${pictures}`),
      words,
      extracted,
      shown,
      reason,
      bySite,
      minor,
    })),
    repairs: [...repairs],
    metadata: kept.metadata,
    notes: kept.notes,
    corrections: [...kept.corrections],
  };
}

export async function knownBlocks(rooms: CaptureRooms, id: ArticleId, signal: AbortSignal): Promise<KnownBlocks> {
  const kept = await rooms.archive.keptText(id);
  const original = await rooms.archive.keptOriginal(id);
  const { blocks: page = [] } = await readOriginal(rooms, original, signal, { listsBlocks: true });
  const { outcomes } = applyRepairs(kept.html, kept.repairs, kept.metadata.language);
  const done = kept.repairs.filter((_, at) => outcomes[at] === 'done');
  const blocks = withRepairs(mergeBlocks(cutBlocks(kept.html), page, kept.metadata), done);
  return {
    kept,
    blocks,
    keys: keysOf(blocks),
    repairs: kept.repairs.map((repair, at) => ({
      id: repair.id,
      kind: repair.kind,
      words: repair.words,
      outcome: outcomes[at] ?? 'no-place',
    })),
  };
}

/** What the words of a block come to, and a number where several have the same. */
function keysOf(blocks: readonly KnownBlock[]): string[] {
  const counts = new Map<string, number>();
  return blocks.map(({ words }) => {
    const name = createHash('sha256').update(keyOfWords(words)).digest('hex').slice(0, 12);
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return `${name}-${count}`;
  });
}
