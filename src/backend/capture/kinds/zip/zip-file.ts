import { Readable } from 'node:stream';
import yauzl, { type Entry, type ZipFile as YauzlFile } from 'yauzl';
import { ArchiveError } from '#contract/errors.ts';
import { type ByteSource, bytesSource, partOf, tooLarge, unreadable } from '../byte-source.ts';
import { labelInside } from '../labels.ts';
import { zipExtent } from './zip-extent.ts';

export type ZipLimits = {
  readonly entries: number;
  /** Of all entries together, as the directory claims; each is counted again while it is unpacked. */
  readonly bytesOfAll: number;
  readonly bytesOfOne: number;
  /** Beyond `ratioFreeBytes` no entry may be this many times longer than what it was packed in. */
  readonly ratio: number;
  readonly ratioFreeBytes: number;
};

export const defaultZipLimits: ZipLimits = {
  entries: 50_000,
  bytesOfAll: 4_000_000_000,
  bytesOfOne: 200_000_000,
  ratio: 200,
  ratioFreeBytes: 10_000_000,
};

export type ZipFile = {
  readonly label: string;
  /** Names of the files in it, in the order of its directory. No folders. */
  readonly names: readonly string[];
  readonly has: (name: string) => boolean;
  /** As its directory claims. */
  readonly sizeOf: (name: string) => number;
  /** The bytes of a file in it; `null` when there is none of that name. Throws `too-large`, `unreadable-file`. */
  readonly read: (name: string, maxBytes?: number) => Promise<Uint8Array | null>;
  /** The first bytes of a file in it. */
  readonly readHead: (name: string, bytes: number) => Promise<Uint8Array>;
  /** A file in it as a source of its own: in place when it lies there unpacked, else read whole. */
  readonly open: (name: string) => Promise<ByteSource>;
};

/**
 * Opens a zip by its directory, and refuses one that is made to do harm.
 *
 * Refused: encrypted entries, names that lead out (`..`, absolute, backslashes), two entries of one
 * name or one place (each a way to show one thing and unpack another), links, and more of anything
 * than the limits allow. Sizes are counted while unpacking; what the directory claims only decides
 * earlier.
 */
export async function openZip(source: ByteSource, limits: ZipLimits = defaultZipLimits): Promise<ZipFile> {
  const extent = await zipExtent(source);
  if (extent === undefined) throw unreadable(source.label, 'it is a damaged zip: its directory is missing');
  try {
    const file = await yauzl.fromRandomAccessReaderPromise(readerOf(extent), extent.sizeBytes, {
      autoClose: false,
      strictFileNames: true,
    });
    const entries = await readDirectory(file, source.label, limits);
    return zipOf(file, extent, entries, limits);
  } catch (error) {
    throw asRefusal(error, source.label);
  }
}

function zipOf(file: YauzlFile, extent: ByteSource, entries: ReadonlyMap<string, Entry>, limits: ZipLimits): ZipFile {
  const { label } = extent;

  async function unpack(entry: Entry, maxBytes: number, headBytes: number): Promise<Uint8Array> {
    const name = labelInside(label, entry.fileName);
    try {
      const stream = await file.openReadStreamPromise(entry);
      return await collect(stream, { name, maxBytes, headBytes, packedBytes: entry.compressedSize, limits });
    } catch (error) {
      throw asRefusal(error, name);
    }
  }
  async function read(name: string, maxBytes: number = limits.bytesOfOne): Promise<Uint8Array | null> {
    const entry = entries.get(name.normalize());
    if (entry === undefined) return null;
    const most = Math.min(maxBytes, limits.bytesOfOne);
    if (entry.uncompressedSize > most) throw tooLarge(labelInside(label, name), entry.uncompressedSize, most);
    return unpack(entry, most, Number.POSITIVE_INFINITY);
  }
  return {
    label,
    names: [...entries.keys()],
    has: (name) => entries.has(name),
    sizeOf: (name) => entries.get(name.normalize())?.uncompressedSize ?? 0,
    read,
    async open(name) {
      const entry = entries.get(name.normalize());
      const inner = labelInside(label, name);
      if (entry?.compressionMethod !== 0) return bytesSource(inner, (await read(name)) ?? new Uint8Array());
      const { fileDataStart } = await file.readLocalFileHeaderPromise(entry, { minimal: true });
      return { ...partOf(extent, fileDataStart, fileDataStart + entry.compressedSize), label: inner };
    },
    async readHead(name, bytes) {
      const entry = entries.get(name.normalize());
      return entry === undefined ? new Uint8Array() : unpack(entry, limits.bytesOfOne, bytes);
    },
  };
}

async function readDirectory(file: YauzlFile, label: string, limits: ZipLimits): Promise<ReadonlyMap<string, Entry>> {
  if (file.entryCount > limits.entries) throw unreadable(label, `it holds more than ${limits.entries} files`);
  const entries = new Map<string, Entry>();
  const places = new Set<number>();
  let bytesOfAll = 0;
  for await (const entry of file.eachEntry()) {
    if (entry.fileName.endsWith('/')) continue;
    const name = entry.fileName.normalize();
    if (entry.isEncrypted()) throw unreadable(label, 'it is encrypted: unpack it with its password first');
    if (isSpecial(entry)) continue;
    if (entries.has(name)) throw unreadable(label, `it holds two files of the name ${name}`);
    if (places.has(entry.relativeOffsetOfLocalHeader)) throw unreadable(label, 'two of its files are in one place');
    bytesOfAll += entry.uncompressedSize;
    if (bytesOfAll > limits.bytesOfAll) throw tooLarge(label, bytesOfAll, limits.bytesOfAll);
    if (entries.size >= limits.entries) throw unreadable(label, `it holds more than ${limits.entries} files`);
    entries.set(name, entry);
    places.add(entry.relativeOffsetOfLocalHeader);
  }
  refuseOverlaps(entries.values(), label);
  return entries;
}

/** Entries that share bytes unpack to far more than was packed: the bomb that needs no nesting. */
function refuseOverlaps(entries: Iterable<Entry>, label: string): void {
  const sorted = [...entries].sort((one, other) => one.relativeOffsetOfLocalHeader - other.relativeOffsetOfLocalHeader);
  let end = 0;
  for (const { relativeOffsetOfLocalHeader: start, compressedSize } of sorted) {
    if (start < end) throw unreadable(label, 'its files overlap, as only a trap does');
    end = start + localHeaderBytes + compressedSize;
  }
}

const localHeaderBytes = 30;
const fileTypeMask = 0o170_000;
const regularFile = 0o100_000;

/** Links, devices and the like, as zips made on Unix say in the upper half of the attributes. */
function isSpecial({ versionMadeBy, externalFileAttributes }: Entry): boolean {
  const isUnix = versionMadeBy >>> 8 === 3;
  const type = (externalFileAttributes >>> 16) & fileTypeMask;
  return isUnix && type !== 0 && type !== regularFile;
}

type Collecting = {
  readonly name: string;
  readonly maxBytes: number;
  readonly headBytes: number;
  readonly packedBytes: number;
  readonly limits: ZipLimits;
};

async function collect(stream: Readable, { name, maxBytes, headBytes, packedBytes, limits }: Collecting) {
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Leaving the loop early ends the stream, and with it the unpacking.
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > maxBytes) throw tooLarge(name, length, maxBytes);
    if (length > limits.ratioFreeBytes && length > packedBytes * limits.ratio) {
      const reason = `it unpacks to more than ${limits.ratio} times its size, as only a trap does`;
      throw new ArchiveError('too-large', `cannot take in ${name}: ${reason}`);
    }
    if (length >= headBytes) break;
  }
  return Buffer.concat(chunks).subarray(0, headBytes);
}

const chunkBytes = 256 * 1024;

function readerOf(source: ByteSource): yauzl.RandomAccessReader {
  class SourceReader extends yauzl.RandomAccessReader {
    override _readStreamForRange(start: number, end: number): Readable {
      return Readable.from(chunksOf(source, start, end), { objectMode: false });
    }
  }
  return new SourceReader();
}

async function* chunksOf(source: ByteSource, start: number, end: number): AsyncIterable<Uint8Array> {
  for (let at = start; at < end;) {
    const chunk = await source.read(at, Math.min(chunkBytes, end - at));
    if (chunk.length === 0) return;
    at += chunk.length;
    yield chunk;
  }
}

/** What yauzl and zlib say of a bad zip is theirs; what the reader is told is a sentence. */
function asRefusal(error: unknown, label: string): unknown {
  if (error instanceof ArchiveError || !(error instanceof Error)) return error;
  const isBug = error instanceof TypeError || error instanceof ReferenceError || error.name === 'AbortError';
  if (isBug) return error;
  if (/invalid relative path|absolute path|invalid characters in fileName/i.test(error.message)) {
    return unreadable(label, 'a name in it leads out of it, as only a trap does', error);
  }
  return unreadable(label, `it is a damaged zip (${error.message.slice(0, 200)})`, error);
}
