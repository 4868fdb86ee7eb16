import { useEffect, useLayoutEffect, useMemo, useState, type RefObject } from 'react';
import type { ArticleId } from '#contract/article.ts';
import type { Anchor, Highlight } from '#contract/highlight.ts';
import { findPassages, type Place } from '../../anchoring/find-passages.ts';
import { rangeOf, readPage, type PageText } from '../../anchoring/read-page.ts';
import { useQuery } from '../../state/backend.tsx';
import { colours } from './colours.tsx';

/** A passage that was marked, and where it stands in the text that is shown. */
export type Mark = {
  readonly highlight: Highlight & { readonly id: string; readonly anchor: Anchor };
  /** `undefined`: these words are no longer in the text. */
  readonly place: Place | undefined;
};

export type Marks = {
  /** In the order of the text, those that are no longer in it last. */
  readonly marks: readonly Mark[];
  /** The note on the article as a whole. */
  readonly annotation: string | null;
  readonly isLoaded: boolean;
};

/** The text of the article as it stands in the page, once it stands there. */
export function usePageText(body: RefObject<HTMLElement | null>, html: string): PageText | undefined {
  const [page, setPage] = useState<{ readonly html: string; readonly text: PageText }>();
  // After the article's own effect, which puts the words into the page.
  useLayoutEffect(() => {
    // eslint-disable-next-line react/set-state-in-effect -- words have places in the page only once they stand there
    if (body.current) setPage({ html, text: readPage(body.current) });
  }, [body, html]);
  return page?.html === html ? page.text : undefined;
}

/** More highlights than this nobody makes in one article. */
const mostOfArticle = 1000;

export function useMarks(article: ArticleId, page: PageText | undefined): Marks {
  const { value } = useQuery('highlights.list', { filter: { article }, sort: 'article', limit: mostOfArticle });
  const highlights = value?.highlights;
  const placeAll = useMemo(() => marksIn(page), [page]);
  return useMemo(
    () => ({
      marks: placeAll((highlights ?? []).filter(isPassage)),
      annotation: highlights?.find(({ id }) => id === null)?.annotation ?? null,
      isLoaded: highlights !== undefined && page !== undefined,
    }),
    [highlights, placeAll, page],
  );
}

/** Places highlights in one text. A highlight that did not change is looked for once, and stays the same mark. */
function marksIn(page: PageText | undefined): (highlights: readonly Mark['highlight'][]) => readonly Mark[] {
  const known = new WeakMap<Pick<Anchor, 'exact' | 'prefix' | 'suffix' | 'start'>, Place | undefined>();
  const marks = new WeakMap<Highlight, Mark>();
  return (highlights) => {
    const anchors = highlights.map(({ anchor }) => anchor);
    const places = page === undefined ? [] : findPassages(page.text, anchors, known).places;
    for (const [at, highlight] of highlights.entries()) {
      if (!marks.has(highlight)) marks.set(highlight, { highlight, place: places[at] });
    }
    const all = highlights.map((highlight) => marks.get(highlight)).filter((mark) => mark !== undefined);
    return all.sort((one, other) => orderOf(one) - orderOf(other));
  };
}

function isPassage(highlight: Highlight): highlight is Mark['highlight'] {
  return highlight.id !== null && highlight.anchor !== null;
}

function orderOf({ place }: Mark): number {
  return place?.start ?? Number.POSITIVE_INFINITY;
}

const activeName = 'mark-active';

/** Paints the marks over the text. The page's elements are not touched. */
export function usePaintedMarks(page: PageText | undefined, marks: readonly Mark[], activeId: string | null): void {
  const paint = useMemo(() => (page === undefined || !('highlights' in CSS) ? undefined : createPaint(page)), [page]);
  useEffect(() => {
    if (paint === undefined) return undefined;
    for (const [name, ranges] of paint.layers) CSS.highlights.set(name, ranges);
    return () => {
      for (const name of paint.layers.keys()) CSS.highlights.delete(name);
    };
  }, [paint]);
  useEffect(() => paint?.show(marks, activeId), [paint, marks, activeId]);
}

type Paint = {
  /** What is painted in each way, by the name that the style sheet knows. */
  readonly layers: ReadonlyMap<string, globalThis.Highlight>;
  readonly show: (marks: readonly Mark[], activeId: string | null) => void;
};

/** Paints in one text, and touches only what differs from what was shown before. */
function createPaint(page: PageText): Paint {
  const layers = new Map(colours.map((colour) => [`mark-${colour}`, new window.Highlight()]));
  const active = new window.Highlight();
  active.priority = 1;
  const painted = new Map<Mark, Range>();
  const layerOf = ({ highlight }: Mark) => layers.get(`mark-${highlight.colour ?? 'yellow'}`);
  return {
    layers: new Map([...layers, [activeName, active]]),
    show(marks, activeId) {
      const wanted = new Set(marks);
      for (const [mark, range] of painted) {
        if (wanted.has(mark)) continue;
        layerOf(mark)?.delete(range);
        painted.delete(mark);
      }
      for (const mark of marks) {
        const range = painted.has(mark) ? undefined : mark.place && rangeOf(page, mark.place);
        if (range === undefined) continue;
        layerOf(mark)?.add(range);
        painted.set(mark, range);
      }
      active.clear();
      for (const [{ highlight }, range] of painted) if (highlight.id === activeId) active.add(range);
    },
  };
}

/** The mark at a place in the text; of several the shortest, which lies on top. */
export function markAt(marks: readonly Mark[], index: number): Mark | undefined {
  let found: Mark | undefined;
  let length = Number.POSITIVE_INFINITY;
  for (const mark of marks) {
    const { place } = mark;
    if (place === undefined || index < place.start || index >= place.end || place.end - place.start >= length) continue;
    found = mark;
    length = place.end - place.start;
  }
  return found;
}
