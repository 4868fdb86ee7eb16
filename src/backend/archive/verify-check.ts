import type { Finding } from '#contract/library.ts';
import type { Context, LongWork } from './context.ts';

/** What each part of a verification works with. */
export type Check = {
  readonly context: Context;
  readonly report: (finding: Finding) => void;
  /** Gives other work its turn and stops when cancelled: call it once for each thing looked at. */
  readonly breathe: () => Promise<void>;
  readonly onProgress: NonNullable<LongWork['onProgress']>;
};
