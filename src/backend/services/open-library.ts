import type { LibraryStatus } from '#contract/library.ts';
import type { Archive } from '../archive/archive.ts';
import type { SearchIndex } from '../search/search.ts';
import type { SearchKeeper } from './keep-search-current.ts';
import { type News, tellChanged } from './news.ts';

type Rooms = {
  readonly archive: Archive;
  readonly search: SearchIndex;
  readonly keeper: SearchKeeper;
  readonly news: News;
};

export type Opening = {
  /** Settles when the library can be worked with; rejects with the reason when it cannot. */
  readonly ready: Promise<void>;
  readonly phase: () => LibraryStatus['phase'];
  readonly progress: () => LibraryStatus['progress'];
  readonly indexing: () => LibraryStatus['indexing'];
};

/** The index lags behind by a few articles after any change; from so many on it is being built. */
const worthTelling = 500;
/** Progress of building is told no more often than this. */
const tellEveryMs = 250;

/**
 * Brings the catalogue and the index up to date with the folder, in the background: from where it
 * stopped, or anew when the catalogue is missing, damaged or of another version.
 *
 * Whoever stays open (`waitsForIndex` false) need not wait for the index: it answers with what it holds.
 */
export function openLibrary(rooms: Rooms, signal: AbortSignal, waitsForIndex: boolean): Opening {
  let isReady = false;
  let progress: LibraryStatus['progress'] = null;
  let indexing: LibraryStatus['indexing'] = null;

  const onProgress = (next: { readonly done: number; readonly total: number }) => {
    progress = { done: next.done, total: next.total };
    rooms.news.tell({ type: 'library.progress', ...progress });
  };

  async function open(): Promise<void> {
    if (rooms.archive.needsRebuild) await rebuildLibrary(rooms, { signal, onProgress });
    else await catchUp(rooms, signal, onProgress);
    const waiting = rooms.archive.pendingIndexCount();
    const isBuilding = !waitsForIndex && waiting >= worthTelling;
    if (isBuilding) indexing = { done: 0, total: waiting };
    else await drain(rooms, signal, onProgress);
    isReady = true;
    progress = null;
    rooms.news.tell({ type: 'library.ready' });
    if (isBuilding) void build(waiting);
    else rooms.keeper.nudge();
    tellReplacement();
  }

  /** An index that takes the place of another is made in the pauses of other work; who looks on is told how far. */
  function tellReplacement(): void {
    if (waitsForIndex || rooms.search.stats().building === null) return;
    const timer = setInterval(() => {
      const building = signal.aborted ? null : rooms.search.stats().building;
      if (building === null) clearInterval(timer);
      rooms.news.tell(building === null ? { type: 'library.ready' } : { type: 'library.progress', ...building });
    }, tellEveryMs);
    timer.unref();
    signal.addEventListener('abort', () => clearInterval(timer), { once: true });
  }

  /** Builds the index while the window is in use. An article that joins the queue meanwhile is part of it. */
  async function build(total: number): Promise<void> {
    let toldMs = 0;
    const onLeft = (left: number) => {
      indexing = { done: Math.max(0, total - left), total };
      if (performance.now() - toldMs < tellEveryMs) return;
      toldMs = performance.now();
      rooms.news.tell({ type: 'library.progress', ...indexing });
    };
    try {
      await rooms.keeper.drain({ signal, onProgress: onLeft });
    } catch {
      // Closing, or a failure that the keeper meets again at the next change and tells in the log.
    }
    indexing = null;
    rooms.news.tell({ type: 'library.ready' });
    rooms.keeper.nudge();
  }

  const ready = open();
  // Whoever calls gets the reason; without a caller it must not end the process.
  ready.catch(() => {});
  return {
    ready,
    progress: () => progress,
    indexing: () => (isReady ? (indexing ?? rooms.search.stats().building) : null),
    phase() {
      if (!isReady) return 'opening';
      return rooms.archive.library.readOnly ? 'read-only' : 'ready';
    },
  };
}

async function catchUp(rooms: Rooms, signal: AbortSignal, onProgress: OnProgress): Promise<void> {
  const { changed } = await rooms.archive.catchUp({ signal, onProgress });
  tellChanged(rooms.news, changed);
  if (rooms.search.wasMadeAnew) rooms.archive.queueAll();
}

async function drain({ archive, keeper }: Rooms, signal: AbortSignal, onProgress: OnProgress): Promise<void> {
  const total = archive.pendingIndexCount();
  await keeper.drain({ signal, onProgress: (left) => onProgress({ done: total - left, total }) });
}

type OnProgress = (progress: { readonly done: number; readonly total: number }) => void;

/** Makes the catalogue and the index anew from the folder alone. */
export async function rebuildLibrary(
  rooms: Rooms,
  options: { readonly signal: AbortSignal; readonly onProgress: OnProgress },
): ReturnType<Archive['rebuild']> {
  rooms.archive.database.write(() => rooms.search.clear());
  // Reading the folder and indexing it are told as one stretch of work: articles, then articles again.
  const result = await rooms.archive.rebuild({
    signal: options.signal,
    onProgress: ({ done, total }) => options.onProgress({ done, total: total * 2 }),
  });
  const waiting = rooms.archive.pendingIndexCount();
  await rooms.keeper.drain({
    signal: options.signal,
    onProgress: (left) => options.onProgress({ done: 2 * waiting - left, total: 2 * waiting }),
  });
  rooms.news.tell({ type: 'articles.changed', ids: null });
  return result;
}
