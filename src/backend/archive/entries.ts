import type { Database, Row } from '#platform/database.ts';
import {
  compareStamps,
  idsOf,
  isAddressAct,
  placesOf,
  sideActNames,
  sideActs,
  tokenOf,
  type Act,
  type AddressAct,
  type Entry,
  type SideAct,
  type SideSubject,
  type Stamp,
  type TimedAct,
} from './journal-line.ts';
import { articlesOfRenewal } from './renewals.ts';

/**
 * The entries of all journals in the catalogue, and which of them count.
 *
 * An entry counts unless an undo that counts names it. Whether an undo counts depends only on later
 * entries, so one new entry can change its own standing, that of the entry it undoes, that of the
 * entry which *that* undoes, and so on down the chain, and nothing else.
 */

/**
 * Puts an entry in; answers the articles whose state may now be another, none when it was known.
 *
 * An `add` is not kept here: what it says stands in the snapshot.
 */
export function putEntry(database: Database, entry: Entry): ReadonlySet<string> {
  const touched = new Set<string>();
  if (entry.act === 'add') return touched;
  const number = insertEntry(database, entry);
  if (number === undefined) return touched;
  const places = placesOf(entry);
  const put = database.prepare('INSERT OR IGNORE INTO entry_article (article, entry, place) VALUES (?, ?, ?)');
  for (const [index, id] of idsOf(entry).entries()) {
    put.run(id, number, places?.[index] ?? null);
    touched.add(id);
  }
  // What it made may be here already, and an undo that came before it takes that back.
  if (entry.act === 'renew') for (const id of articlesOfRenewal(database, entry.data.renewal)) touched.add(id);
  refreshStanding(database, tokenOf(entry), touched, entry.act === 'undo' ? entry.data.of : undefined);
  return touched;
}

/** The acts that count for an article, in their order, with the moment of each. Of `places` they keep the article's own. */
export function actsOf(database: Database, articleId: string): TimedAct[] {
  const rows = database
    .prepare(
      `SELECT at, act, data, place FROM entry_article JOIN entry ON number = entry
       WHERE article = ? AND undone = 0 ORDER BY at, device, seq`,
    )
    .all(articleId);
  return rows.map((row) => ({ ...actOf(row), at: Number(row['at']) }));
}

/** The acts that count on what stands beside the articles, in their order: few, and found by an index of their own. */
export function sideActsOf<S extends SideSubject>(database: Database, subject: S): SideAct<S>[] {
  const names = sideActs[subject].map((name) => `'${name}'`).join(', ');
  const rows = database
    .prepare(
      `SELECT act, data, NULL AS place FROM entry
       WHERE act IN (${names}) AND act IN (${sideActNames}) AND undone = 0 ORDER BY at, device, seq`,
    )
    .all();
  // Only acts of these names were asked for.
  return rows.map(actOf) as SideAct<S>[];
}

/** The acts on waiting addresses that count, in their order, with who did each and when. */
export function addressActs(database: Database): (AddressAct & Stamp)[] {
  const rows = database
    .prepare(
      `SELECT at, device, seq, act, data FROM entry WHERE act GLOB 'address-*' AND undone = 0 ORDER BY at, device, seq`,
    )
    .all();
  return rows.flatMap((row) => {
    const act = actOf(row);
    return isAddressAct(act) ? [{ ...act, ...stampOf(row) }] : [];
  });
}

/** Another number than before means that something was written down meanwhile, here or elsewhere. */
export function newestEntryNumber(database: Database): number {
  return Number(database.prepare('SELECT MAX(number) AS newest FROM entry').get()?.['newest'] ?? 0);
}

export type KnownEntry = Stamp & {
  readonly act: Act;
  readonly undone: boolean;
};

export function findEntry(database: Database, token: string): KnownEntry | undefined {
  const row = rowOf(database, token);
  return row === undefined ? undefined : knownEntry(row);
}

/** The newest act of a device that can be undone and is not. */
export function newestUndoable(database: Database, device: string): KnownEntry | undefined {
  const row = database
    .prepare(
      `SELECT * FROM entry WHERE device = ? AND undone = 0
         AND act NOT IN ('add', 'undo', 'progress', 'address-wait', 'address-done')
       ORDER BY seq DESC LIMIT 1`,
    )
    .get(device);
  return row === undefined ? undefined : knownEntry(row);
}

/** The articles that an entry names; for an undo, those of the entry at the end of its chain. */
export function articlesOfEntry(database: Database, token: string): string[] {
  const row = rowOf(database, token);
  if (row === undefined) return [];
  if (row['undoes'] !== '') return articlesOfEntry(database, String(row['undoes']));
  if (row['act'] === 'renew') return renewedBy(database, row);
  const rows = database.prepare('SELECT article FROM entry_article WHERE entry = ?').all(row['number'] ?? null);
  return rows.map((found) => String(found['article']));
}

function renewedBy(database: Database, row: Row): string[] {
  const act = actOf(row);
  return act.act === 'renew' ? articlesOfRenewal(database, act.data.renewal) : [];
}

function insertEntry(database: Database, entry: Entry): number | undefined {
  const undoes = entry.act === 'undo' ? entry.data.of : '';
  const { changes, lastInsertRowid } = database
    .prepare(
      `INSERT INTO entry (device, seq, at, act, data, undoes, undone) VALUES (?, ?, ?, ?, ?, ?, 0)
       ON CONFLICT DO NOTHING`,
    )
    .run(entry.device, entry.seq, entry.at, entry.act, storedData(entry), undoes);
  return changes === 0 ? undefined : lastInsertRowid;
}

/** The ids of an entry and their places stand in `entry_article`; a bulk act would carry thousands into every fold. */
function storedData(entry: Entry): string {
  const { places: _, ...data } = { places: undefined, ...entry.data };
  return JSON.stringify('ids' in data ? { ...data, ids: [] } : data);
}

/** Follows a chain of undos from its newest link down, as long as the standing of a link changes. */
function refreshStanding(database: Database, from: string, touched: Set<string>, alsoFrom: string | undefined): void {
  setStanding(database, from);
  let token = alsoFrom;
  while (token !== undefined) {
    const changed = setStanding(database, token);
    if (changed === undefined) return;
    if (changed['undoes'] === '') {
      for (const id of articlesOfEntry(database, token)) touched.add(id);
      return;
    }
    token = String(changed['undoes']);
  }
}

/** Works out anew whether an entry is undone; its row when that changed. */
function setStanding(database: Database, token: string): Row | undefined {
  const row = rowOf(database, token);
  if (row === undefined) return undefined;
  const stamp = stampOf(row);
  const undoing = database
    .prepare(`SELECT at, device, seq FROM entry WHERE undoes = ? AND undoes <> '' AND undone = 0`)
    .all(token);
  // An undo that is ordered before what it names cannot have known it, and does nothing.
  const undone = undoing.some((other) => compareStamps(stampOf(other), stamp) > 0) ? 1 : 0;
  if (row['undone'] === undone) return undefined;
  database.prepare('UPDATE entry SET undone = ? WHERE number = ?').run(undone, row['number'] ?? null);
  return row;
}

function rowOf(database: Database, token: string): Row | undefined {
  const [device = '', seq = ''] = token.split('/');
  return database.prepare('SELECT * FROM entry WHERE device = ? AND seq = ?').get(device, Number(seq));
}

function stampOf(row: Row): Stamp {
  return { at: Number(row['at']), device: String(row['device']), seq: Number(row['seq']) };
}

function actOf(row: Row): Act {
  const data = JSON.parse(String(row['data'])) as object;
  const place = row['place'] ?? null;
  // Written by `insertEntry` from a checked entry.
  return { act: row['act'], data: place === null ? data : { ...data, places: [place] } } as Act;
}

function knownEntry(row: Row): KnownEntry {
  return { ...stampOf(row), act: actOf(row), undone: row['undone'] === 1 };
}
