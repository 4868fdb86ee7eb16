import type { ListFilter, ShelfCounts } from '#contract/lists.ts';
import type { Database } from '#platform/database.ts';
import { withAncestors } from './tag-names.ts';

/** What of an article the shelves count. */
export type Counted = {
  readonly trashed: boolean;
  readonly favourite: boolean;
  readonly state: string;
  readonly source: string | null;
  readonly tags: readonly string[];
  readonly collections: readonly string[];
};

type Shelf = 'all' | 'trash' | 'favourite' | 'state' | 'source' | 'tag' | 'collection';
type Count = { readonly shelf: Shelf; readonly name: string; readonly own: number; readonly total: number };

/** Changes of the counts, gathered over many articles and written once. */
export type Counts = {
  /** From what an article was to what it is; `undefined` for one that was not there. */
  readonly move: (before: Counted | undefined, after: Counted) => void;
  readonly writeTo: (database: Database) => void;
};

export function createCounts(): Counts {
  const changes = new Map<string, Count>();
  return {
    move(before, after) {
      for (const count of before === undefined ? [] : countsOf(before)) addCount(changes, count, -1);
      for (const count of countsOf(after)) addCount(changes, count, 1);
    },
    writeTo(database) {
      for (const count of changes.values()) writeCount(database, count);
    },
  };
}

/** The shelves with their counts: read from sums that are kept, never from the articles. */
export function shelves(database: Database): ShelfCounts {
  const rows = database.prepare('SELECT shelf, name, own, total FROM shelf_count').all();
  const counts = rows.map((row) => ({
    shelf: String(row['shelf']),
    name: String(row['name']),
    own: Number(row['own']),
    total: Number(row['total']),
  }));
  const totals = new Map(counts.map(({ shelf, name, total }) => [`${shelf}:${name}`, total]));
  const total = (shelf: Shelf, name = '') => totals.get(`${shelf}:${name}`) ?? 0;
  return {
    all: total('all'),
    unread: total('state', 'unread'),
    reading: total('state', 'reading'),
    archived: total('state', 'archived'),
    favourites: total('favourite'),
    trash: total('trash'),
    tags: counts
      .filter(({ shelf }) => shelf === 'tag')
      .map(({ name, own, total }) => ({ tag: name, own, total }))
      .sort((one, other) => compareTexts(one.tag, other.tag)),
    sources: counts
      .filter(({ shelf }) => shelf === 'source')
      .map(({ name, total }) => ({ source: name, count: total }))
      .sort((one, other) => other.count - one.count || compareTexts(one.source, other.source)),
  };
}

/** How many articles a filter of at most one condition lets through; `undefined` for any other filter. */
export function shelfTotal(database: Database, filter: ListFilter): number | undefined {
  const shelf = shelfOf(filter);
  if (shelf === undefined) return undefined;
  const row = database.prepare('SELECT total FROM shelf_count WHERE shelf = ? AND name = ?').get(...shelf);
  return Number(row?.['total'] ?? 0);
}

function shelfOf({ trashed, state, favourite, source, tag, collection }: ListFilter): [Shelf, string] | undefined {
  const shelves: [Shelf, string][] = [];
  if (trashed === true) shelves.push(['trash', '']);
  if (state !== undefined) shelves.push(['state', state]);
  if (source !== undefined) shelves.push(['source', source]);
  if (tag !== undefined) shelves.push(['tag', tag]);
  if (collection !== undefined) shelves.push(['collection', collection]);
  if (favourite === true) shelves.push(['favourite', '']);
  if (favourite === false || shelves.length > 1) return undefined;
  return shelves[0] ?? ['all', ''];
}

/** What one article adds to which shelves; the trash hides it from all the others. */
export function countsOf({ trashed, favourite, state, source, tags, collections }: Counted): Count[] {
  if (trashed) return [{ shelf: 'trash', name: '', own: 1, total: 1 }];
  const counts: Count[] = [
    { shelf: 'all', name: '', own: 1, total: 1 },
    { shelf: 'state', name: state, own: 1, total: 1 },
  ];
  if (favourite) counts.push({ shelf: 'favourite', name: '', own: 1, total: 1 });
  if (source !== null) counts.push({ shelf: 'source', name: source, own: 1, total: 1 });
  for (const name of collections) counts.push({ shelf: 'collection', name, own: 1, total: 1 });
  const own = new Set(tags);
  for (const tag of new Set(tags.flatMap(withAncestors))) {
    counts.push({ shelf: 'tag', name: tag, own: own.has(tag) ? 1 : 0, total: 1 });
  }
  return counts;
}

function writeCount(database: Database, { shelf, name, own, total }: Count): void {
  if (own === 0 && total === 0) return;
  database
    .prepare(
      `INSERT INTO shelf_count (shelf, name, own, total) VALUES (?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET own = own + excluded.own, total = total + excluded.total`,
    )
    .run(shelf, name, own, total);
  database.prepare('DELETE FROM shelf_count WHERE shelf = ? AND name = ? AND total = 0').run(shelf, name);
}

function addCount(changes: Map<string, Count>, count: Count, sign: 1 | -1): void {
  const key = `${count.shelf}:${count.name}`;
  const known = changes.get(key);
  const own = (known?.own ?? 0) + sign * count.own;
  const total = (known?.total ?? 0) + sign * count.total;
  changes.set(key, { ...count, own, total });
}

/** By name without regard to case; `/` before all else, so that what is nested follows its parent at once. */
function compareTexts(one: string, other: string): number {
  const [a, b] = [one, other].map((text) => text.toLowerCase().replaceAll('/', '\u0000')) as [string, string];
  if (a !== b) return a < b ? -1 : 1;
  return one < other ? -1 : 1;
}
