import type { Removal } from '#contract/removal.ts';
import { partIntoBlocks, type Block } from './blocks.ts';
import { joinOverBreaks } from './flow.ts';
import { takeFootnotes } from './footnotes.ts';
import { faceRight } from './direction.ts';
import { attachDropCaps } from './drop-caps.ts';
import { takeOffFurniture } from './furniture.ts';
import { readLines, textOf, type Line } from './lines.ts';
import { bodySizeOf, toNotes, toParagraphs, type Paragraph } from './paragraphs.ts';
import { orderLines } from './reading-order.ts';
import type { Page } from './runs.ts';
import { learnHyphens } from './words.ts';

/** A document in the order of reading. */
export type Arranged = {
  readonly paragraphs: readonly Paragraph[];
  readonly notes: readonly Paragraph[];
  /** The size of the story's letters. */
  readonly bodySize: number;
  /** Lines that were taken off the edges of the pages, in order. */
  readonly furniture: readonly Line[];
  readonly removals: readonly Removal[];
};

/**
 * Pages of placed words to paragraphs in order: the steps of layout, each in its file.
 *
 * Lines first, because a page gives only stretches. Furniture goes before anything is put in order,
 * since a page number in the way of two columns looks like the end of both. Order comes before
 * paragraphs, which are parted by what stands above and below. Footnotes go before paragraphs are
 * joined over pages, since they stand between the halves. Every word that comes in goes out, in a
 * paragraph, a note or a removal; only hyphens at line ends may vanish.
 */
export function arrange(printed: readonly Page[]): Arranged {
  const pages = faceRight(printed);
  const { kept, removed } = takeOffFurniture(
    pages,
    pages.map((page) => attachDropCaps(readLines(page))),
  );
  const bodySize = bodySizeOf(kept.flat());
  const blocks = partIntoBlocks(kept.map(orderLines));
  const noted = pages.map((page, at) => takeFootnotes(blocks[at] ?? [], page.height, bodySize));
  const body = noted.flatMap((one) => one.body);
  const notes = noted.flatMap((one) => one.notes);
  const hyphens = learnHyphens([...linesIn(body), ...linesIn(notes)]);
  return {
    paragraphs: toParagraphs(joinOverBreaks(body, bodySize, hyphens), bodySize, hyphens),
    notes: toNotes(notes, hyphens),
    bodySize,
    furniture: removed.map(({ line }) => line),
    removals: removed.map(({ line, rule }) => ({ step: 'pdf', reason: { rule }, sample: textOf(line) })),
  };
}

function linesIn(blocks: readonly Block[]): Line[] {
  return blocks.flatMap((block) => block.lines);
}
