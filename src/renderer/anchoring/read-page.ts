import type { Place } from './find-passages.ts';
import { indexOfPoint, type Piece, pointAfter, pointBefore, readingTextOf, type ReadingText } from './reading-text.ts';

export type PageText = ReadingText<Text>;

/** At whose edges a paragraph or a line ends. */
const breaking = new Set(
  (
    'P DIV H1 H2 H3 H4 H5 H6 PRE BLOCKQUOTE UL OL DL LI DT DD TABLE CAPTION THEAD TBODY TFOOT TR TD TH FIGURE ' +
    'FIGCAPTION SECTION ARTICLE ASIDE DETAILS SUMMARY HR BR'
  ).split(' '),
);
/** Readings of ruby stand over the words and are not read after them. */
const silent = new Set(['RT', 'RP']);

/** The text of an article as it stands in the page; of several parts each is a paragraph of its own. */
export function readPage(...parts: readonly Element[]): PageText {
  return readingTextOf(piecesOfAll(parts));
}

function* piecesOfAll(parts: readonly Element[]): Generator<Piece<Text>> {
  for (const part of parts) {
    yield 'break';
    yield* piecesOf(part);
  }
}

function* piecesOf(parent: Element): Generator<Piece<Text>> {
  for (const child of parent.childNodes) {
    if (child instanceof Text) yield { node: child, words: child.data };
    if (!(child instanceof Element) || silent.has(child.tagName) || child.classList.contains('visually-hidden'))
      continue;
    const isBreaking = breaking.has(child.tagName);
    if (isBreaking) yield 'break';
    yield* piecesOf(child);
    if (isBreaking) yield 'break';
  }
}

/** The range in the page of a passage of the text. */
export function rangeOf(page: PageText, { start, end }: Place): Range | undefined {
  const from = pointBefore(page, start);
  const to = pointAfter(page, end);
  if (from === undefined || to === undefined) return undefined;
  const range = document.createRange();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  return range;
}

/** The same as it stands now: cheaper by far where there are thousands, and it does not follow a page that changes. */
export function staticRangeOf(page: PageText, { start, end }: Place): StaticRange | undefined {
  const from = pointBefore(page, start);
  const to = pointAfter(page, end);
  if (from === undefined || to === undefined) return undefined;
  return new StaticRange({
    startContainer: from.node,
    startOffset: from.offset,
    endContainer: to.node,
    endOffset: to.offset,
  });
}

/** The passage of the text that a range covers; `undefined` when it covers no word of it. */
export function placeOf(page: PageText, range: Range): Place | undefined {
  const [atStart, atEnd] = [range.cloneRange(), range.cloneRange()];
  atStart.collapse(true);
  atEnd.collapse(false);
  const start = indexOfPoint(page, ({ node, offset }) => atStart.comparePoint(node, offset) >= 0, 'start');
  const end = indexOfPoint(page, ({ node, offset }) => atEnd.comparePoint(node, offset) >= 0, 'end');
  return start < end ? { start, end } : undefined;
}

/** The first place in the text that stands lower in the window than a line. */
export function firstIndexBelow({ runs, text }: PageText, linePx: number): number {
  const range = document.createRange();
  const isBelow = ({ node, offset, length }: PageText['runs'][number]) => {
    range.setStart(node, offset);
    range.setEnd(node, offset + length);
    return range.getBoundingClientRect().bottom > linePx;
  };
  // One paragraph stands below the other, but words set high or low in a line need not: found step by step.
  return runs.find(isBelow)?.start ?? text.length;
}

/** The character of the text under a point of the window. */
export function indexUnder(page: PageText, xPx: number, yPx: number): number | undefined {
  const caret = document.caretPositionFromPoint(xPx, yPx);
  if (caret === null) return undefined;
  const range = document.createRange();
  range.setStart(caret.offsetNode, caret.offset);
  return indexOfPoint(page, ({ node, offset }) => range.comparePoint(node, offset) >= 0, 'start');
}
