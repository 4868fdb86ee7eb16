import { type ByteSource, readAhead, tooLarge, unreadable } from '../byte-source.ts';
import { first, type Header, parseHeader } from '../mime/header.ts';
import { inflateMember } from './inflate-member.ts';

/** Where a record lies: in a gzip member, or in the file itself (`member` is `null`). */
export type RecordPlace = {
  readonly source: ByteSource;
  readonly member: number | null;
  /** From the start of the unpacked member, or of the file. */
  readonly offset: number;
  /** The header with its empty line, and the block. */
  readonly headerBytes: number;
  readonly blockBytes: number;
};

/** A record as the first look through the file knows it. */
export type RecordFacts = {
  readonly header: Header;
  /** The first bytes of its block: the head of what a server answered. */
  readonly head: Uint8Array;
  readonly place: RecordPlace;
};

export type WarcLimits = {
  /** Of the whole archive, unpacked. */
  readonly bytesOfAll: number;
  readonly records: number;
  readonly ratio: number;
  readonly ratioFreeBytes: number;
};

export const defaultWarcLimits: WarcLimits = {
  bytesOfAll: 4_000_000_000,
  records: 500_000,
  ratio: 200,
  ratioFreeBytes: 10_000_000,
};

const longestHeaderBytes = 64 * 1024;
const keptHeadBytes = 8 * 1024;
/** A record is read from its member's start: more than this before it, and it is not worth it. */
const longestSkipBytes = 64_000_000;
export const longestRecordBytes = 60_000_000;

/**
 * Every record of a web archive (WARC 1.0, 1.1; ISO 28500), in order, without their contents.
 *
 * ```
 * WARC/1.1 CRLF  name: value CRLF …  CRLF  block (Content-Length bytes)  CRLF CRLF
 * ```
 *
 * One look through, at most a few kilobytes of a record in memory. Contents are read later, by
 * place. Damage ends the look through: where one record ends decides where the next begins.
 */
export async function* readRecords(
  source: ByteSource,
  signal: AbortSignal,
  limits: WarcLimits = defaultWarcLimits,
): AsyncIterable<RecordFacts> {
  const isPacked = Buffer.from(await source.read(0, 2)).equals(Buffer.from([0x1f, 0x8b]));
  const counted = { bytes: 0, records: 0 };
  const bound = (facts: RecordFacts): RecordFacts => {
    counted.records += 1;
    if (counted.records <= limits.records) return facts;
    throw unreadable(source.label, `it holds more than ${limits.records} records`);
  };
  const ahead = readAhead(source);
  for (let at = 0; at < source.sizeBytes;) {
    const member = isPacked ? await inflateMember(ahead, at) : undefined;
    const memberStart = at;
    const chunks = member === undefined ? plainChunks(ahead) : member.chunks;
    const guarded = guard(chunks, () => (member?.end() ?? source.sizeBytes) - memberStart, counted, source, limits);
    for await (const facts of splitRecords(guarded, { source, member: isPacked ? memberStart : null })) {
      signal.throwIfAborted();
      yield bound(facts);
    }
    at = member?.end() ?? source.sizeBytes;
  }
}

/** The bytes of a record, header and all, and of its block alone. */
export async function readRecord({ source, member, offset, headerBytes, blockBytes }: RecordPlace): Promise<{
  readonly whole: Uint8Array;
  readonly block: Uint8Array;
}> {
  const length = headerBytes + blockBytes;
  if (length > longestRecordBytes) throw tooLarge(source.label, length, longestRecordBytes);
  const whole = member === null ? await source.read(offset, length) : await readPacked(source, member, offset, length);
  if (whole.length < length) throw unreadable(source.label, 'it is cut off: a record is shorter than it says');
  return { whole, block: whole.subarray(headerBytes) };
}

async function readPacked(source: ByteSource, member: number, offset: number, length: number): Promise<Uint8Array> {
  if (offset > longestSkipBytes) {
    throw unreadable(source.label, 'it is packed as one piece; pack its records one by one, as the format asks');
  }
  const { chunks } = await inflateMember(source, member);
  const parts: Uint8Array[] = [];
  let at = 0;
  for await (const chunk of chunks) {
    const from = Math.max(0, offset - at);
    if (from < chunk.length) parts.push(chunk.subarray(from, offset + length - at));
    at += chunk.length;
    if (at >= offset + length) break;
  }
  return Buffer.concat(parts);
}

async function* plainChunks(source: ByteSource): AsyncIterable<Uint8Array> {
  for (let at = 0; at < source.sizeBytes;) {
    const chunk = await source.read(at, 256 * 1024);
    if (chunk.length === 0) return;
    at += chunk.length;
    yield chunk;
  }
}

/** Counts what is unpacked against what it was packed in, and all of it together. */
async function* guard(
  chunks: AsyncIterable<Uint8Array>,
  packedBytes: () => number,
  counted: { bytes: number },
  source: ByteSource,
  limits: WarcLimits,
): AsyncIterable<Uint8Array> {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    counted.bytes += chunk.length;
    if (counted.bytes > limits.bytesOfAll) throw tooLarge(source.label, counted.bytes, limits.bytesOfAll);
    // What was fed to the unpacker runs ahead of what came out, never behind.
    if (bytes > limits.ratioFreeBytes && bytes > packedBytes() * limits.ratio) {
      throw unreadable(source.label, `it unpacks to more than ${limits.ratio} times its size, as only a trap does`);
    }
    yield chunk;
  }
}

type Where = Pick<RecordPlace, 'source' | 'member'>;

/** Cuts a stream of bytes into records, keeping the header and the beginning of each block. */
async function* splitRecords(chunks: AsyncIterable<Uint8Array>, where: Where): AsyncIterable<RecordFacts> {
  let pending: Buffer = Buffer.alloc(0);
  let pendingStart = 0;
  let skip = 0;
  let open: { header: Header; place: RecordPlace } | undefined;
  for await (const chunk of chunks) {
    pending =
      pending.length === 0
        ? Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length)
        : Buffer.concat([pending, chunk]);
    for (;;) {
      const skipped = Math.min(skip, pending.length);
      pending = pending.subarray(skipped);
      pendingStart += skipped;
      skip -= skipped;
      if (skip > 0) break;
      if (open === undefined) {
        const blank = leadingBreaks(pending);
        pending = pending.subarray(blank);
        pendingStart += blank;
        open = openRecord(pending, pendingStart, where);
        if (open === undefined) break;
        pending = pending.subarray(open.place.headerBytes);
        pendingStart += open.place.headerBytes;
      }
      const { blockBytes } = open.place;
      if (pending.length < Math.min(blockBytes, keptHeadBytes)) break;
      yield { ...open, head: Buffer.from(pending.subarray(0, Math.min(blockBytes, keptHeadBytes))) };
      skip = blockBytes;
      open = undefined;
    }
  }
  const isCut = open !== undefined || skip > 0 || pending.length > leadingBreaks(pending);
  if (isCut) throw unreadable(where.source.label, 'it is cut off or damaged: its last record is not whole');
}

/** The header at the start of `bytes`; `undefined` while it is not whole yet. */
function openRecord(
  bytes: Buffer,
  offset: number,
  { source, member }: Where,
): { header: Header; place: RecordPlace } | undefined {
  if (bytes.length === 0) return undefined;
  const opening = bytes.toString('latin1', 0, 8);
  if (!'WARC/1.0'.startsWith(opening.slice(0, 7)) || (bytes.length >= 8 && !/^WARC\/1\.\d/.test(opening))) {
    throw unreadable(source.label, 'it is no web archive (WARC), or a damaged one: a record does not begin as one');
  }
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0 && bytes.length <= longestHeaderBytes) return undefined;
  if (end < 0 || end > longestHeaderBytes)
    throw unreadable(source.label, 'it is damaged: a record has no end to its head');
  const header = parseHeader(bytes.toString('utf8', 0, end));
  const length = first(header, 'content-length') ?? '';
  if (!/^\d{1,15}$/.test(length)) throw unreadable(source.label, 'it is damaged: a record does not say how long it is');
  const place = { source, member, offset, headerBytes: end + 4, blockBytes: Number(length) };
  return { header, place };
}

function leadingBreaks(bytes: Uint8Array): number {
  let at = 0;
  while (bytes[at] === 0x0d || bytes[at] === 0x0a) at += 1;
  return at;
}
