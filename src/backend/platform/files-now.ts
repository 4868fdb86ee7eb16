import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmdirSync,
  rmSync,
} from 'node:fs';
import { readFailure, systemCode, writeFailure } from './file-errors.ts';

/**
 * The few file acts that must happen inside a SQLite transaction, which cannot wait: synchronous
 * neighbours of `files.ts`. Never call one on a thread that answers a window.
 */

/** A file's bytes from an offset to its end, and its size at that moment; both empty when it is not there. */
export function readFromNow(path: string, from: number): { readonly bytes: Uint8Array; readonly sizeBytes: number } {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(path, 'r');
    const sizeBytes = fstatSync(descriptor).size;
    const bytes = new Uint8Array(Math.max(0, sizeBytes - from));
    let done = 0;
    while (done < bytes.length) {
      const read = readSync(descriptor, bytes, done, bytes.length - done, from + done);
      if (read === 0) break;
      done += read;
    }
    return { bytes: bytes.subarray(0, done), sizeBytes };
  } catch (error) {
    if (isNothingThere(error)) return { bytes: new Uint8Array(), sizeBytes: 0 };
    throw readFailure(error, path);
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** The names in a folder, sorted; none when it is not there. */
export function listNamesNow(path: string): string[] {
  try {
    return readdirSync(path).sort();
  } catch (error) {
    if (isNothingThere(error)) return [];
    throw readFailure(error, path);
  }
}

/** May this account write here? A first guess: only a write itself is sure. */
export function canWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    // Whatever the reason, it is no.
    return false;
  }
}

/** Makes a folder and all above it. */
export function makeFolderNow(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    throw writeFailure(error, path);
  }
}

/** Removes a folder if nothing is in it; anything else is left alone. */
export function removeEmptyFolderNow(path: string): void {
  try {
    rmdirSync(path);
  } catch (error) {
    if (!['ENOENT', 'ENOTEMPTY', 'EEXIST', 'EPERM', 'ENOTDIR'].includes(systemCode(error)))
      throw writeFailure(error, path);
  }
}

/** Removes a file; one that is not there is as good as removed. */
export function removeFileNow(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch (error) {
    throw writeFailure(error, path);
  }
}

/** Gives a file another name unless that is taken; answers whether it did. */
export function placeIfFreeNow(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    rmSync(from);
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST' || existsSync(to)) return false;
    // A file system without links (exFAT): there only a look before the rename is possible.
    renameSync(from, to);
    return true;
  }
}

/** Cuts a file back to `sizeBytes` and flushes it, but only if it is exactly `expectedBytes` long now. */
export function cutBackNow(path: string, sizeBytes: number, expectedBytes: number): void {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(path, 'r+');
    if (fstatSync(descriptor).size !== expectedBytes) return;
    ftruncateSync(descriptor, sizeBytes);
    fsyncSync(descriptor);
  } catch (error) {
    throw writeFailure(error, path);
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

function isNothingThere(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes(systemCode(error));
}
