import { basename, dirname, isAbsolute, resolve } from 'node:path';
import { ArchiveError } from '#contract/errors.ts';
import type { FolderKind, FolderLook } from '#contract/library.ts';
import { canWrite } from '#platform/files-now.ts';
import * as files from '#platform/files.ts';
import { isBystander } from './folder-names.ts';
import { readLibraryFile } from './library-folder.ts';

/** What stands at a path, as far as libraries are concerned. Changes nothing and never throws for what it finds. */
export async function lookAtFolder(wanted: string, openPath: string): Promise<FolderLook> {
  const typed = wanted.trim();
  const path = resolve(typed);
  const kind = isAbsolute(typed) ? await kindOf(path) : 'relative';
  const isReadOnly = kind === 'library' && !canWrite(path);
  return { path, name: basename(path), kind, isReadOnly, isInside: await isInside(path, openPath) };
}

async function kindOf(path: string): Promise<FolderKind> {
  try {
    const facts = await files.statFile(path);
    if (facts === undefined) return await kindOfMissing(path);
    if (facts.kind !== 'folder') return 'file';
    const names = (await files.listFolder(path)).map(({ name }) => name).filter((name) => !isBystander(name));
    if (names.includes('library.json')) return await kindOfLibrary(path);
    if (names.includes('articles') && names.includes('journal')) return 'damaged';
    if (names.length > 0) return 'other-files';
    return canWrite(path) ? 'empty' : 'not-writable';
  } catch {
    return 'unreadable';
  }
}

async function kindOfMissing(path: string): Promise<FolderKind> {
  const parent = await files.statFile(dirname(path));
  if (parent?.kind !== 'folder') return 'no-parent';
  return canWrite(dirname(path)) ? 'new' : 'not-writable';
}

async function kindOfLibrary(path: string): Promise<FolderKind> {
  try {
    await readLibraryFile(path);
    return 'library';
  } catch (error) {
    return error instanceof ArchiveError && error.code === 'library-newer' ? 'newer' : 'damaged';
  }
}

/** One folder in the other, or both the same; links are looked through as far as something is there. */
async function isInside(path: string, openPath: string): Promise<boolean> {
  try {
    const [one, other] = [await files.realPathSoFar(path), await files.realPathSoFar(openPath)];
    return files.isWithin(one, other) || files.isWithin(other, one);
  } catch {
    // A way that cannot be followed to its end; its kind says so.
    return false;
  }
}
