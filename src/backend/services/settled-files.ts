import { basename } from 'node:path';

/** A file as it stood at one look. */
export type FileLook = { readonly sizeBytes: number; readonly modifiedAtMs: number };

/** What browsers and other programs call a file that they have not finished. */
const unfinished = /\.(crdownload|part|partial|download|opdownload|tmp|temp|filepart|!ut|aria2)$/i;

/**
 * The files that are new, or other than when they were last taken in, and settled: of the same size and time at
 * two looks, so that nobody is still writing them.
 */
export function settledFiles(
  before: ReadonlyMap<string, FileLook>,
  now: ReadonlyMap<string, FileLook>,
  known: ReadonlyMap<string, FileLook>,
): string[] {
  return [...now].flatMap(([path, look]) => {
    const isReady = look.sizeBytes > 0 && !unfinished.test(basename(path));
    return isReady && isSame(before.get(path), look) && !isSame(known.get(path), look) ? [path] : [];
  });
}

function isSame(one: FileLook | undefined, other: FileLook): boolean {
  return one?.sizeBytes === other.sizeBytes && one.modifiedAtMs === other.modifiedAtMs;
}
