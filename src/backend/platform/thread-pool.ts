import { Worker } from 'node:worker_threads';
import { ArchiveError } from '#contract/errors.ts';
import type { ThreadMessage } from './thread-task.ts';

export type PoolOptions = {
  /** Path of the thread's entry, a `.js` of the build or a `.ts` of the sources; it calls `serveTasks`. */
  readonly entry: string;
  readonly size: number;
  /** How long one task may run; waiting and starting the thread do not count. */
  readonly timeLimitMs: number;
  readonly memoryLimitMb: number;
  /** A thread without a task for so long is ended, and its memory with it. Without this it stays. */
  readonly idleLimitMs?: number;
};

export type ThreadPool<I, O> = {
  /** Runs one task on a free thread, or as soon as there is one. */
  readonly run: (input: I, signal?: AbortSignal) => Promise<O>;
  /** Ends every thread; what still waits or runs fails with `cancelled`. */
  readonly close: () => Promise<void>;
};

type Task<I, O> = {
  readonly input: I;
  readonly resolve: (value: O) => void;
  readonly reject: (error: unknown) => void;
};

type Thread<I, O> = {
  readonly worker: Worker;
  task: Task<I, O> | null;
  timer: NodeJS.Timeout | null;
  isReady: boolean;
};

/** Loading the code of a thread takes this long at the very most, even on a machine that swaps. */
const startLimitMs = 60_000;

/**
 * Threads for work that may hang or explode, such as reading a hostile page.
 *
 * Threads start with the first task that needs one, and an idle one does not keep the process
 * alive. One that takes too long or grows too large is ended and replaced; the task fails with
 * `extract-timeout` or `extract-memory` and nothing else is touched.
 */
export function createPool<I, O>(options: PoolOptions): ThreadPool<I, O> {
  const threads = new Set<Thread<I, O>>();
  const waiting: Task<I, O>[] = [];
  let isClosed = false;

  function run(input: I, signal?: AbortSignal): Promise<O> {
    if (isClosed || signal?.aborted === true) return Promise.reject(cancelled());
    return new Promise<O>((resolve, reject) => {
      const onAbort = () => abandon(task);
      const settle =
        <T>(after: (value: T) => void) =>
        (value: T) => {
          signal?.removeEventListener('abort', onAbort);
          after(value);
        };
      const task: Task<I, O> = { input, resolve: settle(resolve), reject: settle(reject) };
      signal?.addEventListener('abort', onAbort, { once: true });
      waiting.push(task);
      assign();
    });
  }

  function abandon(task: Task<I, O>): void {
    const position = waiting.indexOf(task);
    if (position !== -1) waiting.splice(position, 1);
    for (const thread of threads) if (thread.task === task) void discard(thread);
    task.reject(cancelled());
    assign();
  }

  /** Gives waiting tasks to idle threads, starting threads while there may be more. */
  function assign(): void {
    for (const thread of threads) if (waiting.length > 0 && thread.task === null) take(thread);
    while (waiting.length > 0 && threads.size < options.size) take(start());
  }

  function start(): Thread<I, O> {
    const worker = new Worker(options.entry, { resourceLimits: { maxOldGenerationSizeMb: options.memoryLimitMb } });
    const thread: Thread<I, O> = { worker, task: null, timer: null, isReady: false };
    threads.add(thread);
    worker.on('message', (message: ThreadMessage<O>) => receive(thread, message));
    worker.on('error', (error) => fail(thread, outOfMemory(error) ? tooLarge(options.memoryLimitMb) : error));
    worker.on('exit', (code) => fail(thread, new Error(`A thread ended by itself with code ${code}.`)));
    return thread;
  }

  function take(thread: Thread<I, O>): void {
    const task = waiting.shift();
    if (task === undefined) return;
    thread.task = task;
    thread.worker.ref();
    if (thread.isReady) begin(thread, task);
    else thread.timer = setTimeout(() => fail(thread, new Error('A thread did not start.')), startLimitMs);
  }

  function begin(thread: Thread<I, O>, task: Task<I, O>): void {
    if (thread.timer !== null) clearTimeout(thread.timer);
    thread.timer = setTimeout(() => fail(thread, tooSlow(options.timeLimitMs)), options.timeLimitMs);
    try {
      thread.worker.postMessage(task.input);
    } catch (error) {
      release(thread);
      task.reject(error);
      assign();
    }
  }

  function receive(thread: Thread<I, O>, message: ThreadMessage<O>): void {
    const { task } = thread;
    if (message.kind === 'ready') {
      thread.isReady = true;
      if (task !== null) begin(thread, task);
      return;
    }
    release(thread);
    if (message.kind === 'done') task?.resolve(message.value);
    else if (message.kind === 'refused') task?.reject(ArchiveError.fromData(message.error));
    else task?.reject(message.error);
    assign();
    if (thread.task === null && threads.has(thread)) rest(thread);
  }

  function rest(thread: Thread<I, O>): void {
    if (options.idleLimitMs === undefined) return;
    thread.timer = setTimeout(() => void discard(thread), options.idleLimitMs).unref();
  }

  function release(thread: Thread<I, O>): void {
    if (thread.timer !== null) clearTimeout(thread.timer);
    thread.timer = null;
    thread.task = null;
    thread.worker.unref();
  }

  /** Ends a thread that cannot be trusted any more, and fails its task. */
  function fail(thread: Thread<I, O>, error: unknown): void {
    if (!threads.has(thread)) return;
    const { task } = thread;
    void discard(thread);
    task?.reject(error);
    assign();
  }

  function discard(thread: Thread<I, O>): Promise<number> {
    threads.delete(thread);
    release(thread);
    return thread.worker.terminate();
  }

  async function close(): Promise<void> {
    isClosed = true;
    const unfinished = [
      ...waiting.splice(0),
      ...[...threads].flatMap((thread) => (thread.task === null ? [] : [thread.task])),
    ];
    await Promise.all([...threads].map(discard));
    for (const task of unfinished) task.reject(cancelled());
  }

  return { run, close };
}

function cancelled(): ArchiveError {
  return new ArchiveError('cancelled', 'Cancelled.');
}

function tooSlow(timeLimitMs: number): ArchiveError {
  return new ArchiveError(
    'extract-timeout',
    `Reading it took longer than ${timeLimitMs / 1000} seconds and was stopped.`,
    { details: { timeLimitMs } },
  );
}

function tooLarge(memoryLimitMb: number): ArchiveError {
  return new ArchiveError(
    'extract-memory',
    `Reading it took more than ${memoryLimitMb} MB of memory and was stopped.`,
    { details: { memoryLimitMb } },
  );
}

function outOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
