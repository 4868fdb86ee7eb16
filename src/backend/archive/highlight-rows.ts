import { highlightColour } from '#contract/highlight.ts';
import type { Database, Row } from '#platform/database.ts';
import { actsOf } from './entries.ts';
import { foldActs } from './fold.ts';
import { type StandingPassage, standingPassages } from './fold-highlights.ts';

/** One row of `highlight`: a pure function of the journal and of its article's row. */
export type HighlightRow = {
  readonly article: string;
  /** Empty for the note on the article as a whole. */
  readonly id: string;
  readonly trashed: number;
  readonly made_at: number;
  readonly changed_at: number;
  readonly colour: string | null;
  readonly annotation: string | null;
  readonly tags: string;
  readonly anchor: string | null;
  /** Where it stands in its article; a note on the whole stands before everything. */
  readonly start: number;
  /** What a filter by words looks into, folded. */
  readonly words: string;
};

/** Case and accents do not count when highlights are filtered by words. */
export function foldWords(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

/**
 * Makes the rows of an article's highlights anew; true when they are others than before.
 *
 * To be called after whatever may have changed the article's entries or its row.
 */
export function refreshHighlights(database: Database, articleId: string): boolean {
  const before = storedRows(database, articleId);
  const wanted = highlightRows(database, articleId);
  if (isSame(before, wanted)) return false;
  database.prepare('DELETE FROM highlight WHERE article = ?').run(articleId);
  for (const row of wanted) {
    const columns = Object.keys(row);
    database
      .prepare(`INSERT INTO highlight (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`)
      .run(...Object.values(row));
  }
  return true;
}

/** True when the catalogue holds the highlights that the journal tells of. */
export function hasRightHighlights(database: Database, articleId: string): boolean {
  return isSame(storedRows(database, articleId), highlightRows(database, articleId));
}

function highlightRows(database: Database, articleId: string): HighlightRow[] {
  if (!mayHaveHighlights(database, articleId)) return [];
  const shown = database.prepare('SELECT headline, source, trashed FROM article WHERE id = ?').get(articleId);
  if (shown === undefined) return [];
  const { passages, annotation } = foldActs(actsOf(database, articleId), articleId);
  const rows = standingPassages(passages).map((passage) => rowOf(articleId, shown, passage));
  return annotation === null ? rows : [annotationRow(articleId, shown, annotation), ...rows];
}

/** Most articles bear no mark, and need not be folded to know it. */
function mayHaveHighlights(database: Database, articleId: string): boolean {
  const sql = `SELECT 1 FROM entry_article JOIN entry ON number = entry
    WHERE article = ? AND act IN ('highlight', 'annotate') LIMIT 1`;
  return database.prepare(sql).get(articleId) !== undefined;
}

function storedRows(database: Database, articleId: string): Row[] {
  return database.prepare('SELECT * FROM highlight WHERE article = ? ORDER BY id').all(articleId);
}

function isSame(stored: readonly Row[], wanted: readonly HighlightRow[]): boolean {
  if (stored.length !== wanted.length) return false;
  return wanted.every((row, at) => Object.entries(row).every(([column, value]) => stored[at]?.[column] === value));
}

function rowOf(article: string, shown: Row, passage: StandingPassage): HighlightRow {
  const tags = [...passage.tags].sort();
  return {
    article,
    id: passage.id,
    trashed: Number(shown['trashed']),
    made_at: passage.madeAt,
    changed_at: passage.changedAt,
    // What a newer version calls it stays in the journal.
    colour: highlightColour.safeParse(passage.colour).data ?? 'yellow',
    annotation: passage.annotation,
    tags: JSON.stringify(tags),
    anchor: JSON.stringify(passage.anchor),
    start: passage.anchor.start,
    words: wordsOf(shown, [passage.anchor.exact, passage.annotation ?? '', ...tags]),
  };
}

function annotationRow(
  article: string,
  shown: Row,
  annotation: { readonly words: string; readonly at: number },
): HighlightRow {
  return {
    article,
    id: '',
    trashed: Number(shown['trashed']),
    made_at: annotation.at,
    changed_at: annotation.at,
    colour: null,
    annotation: annotation.words,
    tags: '[]',
    anchor: null,
    start: -1,
    words: wordsOf(shown, [annotation.words]),
  };
}

function wordsOf(shown: Row, own: readonly string[]): string {
  return foldWords([...own, String(shown['headline']), String(shown['source'] ?? '')].join('\n'));
}
