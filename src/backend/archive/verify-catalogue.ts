import { join } from 'node:path';
import type { Database, Row } from '#platform/database.ts';
import * as files from '#platform/files.ts';
import { articleRow, countedOf } from './articles.ts';
import { hasRightHighlights } from './highlight-rows.ts';
import { countsOf } from './shelf-counts.ts';
import type { Check } from './verify-check.ts';

const idsInOneGo = 200;

/** The catalogue against what it is made from, and against the folder. Whatever is wrong, a rebuild mends it. */
export async function checkCatalogue(check: Check): Promise<void> {
  const { database } = check.context;
  const answer = database.prepare('PRAGMA quick_check(1)').get();
  if (answer?.['quick_check'] !== 'ok') reportDifference(check, '', 'the catalogue is damaged');
  await checkPaths(check);
  const counted = new Map<string, { own: number; total: number }>();
  for (let after = ''; ;) {
    const rows = database.prepare('SELECT * FROM article WHERE id > ? ORDER BY id LIMIT ?').all(after, idsInOneGo);
    for (const row of rows) {
      checkRow(check, row);
      checkHighlights(check, row);
      countRow(counted, row);
      await check.breathe();
    }
    const last = rows.at(-1);
    if (last === undefined) break;
    after = String(last['id']);
  }
  checkCounts(check, counted);
}

async function checkPaths(check: Check): Promise<void> {
  const { database, library } = check.context;
  for (let after = ''; ;) {
    const rows = database
      .prepare('SELECT path FROM snapshot WHERE path > ? ORDER BY path LIMIT ?')
      .all(after, idsInOneGo);
    for (const row of rows) {
      after = String(row['path']);
      if ((await files.statFile(join(library.path, after))) === undefined) {
        const message = 'this snapshot is not in the library folder any more';
        check.report({ kind: 'missing-file', path: after, message, repairable: false });
      }
      await check.breathe();
    }
    if (rows.length === 0) return;
  }
}

function checkRow(check: Check, row: Row): void {
  const { database } = check.context;
  const text = storedText(database, row);
  const made = articleRow(check.context, String(row['id']), text, row);
  const expected = made?.row;
  const differing = Object.entries(expected ?? {}).filter(([column, value]) => row[column] !== value);
  if (made?.text !== undefined && made.text !== text) differing.push(['text', made.text]);
  if (expected !== undefined && differing.length === 0) return;
  const columns = differing.map(([column]) => column).join(', ');
  reportDifference(check, String(row['path']), `the catalogue's row differs from the folder: ${columns}`);
}

function checkHighlights(check: Check, row: Row): void {
  if (hasRightHighlights(check.context.database, String(row['id']))) return;
  reportDifference(check, String(row['path']), 'the highlights in the catalogue differ from the journal');
}

function countRow(counted: Map<string, { own: number; total: number }>, row: Row): void {
  for (const { shelf, name, own, total } of countsOf(countedOf(row))) {
    const key = `${shelf}:${name}`;
    const known = counted.get(key) ?? { own: 0, total: 0 };
    counted.set(key, { own: known.own + own, total: known.total + total });
  }
}

function checkCounts(check: Check, counted: ReadonlyMap<string, { own: number; total: number }>): void {
  const rows = check.context.database.prepare('SELECT shelf, name, own, total FROM shelf_count').all();
  const differs = (row: Row) => {
    const expected = counted.get(`${String(row['shelf'])}:${String(row['name'])}`);
    return expected?.own !== row['own'] || expected?.total !== row['total'];
  };
  if (rows.length === counted.size && !rows.some(differs)) return;
  reportDifference(check, '', 'the counts of the shelves are wrong');
}

function storedText(database: Database, row: Row): string {
  const found = database.prepare('SELECT text FROM article_text WHERE article = ?').get(row['number'] ?? null);
  return String(found?.['text'] ?? '');
}

function reportDifference({ report }: Check, path: string, message: string): void {
  report({ kind: 'catalogue-differs', path, message, repairable: true });
}
