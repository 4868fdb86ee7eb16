import { Worker } from 'node:worker_threads';
import type { Backend } from '#backend/backend.ts';
import { ArchiveError } from '#contract/errors.ts';
import type { ArchiveEvent } from '#contract/events.ts';
import { createCancellations, markCancelled } from '#platform/cancellation.ts';
import type { BackendPlan, FromThread, ThreadBirth, ToThread } from './thread-messages.ts';

export type ThreadScript = {
  /** The script of the thread: `threadEntryPath('backend-thread')`. */
  readonly entry: string;
  readonly plan: BackendPlan;
};

export type ThreadListener = {
  readonly announce: (event: ArchiveEvent) => void;
  /** The thread ended though nobody asked it to. Not called when it could not open the library. */
  readonly onEnd: (error: Error, livedMs: number) => void;
};

/** One life of the back end's thread, from this side. */
export type RunningThread = Pick<Backend, 'call' | 'asset' | 'close'> & {
  /** Rejects with the reason when the library cannot be opened. */
  readonly ready: Promise<void>;
};

/** Left to itself the room for young objects grows to 48 MB, and stays: a tenth of the time of taking in is all it saves. */
const maxYoungGenerationSizeMb = 12;

export function runThread({ entry, plan }: ThreadScript, listener: ThreadListener): RunningThread {
  const startedAt = performance.now();
  const cancellations = createCancellations();
  const birth: ThreadBirth = { plan, cancellations };
  const worker = new Worker(entry, {
    workerData: birth,
    name: 'pressmark back end',
    resourceLimits: { maxYoungGenerationSizeMb },
  });
  const opening = Promise.withResolvers<void>();
  const ended = Promise.withResolvers<void>();
  const questions = createQuestions((message) => {
    if (message.kind === 'cancel') markCancelled(cancellations, message.id);
    worker.postMessage(message, []);
  });
  let crash: Error | undefined;
  let isRefused = false;
  // A failure to open reaches whoever waits for it; that nobody waits is no second error.
  opening.promise.catch(() => {});

  worker.on('message', (message: FromThread) => {
    if (message.kind === 'ready') opening.resolve();
    else if (message.kind === 'event') listener.announce(message.event);
    else if (message.kind === 'failed') {
      isRefused = true;
      opening.reject(ArchiveError.fromData(message.error));
    } else questions.settle(message);
  });
  worker.on('error', (error) => (crash = error instanceof Error ? error : new Error(String(error))));
  worker.on('exit', (code) => {
    opening.reject(crash === undefined ? gone() : neverOpened(crash));
    questions.end();
    ended.resolve();
    const livedMs = performance.now() - startedAt;
    if (!isRefused) listener.onEnd(crash ?? new Error(`the back end's thread ended with code ${code}`), livedMs);
  });

  return {
    ready: opening.promise,
    async call(method, input, signal) {
      try {
        await opening.promise;
        const answer = await questions.ask((id) => ({ kind: 'call', id, method, input }), signal);
        if (answer.kind !== 'reply') throw gone();
        return answer.reply;
      } catch (error) {
        if (error instanceof ArchiveError) return { ok: false, error: error.toData() };
        throw error;
      }
    },
    async asset(path) {
      await opening.promise;
      const answer = await questions.ask((id) => ({ kind: 'asset', id, path }));
      return answer.kind === 'asset' ? (answer.asset ?? undefined) : undefined;
    },
    async close() {
      worker.postMessage({ kind: 'close' } satisfies ToThread, []);
      await ended.promise;
    },
  };
}

type Answer = Extract<FromThread, { id: number }>;

type Questions = {
  /** Sends a question and waits for the answer that bears its number. */
  readonly ask: (question: (id: number) => ToThread, signal?: AbortSignal) => Promise<Answer>;
  readonly settle: (answer: Answer) => void;
  /** Nobody will answer any more: what waits fails, and so does what is asked from now on. */
  readonly end: () => void;
};

function createQuestions(send: (message: ToThread) => void): Questions {
  const waiting = new Map<number, PromiseWithResolvers<Answer>>();
  let lastId = 0;
  let hasEnded = false;
  return {
    async ask(question, signal) {
      if (hasEnded) throw gone();
      if (signal?.aborted === true) throw new ArchiveError('cancelled', 'called off before it began');
      const id = ++lastId;
      const answer = Promise.withResolvers<Answer>();
      const cancel = () => send({ kind: 'cancel', id });
      sendPlain(send, question(id));
      waiting.set(id, answer);
      signal?.addEventListener('abort', cancel, { once: true });
      try {
        return await answer.promise;
      } finally {
        signal?.removeEventListener('abort', cancel);
      }
    },
    settle(answer) {
      waiting.get(answer.id)?.resolve(answer);
      waiting.delete(answer.id);
    },
    end() {
      hasEnded = true;
      for (const { reject } of waiting.values()) reject(gone());
      waiting.clear();
    },
  };
}

function sendPlain(send: (message: ToThread) => void, message: ToThread): void {
  try {
    send(message);
  } catch (error) {
    throw new ArchiveError('invalid-input', 'what was sent is not plain data', { cause: error });
  }
}

function neverOpened(crash: Error): ArchiveError {
  return new ArchiveError('internal', `the back end could not start: ${crash.message}`, { cause: crash });
}

function gone(): ArchiveError {
  return new ArchiveError('disconnected', 'the back end ended unexpectedly; it is being started again', {
    retryable: true,
  });
}
