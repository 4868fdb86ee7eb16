import { join } from 'node:path';
import { ArchiveError } from '#contract/errors.ts';
import * as files from '#platform/files.ts';
import { putSnapshot } from './articles.ts';
import { type Context, writeCatalogue } from './context.ts';
import { idOfFolder, isSnapshotFolder, isYearFolder } from './folder-names.ts';
import { readSnapshot, type StoredSnapshot } from './snapshot-folder.ts';

/** Clock ticks of some file systems are two seconds long: a folder changed so lately may change unseen. */
const settledAfterMs = 5000;

/** With more than this missing, something large is: each look then costs, so they become rare. */
const manyAwaited = 200;

/** A snapshot read from its folder, or why it could not be. */
export type Loaded =
  | { readonly kind: 'loaded'; readonly stored: StoredSnapshot; readonly text: string }
  | { readonly kind: 'not-readable'; readonly path: string; readonly reason: string };

const expectedCodes: readonly string[] = ['path-missing', 'library-damaged', 'too-large', 'unreadable-file'];

export async function loadSnapshot({ library, textOf }: Context, path: string): Promise<Loaded> {
  try {
    const { html, ...stored } = await readSnapshot(library.path, path);
    return { kind: 'loaded', stored, text: textOf(html) };
  } catch (error) {
    const isExpected = error instanceof ArchiveError && expectedCodes.includes(error.code);
    if (!isExpected) throw error;
    return { kind: 'not-readable', path, reason: error.message };
  }
}

/** Puts what was read in the catalogue, in one transaction; a snapshot that is not whole yet is awaited. */
export function putLoaded(context: Context, all: readonly Loaded[]): void {
  const { database } = context;
  writeCatalogue(database, () => {
    for (const loaded of all) {
      if (loaded.kind === 'loaded') putSnapshot(context, loaded.stored, loaded.text);
      else database.prepare('INSERT OR IGNORE INTO awaited (path) VALUES (?)').run(loaded.path);
    }
  });
}

/** Tries the snapshots again that a journal spoke of, or that were not whole when they were found. */
export async function takeInAwaited(context: Context, changed: Set<string>): Promise<void> {
  const rows = context.database.prepare('SELECT path FROM awaited ORDER BY path').all();
  for (const row of rows) {
    const path = String(row['path']);
    // Most are simply not there yet: ask that first, it is cheap.
    const marker = isSnapshotFolder(path.slice(path.lastIndexOf('/') + 1)) ? `${path}/snapshot.json` : path;
    if ((await files.statFile(join(context.library.path, marker))) === undefined) continue;
    if (marker === path) await takeInFolder(context, path, changed);
    else await takeInSnapshot(context, path, changed);
  }
}

export function awaitsMuch({ database }: Context): boolean {
  return Number(database.prepare('SELECT COUNT(*) AS count FROM awaited').get()?.['count']) > manyAwaited;
}

/**
 * Finds article folders that no journal speaks of: saved just before a crash, or copied in by hand.
 *
 * Only the folders of years are listed, and those only when they changed since the last look. Answers
 * how many article folders it looked at.
 */
export async function takeInUnknownFolders(
  context: Context,
  changed: Set<string>,
  breathe: () => Promise<void>,
): Promise<number> {
  let lookedAt = 0;
  for (const year of await yearFolders(context.library.path)) {
    const folder = `articles/${year}`;
    const facts = await files.statFile(join(context.library.path, folder));
    if (facts === undefined || facts.modifiedAtMs === seenModifiedMs(context, year)) continue;
    for (const name of await articleFolders(context.library.path, year)) {
      lookedAt += 1;
      await takeInIfUnknown(context, `${folder}/${name}`, changed);
      await breathe();
    }
    if (context.clock.now() - facts.modifiedAtMs > settledAfterMs) rememberYear(context, year, facts.modifiedAtMs);
  }
  return lookedAt;
}

/** The folders of years below `articles/`, in order. */
export async function yearFolders(libraryPath: string): Promise<string[]> {
  const articles = join(libraryPath, 'articles');
  if ((await files.statFile(articles)) === undefined) return [];
  const entries = await files.listFolder(articles);
  return entries.filter(({ name, kind }) => kind === 'folder' && isYearFolder(name)).map(({ name }) => name);
}

/** The article folders of a year, in order. */
export async function articleFolders(libraryPath: string, year: string): Promise<string[]> {
  const entries = await files.listFolder(join(libraryPath, 'articles', year));
  return entries
    .filter(({ name, kind }) => kind === 'folder' && idOfFolder(name) !== undefined)
    .map(({ name }) => name);
}

/** The snapshots in an article's folder, oldest first. */
export async function snapshotFolders(libraryPath: string, folder: string): Promise<string[]> {
  const entries = await files.listFolder(join(libraryPath, folder));
  return entries.filter(({ name, kind }) => kind === 'folder' && isSnapshotFolder(name)).map(({ name }) => name);
}

async function takeInIfUnknown(context: Context, folder: string, changed: Set<string>): Promise<void> {
  if (context.saving.isHeld(folder)) return;
  const known = context.database
    .prepare(`SELECT 1 FROM snapshot WHERE path > ? || '/' AND path < ? || '0'`)
    .get(folder, folder);
  if (known === undefined) await takeInFolder(context, folder, changed);
}

async function takeInFolder(context: Context, folder: string, changed: Set<string>): Promise<void> {
  const { database, library } = context;
  const names = await snapshotFolders(library.path, folder);
  for (const name of names) await takeInSnapshot(context, `${folder}/${name}`, changed);
  // An empty folder may be filled later, which its year's folder does not show.
  const sql =
    names.length === 0 ? 'INSERT OR IGNORE INTO awaited (path) VALUES (?)' : 'DELETE FROM awaited WHERE path = ?';
  writeCatalogue(database, () => database.prepare(sql).run(folder));
}

async function takeInSnapshot(context: Context, path: string, changed: Set<string>): Promise<void> {
  const loaded = await loadSnapshot(context, path);
  putLoaded(context, [loaded]);
  if (loaded.kind === 'loaded') changed.add(loaded.stored.record.article);
}

function seenModifiedMs({ database }: Context, year: string): number | undefined {
  const row = database.prepare('SELECT modified_ms FROM year_folder WHERE year = ?').get(year);
  return row === undefined ? undefined : Number(row['modified_ms']);
}

function rememberYear({ database }: Context, year: string, modifiedMs: number): void {
  writeCatalogue(database, () =>
    database.prepare('INSERT OR REPLACE INTO year_folder (year, modified_ms) VALUES (?, ?)').run(year, modifiedMs),
  );
}
