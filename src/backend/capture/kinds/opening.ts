import type { Captured } from '../captured.ts';
import type { Beside } from '../read-beside.ts';

/** How a file is opened: what its articles share. */
export type Opening = {
  readonly origin: Captured['origin'];
  /** An instant, UTC. */
  readonly now: () => string;
  /** What lies beside the file; `null` where nothing can. */
  readonly beside: Beside | null;
  /** How many zips it lies in already. */
  readonly depth: number;
  /** Take every page of a web archive as an article, however few its words: it is an original that was kept. */
  readonly takesEveryPage?: boolean;
  readonly signal: AbortSignal;
};
