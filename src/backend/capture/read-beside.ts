import { dirname, join, relative, sep } from 'node:path';
import { ArchiveError } from '#contract/errors.ts';
import { readFile, realPath } from '#platform/files.ts';
import { folderOf, segmentsOf } from './companions.ts';

/** Reads what lies beside a page, by the page's own reference; `null` for anything that does not. */
export type ReadRelative = (reference: string) => Promise<Uint8Array | null>;

/** One asset of a page may be this long, wherever it comes from. */
export const longestAssetBytes = 20_000_000;

/** What lies beside a page: read, or only asked for. */
export type Beside = {
  readonly read: ReadRelative;
  readonly holds: (reference: string) => Promise<boolean>;
};

/**
 * Reads files below a page's own folder, and no others.
 *
 * A page comes from a stranger and may name any path. So a reference is first resolved by name
 * (no `..` beyond the folder, no absolute path), then by what is really there: a link that leads
 * out of the folder is refused.
 */
export function besideFile(pagePath: string): Beside {
  const folder = dirname(pagePath);
  async function place(reference: string): Promise<string | null> {
    const segments = segmentsOf(reference);
    if (segments === undefined) return null;
    const [realFolder, realFile] = await Promise.all([realPath(folder), realPath(join(folder, ...segments))]);
    return realFolder === undefined || realFile === undefined || !isBelow(realFile, realFolder) ? null : realFile;
  }
  return {
    holds: (reference) => leaveOut(async () => (await place(reference)) !== null, false),
    read: (reference) =>
      leaveOut(async () => {
        const file = await place(reference);
        return file === null ? null : readFile(file, { maxBytes: longestAssetBytes });
      }, null),
  };
}

export type Entries = {
  /** By path with `/`, composed (NFC). */
  readonly has: (path: string) => boolean;
  readonly read: (path: string) => Promise<Uint8Array | null>;
};

/** The same for a page that was handed over by value, or lies in a zip. */
export function besideEntry(pagePath: string, { has, read }: Entries): Beside {
  const folder = folderOf(pagePath);
  function place(reference: string): string | undefined {
    const segments = segmentsOf(reference);
    const path = segments && (folder + segments.join('/')).normalize();
    return path !== undefined && has(path) ? path : undefined;
  }
  return {
    holds: async (reference) => place(reference) !== undefined,
    read: (reference) =>
      leaveOut(async () => {
        const name = place(reference);
        return name === undefined ? null : read(name);
      }, null),
  };
}

/** A picture that cannot be read is left out; only a bug goes further. */
async function leaveOut<T>(work: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ArchiveError) return otherwise;
    throw error;
  }
}

function isBelow(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !/^[A-Za-z]:|^[\\/]/.test(way);
}
