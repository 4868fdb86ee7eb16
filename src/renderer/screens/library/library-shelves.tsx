import { useServices } from '../../state/backend.tsx';
import type { Preferences } from '../../state/preferences.ts';
import { readNextId, type View } from '../../state/view.ts';
import { ShelvesPane } from '../shelves/shelves-pane.tsx';
import type { Desk } from './desk.ts';
import type { LibraryData } from './use-library-data.ts';

type LibraryShelvesProps = {
  readonly data: LibraryData;
  readonly view: View;
  readonly preferences: Preferences;
  readonly desk: Desk;
};

/** The shelves with the desk's hands. */
export function LibraryShelves({ data, view, preferences, desk }: LibraryShelvesProps) {
  const services = useServices();
  const { collections } = data;
  const isSearchingAll = view.query.trim() !== '' && !view.isSearchInPlace;
  const fold = (tag: string, isFolded: boolean) =>
    services.preferences.set((now) => ({
      ...now,
      foldedTags: isFolded ? [...now.foldedTags, tag] : now.foldedTags.filter((other) => other !== tag),
    }));
  return (
    <ShelvesPane
      counts={data.counts}
      highlightCount={data.highlightCount}
      place={isSearchingAll ? null : view.place}
      foldedTags={preferences.foldedTags}
      onFoldTag={fold}
      onGo={desk.goTo}
      searches={data.searches}
      searchCounts={data.searchCounts}
      chosenSearch={desk.opened?.id ?? null}
      isReadOnly={desk.isReadOnly}
      queueCount={data.queueCount}
      onQueue={(ids) => desk.addTo(readNextId, ids)}
      collections={collections}
      collectionActs={{
        open: desk.openCollection,
        rename: (collection, name) => void desk.collectionActs.rename(collection, name),
        move: (id, step) => void desk.collectionActs.move(collections, id, step),
        moveTo: (id, target) => void desk.collectionActs.moveTo(collections, id, target),
        remove: desk.removeCollection,
        add: desk.addTo,
      }}
      onMakeCollection={() => desk.show('new-collection')}
      tagActs={{
        rename: (tag) => desk.showForTag('rename-tag', tag),
        move: (tag) => desk.showForTag('move-tag', tag),
        merge: (tag) => desk.showForTag('merge-tag', tag),
        remove: (tag) => void desk.removeTag(tag),
        moveUnder: (tag, under) => void desk.moveTag(tag, under),
        give: (tag, ids) => void desk.acts.tag(ids, [tag], []),
      }}
      savedActs={{
        open: desk.openSearch,
        rename: desk.renameSearch,
        move: desk.moveSearch,
        remove: desk.removeSearch,
        update: desk.isSearching ? desk.updateSearch : null,
      }}
    />
  );
}
