import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react';
import type { Place } from '../../../anchoring/find-passages.ts';
import { firstIndexBelow, rangeOf, staticRangeOf, type PageText } from '../../../anchoring/read-page.ts';
import { showRange } from '../../highlights/use-selected-passage.ts';
import { readingLinePx } from '../reading-position.ts';
import { findMatches, matchFrom, type Wanted } from './find-matches.ts';
import { fold, foldWords, type Folded } from './fold.ts';

/** A word of the search that led here, and in how many places it stands. */
export type OfferedWord = { readonly word: string; readonly places: number; readonly isChosen: boolean };

export type Find = {
  readonly isOpen: boolean;
  readonly typed: string;
  readonly type: (typed: string) => void;
  readonly offers: readonly OfferedWord[];
  readonly choose: (word: string, isChosen: boolean) => void;
  readonly total: number;
  /** Which of the places stands out, from 0; -1 when there is none. */
  readonly at: number;
  readonly step: (step: 1 | -1) => void;
  /** Counted, so that asking for it again brings the focus back to the field. */
  readonly asked: number;
  readonly open: () => void;
  /** Back to where one read before. */
  readonly leave: () => void;
  readonly stay: () => void;
};

type Parts = {
  readonly page: PageText | undefined;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly searchWords: readonly string[];
  /** Asks for the text, before there is anything to find in it. */
  readonly onWanted: () => void;
};

type State = {
  readonly isOpen: boolean;
  readonly asked: number;
  readonly typed: string;
  readonly left: ReadonlySet<string>;
  /** The place in the text from where the match that stands out is looked for. */
  readonly from: number;
};

const closed: State = { isOpen: false, asked: 0, typed: '', left: new Set(), from: 0 };

/** Finding something in the open article: what is typed, else the words of the search that led to it. */
export function useFind({ page, scroller, searchWords, onWanted }: Parts): Find {
  const [state, setState] = useState(closed);
  const { isOpen, typed, left, from } = state;
  const cameFromPx = useRef(0);
  const folded = useMemo(() => page && fold(page.text), [page]);
  const offers = useMemo(() => offersOf(folded, searchWords, left), [folded, searchWords, left]);
  const matches = useMemo(
    () => (folded && isOpen ? findMatches(folded, wantedOf(typed, offers)) : []),
    [folded, isOpen, typed, offers],
  );
  const at = matchFrom(matches, from);
  usePaintedMatches(page, matches, at);
  useShownMatch(page, matches[at], scroller);

  const open = useCallback(() => {
    onWanted();
    if (!isOpen) cameFromPx.current = scrolledPx(scroller);
    setState((now) => ({
      ...now,
      isOpen: true,
      asked: now.asked + 1,
      from: now.isOpen ? now.from : indexAtReadingLine(page, scroller),
    }));
  }, [scroller, page, isOpen, onWanted]);
  const stay = useCallback(() => {
    setState((now) => ({ ...now, isOpen: false }));
    focusText(scroller);
  }, [scroller]);
  const leave = useCallback(() => {
    scrollText(scroller, cameFromPx.current);
    stay();
  }, [scroller, stay]);
  useEscape(scroller, isOpen, leave);
  const step = useCallback(
    (by: 1 | -1) => {
      const next = matches[(at + by + matches.length) % matches.length];
      if (next) setState((now) => ({ ...now, from: next.start }));
    },
    [matches, at],
  );
  const type = useCallback(
    (words: string) => {
      const from = indexAtReadingLine(page, scroller);
      // Begun to type, one looks from where one reads; typing on, from what has been found.
      setState((now) => ({ ...now, typed: words, from: now.typed === '' ? from : now.from }));
    },
    [page, scroller],
  );
  const choose = useCallback((word: string, isChosen: boolean) => {
    // To choose a word of the search is to look for that and not for what was typed.
    setState((now) => ({ ...now, typed: '', left: without(now.left, word, isChosen) }));
  }, []);
  return {
    isOpen,
    asked: state.asked,
    typed,
    type,
    offers,
    choose,
    total: matches.length,
    at,
    step,
    open,
    leave,
    stay,
  };
}

type Scroller = RefObject<HTMLElement | null>;

function scrolledPx({ current }: Scroller): number {
  return current?.scrollTop ?? 0;
}

function scrollText({ current }: Scroller, topPx: number): void {
  current?.scrollTo({ top: topPx });
}

function focusText({ current }: Scroller): void {
  current?.focus({ preventScroll: true });
}

/** The place in the text at which one reads; the top while the text is not known yet. */
function indexAtReadingLine(page: PageText | undefined, { current }: Scroller): number {
  if (page === undefined || current === null) return 0;
  return firstIndexBelow(page, current.getBoundingClientRect().top + readingLinePx);
}

function wantedOf(typed: string, offers: readonly OfferedWord[]): readonly Wanted[] {
  const words = foldWords(typed);
  if (words !== '') return [{ words, isWhole: false }];
  return offers.filter(({ isChosen }) => isChosen).map(({ word }) => ({ words: foldWords(word), isWhole: true }));
}

/** Words of the search that stand in the text; those that do not are of no use here. */
function offersOf(
  folded: Folded | undefined,
  words: readonly string[],
  left: ReadonlySet<string>,
): readonly OfferedWord[] {
  if (folded === undefined) return [];
  return words
    .map((word) => ({
      word,
      places: findMatches(folded, [{ words: foldWords(word), isWhole: true }]).length,
      isChosen: !left.has(word),
    }))
    .filter(({ places }) => places > 0);
}

function without(left: ReadonlySet<string>, word: string, isChosen: boolean): ReadonlySet<string> {
  const next = new Set(left);
  if (isChosen) next.delete(word);
  else next.add(word);
  return next;
}

/** Out of the text too Escape leads back, before it leads out of the article. */
function useEscape(scroller: RefObject<HTMLElement | null>, isOpen: boolean, leave: () => void): void {
  useEffect(() => {
    const element = scroller.current;
    if (!isOpen || !element) return undefined;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      leave();
    };
    element.addEventListener('keydown', onKeyDown);
    return () => element.removeEventListener('keydown', onKeyDown);
  }, [scroller, isOpen, leave]);
}

/** Marks every match, over the marks of the reader and under nothing. */
function usePaintedMatches(page: PageText | undefined, matches: readonly Place[], at: number): void {
  useEffect(() => {
    if (page === undefined || matches.length === 0 || !('highlights' in CSS)) return undefined;
    const ranges = matches.map((match) => staticRangeOf(page, match)).filter((range) => range !== undefined);
    const found = new window.Highlight(...ranges);
    found.priority = 2;
    CSS.highlights.set('found', found);
    return () => void CSS.highlights.delete('found');
  }, [page, matches]);
  useEffect(() => {
    const match = matches[at];
    const range = page && match && staticRangeOf(page, match);
    if (range === undefined || !('highlights' in CSS)) return undefined;
    const one = new window.Highlight(range);
    one.priority = 3;
    CSS.highlights.set('found-active', one);
    return () => void CSS.highlights.delete('found-active');
  }, [page, matches, at]);
}

function useShownMatch(
  page: PageText | undefined,
  match: Place | undefined,
  scroller: RefObject<HTMLElement | null>,
): void {
  useLayoutEffect(() => {
    const range = page && match && rangeOf(page, match);
    if (range && scroller.current) showRange(range, scroller.current);
  }, [page, match, scroller]);
}
