import type { Database } from '#platform/database.ts';

/**
 * Snapshots made from the one before them, because the reader asked for it: the original was read again, or missing
 * pictures were fetched. Each bears the act, a *renewal*, and is passed over while that act is undone.
 */

/** In SQL about rows of `snapshot`: its renewal is undone. One of which no act is known yet counts. */
export const isPassedOver = `(snapshot.renewal IS NOT NULL AND EXISTS (
  SELECT 1 FROM entry WHERE act = 'renew' AND json_extract(data, '$.renewal') = snapshot.renewal AND undone = 1))`;

/** The order of an article's snapshots, that which a reader sees first; what is passed over only where nothing else is. */
export const newestFirst = `${isPassedOver}, captured_at DESC, path DESC`;

/** The articles that a renewal has made anew, whether it counts or not. */
export function articlesOfRenewal(database: Database, renewal: string): string[] {
  const rows = database.prepare('SELECT DISTINCT article FROM snapshot WHERE renewal = ?').all(renewal);
  return rows.map((row) => String(row['article']));
}

/** The act of a renewal, if it is written down: the name it is undone by, and whether it is. */
export function renewalAct(
  database: Database,
  renewal: string,
): { readonly token: string; readonly undone: boolean } | undefined {
  const row = database
    .prepare(`SELECT device, seq, undone FROM entry WHERE act = 'renew' AND json_extract(data, '$.renewal') = ?`)
    .get(renewal);
  return row && { token: `${String(row['device'])}/${String(row['seq'])}`, undone: row['undone'] === 1 };
}
