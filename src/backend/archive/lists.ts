import type { Article, ArticleId, ArticleSummary, ReadingState, SnapshotInfo } from '#contract/article.ts';
import type { SafeHtml } from '#contract/draft.ts';
import type { ListFilter, ListPage, ListSort } from '#contract/lists.ts';
import type { Repair, RepairOutcome, StandingRepair } from '#contract/repair.ts';
import type { Database, Row, SqlValue } from '#platform/database.ts';
import { posix } from 'node:path';
import { collectionsOf, correctionsOf, extractedOf, repairsOf, tagsOf, textOrNull } from './articles.ts';
import { articleMissing, type Context } from './context.ts';
import { correctedMetadata } from './fold.ts';
import { groupsOf, type Selection } from './list-groups.ts';
import { readingMinutesOf } from './headline.ts';
import { shelfTotal } from './shelf-counts.ts';
import { newestFirst } from './renewals.ts';
import { readBody } from './snapshot-folder.ts';

export type ListRequest = {
  readonly filter: ListFilter;
  readonly sort: ListSort;
  readonly limit: number;
  readonly offset: number;
  readonly withGroups?: boolean;
};

/** Everything search needs to know of an article. */
export type IndexSource = {
  readonly id: ArticleId;
  readonly headline: string;
  readonly kicker: string | null;
  readonly dek: string | null;
  readonly authors: readonly string[];
  readonly source: string | null;
  readonly section: string | null;
  readonly tags: readonly string[];
  readonly text: string;
  readonly publishedAt: string | null;
  readonly savedAt: string;
  readonly state: ReadingState;
  readonly favourite: boolean;
  readonly trashed: boolean;
  readonly wordCount: number;
  readonly language: string | null;
  readonly agency: string | null;
  readonly dateline: string | null;
  readonly address: string | null;
  readonly leadImage: string | null;
  readonly hasCorrection: boolean;
  readonly pictures: number;
  readonly versions: number;
  readonly hasHighlight: boolean;
  /** On a passage, or on the article as a whole. */
  readonly hasNote: boolean;
};

/** Each order ends ties by id: the same list from a rebuilt catalogue. */
const orders: Record<ListSort, string> = {
  saved: 'saved_key DESC, id',
  published: 'published_key DESC, id',
  source: 'source_order, source_key, published_key DESC, id',
  title: 'title_key, id',
  length: 'word_count DESC, id',
  own: 'place, id',
};

/** A tag of fewer articles is listed by looking each of them up, one of more by going through the order. */
const rareTag = 2000;

export function listArticles(database: Database, request: ListRequest): ListPage {
  return database.read(() => {
    const sort = orderOf(request);
    const selection = selectionOf(database, { ...request, sort });
    const total = shelfTotal(database, request.filter) ?? countSelected(database, selection);
    const rows = database
      .prepare(
        `SELECT article.* FROM (${pageSql(selection, sort)}) AS page
         JOIN article ON article.number = page.number ORDER BY ${orders[sort]}`,
      )
      .all(...selection.values, request.limit, request.offset);
    const groups = request.withGroups === true ? groupsOf(database, selection, request.sort) : undefined;
    return { total, articles: rows.map(summaryOf), ...(groups === undefined ? {} : { groups }) };
  });
}

/**
 * Of one source, the order by source is the order by date, which has an index that the source can narrow. Only a
 * collection has an order of its own.
 */
export function orderOf({ filter, sort }: Pick<ListRequest, 'filter' | 'sort'>): ListSort {
  if (sort === 'own' && filter.collection === undefined) return 'saved';
  return sort === 'source' && filter.source !== undefined ? 'published' : sort;
}

/**
 * The way through the tables is laid down here and not left to the planner: with statistics at hand it
 * sorts thirty thousand rows of a common tag where the order's own index gives the page at once.
 */
export function selectionOf(database: Database, { filter, sort }: Pick<ListRequest, 'filter' | 'sort'>): Selection {
  if (filter.collection !== undefined) return collectedSelection(filter, filter.collection);
  const isRare = filter.tag !== undefined && (shelfTotal(database, { tag: filter.tag }) ?? 0) < rareTag;
  const from = isRare
    ? 'article_tag AS tagged CROSS JOIN article ON number = tagged.article'
    : `article INDEXED BY article_by_${sort}`;
  const { conditions, values } = conditionsOf(filter, isRare);
  return { sql: `${from} WHERE ${conditions.join(' AND ')}`, values };
}

/** A collection is chosen by hand, and so its articles are looked up one by one. */
function collectedSelection(filter: ListFilter, collection: string): Selection {
  const { conditions, values } = conditionsOf(filter, false);
  return {
    sql: `collected CROSS JOIN article ON number = collected.article WHERE collection = ? AND ${conditions.join(' AND ')}`,
    values: [collection, ...values],
    hasPlace: true,
  };
}

/** The page is cut inside the index; only its rows are then fetched. */
export function pageSql({ sql, hasPlace }: Selection, sort: ListSort): string {
  return `SELECT number${hasPlace === true ? ', place' : ''} FROM ${sql} ORDER BY ${orders[sort]} LIMIT ? OFFSET ?`;
}

function countSelected(database: Database, { sql, values }: Selection): number {
  const counted = database.prepare(`SELECT COUNT(*) AS total FROM ${sql}`).get(...values);
  return Number(counted?.['total'] ?? 0);
}

export function allIds(database: Database): ArticleId[] {
  const rows = database.prepare(`SELECT id FROM article WHERE trashed = 0 ORDER BY ${orders.saved}`).all();
  return rows.map((row) => String(row['id']) as ArticleId);
}

/** The summaries of articles by id, in the order asked for; what is not there is left out. */
export function summariesOf(database: Database, ids: readonly string[]): Map<string, ArticleSummary> {
  const summaries = new Map<string, ArticleSummary>();
  for (const id of ids) {
    const row = database.prepare('SELECT * FROM article WHERE id = ?').get(id);
    if (row !== undefined) summaries.set(id, summaryOf(row));
  }
  return summaries;
}

export function knownOf(database: Database, ids: readonly string[]): Set<string> {
  const find = database.prepare('SELECT 1 FROM article WHERE id = ?');
  return new Set(ids.filter((id) => find.get(id) !== undefined));
}

export async function getArticle(context: Context, id: string): Promise<Article> {
  const { database } = context;
  const { row, snapshots, text } = database.read(() => partsOf(database, id));
  const current = snapshots.find((snapshot) => snapshot['path'] === row['path']);
  if (current === undefined) throw articleMissing(id);
  const extracted = extractedOf(current);
  const body = await repairedBody(context, row, extracted.metadata.language);
  const { metadata, notes } = correctedMetadata(
    extracted.metadata,
    extracted.notes,
    new Map(correctionsOf(row).map((correction) => [correction.field, correction])),
  );
  return {
    ...metadata,
    ...summaryOf(row),
    notes,
    snapshots: snapshots.map(snapshotInfoOf),
    folder: posix.dirname(String(row['path'])),
    html: withAssetAddresses(body.html, `/library/${id}/${String(row['snapshot'])}/images/`),
    text,
    repairs: body.repairs,
    // Written from a checked record.
    warnings: JSON.parse(String(current['warnings'])) as string[],
  };
}

/** The body of an article's newest snapshot with its repairs, and what became of each. */
async function repairedBody(
  { library, applyRepairs }: Context,
  row: Row,
  language: string | null,
): Promise<{ readonly html: SafeHtml; readonly repairs: StandingRepair[] }> {
  const html = await readBody(library.path, String(row['path']));
  const repairs = repairsOf(row);
  if (repairs.length === 0) return { html, repairs: [] };
  const repaired = applyRepairs(html, repairs, language);
  return { html: repaired.html, repairs: standingRepairs(repairs, repaired.outcomes) };
}

export function standingRepairs(repairs: readonly Repair[], outcomes: readonly RepairOutcome[]): StandingRepair[] {
  return repairs.map(({ id, kind, words }, at) => ({ id, kind, words, outcome: outcomes[at] ?? 'no-place' }));
}

/** What search takes in of these articles; an id that is gone is left out. */
export function indexSources(database: Database, ids: readonly string[]): IndexSource[] {
  const sources: IndexSource[] = [];
  const find = database.prepare(indexSource);
  for (const id of new Set(ids)) {
    const row = find.get(id);
    if (row !== undefined) sources.push(indexSourceOf(row));
  }
  return sources;
}

const indexSource = `
  SELECT article.*, article_text.text,
    EXISTS (SELECT 1 FROM highlight WHERE article = article.id AND id <> '') AS has_highlight,
    EXISTS (SELECT 1 FROM highlight WHERE article = article.id AND annotation IS NOT NULL) AS has_note
  FROM article LEFT JOIN article_text ON article_text.article = article.number WHERE article.id = ?`;

function indexSourceOf(row: Row): IndexSource {
  return {
    ...summaryOf(row),
    text: textOrNull(row['text']) ?? '',
    agency: textOrNull(row['agency']),
    dateline: textOrNull(row['dateline']),
    address: textOrNull(row['address']),
    hasCorrection: row['has_correction'] === 1,
    pictures: Number(row['pictures']),
    versions: Number(row['versions']),
    hasHighlight: row['has_highlight'] === 1,
    hasNote: row['has_note'] === 1,
  };
}

export function textsOf(database: Database, ids: readonly string[]): Map<string, string> {
  const texts = new Map<string, string>();
  for (const id of ids) {
    const row = database.prepare('SELECT text FROM article JOIN article_text ON article = number WHERE id = ?').get(id);
    if (row !== undefined) texts.set(id, String(row['text']));
  }
  return texts;
}

function conditionsOf(filter: ListFilter, isRareTag: boolean): { conditions: string[]; values: SqlValue[] } {
  const conditions = ['trashed = ?'];
  const values: SqlValue[] = [filter.trashed === true ? 1 : 0];
  const add = (condition: string, value: SqlValue) => {
    conditions.push(condition);
    values.push(value);
  };
  if (filter.state !== undefined) add('state = ?', filter.state);
  if (filter.favourite !== undefined) add('favourite = ?', filter.favourite ? 1 : 0);
  if (filter.source !== undefined) add('source_key = ?', filter.source);
  if (filter.tag !== undefined) add(isRareTag ? 'tagged.tag = ?' : hasTag, filter.tag);
  return { conditions, values };
}

const hasTag = 'EXISTS (SELECT 1 FROM article_tag AS tagged WHERE tagged.tag = ? AND tagged.article = number)';

function partsOf(database: Database, id: string): { row: Row; snapshots: Row[]; text: string } {
  const row = database.prepare('SELECT * FROM article WHERE id = ?').get(id);
  if (row === undefined) throw articleMissing(id);
  const snapshots = database.prepare(`SELECT * FROM snapshot WHERE article = ? ORDER BY ${newestFirst}`).all(id);
  return { row, snapshots, text: textsOf(database, [id]).get(id) ?? '' };
}

function summaryOf(row: Row): ArticleSummary {
  const id = String(row['id']);
  const leadImage = textOrNull(row['lead_image']);
  const wordCount = Number(row['word_count']);
  return {
    // Brands and unions: the catalogue is written from checked records only.
    id: id as ArticleId,
    headline: String(row['headline']),
    kicker: textOrNull(row['kicker']),
    dek: textOrNull(row['dek']),
    authors: JSON.parse(String(row['authors'])) as string[],
    source: textOrNull(row['source']),
    section: textOrNull(row['section']),
    publishedAt: textOrNull(row['published_at']),
    savedAt: String(row['saved_at']),
    language: textOrNull(row['language']),
    wordCount,
    readingMinutes: readingMinutesOf(wordCount),
    excerpt: String(row['excerpt']),
    leadImage: leadImage === null ? null : `/library/${id}/${String(row['snapshot'])}/${leadImage}`,
    tags: tagsOf(row),
    ...besideTags(row),
    state: row['state'] as ReadingState,
    favourite: row['favourite'] === 1,
    progress: Number(row['progress']),
    trashed: row['trashed'] === 1,
  };
}

/** Most articles are in no collection and were given nothing by a rule: then nothing is said of it. */
function besideTags(row: Row): Pick<ArticleSummary, 'ruleTags' | 'collections'> {
  const ruleTags = JSON.parse(String(row['rule_tags'])) as string[];
  const collections = [...collectionsOf(row).keys()];
  return { ...(ruleTags.length > 0 && { ruleTags }), ...(collections.length > 0 && { collections }) };
}

function snapshotInfoOf(row: Row): SnapshotInfo {
  return {
    id: String(row['snapshot']),
    capturedAt: String(row['captured_at']),
    kind: String(row['kind']),
    original: String(row['original']),
    url: textOrNull(row['url']),
  };
}

/** Only inside tags: the same characters in the text of an article stay as they are. */
function withAssetAddresses(html: string, base: string): string {
  return html.replace(/<(?:img|source|a|video|audio)\b(?:[^>"]|"[^"]*")*>/g, (tag) =>
    tag.replace(/(\s(?:src|href|poster)=")images\//g, (_, start: string) => `${start}${base}`),
  );
}

/** The articles whose address holds these letters in any case: their own, and those that their snapshots came from. */
export function idsAtAddress(database: Database, part: string): ArticleId[] {
  const letters = part.toLowerCase();
  const holds = (column: string) => `instr(lower(${column}), ?) > 0`;
  return database
    .prepare(
      `SELECT id FROM article WHERE ${holds('address')}
       UNION SELECT article FROM snapshot WHERE ${holds('url')} OR ${holds('address')}`,
    )
    .all(letters, letters, letters)
    .map((row) => String(row['id']) as ArticleId);
}
