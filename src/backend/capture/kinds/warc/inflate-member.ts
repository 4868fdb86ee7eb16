import { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { type ByteSource, unreadable } from '../byte-source.ts';

/** One gzip member while it is unpacked, and what is known when it has ended. */
export type Member = {
  readonly chunks: AsyncIterable<Uint8Array>;
  /** Where the next member begins; known when `chunks` has ended. */
  readonly end: () => number;
};

const chunkBytes = 64 * 1024;
const headProbeBytes = 66_000;
const trailerBytes = 8;

/**
 * Unpacks one member of a gzip file, and no more.
 *
 * Web archives pack each record on its own so that one can be read without the others; zlib's own
 * reader would run on into the next, and not tell where it began.
 */
export async function inflateMember(source: ByteSource, start: number): Promise<Member> {
  const dataStart = start + headerLength(await source.read(start, headProbeBytes), source.label);
  const inflate = createInflateRaw({ chunkSize: 128 * 1024 });
  const input = Readable.from(chunksFrom(source, dataStart), { objectMode: false });
  input.on('error', (error) => inflate.destroy(error));
  return {
    chunks: unpacked(input.pipe(inflate), input, source.label),
    end: () => dataStart + inflate.bytesWritten + trailerBytes,
  };
}

async function* unpacked(inflate: Readable, input: Readable, label: string): AsyncIterable<Uint8Array> {
  try {
    yield* inflate as AsyncIterable<Uint8Array>;
  } catch (error) {
    const isDamage = error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
    throw isDamage ? unreadable(label, 'it is damaged: what is packed in it cannot be unpacked', error) : error;
  } finally {
    input.destroy();
  }
}

async function* chunksFrom(source: ByteSource, start: number): AsyncIterable<Uint8Array> {
  for (let at = start; at < source.sizeBytes;) {
    const chunk = await source.read(at, chunkBytes);
    if (chunk.length === 0) return;
    at += chunk.length;
    yield chunk;
  }
}

/** ID1 ID2 method flags time(4) xfl os, then what the flags announce (RFC 1952). */
function headerLength(head: Uint8Array, label: string): number {
  const isGzip = head[0] === 0x1f && head[1] === 0x8b && head[2] === 8 && head.length >= 18;
  const length = isGzip ? lengthByFlags(head, head[3] ?? 0) : undefined;
  if (length === undefined) throw unreadable(label, 'it is damaged: a packed record does not begin as one');
  return length;
}

const flag = { check: 2, extra: 4, name: 8, comment: 16 };

function lengthByFlags(head: Uint8Array, flags: number): number | undefined {
  let at = 10;
  if ((flags & flag.extra) !== 0) at += 2 + (head[at] ?? 0) + (head[at + 1] ?? 0) * 256;
  for (const text of [flag.name, flag.comment]) {
    if ((flags & text) === 0) continue;
    const nul = head.indexOf(0, at);
    if (nul < 0) return undefined;
    at = nul + 1;
  }
  return (flags & flag.check) === 0 ? at : at + 2;
}
