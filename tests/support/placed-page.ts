import type { Page, Run } from '../../src/backend/extract/pdf/layout/runs.ts';

type Look = { readonly isBold?: boolean; readonly isItalic?: boolean; readonly link?: string };

export type Column = Look & {
  readonly left: number;
  /** Baseline of the first line. */
  readonly top: number;
  readonly size?: number;
  readonly leading?: number;
  /** The column's width: every line but a paragraph's last fills it. */
  readonly width?: number;
  readonly lines: readonly string[];
};

/** One run for a line; a letter is half as wide as it is high. */
export function runAt(text: string, left: number, baseline: number, size = 10, look: Look = {}): Run {
  return {
    text,
    left,
    right: left + text.length * size * 0.5,
    baseline,
    size,
    face: { isBold: look.isBold ?? false, isItalic: look.isItalic ?? false, isMono: false },
    isSpaced: true,
    isLeftward: false,
    link: look.link ?? null,
    tag: null,
  };
}

/** A column of lines; a line that ends in `¶` ends its paragraph and is as long as its words. */
export function column({ left, top, size = 10, leading = size * 1.2, width, lines, ...look }: Column): Run[] {
  return lines.map((line, at) => {
    const text = line.replace(/¶$/u, '');
    const indent = text.length - text.trimStart().length;
    const run = runAt(text.trim(), left + indent * size * 0.5, top + at * leading, size, look);
    return width === undefined || line.endsWith('¶') ? run : { ...run, right: left + width };
  });
}

export function pageOf(runs: readonly Run[], number = 1): Page {
  return { number, width: 595, height: 842, runs };
}
