import type { Backend } from '#backend/backend.ts';
import type { ArchiveEvent } from '#contract/events.ts';
import { runThread, type ThreadScript } from './run-thread.ts';

export type BackendThreadOptions = ThreadScript & {
  /** Told of each crash of the thread. */
  readonly onCrash?: (error: Error) => void;
};

/** Crashes in a row after which it is not started again: something is wrong that a restart does not mend. */
const crashLimit = 5;
/** A thread that lived this long was healthy: its crash counts as the first again. */
const healthyMs = 60_000;

/**
 * Opens the back end on a thread of its own and gives the same `Backend` as `createBackend`.
 *
 * When the thread dies, the calls that wait for it fail with `disconnected`, the thread is started
 * again, and an `articles.changed` tells the window to ask for everything anew. What was
 * acknowledged before is in the library folder and not lost.
 */
export async function startBackendThread(options: BackendThreadOptions): Promise<Backend> {
  const listeners = new Set<(event: ArchiveEvent) => void>();
  const announce = (event: ArchiveEvent) => {
    for (const listener of listeners) listener(event);
  };
  let crashes = 0;
  let isClosing = false;
  let thread = runThread(options, { announce, onEnd });
  try {
    await thread.ready;
  } catch (error) {
    isClosing = true;
    throw error;
  }

  function onEnd(error: Error, livedMs: number): void {
    if (isClosing) return;
    options.onCrash?.(error);
    crashes = livedMs > healthyMs ? 1 : crashes + 1;
    if (crashes > crashLimit) return;
    thread = runThread(options, { announce, onEnd });
    void announceReturn();
  }

  async function announceReturn(): Promise<void> {
    try {
      await thread.ready;
      announce({ type: 'articles.changed', ids: null });
    } catch {
      // it could not be opened again: the calls that fail tell of it
    }
  }

  return {
    call: (method, input, signal) => thread.call(method, input, signal),
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    asset: (path) => thread.asset(path),
    async close() {
      isClosing = true;
      await thread.close();
    },
  };
}
