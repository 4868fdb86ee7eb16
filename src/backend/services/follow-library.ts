import type { Log } from '#platform/log.ts';
import type { Archive } from '../archive/archive.ts';
import type { SearchKeeper } from './keep-search-current.ts';
import { type News, tellChanged } from './news.ts';

const lookEveryMs = 2000;

/**
 * Notices what others did to the library while it is open: another device whose journal a sync
 * service brought, or a second process of this one. Returns the function that ends the watch.
 */
export function followLibrary(rooms: {
  readonly archive: Archive;
  readonly keeper: SearchKeeper;
  readonly news: News;
  readonly log: Log;
}): () => Promise<void> {
  const { archive, keeper, news, log } = rooms;
  let seenVersion = archive.database.dataVersion();
  let seenSearches = JSON.stringify(archive.savedSearches());
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> = Promise.resolve();
  let isClosed = false;

  async function look(): Promise<void> {
    const version = archive.database.dataVersion();
    const { changed } = await archive.catchUp({});
    const searches = JSON.stringify(archive.savedSearches());
    if (searches !== seenSearches) news.tell({ type: 'searches.changed' });
    seenSearches = searches;
    if (version !== seenVersion) news.tell({ type: 'articles.changed', ids: null });
    else tellChanged(news, changed);
    seenVersion = version;
    if (changed.length > 0) keeper.nudge();
  }

  function schedule(): void {
    if (isClosed) return;
    timer = setTimeout(() => {
      looking = look()
        .catch((error: unknown) => log({ level: 'warn', room: 'services', action: 'follow', problem: String(error) }))
        .finally(schedule);
    }, lookEveryMs);
    timer.unref();
  }

  schedule();
  return async function stop() {
    isClosed = true;
    clearTimeout(timer);
    await looking;
  };
}
