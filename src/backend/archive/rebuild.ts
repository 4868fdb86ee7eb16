import { setTimeout as sleep } from 'node:timers/promises';
import type { Finding } from '#contract/library.ts';
import { createBreather } from './breathe.ts';
import { readFact, writeFact } from './catalogue-file.ts';
import { catalogueTables } from './catalogue-schema.ts';
import { takeInFile } from './catch-up.ts';
import { type Context, type LongWork, writeCatalogue } from './context.ts';
import { randomName } from './device.ts';
import { journalFiles } from './journal.ts';
import { journalFindings } from './journal-findings.ts';
import { articleFolders, loadSnapshot, putLoaded, snapshotFolders, yearFolders } from './take-in.ts';

export type Rebuilt = { readonly articles: number; readonly findings: Finding[] };

/** A rebuild by another process that has not moved for so long has died. */
const deadAfterMs = 10_000;

const foldersAtOnce = 16;

/**
 * Makes the catalogue anew from the folder alone.
 *
 * Journals come first, so that each article is folded once, when its snapshot arrives, with all of
 * its entries already there. Of two processes that rebuild at once the later goes on and the earlier
 * waits for it; search must be cleared by the caller, and is told of every article again.
 */
export async function rebuildCatalogue(context: Context, work: LongWork): Promise<Rebuilt> {
  for (;;) {
    const rebuilt = await attempt(context, work);
    if (rebuilt !== 'overtaken') return rebuilt;
    if (await otherFinishes(context, work)) return { articles: countArticles(context), findings: [] };
  }
}

async function attempt(context: Context, { signal, onProgress }: LongWork): Promise<Rebuilt | 'overtaken'> {
  const { database } = context;
  const token = randomName(12);
  const breathe = createBreather(signal);
  clear(context, token);
  const isOvertaken = () => readFact(database, 'rebuild') !== token;
  for (const file of journalFiles(context.library.path)) await takeInFile(context, file, new Set(), breathe);

  const findings: Finding[] = [];
  const folders = await allArticleFolders(context);
  for (let done = 0; done < folders.length; done += foldersAtOnce) {
    if (isOvertaken()) return 'overtaken';
    findings.push(...(await takeInArticles(context, folders.slice(done, done + foldersAtOnce))));
    onProgress?.({ done, total: folders.length });
    await breathe();
  }
  onProgress?.({ done: folders.length, total: folders.length });
  if (!finish(context, token)) return 'overtaken';
  const reported = new Set(findings.map(({ path }) => path));
  findings.push(...missingFindings(context).filter(({ path }) => !reported.has(path)), ...journalFindings(database));
  return { articles: countArticles(context), findings };
}

/** Empties the tables, and puts the articles that were known in search's queue: some may be gone. */
function clear({ database }: Context, token: string): void {
  writeCatalogue(database, () => {
    database.exec('INSERT OR IGNORE INTO pending (id) SELECT id FROM article');
    for (const table of catalogueTables) database.exec(`DELETE FROM ${table}`);
    writeFact(database, 'complete', '0');
    writeFact(database, 'last-at', '0');
    writeFact(database, 'rebuild', token);
  });
}

function finish({ database }: Context, token: string): boolean {
  return writeCatalogue(database, () => {
    if (readFact(database, 'rebuild') !== token) return false;
    writeFact(database, 'complete', '1');
    return true;
  });
}

async function allArticleFolders({ library }: Context): Promise<string[]> {
  const folders: string[] = [];
  for (const year of await yearFolders(library.path)) {
    for (const name of await articleFolders(library.path, year)) folders.push(`articles/${year}/${name}`);
  }
  return folders;
}

/** Reads side by side, writes in one transaction. */
async function takeInArticles(context: Context, folders: readonly string[]): Promise<Finding[]> {
  const loading = folders.map(async (folder) => {
    const names = await snapshotFolders(context.library.path, folder);
    return Promise.all(names.map((name) => loadSnapshot(context, `${folder}/${name}`)));
  });
  const all = (await Promise.all(loading)).flat();
  putLoaded(context, all);
  return all.flatMap((loaded) => {
    if (loaded.kind === 'loaded') return [];
    const { path, reason } = loaded;
    return [{ kind: 'changed-file', path, message: reason, repairable: false }];
  });
}

/** Snapshots of which a journal speaks and that are not there, or not whole. */
export function missingFindings({ database }: Context): Finding[] {
  const rows = database.prepare('SELECT path FROM awaited ORDER BY path').all();
  const message =
    'the journal tells of this snapshot, but it is not here whole: wait for it to be synchronised, or restore it';
  return rows.map((row) => ({ kind: 'missing-file', path: String(row['path']), message, repairable: false }));
}

/** Waits while another process rebuilds; false when it has stopped without an end. */
async function otherFinishes({ database }: Context, { signal }: LongWork): Promise<boolean> {
  let version = database.dataVersion();
  let movedMs = performance.now();
  while (performance.now() - movedMs < deadAfterMs) {
    if (readFact(database, 'complete') === '1') return true;
    await sleep(100, undefined, signal === undefined ? {} : { signal });
    const now = database.dataVersion();
    if (now !== version) movedMs = performance.now();
    version = now;
  }
  return false;
}

function countArticles({ database }: Context): number {
  return Number(database.prepare('SELECT COUNT(*) AS count FROM article').get()?.['count']);
}
