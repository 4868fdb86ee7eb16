import type { RowSource } from '../../state/rows.ts';
import { filterOf, type View } from '../../state/view.ts';

type Looked = Pick<View, 'place' | 'sort' | 'query' | 'isSearchInPlace' | 'searchSort'>;

/** What the list shows for a view. */
export function sourceOf({ place, sort, query, isSearchInPlace, searchSort }: Looked): RowSource {
  const words = query.trim();
  if (words === '') return { kind: 'list', filter: filterOf(place), sort };
  return { kind: 'search', query: words, filter: isSearchInPlace ? filterOf(place) : {}, sort: searchSort };
}
