import { addressOfWindow } from '#contract/window-address.ts';
import type { ListSort } from '#contract/lists.ts';
import type { SearchSort } from '#contract/search.ts';
import { typeSizesPx, type Density, type Preferences, type Theme } from '../../state/preferences.ts';
import { emptySelection } from '../../state/selection.ts';
import * as views from '../../state/view.ts';
import type { DialogName, Place } from '../../state/view.ts';
import { guessesId, readerScrollId } from '../reader/reader-scroll.ts';
import { searchFieldId } from '../search/search-field.tsx';
import { focusSoon } from './focus.ts';
import type { Situation, Tools } from './situation.ts';

export type PaneName = 'shelves' | 'list' | 'reader';

/** What is done to the window itself: where one stands, what is asked, which panes and sheets are open. */
export function deskWindow({ panes, view, cursor, targets }: Situation, { view: store, preferences, cache }: Tools) {
  const { listDensity, isListGrouped } = preferences.get();
  return {
    show: (dialog: DialogName) => store.set((now) => ({ ...now, dialog, isShelvesDrawerOpen: false })),
    close: () => store.set((now) => ({ ...now, dialog: null, dialogTag: null })),
    goTo: (place: Place) => store.set((now) => views.goTo(now, place)),
    search: (query: string) => store.set((now) => (query === now.query ? now : views.search(now, query))),
    searchInPlace: (isSearchInPlace: boolean) =>
      store.set((now) => ({ ...now, isSearchInPlace, selection: emptySelection })),
    sortList: (sort: ListSort) =>
      store.set((now) => {
        const which = views.collectionOf(now.place) === null ? { sort } : { collectionSort: sort };
        return { ...now, ...which, selection: emptySelection };
      }),
    sortSearch: (searchSort: SearchSort) => store.set((now) => ({ ...now, searchSort, selection: emptySelection })),
    /** To the first guess that is doubtful, or to the first of all. */
    goToGuesses() {
      const strip = document.getElementById(guessesId);
      (strip?.querySelector<HTMLElement>('[data-unsure]') ?? strip?.querySelector<HTMLElement>('li button'))?.focus();
    },
    endGuesses() {
      store.set((now) => ({ ...now, askedId: null }));
      focusSoon(readerScrollId);
    },
    newWindow: () => openWindow(null),
    openInWindow: () => openWindow(cursor?.id ?? targets[0] ?? null),
    focusSearch() {
      if (view.isFocused) {
        // The field is drawn again first.
        store.set((now) => ({ ...now, isFocused: false }));
        focusSoon(searchFieldId);
        return;
      }
      const field = document.getElementById(searchFieldId);
      field?.focus();
      if (field instanceof HTMLInputElement) field.select();
    },
    retry: () => cache.invalidate(() => true),
    toggleFocus() {
      store.set((now) => ({ ...now, isFocused: !now.isFocused, front: 'reader', isShelvesDrawerOpen: false }));
      focusSoon(readerScrollId);
    },
    toggle(pane: PaneName) {
      store.set((now) => ({ ...now, isFocused: false }));
      if (pane === 'shelves' && panes !== 'three') {
        store.set((now) => ({ ...now, isShelvesDrawerOpen: !now.isShelvesDrawerOpen }));
      } else {
        preferences.set((now) => togglePane(now, pane));
      }
    },
    resizeType: (step: 1 | -1) =>
      preferences.set((now) => ({
        ...now,
        typeSizePx: Math.min(typeSizesPx.largest, Math.max(typeSizesPx.smallest, now.typeSizePx + step)),
      })),
    listLook: {
      density: listDensity,
      isGrouped: isListGrouped,
      onDensity: (density: Density) => preferences.set((now) => ({ ...now, listDensity: density })),
      onGrouped: (isGrouped: boolean) => preferences.set((now) => ({ ...now, isListGrouped: isGrouped })),
    },
    toggleDensity: () =>
      preferences.set((now) => ({
        ...now,
        listDensity: now.listDensity === 'compact' ? 'comfortable' : 'compact',
      })),
    setTheme: (theme: Theme) => preferences.set((now) => ({ ...now, theme })),
  };
}

/** One of list and reader always stands, or there would be nothing to look at. */
function togglePane(now: Preferences, pane: PaneName): Preferences {
  switch (pane) {
    case 'shelves':
      return { ...now, areShelvesOpen: !now.areShelvesOpen };
    case 'list':
      return { ...now, isListOpen: !now.isListOpen, isReaderOpen: true };
    case 'reader':
      return { ...now, isReaderOpen: !now.isReaderOpen, isListOpen: true };
  }
}

/** In a browser it is another tab. The shell gives its windows to our own addresses alone. */
function openWindow(articleId: string | null): void {
  window.open(addressOfWindow(articleId), '_blank', 'noopener');
}
