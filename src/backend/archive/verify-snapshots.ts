import { join } from 'node:path';
import { ArchiveError } from '#contract/errors.ts';
import type { Verification } from '#contract/library.ts';
import * as files from '#platform/files.ts';
import { isBystander, idOfFolder, isSnapshotFolder, isYearFolder } from './folder-names.ts';
import { sha256 } from './identity.ts';
import { readSnapshot, reasonOf, type StoredSnapshot } from './snapshot-folder.ts';
import type { Check } from './verify-check.ts';

type Counts = { articles: number; snapshots: number; files: number };

/** Every folder below `articles/`, every file in it. */
export async function checkSnapshots(check: Check): Promise<Omit<Verification, 'findings'>> {
  const counts: Counts = { articles: 0, snapshots: 0, files: 0 };
  const ids = new Set<string>();
  const folders = await articleFoldersToCheck(check);
  for (const [index, folder] of folders.entries()) {
    const id = idOfFolder(folder);
    if (id !== undefined) ids.add(id);
    await checkArticle(check, folder, counts);
    if (index % 20 === 0) check.onProgress({ done: index, total: folders.length });
  }
  check.onProgress({ done: folders.length, total: folders.length });
  return { ...counts, articles: ids.size };
}

async function articleFoldersToCheck(check: Check): Promise<string[]> {
  const folders: string[] = [];
  for (const year of await listOwn(check, 'articles')) {
    const path = `articles/${year.name}`;
    if (year.name.startsWith('.tmp-')) reportHalfWritten(check, path);
    else if (year.kind !== 'folder' || !isYearFolder(year.name)) reportUnknown(check, path);
    else folders.push(...(await articlesOfYear(check, path)));
  }
  return folders;
}

async function articlesOfYear(check: Check, yearPath: string): Promise<string[]> {
  const folders: string[] = [];
  for (const { name, kind } of await listOwn(check, yearPath)) {
    const path = `${yearPath}/${name}`;
    if (kind === 'folder' && idOfFolder(name) !== undefined) folders.push(path);
    else reportUnknown(check, path);
  }
  return folders;
}

async function checkArticle(check: Check, folder: string, counts: Counts): Promise<void> {
  for (const { name, kind } of await listOwn(check, folder)) {
    const path = `${folder}/${name}`;
    if (kind === 'folder' && isSnapshotFolder(name)) {
      counts.snapshots += 1;
      await checkSnapshot(check, path, counts);
    } else {
      reportUnknown(check, path);
    }
    await check.breathe();
  }
}

async function checkSnapshot(check: Check, path: string, counts: Counts): Promise<void> {
  const found = await listSnapshotFiles(check, path);
  counts.files += found.length;
  let stored: StoredSnapshot;
  try {
    stored = await readSnapshot(check.context.library.path, path);
  } catch (error) {
    const isMissing = error instanceof ArchiveError && error.code === 'path-missing';
    check.report({
      kind: isMissing ? 'missing-file' : 'changed-file',
      path,
      message: reasonOf(error),
      repairable: false,
    });
    return;
  }
  compareWithJournal(check, stored);
  const recorded = Object.entries(stored.record.files);
  for (const [name, { sha256 }] of recorded) await compareFile(check, `${path}/${name}`, sha256);
  const known = new Set(['snapshot.json', ...recorded.map(([name]) => name)]);
  for (const name of found) if (!known.has(name)) reportUnknown(check, `${path}/${name}`);
}

async function listSnapshotFiles(check: Check, path: string): Promise<string[]> {
  const names: string[] = [];
  for (const { name, kind } of await listOwn(check, path)) {
    if (kind !== 'folder') names.push(name);
    else for (const inner of await listOwn(check, `${path}/${name}`)) names.push(`${name}/${inner.name}`);
  }
  return names;
}

/** snapshot.json holds the checksums of the other files; its own stands in the catalogue and in the journal. */
function compareWithJournal({ context, report }: Check, { path, recordSha256 }: StoredSnapshot): void {
  const row = context.database.prepare('SELECT record_sha256 FROM snapshot WHERE path = ?').get(path);
  if (row === undefined) {
    const message = 'this snapshot is not in the catalogue: the next start or a rebuild takes it in';
    report({ kind: 'catalogue-differs', path, message, repairable: true });
  } else if (row['record_sha256'] !== recordSha256) {
    const message = 'snapshot.json is not what it was when it was written';
    report({ kind: 'changed-file', path: `${path}/snapshot.json`, message, repairable: false });
  }
}

async function compareFile(check: Check, path: string, recorded: string): Promise<void> {
  try {
    const bytes = await files.readFile(join(check.context.library.path, path));
    if (sha256(bytes) === recorded) return;
    check.report({ kind: 'changed-file', path, message: 'its bytes are not those that were kept', repairable: false });
  } catch (error) {
    const isMissing = error instanceof ArchiveError && error.code === 'path-missing';
    const kind = isMissing ? 'missing-file' : 'changed-file';
    check.report({ kind, path, message: isMissing ? 'it is not there any more' : reasonOf(error), repairable: false });
  }
  await check.breathe();
}

/** What is in a folder of the library, without what file managers and sync services leave; nothing when it is not there. */
async function listOwn(check: Check, path: string): Promise<files.FolderEntry[]> {
  try {
    const entries = await files.listFolder(join(check.context.library.path, path));
    return entries.filter(({ name }) => name.startsWith('.tmp-') || !isBystander(name));
  } catch (error) {
    if (error instanceof ArchiveError && error.code === 'path-missing') return [];
    check.report({ kind: 'changed-file', path, message: reasonOf(error), repairable: false });
    return [];
  }
}

function reportHalfWritten({ report }: Check, path: string): void {
  const message = 'left behind by a save that was interrupted: a start removes it when it is an hour old';
  report({ kind: 'half-written', path, message, repairable: true });
}

function reportUnknown({ report }: Check, path: string): void {
  report({ kind: 'unknown-folder', path, message: 'Pressmark did not put this here', repairable: false });
}
