import { dirname, join } from 'node:path';
import { ArchiveError } from '#contract/errors.ts';
import * as files from '#platform/files.ts';
import { createBreather } from './breathe.ts';
import type { Context, LongWork } from './context.ts';
import { lookAtFolder } from './look-at-folder.ts';
import { keptFiles } from './storage.ts';

export type Copied = { readonly path: string; readonly files: number; readonly bytes: number };

/** A copy that still changes after so many rounds is of a library that others write to without pause. */
const mostRounds = 6;
/** Copied last: without it the folder is no library yet, so that half a copy is never taken for a whole one. */
const ownRecord = 'library.json';

/**
 * Copies the library into an empty or new folder.
 *
 * In rounds: each goes through all files and copies those that are missing or whose bytes differ. The first copies,
 * the next compares every byte; what was written to meanwhile is copied again. A round that finds nothing to copy
 * is the proof. When it fails or is called off, what it made is removed.
 */
export async function copyLibrary(context: Context, to: string, work: LongWork): Promise<Copied> {
  const { library } = context;
  const look = await lookAtFolder(to, library.path);
  if (look.isInside || (look.kind !== 'empty' && look.kind !== 'new')) {
    throw new ArchiveError('folder-unfit', `${look.path} cannot take a copy of the library: it must be empty or new`, {
      details: { reason: look.isInside ? 'inside' : look.kind },
    });
  }
  try {
    return await copyInRounds(library.path, look.path, work);
  } catch (error) {
    await removeHalf(library.path, look);
    throw error;
  }
}

async function copyInRounds(from: string, to: string, { signal, onProgress }: LongWork): Promise<Copied> {
  const round: Round = { from, to, breathe: createBreather(signal), folders: new Set() };
  for (let number = 0; number < mostRounds; number += 1) {
    const paths = await listKept(from);
    // The first round copies and the second compares: half of the work each. Later ones are rare and short.
    const tell = (done: number) =>
      onProgress?.({ done: Math.min(number, 1) * paths.length + done, total: 2 * paths.length });
    const { copied, bytes } = await copyDifferences(round, paths, { isFirst: number === 0, tell });
    if (copied > 0) continue;
    await copyFile(round, ownRecord);
    return { path: to, files: paths.length + 1, bytes };
  }
  throw new ArchiveError('library-busy', 'the library was written to all the while it was copied', { retryable: true });
}

type Round = {
  readonly from: string;
  readonly to: string;
  readonly breathe: () => Promise<void>;
  /** Folders that are there already. */
  readonly folders: Set<string>;
};

async function listKept(from: string): Promise<string[]> {
  const paths: string[] = [];
  for await (const path of keptFiles(from)) if (path !== ownRecord) paths.push(path);
  return paths;
}

async function copyDifferences(
  round: Round,
  paths: readonly string[],
  { isFirst, tell }: { readonly isFirst: boolean; readonly tell: (done: number) => void },
): Promise<{ readonly copied: number; readonly bytes: number }> {
  let copied = 0;
  let bytes = 0;
  for (const [at, path] of paths.entries()) {
    const size = isFirst ? undefined : await sizeIfSame(round, path);
    if (size === undefined) copied += 1;
    bytes += size ?? (await copyFile(round, path));
    if (at % 20 === 0) tell(at);
    await round.breathe();
  }
  return { copied, bytes };
}

/** The size of a file whose copy has the same bytes. */
async function sizeIfSame({ from, to }: Round, path: string): Promise<number | undefined> {
  if ((await files.statFile(join(to, path))) === undefined) return undefined;
  const [original, copy] = [await files.readFile(join(from, path)), await files.readFile(join(to, path))];
  return Buffer.compare(original, copy) === 0 ? original.length : undefined;
}

async function copyFile({ from, to, folders }: Round, path: string): Promise<number> {
  const bytes = await files.readFile(join(from, path));
  const folder = dirname(join(to, path));
  if (!folders.has(folder)) await files.makeFolder(folder);
  folders.add(folder);
  await files.writeFileDurably(join(to, path), bytes);
  return bytes.length;
}

/** Only what a copy makes: somebody may have put something else into the folder meanwhile. */
async function removeHalf(
  from: string,
  { path, kind }: { readonly path: string; readonly kind: string },
): Promise<void> {
  for (const { name } of await files.listFolder(from)) await files.removeFolder(join(path, name));
  const left = kind === 'new' && (await files.statFile(path)) !== undefined ? await files.listFolder(path) : undefined;
  if (left?.length === 0) await files.removeFolder(path);
}
