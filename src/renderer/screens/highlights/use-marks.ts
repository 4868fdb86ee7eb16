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
  return useMemo(() => {
    const passages = (highlights ?? []).filter(isPassage);
    const places =
      page === undefined
        ? []
        : findPassages(
            page.text,
            passages.map(({ anchor }) => anchor),
          ).places;
    const marks = passages.map((highlight, at) => ({ highlight, place: places[at] }));
    return {
      marks: marks.sort((one, other) => orderOf(one) - orderOf(other)),
      annotation: highlights?.find(({ id }) => id === null)?.annotation ?? null,
      isLoaded: highlights !== undefined && page !== undefined,
    };
  }, [highlights, page]);
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
  useEffect(() => {
    if (page === undefined || !('highlights' in CSS)) return undefined;
    const painted = new Map(colours.map((colour) => [`mark-${colour}`, new window.Highlight()]));
    const active = new window.Highlight();
    active.priority = 1;
    for (const { highlight, place } of marks) {
      const range = place && rangeOf(page, place);
      if (range === undefined) continue;
      painted.get(`mark-${highlight.colour ?? 'yellow'}`)?.add(range);
      if (highlight.id === activeId) active.add(range);
    }
    painted.set(activeName, active);
    for (const [name, ranges] of painted) CSS.highlights.set(name, ranges);
    return () => {
      for (const name of painted.keys()) CSS.highlights.delete(name);
    };
  }, [page, marks, activeId]);
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
