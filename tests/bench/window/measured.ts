/** How a stretch of scrolling went. */
export type Scrolled = {
  readonly what: string;
  readonly frames: number;
  /** From one frame to the next. */
  readonly framesMs: readonly number[];
  /** The longest that scripts of the page kept one frame, and in how many frames it was more than 50 ms. */
  readonly longestScriptMs: number;
  readonly longScripts: number;
};

export type Measured = {
  /** From asking for the page to rows that can be chosen. */
  readonly usableMs: number;
  readonly groupedMs: number;
  readonly scroll: readonly Scrolled[];
  /** From the click to the article's headline on the screen. */
  readonly openMs: readonly number[];
  /** From the key to the highlight in the text. */
  readonly markMs: readonly number[];
};
