import { ArchiveError } from '#contract/errors.ts';
import type { Clock } from '#platform/clock.ts';
import type { Log } from '#platform/log.ts';
import { createPool } from '#platform/thread-pool.ts';
import { type CopyName, createCopyStore } from './copy-store.ts';
import { createNewestFirst } from './newest-first.ts';
import type { Shrunk, ShrinkTask } from './shrink.ts';
import type { PictureSize } from './sizes.ts';

export { type KnownPicture, type PictureSize, pictureSizes, suits } from './sizes.ts';

export type PicturesOptions = {
  /** Path of the entry of the thread that decodes. */
  readonly worker: string;
  /** The file of the copies, in the app's own folder. */
  readonly cachePath: string;
  readonly limitBytes?: number;
  readonly clock: Clock;
  readonly log: Log;
};

/** Small copies of pictures, each made when it is first asked for and kept as long as there is room. */
export type Pictures = {
  /** A copy that was made: WebP. `null`: the picture is to be shown as it is. `undefined`: not known yet. */
  readonly find: (name: CopyName) => Uint8Array | null | undefined;
  /** Makes the copy and keeps it; `null` when the picture is to be shown as it is. Never fails over a picture. */
  readonly make: (name: CopyName, size: PictureSize, bytes: Uint8Array) => Promise<Uint8Array | null>;
  /** The articles of which there are copies. */
  readonly articles: () => string[];
  readonly forget: (articles: readonly string[]) => void;
  readonly close: () => Promise<void>;
};

/** Some 150,000 thumbnails. */
const defaultLimitBytes = 512 * 1024 * 1024;
const timeLimitMs = 20_000;
/** The decoder's memory is given back when nobody has scrolled or read for a while. */
const idleLimitMs = 20_000;
/** Of the thread's own objects; what the decoder unpacks has a bound of its own (`picture-worker.ts`). */
const memoryLimitMb = 256;

export function createPictures(options: PicturesOptions): Pictures {
  const { worker: entry, cachePath: path, limitBytes = defaultLimitBytes, clock, log } = options;
  const store = createCopyStore({ path, limitBytes, clock, log });
  // One thread: copies are made beside the work that a person waits for, never in place of it.
  const pool = createPool<ShrinkTask, Shrunk>({ entry, size: 1, timeLimitMs, memoryLimitMb, idleLimitMs });
  const inOrder = createNewestFirst();
  const making = new Map<CopyName, Promise<Uint8Array | null>>();
  /** What took too long or broke the decoder: it would do so again at every look. A new start tries again. */
  const givenUp = new Set<CopyName>();

  async function makeNew(name: CopyName, task: ShrinkTask): Promise<Uint8Array | null> {
    try {
      const copy = await inOrder(() => pool.run(task));
      store.keep(name, copy);
      return copy;
    } catch (error) {
      if (error instanceof ArchiveError && error.code === 'cancelled') return null;
      givenUp.add(name);
      log({ level: 'warn', room: 'pictures', action: 'shrink', name, problem: String(error) });
      return null;
    }
  }

  return {
    find: (name) => (givenUp.has(name) ? null : store.find(name)),
    make(name, size, bytes) {
      const copy = making.get(name) ?? makeNew(name, { bytes, size }).finally(() => making.delete(name));
      making.set(name, copy);
      return copy;
    },
    articles: store.articles,
    forget: store.forget,
    async close() {
      await pool.close();
      await Promise.allSettled(making.values());
      store.close();
    },
  };
}
