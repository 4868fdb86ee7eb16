import { ArchiveError } from '#contract/errors.ts';
import { readRange, statFile } from '#platform/files.ts';

/**
 * Something that can be read in parts, on the disk or in memory.
 *
 * Nothing is open between reads, so an article of an archive can be captured long after the archive
 * was looked through, and there is nothing to close.
 */
export type ByteSource = {
  /** How a person would name it, for messages. */
  readonly label: string;
  readonly sizeBytes: number;
  /** Bytes `[start, start + length)`, fewer only at the end. */
  readonly read: (start: number, length: number) => Promise<Uint8Array>;
};

export function bytesSource(label: string, bytes: Uint8Array): ByteSource {
  return {
    label,
    sizeBytes: bytes.length,
    read: async (start, length) => bytes.subarray(start, start + length),
  };
}

/** Throws `path-missing` or `unreadable-file`. A file that changes while it is read in parts is noticed. */
export async function fileSource(path: string): Promise<ByteSource> {
  const facts = await statFile(path);
  if (facts === undefined) throw new ArchiveError('path-missing', `nothing is at ${path}: check the path`);
  if (facts.kind !== 'file') {
    throw new ArchiveError('unreadable-file', `cannot read ${path}: it is not a regular file`);
  }
  const { sizeBytes } = facts;
  return {
    label: path,
    sizeBytes,
    async read(start, length) {
      const wanted = Math.max(0, Math.min(length, sizeBytes - start));
      const bytes = wanted === 0 ? new Uint8Array() : await readRange(path, start, wanted);
      if (bytes.length === wanted) return bytes;
      throw new ArchiveError('unreadable-file', `${path} became shorter while it was read`, { retryable: true });
    },
  };
}

/** A stretch of a source as a source of its own. */
export function partOf(source: ByteSource, start: number, end: number): ByteSource {
  return {
    label: source.label,
    sizeBytes: end - start,
    read: (from, length) => source.read(start + from, Math.max(0, Math.min(length, end - start - from))),
  };
}

/**
 * A source for reading from front to back in small steps: it is asked for a megabyte at a time.
 */
export function readAhead(source: ByteSource, windowBytes = 1_000_000): ByteSource {
  let windowStart = 0;
  let window: Uint8Array = new Uint8Array();
  return {
    ...source,
    async read(start, length) {
      const end = Math.min(start + length, source.sizeBytes);
      const isInside = start >= windowStart && end <= windowStart + window.length;
      if (!isInside) {
        window = await source.read(start, Math.max(length, windowBytes));
        windowStart = start;
      }
      return window.subarray(start - windowStart, start - windowStart + length);
    },
  };
}

/** All of a source; throws `too-large` when that is more than `maxBytes`. */
export async function readWhole(source: ByteSource, maxBytes: number): Promise<Uint8Array> {
  if (source.sizeBytes > maxBytes) throw tooLarge(source.label, source.sizeBytes, maxBytes);
  return source.read(0, source.sizeBytes);
}

export function tooLarge(label: string, sizeBytes: number, maxBytes: number): ArchiveError {
  const message = `cannot take in ${label}: it is longer than ${maxBytes / 1_000_000} MB`;
  return new ArchiveError('too-large', message, { details: { sizeBytes, maxBytes } });
}

/** What a damaged or deceitful file is refused with: one sentence. */
export function unreadable(label: string, reason: string, cause?: unknown): ArchiveError {
  return new ArchiveError('unreadable-file', `cannot take in ${label}: ${reason}`, { cause });
}

/**
 * A source whose beginning is at hand and whose whole is fetched only when more is asked for.
 *
 * The whole is not kept: an archive of a thousand pages would lie in memory. Who reads in parts
 * gets the same bytes while one reading goes on.
 */
export function readLazily(
  label: string,
  sizeBytes: number,
  head: Uint8Array,
  whole: () => Promise<ByteSource>,
): ByteSource {
  let kept: WeakRef<ByteSource> | undefined;
  return {
    label,
    sizeBytes,
    async read(start, length) {
      if (start + length <= head.length) return head.subarray(start, start + length);
      const source = kept?.deref() ?? (await whole());
      kept = new WeakRef(source);
      return source.read(start, length);
    },
  };
}
