import type { ListSort } from '#contract/lists.ts';
import type { RowSource } from '../../state/rows.ts';
import { filterOf, listSortOf, type View } from '../../state/view.ts';

type Looked = Pick<View, 'place' | 'sort' | 'collectionSort' | 'query' | 'isSearchInPlace' | 'searchSort'>;

/** Orders whose rows belong under headings. */
export function isGroupable(sort: ListSort): boolean {
  return sort === 'saved' || sort === 'published' || sort === 'source';
}

/** What the list shows for a view. */
export function sourceOf(looked: Looked, isGrouped: boolean): RowSource {
  const { place, query, isSearchInPlace, searchSort } = looked;
  const words = query.trim();
  const sort = listSortOf(looked);
  if (words === '') return { kind: 'list', filter: filterOf(place), sort, withGroups: isGrouped && isGroupable(sort) };
  return { kind: 'search', query: words, filter: isSearchInPlace ? filterOf(place) : {}, sort: searchSort };
}
