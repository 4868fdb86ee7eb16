import type { ServerResponse } from 'node:http';
import type { Backend } from '#backend/backend.ts';
import { commonHeaders } from '../host/content-policy.ts';

const heartbeatMs = 15_000;
/** A listener this far behind does not read: it is let go, comes back by itself and asks anew. */
const mostWaitingBytes = 1_000_000;

/**
 * Sends the news of the back end to one window as server-sent events, until it goes.
 *
 * News missed between two connections is not sent again; a window that reconnects asks for
 * everything anew. The heartbeat lets both sides notice a dead connection.
 */
export function streamEvents(backend: Backend, response: ServerResponse): void {
  response.writeHead(200, {
    ...commonHeaders,
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  response.write('retry: 500\n\n');

  const send = (text: string) => {
    if (response.writableLength > mostWaitingBytes) response.destroy();
    else response.write(text);
  };
  const unsubscribe = backend.onEvent((event) => send(`data: ${JSON.stringify(event)}\n\n`));
  const heartbeat = setInterval(() => send(': still here\n\n'), heartbeatMs);
  response.on('close', () => {
    clearInterval(heartbeat);
    unsubscribe();
  });
}
