import { createHash, randomBytes } from 'node:crypto';
import {
  closeSync,
  createReadStream,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  writeSync,
  type Dirent,
  type Stats,
} from 'node:fs';
import * as fs from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { ArchiveError } from '#contract/errors.ts';
import { readFailure, systemCode, writeFailure } from './file-errors.ts';
import { placeIfFreeNow } from './files-now.ts';

export type FileKind = 'file' | 'folder' | 'link' | 'other';
export type FolderEntry = { readonly name: string; readonly kind: FileKind };
export type FileFacts = { readonly kind: FileKind; readonly sizeBytes: number; readonly modifiedAtMs: number };
/** Where an append came to stand in its file: bytes `[start, end)`. */
export type AppendedRange = { readonly start: number; readonly end: number };

const isWindows = process.platform === 'win32';

/** Virus scanners and search indexers hold fresh files for a moment; about two seconds in all. */
const renameWaitsMs: readonly number[] = isWindows ? [10, 20, 40, 80, 160, 320, 640, 730] : [];

/** Makes a folder and all above it; a folder that is there already is left alone. */
export async function makeFolder(path: string): Promise<void> {
  try {
    const firstMade = await fs.mkdir(path, { recursive: true });
    // A new name lasts only when the folder that holds it is flushed; each new level needs its own.
    if (firstMade !== undefined) await syncLevels(dirname(resolve(firstMade)), dirname(resolve(path)));
  } catch (error) {
    throw writeFailure(error, path);
  }
}

/** Reads a whole regular file. With `maxBytes`, a longer one is refused before it is read. */
export async function readFile(path: string, options: { readonly maxBytes?: number } = {}): Promise<Uint8Array> {
  const { maxBytes = Number.POSITIVE_INFINITY } = options;
  try {
    // Before opening: opening a pipe would wait for ever.
    const facts = await fs.stat(path);
    if (facts.isDirectory()) throw Object.assign(new Error('is a folder'), { code: 'EISDIR' });
    if (!facts.isFile()) throw new ArchiveError('unreadable-file', `cannot read ${path}: it is not a regular file`);
    if (facts.size > maxBytes) throw tooLarge(path, facts.size, maxBytes);
    const bytes = await fs.readFile(path);
    if (bytes.length > maxBytes) throw tooLarge(path, bytes.length, maxBytes);
    return bytes;
  } catch (error) {
    throw readFailure(error, path);
  }
}

/**
 * Reads bytes `[start, start + length)` of a regular file, fewer at its end. Nothing is held open
 * between calls: a reader of many parts may be dropped, or come back an hour later.
 */
export async function readRange(path: string, start: number, length: number): Promise<Uint8Array> {
  try {
    const handle = await fs.open(path, 'r');
    try {
      const buffer = Buffer.allocUnsafe(length);
      let filled = 0;
      while (filled < length) {
        const { bytesRead } = await handle.read(buffer, filled, length - filled, start + filled);
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      return buffer.subarray(0, filled);
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw readFailure(error, path);
  }
}

/** The SHA-256 of a file's bytes, in hexadecimal digits; a file of any length, never all of it in memory. */
export async function hashFile(path: string, signal?: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(path), hash, ...(signal === undefined ? [] : [{ signal }]));
  } catch (error) {
    throw readFailure(error, path);
  }
  return hash.digest('hex');
}

/**
 * The entries of a folder, sorted by name. Links are named as links, not followed.
 *
 * macOS may give accents back apart from their letters; it opens a file under either spelling, so
 * names come composed, as they were written.
 */
export async function listFolder(path: string): Promise<FolderEntry[]> {
  try {
    const entries = await fs.readdir(path, { withFileTypes: true });
    const named = entries.map((entry) => ({ name: spelling(entry.name), kind: kindOf(entry) }));
    return named.sort((one, other) => (one.name < other.name ? -1 : 1));
  } catch (error) {
    throw readFailure(error, path);
  }
}

/** What stands at a path, links followed; `undefined` when nothing does. */
export async function statFile(path: string): Promise<FileFacts | undefined> {
  try {
    const facts = await fs.stat(path);
    return { kind: kindOf(facts), sizeBytes: facts.size, modifiedAtMs: facts.mtimeMs };
  } catch (error) {
    const code = systemCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw readFailure(error, path);
  }
}

/** The path with every link on the way resolved; `undefined` when nothing is there. */
export async function realPath(path: string): Promise<string | undefined> {
  try {
    return await fs.realpath(path);
  } catch (error) {
    const code = systemCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw readFailure(error, path);
  }
}

/** The same of a path of which only the beginning may be there: what follows stays as it is written. */
export async function realPathSoFar(path: string): Promise<string> {
  const real = await realPath(path);
  const parent = dirname(path);
  return real ?? (parent === path ? path : join(await realPathSoFar(parent), basename(path)));
}

/** True for the folder itself and all below it. It compares what is written: ask for the real paths first. */
export function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** Every regular file below a folder, in the order of names, depth first. Links are not followed. */
export async function* walk(folder: string): AsyncIterable<string> {
  for (const entry of await listFolder(folder)) {
    const path = join(folder, entry.name);
    if (entry.kind === 'folder') yield* walk(path);
    else if (entry.kind === 'file') yield path;
  }
}

/**
 * Puts a file in place whole: after a crash the path holds the old bytes or the new ones, never a mixture.
 *
 * When it resolves the bytes are on the disk. The steps, and why in this order: write under a
 * temporary name and flush (a rename may reach the disk before the bytes do), rename, then flush
 * the folder (or the rename itself may be lost).
 */
export async function writeFileDurably(path: string, content: Uint8Array | string): Promise<void> {
  const temporary = temporaryPath(path);
  try {
    await writeAndFlush(temporary, content);
    await renameDurably(temporary, path);
  } catch (error) {
    await fs.rm(temporary, { force: true }).catch(() => {
      // The first failure is the one to report; `isTemporaryName` lets a later start sweep this up.
    });
    throw writeFailure(error, path);
  }
}

/**
 * Puts a file in place whole unless one is there; answers whether it did. Of two processes at the
 * same moment exactly one is told yes, save on a file system without links (exFAT).
 */
export async function writeFirstDurably(path: string, content: Uint8Array | string): Promise<boolean> {
  const temporary = temporaryPath(path);
  try {
    await writeAndFlush(temporary, content);
    const isFirst = placeIfFreeNow(temporary, path);
    await syncFolder(dirname(path));
    return isFirst;
  } catch (error) {
    throw writeFailure(error, path);
  } finally {
    await fs.rm(temporary, { force: true });
  }
}

/** Writes and flushes a file that must not be there yet. Its name lasts once its folder is flushed (`syncFolder`). */
export async function writeNewFile(path: string, content: Uint8Array | string): Promise<void> {
  try {
    await writeAndFlush(path, content);
  } catch (error) {
    throw writeFailure(error, path);
  }
}

/**
 * Renames a file or folder and flushes both folders. On Windows waits up to two seconds for scanners to let go.
 *
 * A temporary source need not be flushed: a power cut that brings its old name back does no harm.
 */
export async function renameDurably(
  from: string,
  to: string,
  options: { readonly isSourceTemporary?: boolean } = {},
): Promise<void> {
  try {
    await retryWhileHeld(() => fs.rename(from, to), renameWaitsMs);
  } catch (error) {
    throw writeFailure(error, to);
  }
  await syncFolder(dirname(to));
  if (dirname(from) !== dirname(to) && options.isSourceTemporary !== true) await syncFolder(dirname(from));
}

/** Makes a folder whose name need not outlast a power cut: its contents will be renamed away. */
export async function makeTemporaryFolder(path: string): Promise<void> {
  try {
    await fs.mkdir(path);
  } catch (error) {
    throw writeFailure(error, path);
  }
}

/** Flushes a folder, so that names made or moved in it outlast a power cut. Windows does this by itself. */
export async function syncFolder(path: string): Promise<void> {
  if (isWindows) return;
  try {
    const handle = await fs.open(path, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (!cannotSyncFolders(error)) throw writeFailure(error, path);
  }
}

/** Removes a folder, or a file, with everything in it. Nothing there is no failure. */
export async function removeFolder(path: string): Promise<void> {
  try {
    await fs.rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  } catch (error) {
    throw writeFailure(error, path);
  }
}

/**
 * Adds text to the end of a file and flushes it; synchronous, so that it fits inside a SQLite transaction.
 *
 * All of it stays or none: when the disk fills half way, or the flush fails, the file is cut back
 * to where it was, so that the next append does not continue a torn line. The caller sees to it
 * that nobody else appends meanwhile. Answers which bytes of the file the text now is.
 */
export function appendDurably(path: string, text: string): AppendedRange {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(path, 'a');
    const start = fstatSync(descriptor).size;
    const end = appendOrUndo(descriptor, Buffer.from(text, 'utf8'), start);
    if (start === 0) syncFolderNow(dirname(path));
    return { start, end };
  } catch (error) {
    throw writeFailure(error, path);
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** True for a name that only a half-finished `writeFileDurably` or `temporaryPath` leaves behind. */
export function isTemporaryName(name: string): boolean {
  return /^\..+\.[0-9a-f]{12}\.tmp$/.test(name);
}

/** A hidden, unused name beside `path`, for something that will be renamed to it. */
export function temporaryPath(path: string): string {
  return join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
}

/** Tries again after each wait while another program holds the file. */
export async function retryWhileHeld<T>(work: () => Promise<T>, waitsMs: readonly number[]): Promise<T> {
  for (const waitMs of waitsMs) {
    try {
      return await work();
    } catch (error) {
      if (!['EPERM', 'EACCES', 'EBUSY'].includes(systemCode(error))) throw error;
      await sleep(waitMs);
    }
  }
  return work();
}

async function writeAndFlush(path: string, content: Uint8Array | string): Promise<void> {
  // 'wx': never through a name that somebody else made.
  const handle = await fs.open(path, 'wx');
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function appendOrUndo(descriptor: number, bytes: Uint8Array, start: number): number {
  try {
    for (let done = 0; done < bytes.length;) done += writeSync(descriptor, bytes, done);
    fsyncSync(descriptor);
    const end = fstatSync(descriptor).size;
    if (end !== start + bytes.length) {
      throw new Error(`short write: ${end - start} of ${bytes.length} bytes are in the file`);
    }
    return end;
  } catch (error) {
    cutBack(descriptor, start);
    throw error;
  }
}

function cutBack(descriptor: number, sizeBytes: number): void {
  try {
    ftruncateSync(descriptor, sizeBytes);
    fsyncSync(descriptor);
  } catch {
    // The failure that led here is the one to report; readers of the file drop a torn end.
  }
}

function syncFolderNow(path: string): void {
  if (isWindows) return;
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } catch (error) {
    if (!cannotSyncFolders(error)) throw error;
  } finally {
    closeSync(descriptor);
  }
}

async function syncLevels(top: string, bottom: string): Promise<void> {
  for (let level = bottom; level.length >= top.length; level = dirname(level)) {
    await syncFolder(level);
    if (level === dirname(level)) return;
  }
}

/** Some network and FUSE file systems know no flush for folders; SQLite, too, goes on there. */
function cannotSyncFolders(error: unknown): boolean {
  return ['EINVAL', 'ENOTSUP', 'ENOSYS', 'EISDIR'].includes(systemCode(error));
}

function spelling(name: string): string {
  return process.platform === 'darwin' ? name.normalize('NFC') : name;
}

function kindOf(facts: Dirent | Stats): FileKind {
  if (facts.isFile()) return 'file';
  if (facts.isDirectory()) return 'folder';
  return facts.isSymbolicLink() ? 'link' : 'other';
}

function tooLarge(path: string, sizeBytes: number, maxBytes: number): ArchiveError {
  const message = `${path} is ${megabytes(sizeBytes)} MB: at most ${megabytes(maxBytes)} MB are taken in at once`;
  return new ArchiveError('too-large', message, { details: { sizeBytes, maxBytes } });
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1);
}
