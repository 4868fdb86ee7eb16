import type { MethodName } from '#contract/contract.ts';
import type { ArchiveEvent } from '#contract/events.ts';
import type { QueryCache } from './query-cache.ts';

/** Answers that any change of any article may touch: a list's rows, a shelf's count. */
const wholeArchive: ReadonlySet<MethodName> = new Set([
  'articles.list',
  'shelves.get',
  'collections.list',
  'rules.preview',
  'search.run',
  'search.values',
  'search.explain',
  'library.stats',
  'library.storage',
  'highlights.list',
  'highlights.counts',
]);

/** Answers about one article. */
const articleParts: ReadonlySet<MethodName> = new Set([
  'articles.get',
  'articles.pictures',
  'articles.explain',
  'articles.repairSheet',
]);

/** A run of changes (a folder being taken in) refreshes what is shown no more often than this. */
const restMs = 300;
/** Counting all saved searches is more work than any other answer. */
const countsRestMs = 1000;

export type Timer = { readonly set: (run: () => void, delayMs: number) => unknown };

/** Reads the back end's news, and holds some of them back for a while. */
export type NewsReader = {
  readonly read: (event: ArchiveEvent) => void;
  /**
   * The next news of this article alone is the reader's own progress in it. The lists hear of it when `catchUp` is
   * called, so that an article does not leave the unread shelf from under the one who is reading it.
   */
  readonly expectQuiet: (id: string) => void;
  /** No such news will come after all. */
  readonly expectNone: (id: string) => void;
  /** Shows what was held back. */
  readonly catchUp: () => void;
};

/** Drops answers from the cache as the back end's news name them. */
export function createNewsReader(cache: Pick<QueryCache, 'invalidate'>, timer: Timer): NewsReader {
  const refresh = (isMeant: (method: MethodName) => boolean, delayMs = restMs) =>
    coalesce(() => cache.invalidate(isMeant), timer, delayMs);
  const refreshArchive = refresh((method) => wholeArchive.has(method));
  const refreshOutcomes = refresh((method) => method === 'capture.outcomes');
  const refreshRenewals = refresh((method) => method === 'renewals.list' || method === 'renewals.problems');
  const refreshWaiting = refresh((method) => method === 'capture.waiting');
  const refreshCounts = refresh((method) => method === 'searches.counts', countsRestMs);
  const quiet = new Set<string>();
  let isOwed = false;

  const changed = (ids: readonly string[] | null) => {
    const named = ids === null ? null : new Set(ids);
    cache.invalidate((method, input) => articleParts.has(method) && (named === null || named.has(idOf(input))));
    const only = ids?.length === 1 ? ids[0] : undefined;
    if (only !== undefined && quiet.delete(only)) isOwed = true;
    else refreshArchive();
    refreshCounts();
  };

  return {
    read(event) {
      if (event.type === 'library.ready') cache.invalidate(() => true);
      if (event.type === 'library.progress') cache.invalidate((method) => method === 'library.status');
      if (event.type === 'capture.progress') refreshOutcomes();
      if (event.type === 'capture.waiting') refreshWaiting();
      if (event.type === 'renewals.changed') refreshRenewals();
      if (event.type === 'watch.changed') cache.invalidate((method) => method === 'watch.get');
      if (event.type === 'articles.changed') changed(event.ids);
      if (/^(?:collections|rules|siteRepairs)\.changed$/.test(event.type)) {
        const list = event.type.replace('changed', 'list');
        cache.invalidate((method) => method === list);
      }
      if (event.type === 'searches.changed') {
        cache.invalidate((method) => method === 'searches.list' || method === 'searches.counts');
      }
    },
    expectQuiet: (id) => void quiet.add(id),
    expectNone: (id) => void quiet.delete(id),
    catchUp() {
      quiet.clear();
      if (!isOwed) return;
      isOwed = false;
      refreshArchive();
    },
  };
}

/** Runs the first time at once; the times that follow within `delayMs` run as one. */
function coalesce(run: () => void, timer: Timer, delayMs: number): () => void {
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
    }, delayMs);
  };
  return ask;
}

function idOf(input: unknown): string {
  return typeof input === 'object' && input !== null && 'id' in input ? String(input.id) : '';
}
