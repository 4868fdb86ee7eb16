import type { Finding } from '#contract/library.ts';
import type { Database } from '#platform/database.ts';

/** What was found damaged while journals were read. */
export function journalFindings(database: Database): Finding[] {
  const rows = database.prepare('SELECT path, message FROM journal_damage ORDER BY path, offset').all();
  return rows.map((row) => ({
    kind: 'journal-damaged',
    path: String(row['path']),
    message: String(row['message']),
    repairable: false,
  }));
}
