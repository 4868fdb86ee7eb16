import type { ListSort } from '#contract/lists.ts';
import type { SearchSort } from '#contract/search.ts';
import type { Rows } from '../../state/rows.ts';
import type { Place, View } from '../../state/view.ts';
import { formatNumber } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import { ListHead } from '../list/list-head.tsx';
import { addFilter } from '../search/query-edit.ts';
import { SearchHead } from '../search/search-head.tsx';
import { BulkBar } from './bulk-bar.tsx';
import type { Desk } from './desk.ts';

type LibraryListHeadProps = { readonly rows: Rows; readonly view: View; readonly desk: Desk };

const listSorts: readonly ListSort[] = ['saved', 'published', 'title', 'length'];
const searchSorts: readonly SearchSort[] = ['relevance', 'published', 'saved', 'length'];

/** What stands over the rows: the shelf's name, or what the search found. */
export function LibraryListHead({ rows, view, desk }: LibraryListHeadProps) {
  const { total, found } = rows;
  const chosen = view.selection.ids.size;
  const bulkBar = chosen > 1 ? <BulkBar desk={desk} count={chosen} /> : null;
  if (view.query.trim() === '') {
    return (
      <ListHead
        title={nameOf(view.place)}
        summary={total === undefined || total === 0 ? '' : formatNumber(total)}
        sort={view.sort}
        sorts={listSorts}
        onSort={desk.sortList}
        bulkBar={bulkBar}
      />
    );
  }
  return (
    <ListHead
      title={text.search.results}
      summary={found === null ? '' : text.search.summary(found.total, found.tookMs)}
      sort={view.searchSort}
      sorts={searchSorts}
      onSort={desk.sortSearch}
      bulkBar={bulkBar}
    >
      <SearchHead
        found={found}
        placeName={view.place.kind === 'all' ? null : nameOf(view.place)}
        isInPlace={view.isSearchInPlace}
        onInPlace={desk.searchInPlace}
        onNarrow={(facet, value) => desk.search(addFilter(view.query, facet, value))}
      />
    </ListHead>
  );
}

function nameOf(place: Place): string {
  if (place.kind === 'tag') return place.tag;
  if (place.kind === 'source') return place.source;
  return text.shelves.names[place.kind];
}
