import type { MethodName } from '#contract/contract.ts';
import type { ArchiveEvent } from '#contract/events.ts';
import type { QueryCache } from './query-cache.ts';

/** Answers that any change of any article may touch: a list's rows, a shelf's count. */
const wholeArchive: ReadonlySet<MethodName> = new Set(['articles.list', 'shelves.get', 'search.run', 'library.stats']);

/** A run of changes (a folder being taken in) refreshes what is shown no more often than this. */
const restMs = 300;

export type Timer = { readonly set: (run: () => void, delayMs: number) => unknown };

/** Drops answers from the cache as the back end's news name them. */
export function createNewsReader(cache: Pick<QueryCache, 'invalidate'>, timer: Timer): (event: ArchiveEvent) => void {
  const refreshArchive = coalesce(() => cache.invalidate((method) => wholeArchive.has(method)), timer);
  const refreshOutcomes = coalesce(() => cache.invalidate((method) => method === 'capture.outcomes'), timer);

  return (event) => {
    switch (event.type) {
      case 'library.ready':
        cache.invalidate(() => true);
        break;
      case 'library.progress':
        cache.invalidate((method) => method === 'library.status');
        break;
      case 'capture.progress':
        refreshOutcomes();
        break;
      case 'articles.changed': {
        const ids = event.ids === null ? null : new Set(event.ids);
        cache.invalidate((method, input) => method === 'articles.get' && (ids === null || ids.has(idOf(input))));
        refreshArchive();
        break;
      }
      case 'capture.dismissed':
        break;
    }
  };
}

/** Runs the first time at once; the times that follow within `restMs` run as one. */
function coalesce(run: () => void, timer: Timer): () => void {
  let isResting = false;
  let isWaiting = false;
  const ask = () => {
    if (isResting) {
      isWaiting = true;
      return;
    }
    isResting = true;
    run();
    timer.set(() => {
      isResting = false;
      if (!isWaiting) return;
      isWaiting = false;
      ask();
    }, restMs);
  };
  return ask;
}

function idOf(input: unknown): string {
  return typeof input === 'object' && input !== null && 'id' in input ? String(input.id) : '';
}
