import type { Correction, FieldNotes, Metadata } from '#contract/article.ts';
import type { Repair } from '#contract/repair.ts';
import type { Database, Row } from '#platform/database.ts';
import type { Context } from './context.ts';
import { actsOf } from './entries.ts';
import { newestFirst } from './renewals.ts';
import { correctedMetadata, foldActs, type PersonState } from './fold.ts';
import { refreshHighlights } from './highlight-rows.ts';
import { excerptOf, headlineOf } from './headline.ts';
import { wordsKey } from './same-words.ts';
import { type Counted, type Counts, createCounts } from './shelf-counts.ts';
import { readBodyNow, type StoredSnapshot } from './snapshot-folder.ts';
import { withAncestors } from './tag-names.ts';

/** The columns of `article` but its number: a pure function of snapshots and journal. */
export type ArticleRow = {
  readonly id: string;
  readonly path: string;
  readonly snapshot: string;
  readonly headline: string;
  readonly kicker: string | null;
  readonly dek: string | null;
  readonly authors: string;
  readonly source: string | null;
  readonly section: string | null;
  readonly published_at: string | null;
  readonly saved_at: string;
  readonly language: string | null;
  readonly word_count: number;
  /** The same as that of every article of the same words; 0 for a text too short to be compared. */
  readonly words_key: number;
  readonly excerpt: string;
  readonly lead_image: string | null;
  readonly agency: string | null;
  readonly dateline: string | null;
  /** Its own address, else where it was taken from. */
  readonly address: string | null;
  readonly has_correction: number;
  /** How many pictures its newest snapshot brought along, and how many snapshots there are. */
  readonly pictures: number;
  readonly versions: number;
  readonly tags: string;
  readonly rule_tags: string;
  /** Each collection it is in with its place there: `[["readnext",3]]`. */
  readonly collections: string;
  readonly state: string;
  readonly favourite: number;
  readonly progress: number;
  readonly trashed: number;
  readonly corrections: string;
  readonly repairs: string;
  readonly source_key: string;
  /** A to Z, unknown sources last. */
  readonly source_order: string;
  readonly title_key: string;
  readonly published_key: number;
  readonly saved_key: number;
};

type PersonColumns = Pick<
  ArticleRow,
  'tags' | 'rule_tags' | 'collections' | 'state' | 'favourite' | 'progress' | 'trashed' | 'corrections' | 'repairs'
>;

/** Columns of which search keeps nothing: it asks the catalogue. */
const besideSearch: ReadonlySet<string> = new Set(['rule_tags', 'collections', 'words_key']);

/** Sorts below every date a newspaper can bear, so that unknown dates come last. */
const unknownMoment = -8_640_000_000_000_001;
const afterAllLetters = '\u{10ffff}';

/** Puts a snapshot in the catalogue and makes its article's row anew. Its text counts only while it is the newest. */
export function putSnapshot(context: Context, stored: StoredSnapshot, text: string): void {
  const { database } = context;
  insertSnapshot(database, stored);
  database.prepare('DELETE FROM awaited WHERE path = ?').run(stored.path);
  const newest = newestSnapshot(database, stored.record.article);
  const counts = createCounts();
  refreshArticle(context, counts, stored.record.article, newest?.['path'] === stored.path ? text : undefined);
  counts.writeTo(database);
}

/**
 * Makes the rows of articles anew after entries about them came in, and tells search.
 *
 * An article of which only journals speak has no row yet.
 */
export function refreshPersonal(context: Context, ids: Iterable<string>): void {
  const { database } = context;
  const counts = createCounts();
  for (const id of ids) {
    const before = rowById(database, id);
    if (before === undefined) continue;
    const person = personColumns(foldActs(actsOf(database, id), id));
    // A correction, a repair or a renewal changes what was extracted; anything else leaves that part of the row alone.
    const isAsRead =
      person.corrections === before['corrections'] &&
      person.repairs === before['repairs'] &&
      showsNewest(database, before);
    if (isAsRead) change(database, counts, before, person);
    else refreshArticle(context, counts, id);
    if (refreshHighlights(database, id)) markPending(database, id);
  }
  counts.writeTo(database);
}

/**
 * Always from all snapshots and entries, never from the row before: an article has few of both, and so
 * a row brought up to date cannot differ from one rebuilt, in whatever order things arrived.
 */
function refreshArticle(context: Context, counts: Counts, id: string, newText?: string): void {
  const { database } = context;
  const before = rowById(database, id);
  const made = articleRow(context, id, newText, before);
  if (made === undefined) return;
  const { row, text } = made;
  const number = before === undefined ? insert(database, counts, row) : change(database, counts, before, row);
  refreshHighlights(database, id);
  if (text === undefined) return;
  database.prepare('INSERT OR REPLACE INTO article_text (article, text) VALUES (?, ?)').run(number, text);
  markPending(database, id);
}

/**
 * What an article's row and text should be; `undefined` when none of its snapshots is known. Without a text,
 * the words of the row before stay.
 */
export function articleRow(
  context: Context,
  id: string,
  newText: string | undefined,
  before: Row | undefined,
): { readonly row: ArticleRow; readonly text: string | undefined } | undefined {
  const { database } = context;
  const current = newestSnapshot(database, id);
  if (current === undefined) return undefined;
  const all = database
    .prepare(
      `SELECT MIN(taken_in_at) AS moment, MAX(1, SUM(renewal IS NULL)) AS versions FROM snapshot WHERE article = ?`,
    )
    .get(id);
  const person = foldActs(actsOf(database, id), id);
  const words = wordsOf(context, current, person, newText, before);
  const [savedAt, versions] = [String(all?.['moment']), Number(all?.['versions'])];
  const ofWords = words === undefined ? columnsBefore(before, current) : wordColumns(words);
  return { row: rowOf({ id, current, ofWords, savedAt, versions, person }), text: words?.text };
}

type WordColumns = Pick<ArticleRow, 'excerpt' | 'word_count' | 'words_key'>;

function wordColumns({ text, wordCount }: Words): WordColumns {
  return { excerpt: excerptOf(text), word_count: wordCount, words_key: wordsKey(text, wordCount) };
}

function columnsBefore(before: Row | undefined, current: Row): WordColumns {
  if (before === undefined) return { excerpt: '', word_count: Number(current['word_count']), words_key: 0 };
  const { excerpt, word_count, words_key } = before;
  return { excerpt: String(excerpt), word_count: Number(word_count), words_key: Number(words_key) };
}

type Words = { readonly text: string; readonly wordCount: number };

/**
 * An article's text as it is read now; `undefined` when it is as it was, or its page cannot be read.
 *
 * A repair is rare, and so is a renewal undone, so that the page is read for it here, inside the transaction that
 * brings it.
 */
function wordsOf(
  { library, textOf, applyRepairs }: Context,
  current: Row,
  { repairs }: PersonState,
  newText: string | undefined,
  before: Row | undefined,
): Words | undefined {
  const wordCount = Number(current['word_count']);
  const isOther = before !== undefined && (before['repairs'] !== '[]' || before['path'] !== current['path']);
  if (repairs.size === 0 && newText !== undefined) return { text: newText, wordCount };
  if (repairs.size === 0 && !isOther) return undefined;
  const html = readBodyNow(library.path, String(current['path']));
  if (html === undefined) return undefined;
  if (repairs.size === 0) return { text: textOf(html), wordCount };
  return applyRepairs(html, [...repairs.values()], extractedOf(current).metadata.language);
}

/** The snapshot that a reader sees: the newest, but for those whose renewal was undone. */
export function newestSnapshot(database: Database, articleId: string): Row | undefined {
  return database.prepare(`SELECT * FROM snapshot WHERE article = ? ORDER BY ${newestFirst} LIMIT 1`).get(articleId);
}

/** Of most articles nothing was renewed, which costs one look into an index that holds only the others. */
function showsNewest(database: Database, row: Row): boolean {
  const renewed = database
    .prepare('SELECT 1 FROM snapshot WHERE article = ? AND renewal IS NOT NULL LIMIT 1')
    .get(row['id'] ?? null);
  return renewed === undefined || newestSnapshot(database, String(row['id']))?.['path'] === row['path'];
}

/** Puts an article in search's queue; one that waits already keeps its place. */
function markPending(database: Database, id: string): void {
  database.prepare('INSERT OR REPLACE INTO pending (id) VALUES (?)').run(id);
}

export function tagsOf(row: Row | ArticleRow | undefined): string[] {
  return row === undefined ? [] : (JSON.parse(String(row['tags'])) as string[]);
}

/** The reader's corrections of a row of `article`. Written from checked entries only, as are repairs. */
export function correctionsOf(row: Row): Correction[] {
  return JSON.parse(String(row['corrections'])) as Correction[];
}

/** The reader's repairs of a row of `article`, in the order in which they were made. */
export function repairsOf(row: Row): Repair[] {
  return JSON.parse(String(row['repairs'])) as Repair[];
}

/** The collections of a row with the article's place in each. */
export function collectionsOf(row: Row | ArticleRow | undefined): Map<string, number> {
  return new Map(row === undefined ? [] : (JSON.parse(String(row['collections'])) as [string, number][]));
}

/** Metadata and notes of a row of `snapshot`, as they were extracted. They were checked when they were read from the folder. */
export function extractedOf(row: Row): { readonly metadata: Metadata; readonly notes: FieldNotes } {
  return {
    metadata: JSON.parse(String(row['metadata'])) as Metadata,
    notes: JSON.parse(String(row['notes'])) as FieldNotes,
  };
}

function insertSnapshot(database: Database, { path, record, recordSha256 }: StoredSnapshot): void {
  database
    .prepare(
      `INSERT OR REPLACE INTO snapshot (path, article, snapshot, identity, captured_at, taken_in_at, kind, original, url, address,
         file_name, text_sha256, record_sha256, metadata, notes, word_count, pictures, warnings, renewal)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      path,
      record.article,
      record.snapshot,
      record.identity,
      record.capturedAt,
      record.takenInAt ?? record.capturedAt,
      record.kind,
      record.original,
      record.metadata.url ?? record.address,
      record.address,
      record.fileName,
      record.textSha256,
      recordSha256,
      JSON.stringify(record.metadata),
      JSON.stringify(record.notes),
      record.wordCount,
      record.pictures.length,
      JSON.stringify(record.warnings),
      record.renewal ?? null,
    );
}

type RowParts = {
  readonly id: string;
  readonly current: Row;
  readonly ofWords: WordColumns;
  readonly savedAt: string;
  readonly versions: number;
  readonly person: PersonState;
};

function rowOf({ id, current, ofWords, savedAt, versions, person }: RowParts): ArticleRow {
  const extracted = extractedOf(current);
  const { metadata } = correctedMetadata(extracted.metadata, extracted.notes, person.corrections);
  const address = textOrNull(current['address']);
  const headline = headlineOf(metadata, ofWords.excerpt, { address, fileName: textOrNull(current['file_name']) });
  return {
    id,
    path: String(current['path']),
    snapshot: String(current['snapshot']),
    headline,
    kicker: metadata.kicker,
    dek: metadata.dek,
    authors: JSON.stringify(metadata.authors),
    source: metadata.source,
    section: metadata.section,
    published_at: metadata.publishedAt,
    saved_at: savedAt,
    language: metadata.language,
    ...ofWords,
    lead_image: metadata.leadImage,
    agency: metadata.agency,
    dateline: metadata.dateline,
    address: metadata.canonicalUrl ?? textOrNull(current['url']),
    has_correction: metadata.correction === null ? 0 : 1,
    pictures: Number(current['pictures']),
    versions,
    ...personColumns(person),
    source_key: metadata.source ?? '',
    source_order: metadata.source === null ? afterAllLetters : titleKey(metadata.source),
    title_key: titleKey(headline),
    published_key: printedMs(metadata.publishedAt),
    saved_key: Date.parse(savedAt),
  };
}

/** The columns that come from the journal alone. */
function personColumns(person: PersonState): PersonColumns {
  const corrections = [...person.corrections.values()].sort((one, other) => (one.field < other.field ? -1 : 1));
  return {
    tags: JSON.stringify([...person.tags].sort()),
    rule_tags: JSON.stringify([...person.ruleTags].sort()),
    collections: JSON.stringify([...person.collections].sort(([one], [other]) => (one < other ? -1 : 1))),
    state: person.state,
    favourite: person.favourite ? 1 : 0,
    progress: person.progress,
    trashed: person.trashed ? 1 : 0,
    corrections: JSON.stringify(corrections),
    repairs: JSON.stringify([...person.repairs.values()]),
  };
}

function insert(database: Database, counts: Counts, row: ArticleRow): number {
  const columns = Object.keys(row);
  const marks = columns.map(() => '?').join(', ');
  const sql = `INSERT INTO article (${columns.join(', ')}) VALUES (${marks})`;
  const number = database.prepare(sql).run(...Object.values(row)).lastInsertRowid;
  updateTags(database, number, [], tagsOf(row));
  updateCollected(database, number, new Map(), collectionsOf(row));
  counts.move(undefined, countedOf(row));
  markPending(database, row.id);
  return number;
}

/** Writes only the columns that differ: those that stand in no index then cost no index. */
function change(database: Database, counts: Counts, before: Row, wanted: Partial<ArticleRow>): number {
  const number = Number(before['number']);
  const differing = Object.entries(wanted).filter(([column, value]) => before[column] !== value);
  if (differing.length === 0) return number;
  const sets = differing.map(([column]) => `${column} = ?`).join(', ');
  database.prepare(`UPDATE article SET ${sets} WHERE number = ?`).run(...differing.map(([, value]) => value), number);
  const after: Row = { ...before, ...wanted };
  updateTags(database, number, tagsOf(before), tagsOf(after));
  updateCollected(database, number, collectionsOf(before), collectionsOf(after));
  counts.move(countedOf(before), countedOf(after));
  if (differing.some(([column]) => !besideSearch.has(column))) markPending(database, String(before['id']));
  return number;
}

function rowById(database: Database, id: string): Row | undefined {
  return database.prepare('SELECT * FROM article WHERE id = ?').get(id);
}

/**
 * A moment as it stands in print, for order: clock and calendar of the place, whatever its zone. So a list by date
 * keeps all that bears one day together.
 */
function printedMs(moment: string | null): number {
  if (moment === null) return unknownMoment;
  const printed = moment.replace(/(?:Z|[+-]\d{2}:\d{2})$/, '');
  const ms = Date.parse(`${printed}${printed.includes('T') ? 'Z' : ''}`);
  return Number.isNaN(ms) ? unknownMoment : ms;
}

/** For A-to-Z order: no case, no accents, no opening quotation mark. */
function titleKey(headline: string): string {
  return headline
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/^[^\p{L}\p{N}]+/u, '');
}

function updateTags(database: Database, number: number, before: readonly string[], after: readonly string[]): void {
  const had = new Set(before.flatMap(withAncestors));
  const has = new Set(after.flatMap(withAncestors));
  for (const tag of had) {
    if (has.has(tag)) continue;
    database.prepare('DELETE FROM article_tag WHERE tag = ? AND article = ?').run(tag, number);
  }
  for (const tag of has) {
    if (had.has(tag)) continue;
    database.prepare('INSERT OR IGNORE INTO article_tag (tag, article) VALUES (?, ?)').run(tag, number);
  }
}

function updateCollected(
  database: Database,
  number: number,
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
): void {
  for (const collection of before.keys()) {
    if (after.has(collection)) continue;
    database.prepare('DELETE FROM collected WHERE collection = ? AND article = ?').run(collection, number);
  }
  for (const [collection, place] of after) {
    if (before.get(collection) === place) continue;
    database
      .prepare('INSERT OR REPLACE INTO collected (collection, article, place) VALUES (?, ?, ?)')
      .run(collection, number, place);
  }
}

export function countedOf(row: Row | ArticleRow): Counted {
  return {
    trashed: row['trashed'] === 1,
    favourite: row['favourite'] === 1,
    state: String(row['state']),
    source: textOrNull(row['source']),
    tags: tagsOf(row),
    collections: [...collectionsOf(row).keys()],
  };
}

export function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
