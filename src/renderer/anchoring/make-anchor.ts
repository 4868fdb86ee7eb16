import type { Anchor } from '#contract/highlight.ts';
import type { Place } from './find-passages.ts';

/** So much is kept of what stands before and after a passage. */
const surroundings = 32;

/** What is kept of a passage so that it is found again. */
export function makeAnchor(text: string, { start, end }: Place, snapshot: string): Anchor {
  return {
    snapshot,
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - surroundings), start),
    suffix: text.slice(end, end + surroundings),
    start,
    end,
  };
}
