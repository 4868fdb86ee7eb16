import { dirname } from 'node:path';
import type { Clock } from '#platform/clock.ts';
import { type Database, openDatabase } from '#platform/database.ts';
import { makeFolderNow, removeFileNow } from '#platform/files-now.ts';
import type { Log } from '#platform/log.ts';

/** The name of a copy: `<article>/<snapshot>/<size>/<file>`. */
export type CopyName = string;

export type CopyStore = {
  /** The copy; `null` when the picture is known to be best as it is; `undefined` when nothing is known. */
  readonly find: (name: CopyName) => Uint8Array | null | undefined;
  readonly keep: (name: CopyName, copy: Uint8Array | null) => void;
  /** The articles of which something is kept. */
  readonly articles: () => string[];
  readonly forget: (articles: readonly string[]) => void;
  readonly close: () => void;
};

export type CopyStoreOptions = {
  readonly path: string;
  /** What was not looked at for longest goes when the copies take more than this. */
  readonly limitBytes: number;
  readonly clock: Clock;
  readonly log: Log;
};

/** Of another number, the file is made anew: what it holds can be. */
const version = 1;
const dayMs = 24 * 60 * 60 * 1000;

const schema = `
  CREATE TABLE copy (
    name TEXT NOT NULL UNIQUE,
    article TEXT NOT NULL,
    -- The day it was last asked for: finer, and each look would be a write.
    used INTEGER NOT NULL,
    -- Empty: the picture is shown as it is.
    bytes BLOB
  );
  CREATE INDEX copy_article ON copy (article);
  CREATE INDEX copy_used ON copy (used);
  PRAGMA user_version = ${version};`;

/**
 * Small copies in a SQLite file of their own, which may be deleted at any time.
 *
 * It is opened when it is first needed. Nothing that is wrong with it ever keeps a picture from being shown: what
 * cannot be read is made again, what cannot be written is made again next time, and a damaged file is replaced.
 */
export function createCopyStore({ path, limitBytes, clock, log }: CopyStoreOptions): CopyStore {
  let opened: Database | undefined;

  function attempt<T>(work: (database: Database) => T): T | undefined {
    try {
      opened ??= openCopies(path);
      return work(opened);
    } catch (error) {
      log({ level: 'warn', room: 'pictures', action: 'copies', problem: String(error) });
      if (isDamage(error)) attemptQuietly(replace);
      return undefined;
    }
  }

  function replace(): void {
    const damaged = opened;
    opened = undefined;
    attemptQuietly(() => damaged?.close());
    removeCopies(path);
  }

  const today = () => Math.floor(clock.now() / dayMs);
  return {
    find: (name) =>
      attempt((database) => {
        const row = database.prepare('SELECT bytes, used FROM copy WHERE name = ?').get(name);
        if (row === undefined) return undefined;
        if (row['used'] !== today()) database.prepare('UPDATE copy SET used = ? WHERE name = ?').run(today(), name);
        return row['bytes'] instanceof Uint8Array ? row['bytes'] : null;
      }),
    keep(name, copy) {
      attempt((database) =>
        database.write(() => {
          makeRoom(database, limitBytes);
          const article = name.slice(0, name.indexOf('/'));
          database
            .prepare('INSERT OR REPLACE INTO copy (name, article, used, bytes) VALUES (?, ?, ?, ?)')
            .run(name, article, today(), copy);
        }),
      );
    },
    articles() {
      const rows = attempt((database) => database.prepare('SELECT DISTINCT article FROM copy').all());
      return (rows ?? []).map((row) => String(row['article']));
    },
    forget(articles) {
      if (articles.length === 0) return;
      attempt((database) =>
        database.write(() => {
          const forget = database.prepare('DELETE FROM copy WHERE article = ?');
          for (const article of articles) forget.run(article);
        }),
      );
    },
    close() {
      attemptQuietly(() => opened?.close());
      opened = undefined;
    },
  };
}

/** Opens the file of copies, or makes it: also in place of one that another version wrote. */
function openCopies(path: string): Database {
  makeFolderNow(dirname(path));
  const database = openDatabase(path);
  const found = numberOf(database, 'user_version');
  if (found === version || found === 0) return made(database);
  database.close();
  removeCopies(path);
  return made(openDatabase(path));
}

function made(database: Database): Database {
  // A second process may have been first.
  database.write(() => {
    if (numberOf(database, 'user_version') !== version) database.exec(schema);
  });
  return database;
}

/** Room that was freed is filled again, so the file itself never grows past the limit by more than one picture. */
function makeRoom(database: Database, limitBytes: number): void {
  const oldest = database.prepare(
    'DELETE FROM copy WHERE rowid IN (SELECT rowid FROM copy ORDER BY used, rowid LIMIT 64)',
  );
  while (takenBytes(database) >= limitBytes && oldest.run().changes > 0);
}

function takenBytes(database: Database): number {
  const pages = numberOf(database, 'page_count') - numberOf(database, 'freelist_count');
  return pages * numberOf(database, 'page_size');
}

function numberOf(database: Database, name: 'user_version' | 'page_count' | 'freelist_count' | 'page_size'): number {
  return Number(database.prepare(`PRAGMA ${name}`).get()?.[name]);
}

function removeCopies(path: string): void {
  for (const file of [`${path}-wal`, `${path}-shm`, path]) removeFileNow(file);
}

/** SQLITE_CORRUPT and SQLITE_NOTADB, with their extended codes; and a table that is not as we make it. */
function isDamage(error: unknown): boolean {
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0;
  return [1, 11, 26].includes(code);
}

/** For what may fail without harm: the file is only a cache. */
function attemptQuietly(work: () => void): void {
  try {
    work();
  } catch {
    // The next look at the file tells the log.
  }
}
