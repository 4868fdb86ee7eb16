import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ArticleSummary } from '#contract/article.ts';
import type { Collection } from '#contract/collections.ts';
import type { LibraryStatus } from '#contract/library.ts';
import type { SavedSearch } from '#contract/searches.ts';
import { useQuery, useServices } from '../../state/backend.tsx';
import type { RowRange } from '../../state/paging.ts';
import { noRows, useRows } from '../../state/rows.ts';
import { useWholeStore } from '../../state/store.ts';
import { aloneIn, readNextId, showsHighlights } from '../../state/view.ts';
import { CapturePanel } from '../capture/capture-panel.tsx';
import { lazily } from '../../components/lazily.tsx';
import { DropAndPaste } from '../capture/drop-and-paste.tsx';
import { useOpenWhenAdded, useTakeIn } from '../capture/use-capture.ts';
import { useLinks } from '../capture/use-links.ts';
import { HighlightsPane } from '../highlights/highlights-pane.tsx';
import type { MarkingHands } from '../highlights/use-marking.ts';
import { ListPane } from '../list/list-pane.tsx';
import { Banner } from '../opening/banner.tsx';
import { FirstRun } from '../opening/first-run.tsx';
import { OpenArticle, ReaderPane } from '../reader/reader-pane.tsx';
import type { ReadingHands } from '../reader/reading-hands.ts';
import { SearchField } from '../search/search-field.tsx';
import { ShelvesPane } from '../shelves/shelves-pane.tsx';
import { text } from '../../text/text.ts';
import { actionsOf } from './actions.ts';
import { useDesk } from './desk.ts';
import { Dialogs } from './dialogs.tsx';
import { EmptyShelf } from './empty-shelf.tsx';
import { LibraryListHead } from './library-list-head.tsx';
import { LibraryPanes } from './library-panes.tsx';
import { useReaderActs } from './reader-acts.ts';
import { rowMenu } from './row-menu.tsx';
import { ShelvesDrawer } from './shelves-drawer.tsx';
import { sourceOf } from './source.ts';
import { TopBar } from './top-bar.tsx';
import { useEntering } from './use-entering.ts';
import { useKeys } from './use-keys.ts';
import { usePaneCount } from './use-panes.ts';
import { useSearchWords } from './use-search-words.ts';
import styles from './library.module.css';

const LinkDialog = lazily(async () => (await import('../capture/link-dialog.tsx')).LinkDialog);

const noSearches: readonly SavedSearch[] = [];
const noCollections: readonly Collection[] = [];
const noArticles: readonly ArticleSummary[] = [];
/** The one that may be open, and the one after it. */
const queueRequest = { filter: { collection: readNextId }, sort: 'own', limit: 2, offset: 0 } as const;

/** The whole window once the library is open: shelves, list and reader, and what opens over them. */
export function LibraryScreen({ status }: { readonly status: LibraryStatus }) {
  const services = useServices();
  const view = useWholeStore(services.view);
  const preferences = useWholeStore(services.preferences);
  const isLost = useWholeStore(services.connection) === 'lost';
  const isReadOnly = status.phase === 'read-only';
  const panes = usePaneCount();
  const takeIn = useTakeIn();

  const [range, setRange] = useState<RowRange>({ first: 0, last: 0 });
  const { place, sort, collectionSort, query, isSearchInPlace, searchSort } = view;
  const source = useMemo(
    () => sourceOf({ place, sort, collectionSort, query, isSearchInPlace, searchSort }, preferences.isListGrouped),
    [place, sort, collectionSort, query, isSearchInPlace, searchSort, preferences.isListGrouped],
  );
  const isHighlights = showsHighlights(view);
  const articles = useRows(source, range);
  const rows = isHighlights ? noRows(source) : articles;
  const isListed = rows.total !== undefined;
  useEffect(() => {
    if (isListed) OpenArticle.fetchAhead();
  }, [isListed]);
  const marking = useRef<MarkingHands>(null);
  const reading = useRef<ReadingHands>(null);
  const counts = useQuery('shelves.get', {}).value;
  const highlightCount = useQuery('highlights.counts', {}).value?.total;
  const searches = useQuery('searches.list', {}).value?.searches ?? noSearches;
  const searchCounts = useQuery('searches.counts', searches.length === 0 ? null : {}).value?.counts;
  const collected = useQuery('collections.list', {}).value;
  const collections = collected?.collections ?? noCollections;
  const hasQueue = collected !== undefined && collected.readNext > 0;
  const queue = useQuery('articles.list', hasQueue ? queueRequest : null).value?.articles ?? noArticles;
  const openState = useQuery('articles.get', view.openId === null ? null : { id: view.openId });
  const open = openState.value?.id === view.openId ? openState.value : undefined;

  const isReaderOpen = preferences.isReaderOpen || view.isFocused;
  const desk = useDesk({
    rows,
    view,
    open,
    panes,
    isReadOnly,
    isReaderOpen,
    searches,
    collections,
    queue,
    marking,
    reading,
  });
  const actions = actionsOf(desk);
  useKeys(actions);
  useEntering(desk);
  const openById = useCallback(
    (id: string) => services.view.set((now) => ({ ...now, openId: id, front: 'reader' })),
    [services.view],
  );
  useOpenWhenAdded(openById);
  const proposed = useLinks({ open: openById, search: desk.search });
  const readerActs = useReaderActs(desk);

  const isFirstRun = counts !== undefined && counts.all === 0 && query === '' && place.kind !== 'trash';
  const isListShown = panes === 'one' ? view.front === 'list' : preferences.isListOpen;
  const isReaderShown = panes === 'one' ? view.front === 'reader' : isReaderOpen;
  const isFocused = aloneIn(view) !== null && isReaderShown && openState.error === undefined;
  useTitle(isFocused ? open?.headline : undefined);
  const searchWords = useSearchWords(desk);
  const isSearchingAll = query.trim() !== '' && !isSearchInPlace;
  const shelves = (
    <ShelvesPane
      counts={counts}
      highlightCount={highlightCount}
      place={isSearchingAll ? null : place}
      foldedTags={preferences.foldedTags}
      onFoldTag={(tag, isFolded) =>
        services.preferences.set((now) => ({
          ...now,
          foldedTags: isFolded ? [...now.foldedTags, tag] : now.foldedTags.filter((other) => other !== tag),
        }))
      }
      onGo={desk.goTo}
      searches={searches}
      searchCounts={searchCounts}
      chosenSearch={desk.opened?.id ?? null}
      isReadOnly={isReadOnly}
      queueCount={collected?.readNext}
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

  const topBar = (
    <TopBar
      search={
        <SearchField
          query={query}
          onQuery={desk.search}
          onHelp={() => desk.show('query-help')}
          onLeave={desk.enterList}
          onForgetRecent={desk.forgetRecent}
        />
      }
      areShelvesShown={panes === 'three' ? preferences.areShelvesOpen : view.isShelvesDrawerOpen}
      canWrite={!isReadOnly}
      theme={preferences.theme}
      onShelves={() => desk.toggle('shelves')}
      onAdd={() => desk.show('add')}
      onUndo={desk.undo}
      onPalette={() => desk.show('palette')}
      onKeys={() => desk.show('keys')}
      onManage={desk.show}
      onTheme={desk.setTheme}
    />
  );

  return (
    <div className={styles['window']} data-panes={panes} data-list={isListShown ? 'open' : 'closed'}>
      {isFocused ? null : topBar}
      <Banner isLost={isLost} isReadOnly={isReadOnly} />
      <LibraryPanes
        panes={panes}
        preferences={preferences}
        areShelvesShown={preferences.areShelvesOpen && !isFocused}
        isListShown={isListShown && !isFocused}
        isReaderShown={isReaderShown}
        shelves={shelves}
        instead={isFirstRun ? <FirstRun takeIn={takeIn} onShow={desk.show} isReadOnly={isReadOnly} /> : undefined}
        list={
          isHighlights ? (
            <HighlightsPane acts={desk.highlights} onOpen={desk.openHighlight} onRetry={desk.retry} />
          ) : (
            <ListPane
              rows={rows}
              selection={view.selection}
              density={preferences.listDensity}
              head={<LibraryListHead rows={rows} view={view} desk={desk} indexing={status.indexing} />}
              empty={
                <EmptyShelf
                  view={view}
                  onEverywhere={() => desk.searchInPlace(false)}
                  onHelp={() => desk.show('query-help')}
                />
              }
              menu={rowMenu(desk)}
              onRange={setRange}
              onChoose={desk.choose}
              onOpen={desk.openRow}
              onMenu={desk.chooseForMenu}
              onWhy={desk.askWhy}
              onRetry={desk.retry}
              dragging={desk.rowDragging}
            />
          )
        }
        reader={
          <ReaderPane
            openId={view.openId}
            state={openState}
            isReadOnly={isReadOnly}
            acts={readerActs}
            highlights={desk.highlights}
            hands={marking}
            reading={reading}
            isFocused={isFocused}
            searchWords={searchWords}
          />
        }
      />
      {view.isShelvesDrawerOpen && panes !== 'three' ? (
        <ShelvesDrawer onClose={() => desk.toggle('shelves')}>{shelves}</ShelvesDrawer>
      ) : null}
      <Dialogs desk={desk} view={view} open={open} counts={counts} actions={actions} takeIn={takeIn} />
      <CapturePanel onOpen={openById} onWaiting={() => desk.show('waiting')} />
      <DropAndPaste takeIn={takeIn} isClosed={isReadOnly || view.dialog !== null || proposed.address !== null} />
      {proposed.address === null ? null : (
        <LinkDialog
          key={proposed.address}
          address={proposed.address}
          onClose={proposed.answered}
          onAdd={() => {
            proposed.answered();
            void takeIn.inputs([{ kind: 'address', address: proposed.address ?? '' }]);
          }}
        />
      )}
    </div>
  );
}

/** Windows are told apart by what stands alone in them. */
function useTitle(headline: string | undefined): void {
  useEffect(() => {
    document.title = headline === undefined ? text.appName : `${headline} · ${text.appName}`;
  }, [headline]);
}
