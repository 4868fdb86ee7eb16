import { availableParallelism } from 'node:os';
import type { MethodName } from '#contract/contract.ts';
import type { Draft, ExtractInput } from '#contract/draft.ts';
import type { Reply } from '#contract/reply.ts';
import { type Clock, systemClock } from '#platform/clock.ts';
import { type Log, noLog } from '#platform/log.ts';
import { hasNetwork } from '#platform/connectivity.ts';
import { createNetwork } from '#platform/network.ts';
import { createPool } from '#platform/thread-pool.ts';
import { openArchive } from './archive/archive.ts';
import { createCapture } from './capture/capture.ts';
import { createDispatcher } from './dispatch.ts';
import { applyRepairs, searchableText } from './extract/extract.ts';
import { createHandlers } from './handlers.ts';
import { openSearch } from './search/search.ts';
import { createAddressQueue } from './services/address-queue.ts';
import { createCaptureJobs } from './services/capture-jobs.ts';
import { followLibrary } from './services/follow-library.ts';
import { createRuleKeeper } from './services/keep-rules.ts';
import { createSearchKeeper } from './services/keep-search-current.ts';
import { createNews, type Listener } from './services/news.ts';
import { createLastChecks } from './services/last-check.ts';
import { originalView } from './services/original-view.ts';
import { openLibrary } from './services/open-library.ts';
import { createRenewalJobs } from './services/renewal-jobs.ts';
import { createRecentSearches } from './services/recent-searches.ts';
import { searchDocuments } from './services/search-document.ts';
import { searchedCollections } from './services/searched-collections.ts';
import { searchedMargins } from './services/searched-margins.ts';
import { createSmallPictures } from './services/small-pictures.ts';
import { createFolderWatch } from './services/watch-folder.ts';
import { watchFile } from './services/watch-memory.ts';

// The command line's `show --format markdown`; a carrier does not enter a room by itself.
export { htmlToMarkdown } from './extract/extract.ts';

export type BackendOptions = {
  readonly libraryPath: string;
  /** The app's own folder: catalogues, device name, logs. */
  readonly dataPath: string;
  /** Path of the extraction thread's entry, beside the carrier's own. */
  readonly extractWorker: string;
  /** Path of the entry of the thread that makes small copies of pictures; without it every picture is given as it is. */
  readonly pictureWorker?: string;
  readonly appVersion: string;
  /** Make the library when the folder is missing or empty. Default true. */
  readonly createMissing?: boolean;
  /** May callers name files of this computer? Default false. */
  readonly allowPaths?: boolean;
  /** May pages be fetched from this computer and its network? Default false; tests do. */
  readonly allowLocalAddresses?: boolean;
  /** Notice what other devices and processes do meanwhile. Default false: only what stays open needs it. */
  readonly follow?: boolean;
  readonly clock?: Clock;
  readonly log?: Log;
};

/** The whole of Pressmark without a window. Every carrier holds one of these. */
export type Backend = {
  readonly call: (method: string, input: unknown, signal?: AbortSignal) => Promise<Reply<unknown>>;
  readonly onEvent: (listener: Listener) => () => void;
  /**
   * A picture of the library by its address after `/library/`, in a small size with that in place of `images`
   * (`thumbnails`, `reading`), or an article's original, sealed, by `<id>/original`; `undefined` when there is none.
   */
  readonly asset: (path: string) => Promise<{ readonly bytes: Uint8Array; readonly mediaType: string } | undefined>;
  readonly close: () => Promise<void>;
};

const extractTimeLimitMs = 30_000;
const extractMemoryLimitMb = 1024;

/** These answer before the library is ready: a window shows how far it is. */
const earlyMethods: ReadonlySet<MethodName> = new Set<MethodName>(['library.status', 'capture.jobs']);

/**
 * Opens the library and assembles the rooms.
 *
 * It resolves as soon as the library is known to be one; bringing the catalogue up to date goes on,
 * and calls that need it wait for it.
 */
export async function createBackend(options: BackendOptions): Promise<Backend> {
  const { clock = systemClock, log = noLog } = options;
  const archive = await openArchive({
    libraryPath: options.libraryPath,
    dataPath: options.dataPath,
    createMissing: options.createMissing ?? true,
    textOf: searchableText,
    applyRepairs,
    clock,
    log,
  });
  const documents = (ids: readonly string[]) => searchDocuments(archive.documents(ids));
  const collections = searchedCollections(archive);
  const margins = searchedMargins(archive);
  const search = openSearch({ database: archive.database, documents, collections, margins, clock, log });
  const news = createNews();
  const rules = createRuleKeeper({ archive, search, news });
  const keeper = createSearchKeeper(archive, search, log, rules.applyWaiting);
  const closing = new AbortController();
  const opening = openLibrary({ archive, search, keeper, news }, closing.signal, options.follow !== true);
  const threads = Math.max(1, availableParallelism() - 1);
  const extraction = createPool<ExtractInput, Draft>({
    entry: options.extractWorker,
    size: threads,
    timeLimitMs: extractTimeLimitMs,
    memoryLimitMb: extractMemoryLimitMb,
  });
  const network = createNetwork({ allowLocalAddresses: options.allowLocalAddresses ?? false });
  const rooms = { capture: createCapture({ network, clock }), archive, extraction };
  const allowPaths = options.allowPaths ?? false;
  const queue = createAddressQueue({ archive, news, clock, log, isOnline: hasNetwork });
  const jobs = createCaptureJobs({ rooms, keeper, queue, news, clock, log, allowPaths, concurrency: threads + 3 });
  const renewals = createRenewalJobs({ rooms, keeper, news, clock, log, concurrency: threads + 1 });
  const watch = createFolderWatch({
    capture: rooms.capture,
    memory: watchFile(options.dataPath, archive.library.id),
    takeIn: jobs.takeFiles,
    libraryPath: archive.library.path,
    allowPaths,
    news,
    log,
  });
  const { dataPath, pictureWorker: worker } = options;
  const smallPictures = createSmallPictures({ archive, worker, dataPath, clock, log });
  // What a folder lost while nobody looked is known as soon as the library is open.
  startWhenReady(opening.ready, () => void smallPictures.sweep(closing.signal));
  const recent = createRecentSearches(options.dataPath, archive.library.id);
  const checks = createLastChecks(options.dataPath, archive.library.id, clock);
  const { appVersion } = options;
  const handlers = createHandlers({
    ...rooms,
    search,
    keeper,
    rules,
    jobs,
    renewals,
    queue,
    watch,
    news,
    opening,
    recent,
    checks,
    appVersion,
  });
  const whenReady = async (method: MethodName) => (earlyMethods.has(method) ? undefined : opening.ready);
  // A damaged catalogue is moved aside and made anew at the next start.
  const onBug = (error: unknown) => void archive.reportDamage(error).catch(() => {});
  const dispatch = createDispatcher({ handlers, whenReady, onBug, clock, log });
  // A command that ends in a moment leaves it to the window to fetch what waits.
  if (options.follow === true)
    startWhenReady(opening.ready, () => {
      if (archive.library.readOnly) return;
      queue.start(jobs.attempt);
      watch.start();
    });
  const unfollow = options.follow === true ? followLibrary({ archive, keeper, news, log }) : async () => {};

  return {
    call: dispatch,
    onEvent: news.subscribe,
    asset: async (path) =>
      (await originalView(rooms, path)) ?? (await smallPictures.find(path)) ?? archive.readAsset(path),
    async close() {
      closing.abort(new Error('closing'));
      await unfollow();
      // What begins jobs by itself hears of the end first.
      const quiet = [queue.close(), watch.close()];
      await Promise.all([jobs.close(), renewals.close()]);
      await Promise.all(quiet);
      await extraction.close();
      await smallPictures.close();
      await network.close();
      await keeper.close();
      search.close();
      archive.close();
    },
  };
}

/** A library that does not open tells so to whoever asks it for something. */
function startWhenReady(ready: Promise<void>, start: () => void): void {
  ready.then(start).catch(() => {});
}
