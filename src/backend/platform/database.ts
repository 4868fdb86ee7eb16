import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { ArchiveError } from '#contract/errors.ts';

/** The values SQLite takes and gives here. No `Date`, no boolean, no `undefined`, no `NaN`: node:sqlite mistakes them in silence. */
export type SqlValue = string | number | bigint | Uint8Array | null;
export type Row = Record<string, SqlValue>;

export type Statement = {
  readonly get: (...values: readonly SqlValue[]) => Row | undefined;
  readonly all: (...values: readonly SqlValue[]) => Row[];
  readonly run: (...values: readonly SqlValue[]) => { readonly changes: number; readonly lastInsertRowid: number };
};

/** A SQLite file, used by one thread. Synchronous: never open one on a thread that answers a window. */
export type Database = {
  readonly path: string;
  /** A prepared statement, kept for the next caller with the same text. */
  readonly prepare: (sql: string) => Statement;
  /** Several statements at once, without values: schema and pragmas. */
  readonly exec: (sql: string) => void;
  /**
   * Runs `work` in a write transaction that holds the file's write lock from its first moment, so
   * what it reads cannot change under it. Inside another `write` it joins that transaction.
   */
  readonly write: <T>(work: () => T) => T;
  /** Runs `work` on one unchanging state of the file. Inside a transaction it joins it. */
  readonly read: <T>(work: () => T) => T;
  /** Changes whenever another connection or process has committed. */
  readonly dataVersion: () => number;
  readonly close: () => void;
};

/** Oldest SQLite without the WAL-reset race (https://sqlite.org/wal.html#walresetbug). */
const oldestSqlite = '3.51.3';
const busyTimeoutMs = 10_000;
/**
 * So many pages wait in the log before a commit brings them home: 2 MB, which takes two or three milliseconds.
 * SQLite's own thousand take as long as a reader notices.
 */
const checkpointPages = 256;

/**
 * Opens or makes a SQLite file: WAL, foreign keys, synchronous NORMAL.
 *
 * NORMAL may lose the newest commits when the power goes. That is right for a view that is brought
 * up to date from the folder, and wrong for anything else.
 */
export function openDatabase(path: string): Database {
  const connection = new DatabaseSync(path, { timeout: busyTimeoutMs });
  try {
    requireNewSqlite(connection);
    connection.exec(`
      PRAGMA page_size = 8192;
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = NORMAL;
      PRAGMA foreign_keys = ON;
      PRAGMA trusted_schema = OFF;
      PRAGMA cell_size_check = ON;
      PRAGMA wal_autocheckpoint = ${checkpointPages};
    `);
  } catch (error) {
    connection.close();
    throw error;
  }
  return wrap(connection, path);
}

function wrap(connection: DatabaseSync, path: string): Database {
  const statements = new Map<string, Statement>();
  const dataVersion = connection.prepare('PRAGMA data_version');
  let depth = 0;

  function transaction<T>(begin: string, work: () => T): T {
    if (depth > 0) return work();
    connection.exec(begin);
    depth = 1;
    try {
      const result = work();
      if (result instanceof Promise) throw new TypeError('a transaction cannot wait');
      connection.exec('COMMIT');
      return result;
    } catch (error) {
      // A failed COMMIT (disk full) may have ended the transaction already.
      if (connection.isTransaction) connection.exec('ROLLBACK');
      throw error;
    } finally {
      depth = 0;
    }
  }

  return {
    path,
    prepare(sql) {
      let statement = statements.get(sql);
      if (statement === undefined) {
        statement = wrapStatement(connection.prepare(sql));
        statements.set(sql, statement);
      }
      return statement;
    },
    exec: (sql) => connection.exec(sql),
    write: (work) => transaction('BEGIN IMMEDIATE', work),
    read: (work) => transaction('BEGIN', work),
    dataVersion: () => Number(dataVersion.get()?.['data_version'] ?? 0),
    close() {
      statements.clear();
      connection.exec('PRAGMA optimize');
      connection.close();
    },
  };
}

function wrapStatement(statement: StatementSync): Statement {
  return {
    get: (...values) => statement.get(...values) as Row | undefined,
    all: (...values) => statement.all(...values) as Row[],
    run(...values) {
      const { changes, lastInsertRowid } = statement.run(...values);
      return { changes: Number(changes), lastInsertRowid: Number(lastInsertRowid) };
    },
  };
}

function requireNewSqlite(connection: DatabaseSync): void {
  const version = String(connection.prepare('SELECT sqlite_version() AS version').get()?.['version']);
  if (isOlder(version, oldestSqlite)) {
    throw new ArchiveError(
      'internal',
      `this build carries SQLite ${version}; Pressmark needs ${oldestSqlite} or newer`,
    );
  }
}

/** By numbers, not by a collator: loading that takes longer than opening the file. */
function isOlder(version: string, oldest: string): boolean {
  const parts = version.split('.').map(Number);
  const wanted = oldest.split('.').map(Number);
  const place = wanted.findIndex((part, index) => parts[index] !== part);
  return place >= 0 && !(parts[place]! > wanted[place]!);
}
