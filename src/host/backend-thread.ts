import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { type Backend, createBackend } from '#backend/backend.ts';
import { ArchiveError, type ErrorData } from '#contract/errors.ts';
import { openFileLog } from './file-log.ts';
import { askedSignal, isMarkedCancelled } from '#platform/cancellation.ts';
import type { FromThread, ThreadBirth, ToThread } from './thread-messages.ts';

/**
 * The thread on which the back end lives.
 *
 * SQLite is synchronous and parsing is heavy; here they can block nobody. The thread that answers
 * the window only passes messages on (`start-backend-thread.ts` is its side).
 */
async function serve(port: MessagePort, { plan, cancellations }: ThreadBirth): Promise<void> {
  const send = (message: FromThread) => port.postMessage(message);
  try {
    const backend = await createBackend({ ...plan, log: openFileLog(plan.dataPath) });
    backend.onEvent((event) => send({ kind: 'event', event }));
    answerMessages(port, backend, cancellations);
    send({ kind: 'ready' });
  } catch (error) {
    send({ kind: 'failed', error: asData(error) });
    port.close();
  }
}

function answerMessages(port: MessagePort, backend: Backend, cancellations: SharedArrayBuffer): void {
  const running = new Map<number, AbortController>();

  async function answerCall(id: number, method: string, input: unknown): Promise<void> {
    const control = new AbortController();
    running.set(id, control);
    const signal = askedSignal(control, () => isMarkedCancelled(cancellations, id));
    const reply = await backend.call(method, input, signal);
    running.delete(id);
    port.postMessage({ kind: 'reply', id, reply } satisfies FromThread);
  }

  async function answerAsset(id: number, path: string): Promise<void> {
    const found = await backend.asset(path).catch(() => undefined);
    if (found === undefined) return port.postMessage({ kind: 'asset', id, asset: null } satisfies FromThread);
    // A copy of its own: small files share one buffer in Node, which must not be handed away.
    const bytes = new Uint8Array(found.bytes);
    port.postMessage({ kind: 'asset', id, asset: { bytes, mediaType: found.mediaType } } satisfies FromThread, [
      bytes.buffer,
    ]);
  }

  port.on('message', (message: ToThread) => {
    if (message.kind === 'call') void answerCall(message.id, message.method, message.input);
    else if (message.kind === 'asset') void answerAsset(message.id, message.path);
    else if (message.kind === 'cancel') running.get(message.id)?.abort();
    else void backend.close().finally(() => port.close());
  });
}

function asData(error: unknown): ErrorData {
  if (error instanceof ArchiveError) return error.toData();
  const reason = error instanceof Error ? error.message : String(error);
  return new ArchiveError('internal', `the library could not be opened: ${reason}`).toData();
}

if (parentPort !== null) void serve(parentPort, workerData as ThreadBirth);
