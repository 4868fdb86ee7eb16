import type { ArticleId } from '#contract/article.ts';
import type { ActResult } from '#contract/contract.ts';
import { ArchiveError } from '#contract/errors.ts';
import { longestBlockWords, longestNeighbourWords, type NewRepair } from '#contract/repair.ts';
import type { BlockChange } from '#contract/repair-sheet.ts';
import { safeBlock } from '../extract/extract.ts';
import type { CaptureRooms } from './capture-rooms.ts';
import type { KnownBlock } from './merge-blocks.ts';
import { knownBlocks } from './repair-sheet.ts';

export type WantedRepair = {
  readonly changes: readonly BlockChange[];
  /** Repairs to take back, by their ids. */
  readonly withdraw: readonly string[];
};

/**
 * Takes blocks out of an article's text, or puts back blocks of its original that were left out.
 *
 * The caller names blocks by their keys only: what is put back is taken from the original itself, and made safe.
 */
export async function repairArticle(
  rooms: CaptureRooms,
  id: ArticleId,
  { changes, withdraw }: WantedRepair,
  signal: AbortSignal,
): Promise<ActResult> {
  if (changes.length === 0) return rooms.archive.repair(id, { repairs: [], withdraw });
  const { blocks, keys } = await knownBlocks(rooms, id, signal);
  const wanted = new Map(changes.map(({ block, shown }) => [block, shown]));
  for (const key of wanted.keys()) if (!keys.includes(key)) throw blockMissing(key);
  const withdrawn = new Set(withdraw);
  const isWanted = (block: KnownBlock, at: number) => wanted.get(keys[at] ?? '') ?? block.shown;
  for (const [at, block] of blocks.entries()) {
    if (block.repair !== null && isWanted(block, at) === block.extracted) withdrawn.add(block.repair.id);
  }
  const standing = blocks.map((block) => {
    const isWithdrawn = block.repair !== null && withdrawn.has(block.repair.id);
    return isWithdrawn ? { ...block, shown: block.extracted, repair: null } : block;
  });
  const repairs = newRepairs(standing, (block, at) => wanted.get(keys[at] ?? '') ?? block.shown);
  return rooms.archive.repair(id, { repairs, withdraw: [...withdrawn] });
}

/**
 * The repairs that make the shown blocks the wanted ones, in the order of the page. Each names the neighbours that it
 * will find when those before it are done.
 */
export function newRepairs<B extends Pick<KnownBlock, 'shown' | 'words' | 'html'>>(
  blocks: readonly B[],
  isWanted: (block: B, at: number) => boolean,
): NewRepair[] {
  const repairs: NewRepair[] = [];
  let before = '';
  for (const [at, block] of blocks.entries()) {
    const willShow = isWanted(block, at);
    if (willShow !== block.shown) {
      const after = beginning(blocks.slice(at + 1).find(({ shown }) => shown)?.words ?? '');
      const place = { words: namingWords(block.words), before, after };
      repairs.push(
        willShow ? { kind: 'put-back', ...place, html: safeBlock(block.html) } : { kind: 'take-out', ...place },
      );
    }
    if (willShow) before = beginning(block.words);
  }
  return repairs;
}

/** As much of a block's words as names it. */
export function namingWords(words: string): string {
  return cut(words, longestBlockWords);
}

function beginning(words: string): string {
  return cut(words, longestNeighbourWords);
}

/** Not inside a character that takes two units. */
function cut(words: string, longest: number): string {
  return words.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '');
}

function blockMissing(key: string): ArchiveError {
  return new ArchiveError('not-found', `there is no block ${key} in this article: it was read anew meanwhile`, {
    details: { block: key },
  });
}
