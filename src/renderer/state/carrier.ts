import type { Bridge, Carrier } from '#contract/client.ts';
import { ArchiveError } from '#contract/errors.ts';
import type { ArchiveEvent } from '#contract/events.ts';
import type { Reply } from '#contract/reply.ts';

/** Whether the back end is within reach. */
export type Connection = 'connected' | 'lost';

/** A carrier that also tells when the back end cannot be reached. */
export type WindowCarrier = Carrier & {
  readonly onConnection: (listener: (connection: Connection) => void) => () => void;
  /** Tells of links of ours that brought the person here. */
  readonly onLink: (listener: (link: string) => void) => () => void;
  /** Menus and notices of the system, where there is a shell that has them. */
  readonly shell?: Pick<Bridge, 'onAct' | 'wish'>;
};

declare global {
  interface Window {
    /** Put there by the preload; absent when a browser shows the window. */
    readonly pressmark?: Bridge;
  }
}

/** The bridge of the shell if there is one, else HTTP to the host that served this page. */
export function chooseCarrier(window: Window): WindowCarrier {
  return window.pressmark ? bridgeCarrier(window.pressmark) : httpCarrier(window.location.origin);
}

export function bridgeCarrier(bridge: Bridge): WindowCarrier {
  const report = createReport();
  let lastNumber = 0;
  return {
    async call(method, input, signal?: AbortSignal) {
      if (signal?.aborted === true) return calledOff();
      lastNumber += 1;
      const number = lastNumber;
      const cancel = () => bridge.cancel(number);
      signal?.addEventListener('abort', cancel, { once: true });
      try {
        const reply = await bridge.call(method, input, number);
        report.tell('connected');
        return reply;
      } catch (error) {
        report.tell('lost');
        return disconnected(error);
      } finally {
        signal?.removeEventListener('abort', cancel);
      }
    },
    shell: bridge,
    onLink: (listener) => bridge.onLink(listener),
    onEvent: (listener) => bridge.onEvent(listener),
    onConnection: report.listen,
  };
}

function httpCarrier(origin: string): WindowCarrier {
  const report = createReport();
  return {
    async call(method, input, signal?: AbortSignal) {
      try {
        const response = await fetch(new URL('/call', origin), {
          method: 'POST',
          credentials: 'same-origin',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ method, input }),
          ...(signal === undefined ? {} : { signal }),
        });
        // The host answers every call with a reply as JSON, failures too; anything else is not the host.
        const reply = (await response.json()) as Reply<unknown>;
        report.tell('connected');
        return reply;
      } catch (error) {
        // The request was let go by ourselves: that says nothing of the host.
        if (signal?.aborted === true) return calledOff();
        report.tell('lost');
        return disconnected(error);
      }
    },
    onLink: tellLinkOfAddress,
    onEvent: (listener) => listenToHost(origin, listener, report.tell),
    onConnection: report.listen,
  };
}

/**
 * Server-sent events; the browser itself tries again when the stream breaks.
 *
 * News told while the stream was down is lost, so a new beginning counts as "everything may have changed".
 */
function listenToHost(
  origin: string,
  listener: (event: ArchiveEvent) => void,
  tell: (connection: Connection) => void,
): () => void {
  let source: EventSource;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let hasBroken = false;

  const open = () => {
    source = new EventSource(new URL('/events', origin), { withCredentials: true });
    source.addEventListener('message', (message: MessageEvent<string>) => {
      listener(JSON.parse(message.data) as ArchiveEvent);
    });
    source.addEventListener('open', () => {
      tell('connected');
      if (hasBroken) listener({ type: 'articles.changed', ids: null });
      hasBroken = false;
    });
    source.addEventListener('error', () => {
      hasBroken = true;
      tell('lost');
      // A stream that the host refused is closed for good by the browser; only we can try it again.
      if (source.readyState === EventSource.CLOSED) retry = setTimeout(open, 2000);
    });
  };
  open();
  return () => {
    clearTimeout(retry);
    source.close();
  };
}

/**
 * In a browser a link comes as a part of the window's own address: `/?add=…`, to which the host leads from
 * `/add?url=…`. It is told once and taken out of sight, so that loading anew does not ask anew.
 */
function tellLinkOfAddress(listener: (link: string) => void): () => void {
  const added = new URLSearchParams(window.location.search).get('add');
  if (added !== null) {
    window.history.replaceState(null, '', '/');
    listener(`pressmark://add?url=${encodeURIComponent(added)}`);
  }
  return () => undefined;
}

function calledOff(): Reply<never> {
  return { ok: false, error: new ArchiveError('cancelled', 'Nobody waits for this answer any more.').toData() };
}

function disconnected(cause: unknown): Reply<never> {
  const error = new ArchiveError('disconnected', 'The archive did not answer; it may have stopped.', {
    retryable: true,
    cause,
  });
  return { ok: false, error: error.toData() };
}

function createReport() {
  let last: Connection = 'connected';
  const listeners = new Set<(connection: Connection) => void>();
  return {
    tell(connection: Connection) {
      if (connection === last) return;
      last = connection;
      for (const listener of listeners) listener(connection);
    },
    listen(listener: (connection: Connection) => void) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
