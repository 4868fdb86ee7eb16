import { createHash } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import type { Clock } from '#platform/clock.ts';
import { type Database, openDatabase } from '#platform/database.ts';
import { placeIfFreeNow } from '#platform/files-now.ts';
import * as files from '#platform/files.ts';
import type { Log } from '#platform/log.ts';
import { catalogueApplicationId, catalogueSchema, catalogueVersion } from './catalogue-schema.ts';
import { randomName } from './device.ts';

export type CatalogueFile = {
  readonly database: Database;
  /** False until a rebuild has run to its end. */
  readonly isComplete: () => boolean;
};

type Place = {
  readonly dataPath: string;
  readonly libraryId: string;
  readonly libraryPath: string;
  readonly clock: Clock;
  readonly log: Log;
};

/** Up to this size the whole file is checked at every start; it takes a few hundredths of a second. */
const checkAlwaysBytes = 64 * 1024 * 1024;
const checkEveryMs = 7 * 24 * 60 * 60 * 1000;

/**
 * Opens the catalogue of a library, making it where it is missing.
 *
 * A file that cannot be trusted (empty, garbage, somebody else's, damaged) is moved aside, never
 * deleted; one of another version of Pressmark holds nothing that the folder does not and is replaced.
 */
export async function openCatalogue(place: Place): Promise<CatalogueFile> {
  const path = await cataloguePath(place);
  await files.makeFolder(join(place.dataPath, 'catalogues'));
  if ((await files.statFile(damageMark(path))) !== undefined) await moveAside(path, place, 'reported damaged');
  const state = await inspect(path, place.clock);
  if (state.kind === 'sound') return catalogueFile(state.database);
  if (state.kind === 'untrusted') await moveAside(path, place, state.reason);
  if (state.kind === 'other-version') await removeCatalogue(path);
  return catalogueFile(await createCatalogue(path, place.clock));
}

/**
 * True when an error says that the catalogue's file is damaged (SQLITE_CORRUPT, SQLITE_NOTADB). It is
 * then marked, and the next start moves it aside and makes a new one.
 */
export async function reportCatalogueDamage(path: string, error: unknown): Promise<boolean> {
  if (!isDamage(error)) return false;
  await files.writeFileDurably(damageMark(path), '');
  return true;
}

/** Each library on this machine has its own catalogue, also a copy that bears the same library id. */
async function cataloguePath({ dataPath, libraryId, libraryPath }: Place): Promise<string> {
  const realPath = (await files.realPath(libraryPath)) ?? libraryPath;
  const hash = createHash('sha256').update(realPath).digest('hex').slice(0, 12);
  return join(dataPath, 'catalogues', `${libraryId}-${hash}.sqlite`);
}

function catalogueFile(database: Database): CatalogueFile {
  return { database, isComplete: () => readFact(database, 'complete') === '1' };
}

type Inspection =
  | { readonly kind: 'missing' }
  | { readonly kind: 'sound'; readonly database: Database }
  | { readonly kind: 'other-version' }
  | { readonly kind: 'untrusted'; readonly reason: string };

async function inspect(path: string, clock: Clock): Promise<Inspection> {
  const facts = await files.statFile(path);
  if (facts === undefined) return { kind: 'missing' };
  // SQLite would open an empty file as an empty database without a word.
  if (facts.sizeBytes === 0) return { kind: 'untrusted', reason: 'empty' };
  let database: Database | undefined;
  try {
    database = openDatabase(path);
    const verdict = judge(database, facts.sizeBytes, clock);
    if (verdict.kind === 'sound') return { kind: 'sound', database };
    database.close();
    return verdict;
  } catch (error) {
    try {
      database?.close();
    } catch {
      // A damaged file may refuse even to be closed in order; it is moved aside all the same.
    }
    if (isDamage(error)) return { kind: 'untrusted', reason: 'damaged' };
    throw error;
  }
}

function judge(
  database: Database,
  sizeBytes: number,
  clock: Clock,
): Exclude<Inspection, { kind: 'sound' }> | { kind: 'sound' } {
  if (pragma(database, 'application_id') !== catalogueApplicationId) return { kind: 'untrusted', reason: 'foreign' };
  if (pragma(database, 'user_version') !== catalogueVersion) return { kind: 'other-version' };
  const checkedAtMs = Number(readFact(database, 'checked') ?? 0);
  if (sizeBytes <= checkAlwaysBytes || clock.now() - checkedAtMs > checkEveryMs) {
    const answer = database.prepare('PRAGMA quick_check(1)').get();
    if (answer?.['quick_check'] !== 'ok') return { kind: 'untrusted', reason: 'damaged' };
    writeFact(database, 'checked', String(clock.now()));
  }
  return { kind: 'sound' };
}

/**
 * Makes an empty catalogue under another name and puts it in place whole, so that a second process
 * never sees a half-made one; when that process was first, its file is taken.
 */
async function createCatalogue(path: string, clock: Clock): Promise<Database> {
  await sweepDrafts(path, clock);
  const draftPath = `${path}.${randomName(8)}.new`;
  const draft = openDatabase(draftPath);
  draft.write(() => {
    draft.exec(catalogueSchema);
    writeFact(draft, 'checked', String(clock.now()));
    draft.exec(`PRAGMA application_id = ${catalogueApplicationId}; PRAGMA user_version = ${catalogueVersion}`);
  });
  draft.close();
  placeIfFreeNow(draftPath, path);
  await files.removeFolder(draftPath);
  return openDatabase(path);
}

/** Removes what a start that was killed while it made a catalogue left behind an hour ago or more. */
async function sweepDrafts(path: string, clock: Clock): Promise<void> {
  for (const { name } of await files.listFolder(dirname(path))) {
    if (!name.startsWith(`${basename(path)}.`) || !/\.[0-9a-z]{8}\.new(-wal|-shm)?$/.test(name)) continue;
    const draft = join(dirname(path), name);
    const facts = await files.statFile(draft);
    if (facts !== undefined && clock.now() - facts.modifiedAtMs > 60 * 60 * 1000) await files.removeFolder(draft);
  }
}

async function moveAside(path: string, { dataPath, clock, log }: Place, reason: string): Promise<void> {
  const day = new Date(clock.now()).toISOString().slice(0, 10);
  const folder = join(dataPath, 'damaged', day, randomName(6));
  await files.makeFolder(folder);
  for (const file of [path, `${path}-wal`, `${path}-shm`]) {
    if ((await files.statFile(file)) !== undefined) await files.renameDurably(file, join(folder, basename(file)));
  }
  await files.removeFolder(damageMark(path));
  log({ level: 'warn', room: 'archive', action: 'catalogue-moved-aside', reason });
}

async function removeCatalogue(path: string): Promise<void> {
  for (const file of [`${path}-wal`, `${path}-shm`, path]) await files.removeFolder(file);
}

export function readFact(database: Database, name: string): string | undefined {
  const value = database.prepare('SELECT value FROM fact WHERE name = ?').get(name)?.['value'];
  return typeof value === 'string' ? value : undefined;
}

export function writeFact(database: Database, name: string, value: string): void {
  database
    .prepare('INSERT INTO fact (name, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value')
    .run(name, value);
}

function pragma(database: Database, name: 'application_id' | 'user_version'): number {
  return Number(database.prepare(`PRAGMA ${name}`).get()?.[name]);
}

/** SQLITE_CORRUPT and SQLITE_NOTADB, with their extended codes. */
function isDamage(error: unknown): boolean {
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0;
  return code === 11 || code === 26;
}

function damageMark(path: string): string {
  return `${path}.damaged`;
}
