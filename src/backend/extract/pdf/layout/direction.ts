import type { Page, Run } from './runs.ts';

const mirrored: Readonly<Record<string, string>> = {
  '(': ')',
  ')': '(',
  '[': ']',
  ']': '[',
  '{': '}',
  '}': '{',
  '«': '»',
  '»': '«',
  '<': '>',
  '>': '<',
};

/**
 * Turns pages that are read from right to left into their mirror image.
 *
 * Every rule of layout (columns from the left, first lines that are set in, ends of lines) then holds
 * for Arabic and Hebrew as it stands. Brackets are printed as their mirror image there, and are
 * turned back.
 */
export function faceRight(pages: readonly Page[]): readonly Page[] {
  let leftward = 0;
  let letters = 0;
  for (const { runs } of pages)
    for (const { text, isLeftward } of runs) {
      letters += text.length;
      if (isLeftward) leftward += text.length;
    }
  return leftward * 2 > letters ? pages.map(mirror) : pages;
}

function mirror(page: Page): Page {
  return { ...page, runs: page.runs.map((run) => mirrorRun(run, page.width)) };
}

function mirrorRun(run: Run, width: number): Run {
  const isNeutral = !/[\p{L}\p{N}]/u.test(run.text);
  const text =
    run.isLeftward || isNeutral ? run.text.replaceAll(/[()[\]{}«»<>]/gu, (sign) => mirrored[sign] ?? sign) : run.text;
  return { ...run, text, left: width - run.right, right: width - run.left, isLeftward: false };
}
