import type { ListGroup, ListSort } from '#contract/lists.ts';
import type { Database, Row, SqlValue } from '#platform/database.ts';
import { textOrNull } from './articles.ts';

/** Which articles a list is about: the text after FROM, and its values. */
export type Selection = { readonly sql: string; readonly values: readonly SqlValue[]; readonly hasPlace?: true };

const dayMs = 86_400_000;
/** Every zone of the world is a whole number of quarters of an hour away from UTC. */
const quarterMs = 900_000;
/** The last day before JavaScript's calendar: where unknown dates are sorted. */
const earliestMs = 8_640_000_000_000_000;

/** A list in runs under headings; `undefined` for an order that makes none. Counted inside the order's own index. */
export function groupsOf(database: Database, selection: Selection, sort: ListSort): ListGroup[] | undefined {
  const rows = (part: string) =>
    database
      .prepare(`SELECT ${part} AS part, COUNT(*) AS count FROM ${selection.sql} GROUP BY part`)
      .all(...selection.values);
  switch (sort) {
    case 'saved':
      // By the hour first, so that the calendar is asked once for many articles.
      return merge(newestFirst(rows(`saved_key / ${quarterMs}`)), (part) => localDay(part * quarterMs));
    case 'published':
      return merge(newestFirst(rows(`(published_key + ${earliestMs}) / ${dayMs}`)), printedDay);
    case 'source':
      return bySource(database, selection);
    case 'title':
    case 'length':
    case 'own':
      return undefined;
  }
}

function bySource(database: Database, { sql, values }: Selection): ListGroup[] {
  const rows = database
    .prepare(`SELECT source_key, COUNT(*) AS count FROM ${sql} GROUP BY source_order, source_key`)
    .all(...values);
  return rows.map((row) => ({ name: textOrNull(row['source_key']) || null, count: Number(row['count']) }));
}

function newestFirst(rows: readonly Row[]): { readonly part: number; readonly count: number }[] {
  return rows
    .map((row) => ({ part: Number(row['part']), count: Number(row['count']) }))
    .sort((one, other) => other.part - one.part);
}

function merge(
  parts: readonly { readonly part: number; readonly count: number }[],
  nameOf: (part: number) => string | null,
): ListGroup[] {
  const groups: ListGroup[] = [];
  for (const { part, count } of parts) {
    const name = nameOf(part);
    const last = groups.at(-1);
    if (last?.name === name) groups[groups.length - 1] = { name, count: last.count + count };
    else groups.push({ name, count });
  }
  return groups;
}

/** The day of an instant on this computer's calendar. */
function localDay(instantMs: number): string {
  const date = new Date(instantMs);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The day that so many days after the earliest is. Dates were sorted as printed, so no zone comes into it. */
function printedDay(part: number): string | null {
  return part === 0 ? null : new Date(part * dayMs - earliestMs).toISOString().slice(0, 10);
}
