import {
  useCallback,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
  type Ref,
  type RefObject,
} from 'react';
import type { Article } from '#contract/article.ts';
import type { HighlightColour } from '#contract/highlight.ts';
import type { Place } from '../../anchoring/find-passages.ts';
import { makeAnchor } from '../../anchoring/make-anchor.ts';
import { indexUnder, rangeOf, type PageText } from '../../anchoring/read-page.ts';
import { useServices } from '../../state/backend.tsx';
import type { HighlightActs } from '../../state/highlight-acts.ts';
import { useStore } from '../../state/store.ts';
import { text } from '../../text/text.ts';
import { articleNoteId } from './margin.tsx';
import { markAt, useMarks, usePageText, usePaintedMarks, type Mark, type Marks } from './use-marks.ts';
import { usePassageKeys } from './use-passage-keys.ts';
import { isSamePlace, showRange, useSelectedPassage, type SelectedPassage } from './use-selected-passage.ts';

/** What keys and commands of the window ask of the open article. */
export type MarkingHands = {
  /** Marks what is selected, or chooses the sentence at which one reads. */
  readonly highlight: () => void;
  /** A note on what is selected, else on the article. */
  readonly annotate: () => void;
};

/** A highlight that is open for changes: by id, for it may only just be on its way. */
export type OpenMark = { readonly id: string; readonly beginsWithNote: boolean; readonly from: HTMLElement | null };

export type Marking = Marks & {
  readonly page: PageText | undefined;
  readonly selected: SelectedPassage;
  readonly colour: HighlightColour;
  readonly opened: OpenMark | null;
  /** The highlight that stands out: opened, or gone to. */
  readonly activeId: string | null;
  readonly mark: (colour: HighlightColour, withNote?: boolean) => void;
  readonly annotate: () => void;
  readonly open: (mark: Mark, from: HTMLElement | null) => void;
  readonly close: () => void;
};

type Parts = {
  readonly article: Article;
  readonly body: RefObject<HTMLElement | null>;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly isReadOnly: boolean;
  readonly acts: HighlightActs;
  readonly hands: Ref<MarkingHands>;
};

/** Marking in the open article: what is selected, what is marked, and the one mark that is looked at. */
export function useMarking({ article, body, scroller, isReadOnly, acts, hands }: Parts): Marking {
  const { preferences, view, announcer } = useServices();
  const colour = useStore(preferences, (now) => now.markColour);
  const wantedId = useStore(view, (now) => (now.openId === article.id ? now.highlightId : null));
  const page = usePageText(body, article.html);
  const known = useMarks(article.id, page);
  const { marks } = known;
  const [opened, setOpened] = useState<OpenMark | null>(null);
  /** The highlight that was gone to from elsewhere; it stands out until something else is done. */
  const [shownId, setShownId] = useState<string | null>(null);
  const selected = useSelectedPassage({ page, body, scroller, language: article.language });
  const activeId = opened?.id ?? shownId;
  usePaintedMarks(page, marks, activeId);
  const { place, clear, restore } = selected;
  const underWay = useRef<{ readonly place: Place } | null>(null);
  const snapshot = article.snapshots[0]?.id;

  const open = useCallback(
    (mark: Mark, from: HTMLElement | null, beginsWithNote = false) => {
      const range = page && mark.place && rangeOf(page, mark.place);
      if (range && scroller.current) showRange(range, scroller.current);
      setShownId(null);
      setOpened({ id: mark.highlight.id, beginsWithNote, from: range ? null : from });
    },
    [page, scroller],
  );

  const mark = useCallback(
    (chosen: HighlightColour, withNote = false) => {
      if (!page || !place || snapshot === undefined || isReadOnly) return;
      preferences.set((now) => ({ ...now, markColour: chosen }));
      // A mark that is still on its way is not kept yet: pressed twice, it is made once.
      const sent = underWay.current;
      if (sent && isSamePlace(sent.place, place)) return;
      const same = marks.find((one) => one.place && isSamePlace(one.place, place));
      const id = same?.highlight.id ?? newId();
      const anchor = makeAnchor(page.text, place, snapshot);
      if (anchor.exact.length > longestPassage) {
        announcer.say({ text: text.highlights.tooLong, tone: 'failed' });
        return;
      }
      const kept = same
        ? acts.change({ article: article.id, id }, { colour: chosen })
        : acts.add({ article: article.id, id, anchor, colour: chosen }, article);
      const sending = { place };
      underWay.current = sending;
      // The mark is shown already: what is pressed next means the next passage.
      clear(place);
      void kept.then((isKept) => {
        if (underWay.current === sending) underWay.current = null;
        if (!isKept) restore(place);
        else if (withNote) setOpened({ id, beginsWithNote: true, from: null });
      });
    },
    [page, place, snapshot, isReadOnly, preferences, marks, acts, article, announcer, clear, restore],
  );

  const annotate = useCallback(() => {
    if (place) mark(colour, true);
    else {
      preferences.set((now) => ({ ...now, areHighlightsOpen: true }));
      focusNote();
    }
  }, [place, mark, colour, preferences]);

  useImperativeHandle(hands, () => ({ highlight: () => (place ? mark(colour) : selected.begin()), annotate }), [
    place,
    mark,
    colour,
    selected,
    annotate,
  ]);
  usePassageKeys({ selected, isReadOnly, colour, mark, annotate });
  useOpenOnClick(body, page, marks, open);
  const show = useCallback(
    (wanted: Mark) => {
      const range = page && wanted.place && rangeOf(page, wanted.place);
      if (range && scroller.current) showRange(range, scroller.current);
      setShownId(wanted.highlight.id);
    },
    [page, scroller],
  );
  const forget = useCallback(() => view.set((now) => ({ ...now, highlightId: null })), [view]);
  useShownHighlight({ wantedId, known, show, forget });

  const close = useCallback(() => setOpened(null), []);
  return useMemo(
    () => ({ ...known, page, selected, colour, opened, activeId, mark, annotate, open, close }),
    [known, page, selected, colour, opened, activeId, mark, annotate, open, close],
  );
}

/** As the contract has it; its shapes do not come into the window. */
const longestPassage = 20_000;

/** Shows a highlight that another part of the window asked for, once it is known where it stands. */
function useShownHighlight({
  wantedId,
  known,
  show,
  forget,
}: {
  readonly wantedId: string | null;
  readonly known: Marks;
  readonly show: (mark: Mark) => void;
  readonly forget: () => void;
}): void {
  useEffect(() => {
    if (wantedId === null || !known.isLoaded) return;
    const wanted = known.marks.find(({ highlight }) => highlight.id === wantedId);
    if (wanted) show(wanted);
    forget();
  }, [wantedId, known, show, forget]);
}

function useOpenOnClick(
  body: RefObject<HTMLElement | null>,
  page: PageText | undefined,
  marks: readonly Mark[],
  open: (mark: Mark, from: HTMLElement | null) => void,
): void {
  useEffect(() => {
    const element = body.current;
    if (!element || page === undefined) return undefined;
    const onClick = (event: MouseEvent) => {
      const isLink = event.target instanceof Element && event.target.closest('a,summary,button') !== null;
      if (isLink || getSelection()?.isCollapsed === false) return;
      const index = indexUnder(page, event.clientX, event.clientY);
      const mark = index === undefined ? undefined : markAt(marks, index);
      if (mark) open(mark, null);
    };
    element.addEventListener('click', onClick);
    return () => element.removeEventListener('click', onClick);
  }, [body, page, marks, open]);
}

/** A name of its own for a new highlight: 16 characters of 32, made here so that it can be opened at once. */
function newId(): string {
  const letters = '0123456789abcdefghjkmnpqrstvwxyz';
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => letters.charAt(byte & 31)).join('');
}

/** Once the margin has been drawn. */
function focusNote(): void {
  requestAnimationFrame(() => requestAnimationFrame(() => document.getElementById(articleNoteId)?.focus()));
}
