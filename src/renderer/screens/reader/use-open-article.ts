import {
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
  type Ref,
  type RefObject,
} from 'react';
import type { Article } from '#contract/article.ts';
import { useServices } from '../../state/backend.tsx';
import type { HighlightActs } from '../../state/highlight-acts.ts';
import type { Store } from '../../state/store.ts';
import { useMarking, type MarkingHands } from '../highlights/use-marking.ts';
import { useReadAloud } from './aloud/use-read-aloud.ts';
import { useFind } from './find/use-find.ts';
import type { Handover } from './handover.ts';
import { useNotes } from './notes/use-notes.ts';
import { usePictures } from './pictures/use-pictures.ts';
import type { ReaderActs } from './reader-bar.tsx';
import type { ReadingHands } from './reading-hands.ts';
import { useArticleText } from './use-article-text.ts';
import { useReadingPosition } from './use-reading-position.ts';

export type OpenArticleProps = {
  readonly article: Article;
  readonly isReadOnly: boolean;
  /** Nothing but the text is shown. */
  readonly isFocused: boolean;
  /** It was pasted, and the reader has not said yet whether it was read rightly. */
  readonly isAsked: boolean;
  /** What the search that led here looked for. */
  readonly searchWords: readonly string[];
  readonly acts: ReaderActs;
  readonly highlights: HighlightActs;
  readonly hands: Ref<MarkingHands>;
  readonly reading: Ref<ReadingHands>;
  readonly handover: Store<Handover>;
};

/** What one does with the open article: its parts in the page, and a hook for each way to work on them. */
export function useOpenArticle(props: OpenArticleProps) {
  const { article, isReadOnly, acts, highlights, hands, reading } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const column = useRef<HTMLElement>(null);
  const body = useRef<HTMLDivElement>(null);
  useFocusHandedOn(scroller, props.handover);
  const marking = useMarking({ article, body, scroller, isReadOnly, acts: highlights, hands });
  const { find, aloud } = useTextTools(props, scroller, column);
  const pictures = usePictures(body, scroller);
  const notes = useNotes(body, scroller);
  useImperativeHandle(
    reading,
    () => ({
      find: find.open,
      findAgain: (step) => (find.isOpen ? find.step(step) : find.open()),
      viewPictures: pictures.view,
      readAloud: aloud.toggle,
      stepAloud: aloud.step,
      stopAloud: aloud.stop,
    }),
    [find, pictures.view, aloud],
  );
  const progress = useReadingPosition({
    scroller,
    body,
    articleId: article.id,
    kept: article.progress,
    // Looking something up is not reading on.
    isHeld: find.isOpen,
    onKeep: acts.keepProgress,
  });
  return { scroller, column, body, marking, find, aloud, pictures, notes, progress };
}

export type OpenArticleParts = ReturnType<typeof useOpenArticle>;

/** Whoever was in the text of the article before is in the text of this one: with that text the focus would be gone. */
function useFocusHandedOn(scroller: RefObject<HTMLElement | null>, handover: Store<Handover>): void {
  useLayoutEffect(() => {
    const text = scroller.current;
    if (handover.get().hasFocus && document.activeElement === document.body) text?.focus({ preventScroll: true });
    handover.set((now) => ({ ...now, hasFocus: false }));
    return () => handover.set((now) => ({ ...now, hasFocus: text?.contains(document.activeElement) ?? false }));
  }, [scroller, handover]);
}

/** What works on the article's whole text: finding something in it, and reading it aloud. */
function useTextTools(
  { article, acts, searchWords, handover }: OpenArticleProps,
  scroller: RefObject<HTMLElement | null>,
  column: RefObject<HTMLElement | null>,
) {
  const { preferences } = useServices();
  const [hasFollowed] = useState(() => handover.get().isReadAloud);
  useEffect(() => handover.set((now) => ({ ...now, isReadAloud: false })), [handover]);
  const [isAloudOpen, setAloudOpen] = useState(hasFollowed);
  const [isFindWanted, setFindWanted] = useState(false);
  const page = useArticleText(column, article, isFindWanted || isAloudOpen || searchWords.length > 0);
  const onWanted = useCallback(() => setFindWanted(true), []);
  const find = useFind({ page, scroller, searchWords, onWanted });
  const onEnd = () => {
    if (!preferences.get().doesAloudGoOn) return;
    const isReadAloud = acts.next();
    handover.set((now) => ({ ...now, isReadAloud }));
  };
  const aloud = useReadAloud({
    article,
    page,
    scroller,
    isOpen: isAloudOpen,
    onOpen: setAloudOpen,
    beginsAtTop: hasFollowed,
    onEnd,
  });
  return { find, aloud };
}
