import type { ReactNode } from 'react';
import type { LibraryStatus } from '#contract/library.ts';
import type { ListSort } from '#contract/lists.ts';
import type { SearchSort } from '#contract/search.ts';
import { IconButton } from '../../components/button.tsx';
import { SavedIcon } from '../../components/icons.ts';
import type { Rows } from '../../state/rows.ts';
import { collectionOf, listSortOf, type View } from '../../state/view.ts';
import { formatNumber } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import { ListHead } from '../list/list-head.tsx';
import { sortOf, withSort } from '../search/query-edit.ts';
import { SearchHead } from '../search/search-head.tsx';
import { BulkBar } from './bulk-bar.tsx';
import type { Desk } from './desk.ts';
import { isGroupable } from './source.ts';

type LibraryListHeadProps = {
  readonly rows: Rows;
  readonly view: View;
  readonly desk: Desk;
  readonly indexing: LibraryStatus['indexing'];
};

const listSorts: readonly ListSort[] = ['saved', 'published', 'source', 'title', 'length'];
const collectionSorts: readonly ListSort[] = ['own', ...listSorts];
const searchSorts: readonly SearchSort[] = ['relevance', 'published', 'saved', 'length'];

/**
 * What stands over the rows: the shelf's name, or what the search found. Both are the same head, so that a menu opened
 * from it stays open when the search that was typed just before begins.
 */
export function LibraryListHead(props: LibraryListHeadProps) {
  const { rows, view, desk } = props;
  const chosen = view.selection.ids.size;
  const bulkBar = chosen > 1 ? <BulkBar desk={desk} count={chosen} /> : null;
  const sort = listSortOf(view);
  if (desk.isSearching) return searchListHead(props, bulkBar);
  return (
    <ListHead
      title={desk.nameOf(view.place)}
      summary={rows.total === undefined || rows.total === 0 ? '' : formatNumber(rows.total)}
      sort={sort}
      sorts={collectionOf(view.place) === null ? listSorts : collectionSorts}
      onSort={desk.sortList}
      look={{ ...desk.listLook, isGrouped: isGroupable(sort) ? desk.listLook.isGrouped : null }}
      bulkBar={bulkBar}
    />
  );
}

function searchListHead({ rows, view, desk, indexing }: LibraryListHeadProps, bulkBar: ReactNode) {
  const { found } = rows;
  const { opened, changedFrom } = desk;
  const sort = sortOf(view.query);
  const saveAs = () => desk.show('save-search');
  return (
    <ListHead
      title={opened?.name ?? text.search.results}
      summary={found === null ? '' : text.search.summary(found.total, found.tookMs)}
      sort={sort ?? view.searchSort}
      sorts={searchSorts}
      onSort={(next) => (sort === null ? desk.sortSearch(next) : desk.search(withSort(view.query, next)))}
      look={{ ...desk.listLook, isGrouped: null }}
      bulkBar={bulkBar}
      acts={
        desk.isReadOnly || opened !== null ? null : (
          <IconButton label={text.search.save} keys="mod+s" onClick={saveAs}>
            <SavedIcon />
          </IconButton>
        )
      }
    >
      <SearchHead
        query={view.query}
        found={found}
        placeName={['all', 'highlights'].includes(view.place.kind) ? null : desk.nameOf(view.place)}
        isInPlace={view.isSearchInPlace}
        onInPlace={desk.searchInPlace}
        onQuery={desk.search}
        indexing={indexing}
        changedFrom={desk.isReadOnly ? null : changedFrom}
        onUpdate={() => changedFrom && desk.updateSearch(changedFrom)}
        onSaveAsNew={saveAs}
      />
    </ListHead>
  );
}
