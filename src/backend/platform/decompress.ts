import { once } from 'node:events';
import { type Duplex, type Readable, Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import * as zlib from 'node:zlib';
import { ArchiveError } from '#contract/errors.ts';

export type BodyLimits = {
  /** As it comes over the wire. */
  readonly maxRawBytes: number;
  /** After decompression, and after each layer of it. */
  readonly maxDecodedBytes: number;
  /** Beyond `ratioFreeBytes` no layer may be this many times longer than what came over the wire. */
  readonly maxRatio: number;
  readonly ratioFreeBytes: number;
};

export type BodyPlan = {
  /** What is being read, for messages. */
  readonly label: string;
  readonly encodings: readonly string[];
  readonly limits: BodyLimits;
};

const mostLayers = 2;
/** What RFC 8878 asks decoders of the web to support; more would let a page choose our memory use. */
const zstdWindowLog = 23;

/** The compressions a `Content-Encoding` header names, in the order they were applied; throws when one cannot be undone. */
export function parseEncodings(header: string): readonly string[] {
  const names = header.split(',').map((name) => name.trim().toLowerCase());
  const encodings = names.filter((name) => name !== '' && name !== 'identity');
  const unknown = encodings.find((name) => !['gzip', 'x-gzip', 'br', 'zstd', 'deflate'].includes(name));
  if (unknown !== undefined || encodings.length > mostLayers) {
    const what = unknown === undefined ? `${encodings.length} layers of compression` : `compression "${unknown}"`;
    throw new ArchiveError('address-type', `the site sent ${what}, which Pressmark does not read`);
  }
  return encodings;
}

/**
 * Reads a body to its end and undoes its compression, never holding more than the limits allow.
 *
 * Counted while inflating, layer by layer: what a header claims is not believed, and an inner layer
 * cannot be used to burn time unseen. Throws `too-large`; broken data throws zlib's own error.
 */
export async function readBody(body: Readable, plan: BodyPlan): Promise<Uint8Array> {
  const wire = { bytes: 0 };
  const parts: Uint8Array[] = [];
  const layers: Duplex[] = [];
  for (const encoding of plan.encodings.toReversed()) {
    layers.push(await createDecoder(encoding, layers.length === 0 ? body : undefined));
    layers.push(guardDecoded(wire, plan));
  }
  const collect = new Writable({
    write(chunk: Uint8Array, _encoding, done) {
      parts.push(chunk);
      done();
    },
  });
  await pipeline([body, guardWire(wire, plan), ...layers, collect]);
  return Buffer.concat(parts);
}

async function createDecoder(encoding: string, wire: Readable | undefined): Promise<Duplex> {
  switch (encoding) {
    case 'br':
      return zlib.createBrotliDecompress();
    case 'zstd':
      return zlib.createZstdDecompress({ params: { [zlib.constants.ZSTD_d_windowLogMax]: zstdWindowLog } });
    case 'deflate':
      return wire !== undefined && (await lacksZlibHeader(wire)) ? zlib.createInflateRaw() : zlib.createInflate();
    default:
      return zlib.createGunzip();
  }
}

/** Servers have never agreed on what `deflate` means: with or without zlib's own header. */
async function lacksZlibHeader(wire: Readable): Promise<boolean> {
  await once(wire, 'readable');
  const chunk: unknown = wire.read();
  if (!(chunk instanceof Uint8Array)) return false;
  wire.unshift(chunk);
  return ((chunk[0] ?? 0) & 0x0f) !== 8;
}

function guardWire(wire: { bytes: number }, { label, limits }: BodyPlan): Transform {
  const { maxRawBytes } = limits;
  return passing((chunk) => {
    wire.bytes += chunk.length;
    if (wire.bytes > maxRawBytes) throw tooLarge(label, `it is longer than ${megabytes(maxRawBytes)} MB`);
  });
}

function guardDecoded(wire: { readonly bytes: number }, { label, limits }: BodyPlan): Transform {
  const { maxDecodedBytes, maxRatio, ratioFreeBytes } = limits;
  let bytes = 0;
  return passing((chunk) => {
    bytes += chunk.length;
    if (bytes > maxDecodedBytes) throw tooLarge(label, `it unpacks to more than ${megabytes(maxDecodedBytes)} MB`);
    if (bytes > ratioFreeBytes && bytes > wire.bytes * maxRatio) {
      throw tooLarge(label, `it unpacks to more than ${maxRatio} times its size, as only a trap does`);
    }
  });
}

function tooLarge(label: string, reason: string): ArchiveError {
  return new ArchiveError('too-large', `cannot take in ${label}: ${reason}`);
}

function passing(check: (chunk: Uint8Array) => void): Transform {
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      try {
        check(chunk);
        done(null, chunk);
      } catch (error) {
        done(error instanceof Error ? error : new Error(String(error)));
      }
    },
  });
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0);
}
