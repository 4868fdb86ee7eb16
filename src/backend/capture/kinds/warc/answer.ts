import { Readable } from 'node:stream';
import { ArchiveError } from '#contract/errors.ts';
import { parseEncodings, readBody } from '#platform/decompress.ts';
import { first, type Header, parseHeader, parseParameters } from '../mime/header.ts';

/** The head of what a server once answered. */
export type AnswerHead = {
  readonly status: number;
  readonly header: Header;
  readonly mediaType: string;
  readonly charset: string | null;
  readonly bodyStart: number;
};

/** Reads the head of an answer; `null` when the bytes are none. `block` may be only its beginning. */
export function answerHead(block: Uint8Array): AnswerHead | null {
  const view = Buffer.from(block.buffer, block.byteOffset, block.length);
  const { headEnd, bodyStart } = endOfHead(view);
  const text = view.toString('latin1', 0, headEnd);
  const status = /^HTTP\/\d(?:\.\d)? (\d{3})/.exec(text)?.[1];
  if (status === undefined) return null;
  const header = parseHeader(text.slice(text.indexOf('\n') + 1));
  const type = parseParameters(first(header, 'content-type') ?? '');
  const charset = type.parameters.get('charset') ?? null;
  return { status: Number(status), header, mediaType: type.value, charset, bodyStart };
}

/** At the first empty line, whichever way lines end. */
function endOfHead(view: Buffer): { readonly headEnd: number; readonly bodyStart: number } {
  const ends = ['\r\n\r\n', '\n\n']
    .map((mark) => ({ headEnd: view.indexOf(mark), bodyStart: view.indexOf(mark) + mark.length }))
    .filter(({ headEnd }) => headEnd >= 0);
  const [end] = ends.sort((one, other) => one.headEnd - other.headEnd);
  return end ?? { headEnd: view.length, bodyStart: view.length };
}

/** More than any page or picture; counted while unpacking. */
const bodyLimits = { maxRawBytes: 60_000_000, maxDecodedBytes: 60_000_000, maxRatio: 200, ratioFreeBytes: 10_000_000 };

/**
 * The body of an answer, with the transport's packing undone.
 *
 * Half of all programs that write archives undo it themselves and leave the header as it was: what
 * does not begin as the header says is taken as it stands.
 */
export async function answerBody(block: Uint8Array, head: AnswerHead, label: string): Promise<Uint8Array> {
  const raw = Buffer.from(block.buffer, block.byteOffset, block.length).subarray(head.bodyStart);
  const isChunked = /chunked/i.test(first(head.header, 'transfer-encoding') ?? '');
  const body = (isChunked ? withoutChunks(raw) : null) ?? raw;
  const encodings = knownEncodings(first(head.header, 'content-encoding') ?? '');
  if (encodings.length === 0 || !beginsAs(body, encodings.at(-1) ?? '')) return body;
  try {
    return await readBody(Readable.from([body]), { label, encodings, limits: bodyLimits });
  } catch (error) {
    if (error instanceof ArchiveError) throw error;
    return body;
  }
}

function knownEncodings(header: string): readonly string[] {
  try {
    return parseEncodings(header);
  } catch {
    return [];
  }
}

function beginsAs(body: Uint8Array, encoding: string): boolean {
  if (encoding.endsWith('gzip')) return body[0] === 0x1f && body[1] === 0x8b;
  if (encoding === 'zstd') return body[0] === 0x28 && body[1] === 0xb5;
  // Brotli and deflate have no mark of their own; plain markup has one.
  return body.length > 0 && body[0] !== 0x3c;
}

/** The pieces of a chunked body put together; `null` when it is not chunked after all. */
function withoutChunks(body: Buffer): Buffer | null {
  const pieces: Buffer[] = [];
  for (let at = 0; at < body.length;) {
    const lineEnd = body.indexOf('\r\n', at);
    const size = lineEnd < 0 || lineEnd - at > 1000 ? undefined : sizeOf(body.toString('latin1', at, lineEnd));
    if (size === undefined) return pieces.length === 0 ? null : Buffer.concat(pieces);
    if (size === 0) break;
    pieces.push(body.subarray(lineEnd + 2, lineEnd + 2 + size));
    at = lineEnd + 2 + size + 2;
  }
  return Buffer.concat(pieces);
}

function sizeOf(line: string): number | undefined {
  const hex = /^([0-9a-f]{1,8})[ \t]*(;.*)?$/i.exec(line)?.[1];
  return hex === undefined ? undefined : Number.parseInt(hex, 16);
}
