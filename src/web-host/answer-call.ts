import type { IncomingMessage } from 'node:http';
import type { Backend } from '#backend/backend.ts';
import { ArchiveError } from '#contract/errors.ts';
import type { Reply } from '#contract/reply.ts';

/** 64 MB of dropped files in base 64, and the words around them. */
const mostBytes = 96 * 1024 * 1024;

/** Reads a call from the body of a request, asks the back end, and gives its reply. */
export async function answerCall(
  backend: Backend,
  request: IncomingMessage,
  signal: AbortSignal,
): Promise<Reply<unknown>> {
  try {
    // Asking for JSON makes a foreign page's request one that needs our leave first, which we never give.
    if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) {
      throw new ArchiveError('wrong-usage', 'a call is sent as application/json');
    }
    const { method, input } = parseCall(await readBody(request));
    return await backend.call(method, input, signal);
  } catch (error) {
    if (error instanceof ArchiveError) return { ok: false, error: error.toData() };
    throw error;
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const tooLarge = () => new ArchiveError('too-large', `a call holds at most ${mostBytes / 1024 / 1024} MB`);
  if (Number(request.headers['content-length'] ?? 0) > mostBytes) throw tooLarge();
  const parts: Buffer[] = [];
  let sizeBytes = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    sizeBytes += part.length;
    if (sizeBytes > mostBytes) throw tooLarge();
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function parseCall(body: string): { readonly method: string; readonly input: unknown } {
  let call: unknown;
  try {
    call = JSON.parse(body);
  } catch (error) {
    throw new ArchiveError('invalid-input', 'a call is a JSON object', { cause: error });
  }
  if (typeof call !== 'object' || call === null || !('method' in call) || typeof call.method !== 'string') {
    throw new ArchiveError('invalid-input', 'a call names its method');
  }
  return { method: call.method, input: 'input' in call ? call.input : {} };
}
