import { dirname, join, relative, sep } from 'node:path';
import { ArchiveError } from '#contract/errors.ts';
import { readFile, realPath } from '#platform/files.ts';
import { folderOf, segmentsOf } from './companions.ts';

/** Reads what lies beside a page, by the page's own reference; `null` for anything that does not. */
export type ReadRelative = (reference: string) => Promise<Uint8Array | null>;

/** One asset of a page may be this long, wherever it comes from. */
export const longestAssetBytes = 20_000_000;

/**
 * Reads files below a page's own folder, and no others.
 *
 * A page comes from a stranger and may name any path. So a reference is first resolved by name
 * (no `..` beyond the folder, no absolute path), then by what is really there: a link that leads
 * out of the folder is refused.
 */
export function besideFile(pagePath: string): ReadRelative {
  const folder = dirname(pagePath);
  return async (reference) => {
    const segments = segmentsOf(reference);
    if (segments === undefined) return null;
    try {
      const [realFolder, realFile] = await Promise.all([realPath(folder), realPath(join(folder, ...segments))]);
      if (realFolder === undefined || realFile === undefined || !isBelow(realFile, realFolder)) return null;
      return await readFile(realFile, { maxBytes: longestAssetBytes });
    } catch (error) {
      // A picture that cannot be read is left out; only a bug goes further.
      if (error instanceof ArchiveError) return null;
      throw error;
    }
  };
}

/** The same for a page that was handed over by value, with what was dropped beside it. */
export function besideDropped(pagePath: string, companions: ReadonlyMap<string, Uint8Array>): ReadRelative {
  const folder = folderOf(pagePath);
  const byName = new Map([...companions].map(([path, bytes]) => [path.normalize(), bytes]));
  return async (reference) => {
    const segments = segmentsOf(reference);
    return (segments && byName.get((folder + segments.join('/')).normalize())) ?? null;
  };
}

function isBelow(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !/^[A-Za-z]:|^[\\/]/.test(way);
}
