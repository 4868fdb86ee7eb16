/** How letters look, as far as layout cares. */
export type Face = { readonly isBold: boolean; readonly isItalic: boolean; readonly isMono: boolean };

/** What the file says a part is; runs of one element share it. */
export type Tag = {
  /** Which element of the page. */
  readonly element: string;
  readonly role: 'heading' | 'item' | 'quote' | 'text';
  /** Of a heading: 1 to 6. */
  readonly level: number;
};

/** A stretch of text as the page places it. Lengths in points, counted from the page's upper left corner. */
export type Run = {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Where the letters stand. */
  readonly baseline: number;
  readonly size: number;
  readonly face: Face;
  /** White space stands before it, as the page was written. */
  readonly isSpaced: boolean;
  /** It is written from right to left. */
  readonly isLeftward: boolean;
  /** Where a click on it leads. */
  readonly link: string | null;
  /** What the file says it is part of, when it says so. */
  readonly tag: Tag | null;
};

/** One page: its runs in the order in which the file writes them. */
export type Page = {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly runs: readonly Run[];
};

/** A rectangle on a page. */
export type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

/** How far two boxes overlap from left to right; negative: the gap between them. */
export function sharedWidth(one: Box, other: Box): number {
  return Math.min(one.right, other.right) - Math.max(one.left, other.left);
}

/** The box around all boxes. */
export function boxAround(boxes: readonly Box[]): Box {
  let box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (const { left, right, top, bottom } of boxes)
    box = {
      left: Math.min(box.left, left),
      right: Math.max(box.right, right),
      top: Math.min(box.top, top),
      bottom: Math.max(box.bottom, bottom),
    };
  return box;
}
