import type { Captured } from '../capture/capture.ts';

/** A page that can be had, and need not be the one that is wanted. */
export type PageAtHand = {
  readonly captured: Captured;
  /** Says that it became part of the article. */
  readonly join: () => void;
};

/** The pages that came together with the first one of an article. */
export type PagesAtHand = {
  /** The page of an address; `null`: it is not among them. */
  readonly at: (address: string, signal: AbortSignal) => Promise<PageAtHand | null>;
  /** What became part of the article, by the names a person would give it. */
  readonly joined: readonly string[];
};
