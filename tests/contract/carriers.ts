import { type Backend, type BackendOptions, createBackend } from '#backend/backend.ts';
import type { Carrier } from '#contract/client.ts';
import type { ArchiveEvent } from '#contract/events.ts';
import type { Reply } from '#contract/reply.ts';
import { threadEntryPath } from '../../src/host/places.ts';
import { startBackendThread } from '../../src/host/start-backend-thread.ts';
import { hostCalls, type Sender, tellWindows } from '../../src/main/ipc-host.ts';
import { startWebHost } from '../../src/web-host/web-host.ts';

export type StartedCarrier = Carrier & { readonly close: () => Promise<void> };

/** One way to reach the back end, as the contract suite starts it. */
export type CarrierKind = {
  readonly name: string;
  readonly start: (options: CarrierOptions) => Promise<StartedCarrier>;
};

export type CarrierOptions = Pick<BackendOptions, 'libraryPath' | 'dataPath'> & Partial<BackendOptions>;

/** Every carrier with the real back end behind it; only Electron's own message wire is stood in for. */
export const carriers: readonly CarrierKind[] = [
  { name: 'a direct call (command line)', start: (options) => createBackend(plan(options)) },
  { name: 'a thread', start: (options) => startThread(options) },
  { name: 'loopback HTTP (browser)', start: startHttp },
  { name: 'Electron messages (window)', start: startMessages },
];

function plan(options: CarrierOptions): BackendOptions {
  return { extractWorker: threadEntryPath('extract-worker'), appVersion: 'test', ...options };
}

function startThread(options: CarrierOptions): Promise<Backend> {
  return startBackendThread({ entry: threadEntryPath('backend-thread'), plan: plan(options) });
}

/** A window at the far end of HTTP: it holds the cookie, and says where it stands as a browser would. */
async function startHttp(options: CarrierOptions): Promise<StartedCarrier> {
  const backend = await startThread(options);
  // The files of the window are not part of the contract.
  const host = await startWebHost({ backend, files: { find: async () => undefined }, port: 0 });
  const entry = await fetch(host.newEntryAddress(), { redirect: 'manual' });
  const headers = { cookie: entry.headers.get('set-cookie')?.split(';')[0] ?? '', origin: host.address };
  const gone = new AbortController();
  const news = await listen(`${host.address}/events`, headers, gone.signal);
  return {
    async call(method, input, signal?: AbortSignal) {
      const response = await fetch(`${host.address}/call`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify({ method, input }),
        ...(signal === undefined ? {} : { signal }),
      });
      return (await response.json()) as Reply<unknown>;
    },
    onEvent: news.onEvent,
    async close() {
      gone.abort();
      await host.close();
      await backend.close();
    },
  };
}

/** Server-sent events as a browser reads them: `data:` lines, parted by empty ones. */
async function listen(address: string, headers: Record<string, string>, signal: AbortSignal) {
  const listeners = new Set<(event: ArchiveEvent) => void>();
  const response = await fetch(address, { headers, signal });
  if (!response.ok || response.body === null) throw new Error(`the host refuses its news: ${response.status}`);
  const { body } = response;
  void read().catch(() => {}); // ends when the carrier is closed
  return {
    onEvent(listener: (event: ArchiveEvent) => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };

  async function read(): Promise<void> {
    let text = '';
    for await (const part of body.pipeThrough(new TextDecoderStream())) {
      const messages = (text + part).split('\n\n');
      text = messages.pop() ?? '';
      for (const message of messages) {
        if (!message.startsWith('data: ')) continue;
        const event = JSON.parse(message.slice('data: '.length)) as ArchiveEvent;
        for (const listener of listeners) listener(event);
      }
    }
  }
}

/**
 * Electron's two wires, stood in for by what they do to a message: a structured clone each way.
 * The host's own code for calls and news is the real one.
 */
async function startMessages(options: CarrierOptions): Promise<StartedCarrier> {
  const backend = await startThread(options);
  const frame = { url: 'app://pressmark/' };
  const event = { senderFrame: frame, sender: { mainFrame: frame, id: 1 } } as unknown as Sender;
  let handler: (event: Sender, ...args: unknown[]) => Promise<unknown> = () =>
    Promise.reject(new Error('nobody handles calls'));
  const listeners = new Set<(event: ArchiveEvent) => void>();
  let cancel: (event: Sender, number: number) => void = () => {};
  hostCalls({ handle: (_, listener) => (handler = listener), on: (_, listener) => (cancel = listener) }, backend);
  let lastNumber = 0;
  const webContents = {
    isDestroyed: () => false,
    send(_: string, news: ArchiveEvent) {
      for (const listener of listeners) listener(structuredClone(news));
    },
  };
  const untell = tellWindows(backend, () => [{ webContents }]);
  return {
    // The window's own code for the bridge is `bridgeCarrier`; its tests stand beside it.
    async call(method, input, signal?: AbortSignal) {
      const number = ++lastNumber;
      signal?.addEventListener('abort', () => cancel(event, number));
      return structuredClone(await handler(event, ...structuredClone([method, input, number]))) as Reply<unknown>;
    },
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      untell();
      await backend.close();
    },
  };
}
