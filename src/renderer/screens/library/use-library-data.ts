import { useMemo } from 'react';
import type { Article, ArticleSummary } from '#contract/article.ts';
import type { Collection } from '#contract/collections.ts';
import type { ShelfCounts } from '#contract/lists.ts';
import type { SavedSearch, SavedSearchCount } from '#contract/searches.ts';
import { useQuery } from '../../state/backend.tsx';
import type { RowRange } from '../../state/paging.ts';
import type { Preferences } from '../../state/preferences.ts';
import type { QueryState } from '../../state/query-cache.ts';
import { noRows, useRange, useRows, type Rows } from '../../state/rows.ts';
import { readNextId, showsHighlights, type View } from '../../state/view.ts';
import { sourceOf } from './source.ts';

/** What the window knows of the library at the moment. `undefined` is what has not come yet. */
export type LibraryData = {
  readonly rows: Rows;
  /** Says which rows are on the screen, so that these are fetched. */
  readonly onRange: (range: RowRange) => void;
  /** How asking for the open article stands, and the article once it is the one that is wanted. */
  readonly openState: QueryState<Article>;
  readonly open: Article | undefined;
  readonly counts: ShelfCounts | undefined;
  readonly highlightCount: number | undefined;
  readonly searches: readonly SavedSearch[];
  readonly searchCounts: readonly SavedSearchCount[] | undefined;
  readonly collections: readonly Collection[];
  readonly queueCount: number | undefined;
  /** The first of what is to be read next: the one that may be open, and the one after it. */
  readonly queue: readonly ArticleSummary[];
};

const noSearches: readonly SavedSearch[] = [];
const noCollections: readonly Collection[] = [];
const noArticles: readonly ArticleSummary[] = [];
const queueRequest = { filter: { collection: readNextId }, sort: 'own', limit: 2, offset: 0 } as const;

export function useLibraryData(view: View, { isListGrouped }: Preferences): LibraryData {
  const [range, onRange] = useRange();
  const { place, sort, collectionSort, query, isSearchInPlace, searchSort } = view;
  const source = useMemo(
    () => sourceOf({ place, sort, collectionSort, query, isSearchInPlace, searchSort }, isListGrouped),
    [place, sort, collectionSort, query, isSearchInPlace, searchSort, isListGrouped],
  );
  const articles = useRows(source, range);
  const searches = useQuery('searches.list', {}).value?.searches ?? noSearches;
  const collected = useQuery('collections.list', {}).value;
  const hasQueue = collected !== undefined && collected.readNext > 0;
  const openState = useQuery('articles.get', view.openId === null ? null : { id: view.openId });
  return {
    rows: showsHighlights(view) ? noRows(source) : articles,
    onRange,
    openState,
    open: openState.value?.id === view.openId ? openState.value : undefined,
    counts: useQuery('shelves.get', {}).value,
    highlightCount: useQuery('highlights.counts', {}).value?.total,
    searches,
    searchCounts: useQuery('searches.counts', searches.length === 0 ? null : {}).value?.counts,
    collections: collected?.collections ?? noCollections,
    queueCount: collected?.readNext,
    queue: useQuery('articles.list', hasQueue ? queueRequest : null).value?.articles ?? noArticles,
  };
}
