/** A stretch of the text that stands in one node, character for character. */
export type Run<N> = {
  /** Where it begins in the text. */
  readonly start: number;
  readonly length: number;
  readonly node: N;
  /** Where it begins in the node. */
  readonly offset: number;
};

/**
 * The text of an article as docs/formats/library-v1.md says what a text is, and the way between places in it and
 * places in the page: made once for an article, then each way is a binary search.
 */
export type ReadingText<N> = { readonly text: string; readonly runs: readonly Run<N>[] };

/** What an article is made of, in its order: words in nodes, and the ends of paragraphs and lines. */
export type Piece<N> = { readonly node: N; readonly words: string } | 'break';

/** A place in the page. */
export type Point<N> = { readonly node: N; readonly offset: number };

export function readingTextOf<N>(pieces: Iterable<Piece<N>>): ReadingText<N> {
  const runs: Run<N>[] = [];
  let text = '';
  /** What parts the next word from the one before. */
  let gap: '' | ' ' | '\n' = '';
  for (const piece of pieces) {
    if (piece === 'break') {
      gap = '\n';
      continue;
    }
    let end = 0;
    let begun: { start: number; offset: number } | undefined;
    const finish = () => {
      if (begun) runs.push({ ...begun, length: text.length - begun.start, node: piece.node });
      begun = undefined;
    };
    for (const { 0: word, index } of piece.words.matchAll(/\S+/g)) {
      if (index > end && gap === '') gap = ' ';
      const isNextTo = begun !== undefined && index === end + 1 && gap === ' ';
      if (!isNextTo) finish();
      if (text !== '') text += gap;
      begun ??= { start: text.length, offset: index };
      text += word;
      gap = '';
      end = index + word.length;
    }
    finish();
    if (end < piece.words.length && gap === '') gap = ' ';
  }
  return { text, runs };
}

/** The place in the page of the character at `index`, or where it begins to be read: after a gap. */
export function pointBefore<N>({ runs }: ReadingText<N>, index: number): Point<N> | undefined {
  const at = lastRunFrom(runs, index);
  const run = runs[Math.max(0, at)];
  if (run === undefined) return undefined;
  const inside = Math.max(0, index - run.start);
  if (inside < run.length) return { node: run.node, offset: run.offset + inside };
  const next = runs[at + 1];
  return next ? { node: next.node, offset: next.offset } : { node: run.node, offset: run.offset + run.length };
}

/** The place in the page just after the last character before `index`. */
export function pointAfter<N>({ runs }: ReadingText<N>, index: number): Point<N> | undefined {
  const run = runs[Math.max(0, lastRunFrom(runs, index - 1))];
  if (run === undefined) return undefined;
  return { node: run.node, offset: run.offset + Math.min(run.length, Math.max(0, index - run.start)) };
}

/**
 * The index in the text of a place in the page, as far as a boundary of a selection goes: of a `start` the first
 * character at or after it, of an `end` the one after the last before it.
 *
 * `isAtOrAfter` says of a place in a node whether it lies at the boundary or after it.
 */
export function indexOfPoint<N>(
  { runs, text }: ReadingText<N>,
  isAtOrAfter: (place: Point<N>) => boolean,
  side: 'start' | 'end',
): number {
  const next = firstIndex(runs, (run) => isAtOrAfter({ node: run.node, offset: run.offset }));
  const run = runs[next - 1];
  const after = runs[next]?.start ?? text.length;
  if (run === undefined) return side === 'start' ? after : 0;
  const inside = firstNumber(run.length, (at) => isAtOrAfter({ node: run.node, offset: run.offset + at }));
  if (inside < run.length) return run.start + inside;
  return side === 'start' ? after : run.start + run.length;
}

/** The last run that begins at or before a place in the text; -1 before all. */
function lastRunFrom<N>(runs: readonly Run<N>[], index: number): number {
  return firstIndex(runs, (run) => run.start > index) - 1;
}

function firstIndex<T>(items: readonly T[], isReached: (item: T) => boolean): number {
  return firstNumber(items.length, (at) => {
    const item = items[at];
    return item === undefined || isReached(item);
  });
}

/** The first number below `count` of which something is true that stays true from there on; `count` when there is none. */
function firstNumber(count: number, isReached: (at: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isReached(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
