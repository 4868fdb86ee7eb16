import { setImmediate } from 'node:timers/promises';

/** Lets other work of the thread go first when about ten milliseconds have passed, and stops when told to. */
export function createBreather(signal: AbortSignal | undefined): () => Promise<void> {
  let startedMs = performance.now();
  return async function breathe() {
    signal?.throwIfAborted();
    if (performance.now() - startedMs < sliceMs) return;
    await setImmediate();
    startedMs = performance.now();
    signal?.throwIfAborted();
  };
}

const sliceMs = 10;
