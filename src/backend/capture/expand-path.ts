import { join } from 'node:path';
import { ArchiveError } from '#contract/errors.ts';
import { type FolderEntry, listFolder, readFile, statFile } from '#platform/files.ts';
import { companionNames, isNamedLike, pointsInto } from './companions.ts';
import { isFurniture, isHidden, kindByName, supportedKinds } from './kinds.ts';
import { headOf } from './sniff.ts';

const longestPageBytes = 30_000_000;

/**
 * Every file to take in at a path: the file itself, or a folder's, sorted, folders within it too.
 *
 * Left out in silence: hidden files, what pages are furnished with (pictures, styles, scripts), and
 * companion folders of saved pages. Everything else is named, also what will be refused later, so
 * that nothing a person counted on is missing without a word.
 */
export async function* expandPath(path: string, signal: AbortSignal): AsyncIterable<string> {
  const facts = await statFile(path);
  if (facts === undefined) throw new ArchiveError('path-missing', `nothing is at ${path}: check the path`);
  if (facts.kind !== 'folder') {
    yield path;
    return;
  }
  let isEmpty = true;
  for await (const file of expandFolder(path, signal)) {
    isEmpty = false;
    yield file;
  }
  if (isEmpty) {
    throw new ArchiveError('empty-input', `the folder ${path} holds no article: Pressmark takes in ${supportedKinds}`);
  }
}

async function* expandFolder(folder: string, signal: AbortSignal): AsyncIterable<string> {
  signal.throwIfAborted();
  const entries = (await listFolder(folder)).filter(({ name }) => !isHidden(name));
  const pages = pagesIn(entries);
  for (const entry of entries) {
    signal.throwIfAborted();
    const path = join(folder, entry.name);
    if (entry.kind === 'folder') {
      if (!(await isCompanion(folder, entry.name, pages))) yield* expandFolder(path, signal);
    } else if (!isFurniture(entry.name) && (await leadsToFile(path, entry))) {
      yield path;
    }
  }
}

/** Links to folders are not followed: they may lead back up. */
async function leadsToFile(path: string, { kind }: FolderEntry): Promise<boolean> {
  if (kind !== 'link') return kind === 'file';
  return (await statFile(path))?.kind === 'file';
}

type Pages = { readonly names: readonly string[]; readonly companions: ReadonlySet<string> };

/** Once for a folder: it may hold thousands of saved pages, each with its own beside it. */
function pagesIn(entries: readonly FolderEntry[]): Pages {
  const pages = entries.filter(({ name, kind }) => kind !== 'folder' && kindByName(name) === 'html');
  const names = pages.map(({ name }) => name);
  return { names, companions: new Set(names.flatMap(companionNames)) };
}

async function isCompanion(folder: string, name: string, { names, companions }: Pages): Promise<boolean> {
  if (companions.has(name.normalize())) return true;
  for (const page of names.filter((candidate) => isNamedLike(name, candidate))) {
    if (pointsInto(await readMarkup(join(folder, page)), name)) return true;
  }
  return false;
}

async function readMarkup(path: string): Promise<string> {
  try {
    const bytes = await readFile(path, { maxBytes: longestPageBytes });
    return headOf(bytes, bytes.length);
  } catch {
    // The page itself is named too, and its capture will say what is wrong with it.
    return '';
  }
}
