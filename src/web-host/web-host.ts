import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Backend } from '#backend/backend.ts';
import { ArchiveError } from '#contract/errors.ts';
import type { Reply } from '#contract/reply.ts';
import { assetAnswer, assetPath, type FileAnswer, plainAnswer, type WindowFiles } from '../host/window-files.ts';
import { commonHeaders } from '../host/content-policy.ts';
import { answerCall } from './answer-call.ts';
import { streamEvents } from './event-stream.ts';
import { checkRequest, isProposal } from './guard.ts';
import { proposalPage } from './proposal-page.ts';
import { createSession, type Session } from './session.ts';

export type WebHostOptions = {
  readonly backend: Backend;
  readonly files: WindowFiles;
  /** 0: any free one. */
  readonly port: number;
};

export type WebHost = {
  /** `http://127.0.0.1:PORT`, which opens nothing without the cookie. */
  readonly address: string;
  /** An address that opens the window once. */
  readonly newEntryAddress: () => string;
  readonly close: () => Promise<void>;
};

const loopback = '127.0.0.1';

/** Serves the window and its calls on this computer only. It owns the server, not the back end. */
export async function startWebHost({ backend, files, port }: WebHostOptions): Promise<WebHost> {
  const server = createServer({ requestTimeout: 120_000, headersTimeout: 20_000, keepAliveTimeout: 5_000 });
  await listen(server, port);
  const actualPort = (server.address() as AddressInfo).port;
  const session = createSession(actualPort);
  const host: Host = { backend, files, session, port: actualPort };
  server.on('request', (request, response) => {
    answer(host, request, response).catch((error: unknown) => giveUp(response, error));
  });
  const address = `http://${loopback}:${actualPort}`;
  return {
    address,
    newEntryAddress: () => `${address}/?key=${session.newKey()}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

type Host = {
  readonly backend: Backend;
  readonly files: WindowFiles;
  readonly session: Session;
  readonly port: number;
};

/** First who asks, then what for. */
async function answer(host: Host, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const method = request.method ?? '';
  const asked = { method, headers: request.headers };
  const { pathname, search, searchParams } = new URL(request.url ?? '/', `http://${loopback}`);
  if (isProposal(asked, pathname, host.port)) return sendFile(response, proposalPage(search));
  const verdict = checkRequest(asked, host.port);
  if (!verdict.allowed) return sendFile(response, plainAnswer(403, `Refused: ${verdict.reason}.`));
  const isOpen = host.session.isOpen(request.headers.cookie);
  const key = searchParams.get('key');
  if (method === 'GET' && pathname === '/' && key !== null) return enter(host, key, isOpen, response);
  if (!isOpen) return refuseStranger(pathname, response);
  if (method === 'POST' && pathname === '/call') return call(host, request, response);
  if (method !== 'GET') return sendFile(response, plainAnswer(405, 'There is nothing to do that with.'));
  if (pathname === '/events') return streamEvents(host.backend, response);
  return sendFile(response, await findFile(host, pathname));
}

/** Exchanges the key of the entry address for the cookie, and takes the key out of sight. */
function enter(host: Host, key: string, isOpen: boolean, response: ServerResponse): void {
  const cookie = host.session.exchange(key);
  if (cookie === undefined && !isOpen) {
    return sendFile(response, plainAnswer(403, 'This address has been used. Start Pressmark again for a new one.'));
  }
  response.writeHead(303, {
    ...commonHeaders,
    location: '/',
    'cache-control': 'no-store',
    ...(cookie === undefined ? {} : { 'set-cookie': cookie }),
  });
  response.end();
}

function refuseStranger(pathname: string, response: ServerResponse): void {
  if (pathname !== '/call') {
    return sendFile(response, plainAnswer(401, 'Open Pressmark from the address that its start has printed.'));
  }
  const error = new ArchiveError('disconnected', 'this window is not connected any more; start Pressmark again');
  sendReply(response, 401, { ok: false, error: error.toData() });
}

async function call(host: Host, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  const reply = await answerCall(host.backend, request, gone.signal);
  if (!request.complete) response.setHeader('connection', 'close');
  sendReply(response, 200, reply);
}

async function findFile(host: Host, pathname: string): Promise<FileAnswer> {
  const asset = assetPath(pathname);
  if (asset !== undefined) return assetAnswer(await host.backend.asset(asset));
  return (await host.files.find(pathname)) ?? plainAnswer(404, 'There is nothing here.');
}

function sendReply(response: ServerResponse, status: number, reply: Reply<unknown>): void {
  response.writeHead(status, {
    ...commonHeaders,
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(JSON.stringify(reply));
}

function sendFile(response: ServerResponse, { status, headers, body }: FileAnswer): void {
  response.writeHead(status, { ...headers, 'content-length': body.byteLength });
  response.end(body);
}

/** Something broke that has no reply of its own: the back end is gone, or a file of the window is. */
function giveUp(response: ServerResponse, error: unknown): void {
  if (response.headersSent) response.destroy();
  else if (error instanceof ArchiveError) sendReply(response, 503, { ok: false, error: error.toData() });
  else sendFile(response, plainAnswer(500, 'Something went wrong inside Pressmark.'));
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === 'EADDRINUSE' || error.code === 'EACCES';
      reject(isTaken ? new ArchiveError('wrong-usage', `port ${port} cannot be used; another program has it`) : error);
    });
    server.listen({ host: loopback, port }, resolve);
  });
}
