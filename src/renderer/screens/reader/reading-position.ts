/** A paragraph, heading or picture of the body, where it stands and how much there is to read in it. */
export type Block = { readonly topPx: number; readonly heightPx: number; readonly weight: number };

/** The line of the view at which one reads: a little below its upper edge. */
export const readingLinePx = 32;

/**
 * How far one has read: what lies above the reading line, as a share of all there is to read.
 *
 * Counted in characters by paragraph and not in pixels, so that it means the same place whatever the size of
 * type, the width of the column or the pictures that have loaded.
 */
export function progressAt(blocks: readonly Block[], linePx: number): number {
  const whole = weigh(blocks);
  if (whole === 0) return 0;
  let read = 0;
  for (const { topPx, heightPx, weight } of blocks) {
    if (linePx <= topPx) break;
    read += weight * Math.min(1, (linePx - topPx) / Math.max(1, heightPx));
  }
  return read / whole;
}

/** Where the reading line stands when so much has been read: the way back from `progressAt`. */
export function lineAt(blocks: readonly Block[], progress: number): number {
  let left = progress * weigh(blocks);
  for (const { topPx, heightPx, weight } of blocks) {
    if (left < weight) return topPx + heightPx * (left / weight);
    left -= weight;
  }
  const last = blocks.at(-1);
  return last ? last.topPx + last.heightPx : 0;
}

/** The minutes that are left of so many, one at least as long as there is something to read. */
export function minutesLeft(minutes: number, progress: number): number {
  return progress >= 1 ? 0 : Math.max(1, Math.round(minutes * (1 - progress)));
}

const blockSelector = 'p,h1,h2,h3,h4,h5,h6,pre,figure,table,li,dt,dd,hr';

/** The blocks of a body as they stand now, measured from the top of what scrolls. */
export function measureBlocks(body: HTMLElement, scroller: HTMLElement): readonly Block[] {
  const zeroPx = scroller.getBoundingClientRect().top - scroller.scrollTop;
  return [...body.querySelectorAll<HTMLElement>(blockSelector)]
    .filter((element) => element.querySelector(blockSelector) === null)
    .map((element) => {
      const { top, height } = element.getBoundingClientRect();
      return { topPx: top - zeroPx, heightPx: height, weight: (element.textContent?.length ?? 0) + 1 };
    });
}

function weigh(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { weight }) => sum + weight, 0);
}
