import type { Database } from '#platform/database.ts';

/** Makes the index look as if another analyzer had made it: all else is as it was. */
export function makeStale(database: Database): void {
  const hasIndex = database.prepare(`SELECT 1 AS found FROM sqlite_schema WHERE name = 'ix_meta'`).get() !== undefined;
  if (!hasIndex) return;
  database.exec(`UPDATE ix_meta SET value = substr(value, 1, instr(value, ':')) || 'another' WHERE key = 'identity'`);
}
