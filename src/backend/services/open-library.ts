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
};

/**
 * Brings the catalogue and the index up to date with the folder, in the background: from where it
 * stopped, or anew when the catalogue is missing, damaged or of another version.
 */
export function openLibrary(rooms: Rooms, signal: AbortSignal): Opening {
  let isReady = false;
  let progress: LibraryStatus['progress'] = null;

  const onProgress = (next: { readonly done: number; readonly total: number }) => {
    progress = { done: next.done, total: next.total };
    rooms.news.tell({ type: 'library.progress', ...progress });
  };

  async function open(): Promise<void> {
    if (rooms.archive.needsRebuild) await rebuildLibrary(rooms, { signal, onProgress });
    else await catchUp(rooms, signal, onProgress);
    isReady = true;
    progress = null;
    rooms.news.tell({ type: 'library.ready' });
    rooms.keeper.nudge();
  }

  const ready = open();
  // Whoever calls gets the reason; without a caller it must not end the process.
  ready.catch(() => {});
  return {
    ready,
    progress: () => progress,
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
  const total = rooms.archive.pendingIndexCount();
  await rooms.keeper.drain({ signal, onProgress: (left) => onProgress({ done: total - left, total }) });
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
