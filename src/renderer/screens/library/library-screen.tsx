import { useCallback, useEffect, useRef } from 'react';
import type { LibraryStatus } from '#contract/library.ts';
import { useServices } from '../../state/backend.tsx';
import { useWholeStore } from '../../state/store.ts';
import { aloneIn } from '../../state/view.ts';
import { CapturePanel } from '../capture/capture-panel.tsx';
import { lazily } from '../../components/lazily.tsx';
import { DropAndPaste } from '../capture/drop-and-paste.tsx';
import { useOpenWhenAdded, useTakeIn } from '../capture/use-capture.ts';
import { useLinks } from '../capture/use-links.ts';
import type { MarkingHands } from '../highlights/use-marking.ts';
import { Banner } from '../opening/banner.tsx';
import { OpenArticle, ReaderPane } from '../reader/reader-pane.tsx';
import type { ReadingHands } from '../reader/reading-hands.ts';
import { SearchField } from '../search/search-field.tsx';
import { text } from '../../text/text.ts';
import { actionsOf } from './actions.ts';
import { useDesk } from './desk.ts';
import { Dialogs } from './dialogs.tsx';
import { LibraryList } from './library-list.tsx';
import { LibraryPanes } from './library-panes.tsx';
import { LibraryShelves } from './library-shelves.tsx';
import { useReaderActs } from './reader-acts.ts';
import { ShelvesDrawer } from './shelves-drawer.tsx';
import { TopBar } from './top-bar.tsx';
import { useEntering } from './use-entering.ts';
import { useKeys } from './use-keys.ts';
import { useLibraryData } from './use-library-data.ts';
import { usePaneCount } from './use-panes.ts';
import { useSearchWords } from './use-search-words.ts';
import styles from './library.module.css';

const FirstRun = lazily(async () => (await import('../opening/first-run.tsx')).FirstRun);
const ShellHands = lazily(async () => (await import('./shell-hands.tsx')).ShellHands);
const LinkDialog = lazily(async () => (await import('../capture/link-dialog.tsx')).LinkDialog);

/** The whole window once the library is open: shelves, list and reader, and what opens over them. */
export function LibraryScreen({ status }: { readonly status: LibraryStatus }) {
  const services = useServices();
  const view = useWholeStore(services.view);
  const preferences = useWholeStore(services.preferences);
  const isLost = useWholeStore(services.connection) === 'lost';
  const isReadOnly = status.phase === 'read-only';
  const panes = usePaneCount();
  const takeIn = useTakeIn();

  const data = useLibraryData(view, preferences);
  const { rows, open, openState, counts } = data;
  const isListed = rows.total !== undefined;
  useEffect(() => {
    if (isListed) OpenArticle.fetchAhead();
  }, [isListed]);
  const marking = useRef<MarkingHands>(null);
  const reading = useRef<ReadingHands>(null);

  const isReaderOpen = preferences.isReaderOpen || view.isFocused;
  const desk = useDesk({
    rows,
    view,
    open,
    panes,
    isReadOnly,
    isReaderOpen,
    searches: data.searches,
    collections: data.collections,
    queue: data.queue,
    marking,
    reading,
  });
  const actions = actionsOf(desk);
  useKeys(actions);
  useEntering(desk);
  const openById = useCallback(
    (id: string, isPasted = false) =>
      services.view.set((now) => ({ ...now, openId: id, askedId: isPasted ? id : now.askedId, front: 'reader' })),
    [services.view],
  );
  useOpenWhenAdded(openById);
  const proposed = useLinks({ open: openById, search: desk.search });
  const readerActs = useReaderActs(desk);

  const isFirstRun = counts !== undefined && counts.all === 0 && view.query === '' && view.place.kind !== 'trash';
  const isListShown = panes === 'one' ? view.front === 'list' : preferences.isListOpen;
  const isReaderShown = panes === 'one' ? view.front === 'reader' : isReaderOpen;
  const isFocused = aloneIn(view) !== null && isReaderShown && openState.error === undefined;
  useTitle(isFocused ? open?.headline : undefined);
  const searchWords = useSearchWords(desk);
  const shelves = <LibraryShelves data={data} view={view} preferences={preferences} desk={desk} />;
  const topBar = (
    <TopBar
      search={
        <SearchField
          query={view.query}
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
          <LibraryList
            data={data}
            view={view}
            density={preferences.listDensity}
            desk={desk}
            indexing={status.indexing}
          />
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
            askedId={view.askedId}
            searchWords={searchWords}
          />
        }
      />
      {view.isShelvesDrawerOpen && panes !== 'three' ? (
        <ShelvesDrawer onClose={() => desk.toggle('shelves')}>{shelves}</ShelvesDrawer>
      ) : null}
      <Dialogs desk={desk} view={view} open={open} counts={counts} actions={actions} takeIn={takeIn} />
      <CapturePanel onOpen={openById} onWaiting={() => desk.show('waiting')} />
      {services.shell ? (
        <ShellHands shell={services.shell} actions={actions} takeIn={takeIn} isReadOnly={isReadOnly} />
      ) : null}
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
