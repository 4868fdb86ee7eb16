import { parentPort } from 'node:worker_threads';
import { ArchiveError, type ErrorData } from '#contract/errors.ts';

/** What a thread of a pool says. */
export type ThreadMessage<O> =
  | { readonly kind: 'ready' }
  | { readonly kind: 'done'; readonly value: O }
  /** An expected failure, as data: a class does not survive the crossing. */
  | { readonly kind: 'refused'; readonly error: ErrorData }
  | { readonly kind: 'failed'; readonly error: Error };

/** The thread's side of a pool: does one task at a time until the pool ends it. */
export function serveTasks<I, O>(work: (input: I) => O | Promise<O>): void {
  const port = parentPort;
  if (port === null) throw new Error('serveTasks runs in a thread of a pool only.');
  const say = (message: ThreadMessage<O>) => port.postMessage(message);
  port.on('message', (input: I) => {
    void answer(work, input).then(say);
  });
  say({ kind: 'ready' });
}

async function answer<I, O>(work: (input: I) => O | Promise<O>, input: I): Promise<ThreadMessage<O>> {
  try {
    return { kind: 'done', value: await work(input) };
  } catch (error) {
    if (error instanceof ArchiveError) return { kind: 'refused', error: error.toData() };
    return { kind: 'failed', error: error instanceof Error ? error : new Error(String(error)) };
  }
}
