import type { readNextId as ReadNextId } from '#contract/collections.ts';
import type { ListFilter, ListSort } from '#contract/lists.ts';
import type { SearchSort } from '#contract/search.ts';
import { emptySelection, selectOnly, type SelectedRow, type Selection } from './selection.ts';

/** As `#contract/collections.ts` has it, of which only types may come here. */
export const readNextId = 'readnext' satisfies typeof ReadNextId;

/** A shelf one can stand before. */
export type Place =
  | { readonly kind: 'unread' | 'reading' | 'readNext' | 'all' | 'favourites' | 'archive' | 'highlights' | 'trash' }
  | { readonly kind: 'collection'; readonly id: string }
  | { readonly kind: 'tag'; readonly tag: string }
  | { readonly kind: 'source'; readonly source: string };

export type DialogName =
  | 'add'
  | 'add-text'
  | 'waiting'
  | 'watch'
  | 'bookmarklet'
  | 'keys'
  | 'palette'
  | 'tags'
  | 'collect'
  | 'new-collection'
  | 'rename-tag'
  | 'move-tag'
  | 'merge-tag'
  | 'rules'
  | 'details'
  | 'explain'
  | 'original'
  | 'repair'
  | 'query-help'
  | 'print'
  | 'save-search'
  | 'settings'
  | 'libraries'
  | 'health'
  | 'why';

/** What is looked at. The back end knows nothing of it, and it is not kept. */
export type View = {
  readonly place: Place;
  readonly sort: ListSort;
  /** The same in a collection, which has an order of its own. */
  readonly collectionSort: ListSort;
  /** What stands in the search field; empty when not searching. */
  readonly query: string;
  /** The saved search that was opened; its query may have been changed since. */
  readonly savedId: string | null;
  readonly isSearchInPlace: boolean;
  /** From the field into the list, as soon as the list answers what stands in the field. */
  readonly isEntering: boolean;
  readonly searchSort: SearchSort;
  readonly selection: Selection;
  /** The article in the reader. */
  readonly openId: string | null;
  /** The article that was just pasted, of which the reader is asked whether it was read rightly. */
  readonly askedId: string | null;
  /** The highlight at which the open article is to be shown, until it is. */
  readonly highlightId: string | null;
  readonly dialog: DialogName | null;
  /** Nothing is shown but the open article. */
  readonly isFocused: boolean;
  /** The tag that the open sheet is about, where it is about one. */
  readonly dialogTag: string | null;
  /** Which pane is in front where there is room for one only. */
  readonly front: 'list' | 'reader';
  /** The shelves drawn over the list, where they have no place of their own. */
  readonly isShelvesDrawerOpen: boolean;
};

export const firstView: View = {
  place: { kind: 'unread' },
  sort: 'saved',
  collectionSort: 'own',
  query: '',
  savedId: null,
  isSearchInPlace: false,
  isEntering: false,
  searchSort: 'relevance',
  selection: emptySelection,
  openId: null,
  askedId: null,
  highlightId: null,
  dialog: null,
  isFocused: false,
  dialogTag: null,
  front: 'list',
  isShelvesDrawerOpen: false,
};

/** What a window begins with: the library, or one article alone. */
export function viewOf(articleId: string | null): View {
  return {
    ...firstView,
    openId: articleId,
    isFocused: articleId !== null,
    front: articleId === null ? 'list' : 'reader',
  };
}

/** The article that stands alone in the window; `null` while anything else is shown. */
export function aloneIn({ isFocused, openId }: Pick<View, 'isFocused' | 'openId'>): string | null {
  return isFocused ? openId : null;
}

export function goTo(view: View, place: Place): View {
  return {
    ...view,
    place,
    query: '',
    savedId: null,
    isSearchInPlace: false,
    isEntering: false,
    isFocused: false,
    selection: emptySelection,
    front: 'list',
    isShelvesDrawerOpen: false,
  };
}

/** A new query is a new list: what was chosen in the old one is let go, the open article stays. */
export function search(view: View, query: string): View {
  const savedId = query.trim() === '' ? null : view.savedId;
  return { ...view, query, savedId, isEntering: false, isFocused: false, selection: emptySelection, front: 'list' };
}

/** A saved search is a shelf that is its query: it stands in the field, where it can be read and changed. */
export function openSearch(view: View, saved: { readonly id: string; readonly query: string }): View {
  return { ...goTo(view, view.place), query: saved.query, savedId: saved.id, searchSort: 'relevance' };
}

/** The whole of what is searched for, as a query alone: with the shelf it is kept to, and its order. */
export function wholeQuery(view: View, collectionName: (id: string) => string): string {
  const words = view.query.trim();
  const place = view.isSearchInPlace ? filterWords(view.place, collectionName) : '';
  const hasSort = /(^|\s)sort:/.test(words);
  const sort = view.searchSort === 'relevance' || hasSort ? '' : `sort:${view.searchSort}`;
  return [words, place, sort].filter((part) => part !== '').join(' ');
}

function filterWords(place: Place, collectionName: (id: string) => string): string {
  switch (place.kind) {
    case 'unread':
    case 'reading':
      return `is:${place.kind}`;
    case 'readNext':
      return 'in:"read next"';
    case 'collection':
      return `in:"${collectionName(place.id).replaceAll('"', '')}"`;
    case 'favourites':
      return 'is:favourite';
    case 'archive':
      return 'is:archived';
    case 'trash':
      return 'is:trashed';
    case 'tag':
      return `tag:"${place.tag}"`;
    case 'source':
      return `source:"${place.source.replaceAll('"', '')}"`;
    case 'all':
    case 'highlights':
      return '';
  }
}

export function openArticle(view: View, row: SelectedRow): View {
  return { ...view, selection: selectOnly(row), openId: row.id, front: 'reader' };
}

/** Opens an article at one of its highlights, or where reading stopped. */
export function openAt(view: View, openId: string, highlightId: string | null): View {
  return { ...view, openId, highlightId, selection: emptySelection, front: 'reader' };
}

/** True while the middle pane shows highlights in place of articles. */
export function showsHighlights({ place, query }: Pick<View, 'place' | 'query'>): boolean {
  return place.kind === 'highlights' && query.trim() === '';
}

/** The collection that a shelf is; `null` for any other shelf. */
export function collectionOf(place: Place): string | null {
  if (place.kind === 'readNext') return readNextId;
  return place.kind === 'collection' ? place.id : null;
}

/** In which order the shelf stands. */
export function listSortOf({ place, sort, collectionSort }: Pick<View, 'place' | 'sort' | 'collectionSort'>): ListSort {
  return collectionOf(place) === null ? sort : collectionSort;
}

export function filterOf(place: Place): ListFilter {
  switch (place.kind) {
    case 'readNext':
      return { collection: readNextId };
    case 'collection':
      return { collection: place.id };
    case 'unread':
      return { state: 'unread' };
    case 'reading':
      return { state: 'reading' };
    case 'all':
    case 'highlights':
      return {};
    case 'favourites':
      return { favourite: true };
    case 'archive':
      return { state: 'archived' };
    case 'trash':
      return { trashed: true };
    case 'tag':
      return { tag: place.tag };
    case 'source':
      return { source: place.source };
  }
}

export function isSamePlace(one: Place, other: Place): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** What an act does to articles, as far as shelves are concerned. */
export type ShelfAct = 'archive' | 'unarchive' | 'trash' | 'restore' | 'unfavourite';

/** Whether an article leaves the list in front of the reader by an act. A search shows every state but the trash. */
export function leavesList(view: View, act: ShelfAct): boolean {
  const isWholeSearch = view.query.trim() !== '' && !view.isSearchInPlace;
  const place = isWholeSearch ? 'all' : view.place.kind;
  switch (act) {
    case 'archive':
      return place === 'unread' || place === 'reading';
    case 'unarchive':
      return place === 'archive';
    case 'trash':
      return place !== 'trash';
    case 'restore':
      return place === 'trash';
    case 'unfavourite':
      return place === 'favourites';
  }
}
