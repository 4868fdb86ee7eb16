import type { MethodName } from '#contract/contract.ts';
import type { ArchiveEvent } from '#contract/events.ts';
import type { QueryCache } from './query-cache.ts';

/** Answers that any change of any article may touch: a list's rows, a shelf's count. */
const wholeArchive: ReadonlySet<MethodName> = new Set(['articles.list', 'shelves.get', 'search.run', 'library.stats']);

/** A run of changes (a folder being taken in) refreshes what is shown no more often than this. */
const restMs = 300;

export type Timer = { readonly set: (run: () => void, delayMs: number) => unknown };

/**
 * Drops answers from the cache as the back end's news name them.
 *
 * The first change shows at once; those that follow within `restMs` show together.
 */
export function createNewsReader(cache: Pick<QueryCache, 'invalidate'>, timer: Timer): (event: ArchiveEvent) => void {
  let isResting = false;
  let isWaiting = false;

  const refresh = () => {
    if (isResting) {
      isWaiting = true;
      return;
    }
    isResting = true;
    cache.invalidate((method) => wholeArchive.has(method));
    timer.set(() => {
      isResting = false;
      if (!isWaiting) return;
      isWaiting = false;
      refresh();
    }, restMs);
  };

  return (event) => {
    if (event.type === 'library.ready') cache.invalidate(() => true);
    if (event.type === 'library.progress') cache.invalidate((method) => method === 'library.status');
    if (event.type !== 'articles.changed') return;
    const ids = event.ids === null ? null : new Set(event.ids);
    cache.invalidate((method, input) => method === 'articles.get' && (ids === null || ids.has(idOf(input))));
    refresh();
  };
}

function idOf(input: unknown): string {
  return typeof input === 'object' && input !== null && 'id' in input ? String(input.id) : '';
}
