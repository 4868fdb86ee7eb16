import type { ArticleId } from '#contract/article.ts';
import type { Log } from '#platform/log.ts';
import type { Archive } from '../archive/archive.ts';
import type { SearchIndex } from '../search/search.ts';
import { searchDocuments } from './search-document.ts';

/**
 * Makes search follow the archive.
 *
 * The archive notes each changed article in a queue, in the same transaction as the change. This
 * service empties the queue into the index, again in one transaction a batch, so that a kill at any
 * moment leaves either an entry in the queue or an article in the index.
 */
export type SearchKeeper = {
  /** Takes in some of what waits; false when nothing did. */
  readonly step: () => boolean;
  /** Empties the queue, yielding between batches. */
  readonly drain: (options?: {
    readonly signal?: AbortSignal;
    readonly onProgress?: (left: number) => void;
  }) => Promise<void>;
  /** Drains soon, in the background, and then merges what wants merging. */
  readonly nudge: () => void;
  readonly close: () => Promise<void>;
};

/** What one transaction takes in at most, and how long it may go on: then others have a turn. */
const batchSize = 16;
const batchMs = 5;
const mergeSliceMs = 4;
const restBetweenSlicesMs = 4;
/** Closing waits no longer than this; what is left waits in the queue for the next start. */
const closingMs = 1000;

/** `afterwards` is called when the index is current; true: it changed articles. */
export function createSearchKeeper(
  archive: Archive,
  search: SearchIndex,
  log: Log,
  afterwards: () => Promise<boolean> = async () => false,
): SearchKeeper {
  const closing = new AbortController();
  let background: Promise<void> | null = null;

  function step(): boolean {
    const ids = archive.pendingIndex(batchSize);
    if (ids.length === 0) return false;
    takeIn(archive, search, ids);
    return true;
  }

  async function drain(options: Parameters<SearchKeeper['drain']>[0] = {}): Promise<void> {
    while (step()) {
      options.onProgress?.(archive.pendingIndexCount());
      await pause(0);
      options.signal?.throwIfAborted();
      // The index is put in order as it grows, a slice after each batch, lest one batch has to do it all.
      if (search.maintain(mergeSliceMs, false)) await pause(0);
    }
  }

  async function work(): Promise<void> {
    do await drain({ signal: closing.signal });
    while (await afterwards());
    while (!closing.signal.aborted && search.maintain(mergeSliceMs)) await pause(restBetweenSlicesMs);
  }

  return {
    step,
    drain,
    nudge() {
      if (closing.signal.aborted) return;
      background ??= work()
        .catch((error: unknown) => {
          // Nothing is lost: what waits stays in the queue, for the next change or the next start.
          if (closing.signal.aborted) return;
          log({ level: 'error', room: 'services', action: 'keep search current', problem: String(error) });
        })
        .finally(() => {
          background = null;
        });
    },
    async close() {
      closing.abort(new Error('closing'));
      await background;
      const until = performance.now() + closingMs;
      while (performance.now() < until && step());
      // What was taken in last must not wait for the next start because this process was quick to end.
      if (archive.pendingIndexCount() === 0 && (await afterwards().catch(() => false)))
        while (performance.now() < until && step());
    },
  };
}

/** One by one: a story may be as long as a book, and the time is up after it at the latest. */
function takeIn(archive: Archive, search: SearchIndex, ids: readonly ArticleId[]): void {
  const until = performance.now() + batchMs;
  archive.database.write(() => {
    const done: ArticleId[] = [];
    for (const id of ids) {
      const documents = searchDocuments(archive.documents([id]));
      if (documents.size === 0) search.remove([id]);
      else search.put([...documents.values()]);
      done.push(id);
      if (performance.now() >= until) break;
    }
    archive.indexDone(done);
  });
}

function pause(delayMs: number): Promise<void> {
  return new Promise((resolve) => {
    if (delayMs === 0) setImmediate(resolve);
    else setTimeout(resolve, delayMs);
  });
}
