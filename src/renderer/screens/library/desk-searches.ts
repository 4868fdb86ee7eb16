import type { SavedSearch } from '#contract/searches.ts';
import * as views from '../../state/view.ts';
import type { Situation, Tools } from './situation.ts';

/** What is done with searches: keeping them, and asking why something was found. */
export function deskSearches(
  { view, searches, collections, rows, cursor }: Situation,
  { view: store, searchActs }: Tools,
) {
  const whole = views.wholeQuery(view, (id) => collections.find((one) => one.id === id)?.name ?? '');
  const isSearching = view.query.trim() !== '';
  const opened = searches.find(({ id }) => id === view.savedId) ?? null;

  return {
    isSearching,
    /** What is searched for, with the shelf and the order it is kept to. */
    wholeQuery: whole,
    /** The saved search that was opened, and the same when its query is another by now. */
    opened,
    changedFrom: opened !== null && opened.query !== whole ? opened : null,
    canAskWhy: isSearching && rows.source.kind === 'search' && cursor !== null,
    openSearch: (search: SavedSearch) => store.set((now) => views.openSearch(now, search)),
    async saveSearch(name: string) {
      const id = await searchActs.save(name, whole);
      if (id !== null) store.set((now) => (now.query === view.query ? { ...now, savedId: id } : now));
    },
    updateSearch: (search: SavedSearch) => void searchActs.changeQuery(search, whole),
    renameSearch: (search: SavedSearch, name: string) => void searchActs.rename(search, name),
    moveSearch: (id: string, step: 1 | -1) => void searchActs.move(searches, id, step),
    removeSearch: (search: SavedSearch) => void searchActs.remove(search),
    forgetRecent: () => void searchActs.forgetRecent(),
  };
}
