import type { SafeHtml } from '#contract/draft.ts';
import { longestBlockWords, longestNeighbourWords, type Repair, type RepairOutcome } from '#contract/repair.ts';
import { placePictures } from '../pictures/place-pictures.ts';
import { sanitise } from '../sanitise.ts';
import { searchableText, htmlToText } from '../words/html-to-text.ts';
import { wordCount } from '../words/word-count.ts';
import { keyOfWords } from './block-names.ts';
import { type BodyBlock, cutBlocks, joinBlocks } from './body-blocks.ts';

export type Repaired = {
  readonly html: SafeHtml;
  /** As search reads it. */
  readonly text: string;
  readonly wordCount: number;
  /** What became of each repair, in their order. */
  readonly outcomes: readonly RepairOutcome[];
};

/** Words shorter than this, such as "Advertisement", name a block only together with a neighbour. */
const tellingCharacters = 16;

/**
 * A clean body with the reader's repairs laid over it.
 *
 * They are applied one after the other in the order in which they were made: each then finds the neighbours that it
 * named. In another text than the one they were made for, each does what it still can and says what that was.
 */
export function applyRepairs(html: SafeHtml, repairs: readonly Repair[], language: string | null): Repaired {
  const blocks = cutBlocks(html);
  const outcomes = repairs.map((one) => (one.kind === 'take-out' ? takeOut(blocks, one) : putBack(blocks, one)));
  const changed = outcomes.includes('done');
  // Each part was made by the sanitiser, and they are put side by side: block after block.
  const repaired = changed ? (joinBlocks(blocks) as SafeHtml) : html;
  const text = searchableText(repaired);
  return { html: repaired, text, wordCount: wordCount(htmlToText(repaired), language), outcomes };
}

/** What is put back, made safe: it came out of a file. No pictures: those would have to be files of the snapshot. */
export function safeBlock(html: string): SafeHtml {
  return placePictures(sanitise(html), new Map());
}

function takeOut(blocks: BodyBlock[], repair: Repair): RepairOutcome {
  const alike = placesOf(blocks, repair.words, longestBlockWords);
  const best = alike.toSorted((one, other) => likeness(blocks, repair, other) - likeness(blocks, repair, one))[0];
  if (best === undefined) return holdsInside(blocks, repair.words) ? 'no-place' : 'not-needed';
  if (!isTelling(repair.words) && likeness(blocks, repair, best) === 0) return 'no-place';
  blocks.splice(best, 1);
  return 'done';
}

function putBack(blocks: BodyBlock[], repair: Repair & { kind: 'put-back' }): RepairOutcome {
  const alike = placesOf(blocks, repair.words, longestBlockWords);
  if (alike.some((at) => isTelling(repair.words) || likeness(blocks, repair, at) > 0)) return 'not-needed';
  if (isTelling(repair.words) && holdsInside(blocks, repair.words)) return 'not-needed';
  const at = placeBetween(blocks, repair);
  if (at === undefined) return 'no-place';
  const added = cutBlocks(safeBlock(repair.html));
  if (added.length === 0) return 'no-place';
  const list = blocks[at - 1]?.list ?? blocks[at]?.list ?? null;
  const after = blocks.splice(at);
  for (const block of added) blocks.push(block.list !== null && list !== null ? { ...block, list } : block);
  for (const block of after) blocks.push(block);
  return 'done';
}

/** Where the words of a block stand; words are compared as far as a repair keeps them. */
function placesOf(blocks: readonly BodyBlock[], words: string, longest: number): number[] {
  const key = keyOfWords(words);
  return blocks.flatMap((block, at) => (keyOfWords(block.words.slice(0, longest)) === key ? [at] : []));
}

/** How many of the neighbours that a repair names stand beside this place. */
function likeness(blocks: readonly BodyBlock[], { before, after }: Repair, at: number): number {
  return Number(isNeighbour(blocks[at - 1], before)) + Number(isNeighbour(blocks[at + 1], after));
}

function isNeighbour(block: BodyBlock | undefined, words: string): boolean {
  if (block === undefined) return words === '';
  return words !== '' && keyOfWords(block.words.slice(0, longestNeighbourWords)) === keyOfWords(words);
}

/** Between the two neighbours where they stand closest together, else beside the one that is there. */
function placeBetween(blocks: readonly BodyBlock[], { before, after }: Repair): number | undefined {
  const ends = before === '' ? [-1] : placesOf(blocks, before, longestNeighbourWords);
  const starts = after === '' ? [blocks.length] : placesOf(blocks, after, longestNeighbourWords);
  const pairs = ends.flatMap((end) => starts.filter((start) => start > end).map((start) => ({ end, start })));
  const [closest] = pairs.toSorted((one, other) => one.start - one.end - (other.start - other.end));
  // An end of the text is in every text: it says where only together with the other neighbour.
  if (closest !== undefined) return before === '' ? closest.start : closest.end + 1;
  if (before !== '' && ends[0] !== undefined) return ends[0] + 1;
  return after === '' ? undefined : starts[0];
}

/** The words are there, but as a part of another block. */
function holdsInside(blocks: readonly BodyBlock[], words: string): boolean {
  const key = keyOfWords(words);
  return isTelling(words) && blocks.some((block) => keyOfWords(block.words).includes(key));
}

function isTelling(words: string): boolean {
  return keyOfWords(words).length >= tellingCharacters;
}
