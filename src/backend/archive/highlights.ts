import type { ArticleId } from '#contract/article.ts';
import type {
  Anchor,
  Highlight,
  HighlightColour,
  HighlightCounts,
  HighlightFilter,
  HighlightPage,
  HighlightSort,
} from '#contract/highlight.ts';
import type { Database, Row, SqlValue } from '#platform/database.ts';
import { textOrNull } from './articles.ts';
import { foldWords } from './highlight-rows.ts';

export type HighlightRequest = {
  readonly filter: HighlightFilter;
  readonly sort: HighlightSort;
  readonly limit: number;
  readonly offset: number;
};

/** Each order ends ties by ids: the same list from a rebuilt catalogue. */
const orders: Record<HighlightSort, string> = {
  made: 'highlight.made_at DESC, highlight.article, highlight.id',
  article: 'latest DESC, highlight.article, highlight.start, highlight.id',
};

export function listHighlights(database: Database, { filter, sort, limit, offset }: HighlightRequest): HighlightPage {
  const { where, values } = conditionsOf(filter);
  const newest = `(SELECT article, MAX(made_at) AS latest FROM highlight WHERE ${where} GROUP BY article) AS newest`;
  const isByArticle = sort === 'article';
  return database.read(() => {
    const counted = database.prepare(`SELECT COUNT(*) AS total FROM highlight WHERE ${where}`).get(...values);
    const rows = database
      .prepare(
        `SELECT highlight.*, headline, authors, source, published_at, address
         FROM highlight ${isByArticle ? `JOIN ${newest} ON newest.article = highlight.article` : ''}
         JOIN article ON article.id = highlight.article
         WHERE ${where} ORDER BY ${orders[sort]} LIMIT ? OFFSET ?`,
      )
      .all(...(isByArticle ? values : []), ...values, limit, offset);
    return { total: Number(counted?.['total'] ?? 0), highlights: rows.map(highlightOf) };
  });
}

/** Words beside an article, with its id. */
export type Beside = { readonly article: ArticleId; readonly words: string };

/** Every note, on passages and on whole articles. */
export function allNotes(database: Database): Beside[] {
  const rows = database.prepare('SELECT article, annotation FROM highlight WHERE annotation IS NOT NULL').all();
  return rows.map((row) => ({ article: String(row['article']) as ArticleId, words: String(row['annotation']) }));
}

/** The words of every marked passage. */
export function allPassages(database: Database): Beside[] {
  const rows = database
    .prepare("SELECT article, json_extract(anchor, '$.exact') AS words FROM highlight WHERE anchor IS NOT NULL")
    .all();
  return rows.map((row) => ({ article: String(row['article']) as ArticleId, words: String(row['words']) }));
}

export function countHighlights(database: Database): HighlightCounts {
  return database.read(() => {
    const all = database
      .prepare(
        `SELECT COUNT(*) AS total, COUNT(annotation) AS annotated, COUNT(DISTINCT article) AS articles
         FROM highlight WHERE trashed = 0`,
      )
      .get();
    const colours = database
      .prepare(
        'SELECT colour, COUNT(*) AS count FROM highlight WHERE trashed = 0 AND colour IS NOT NULL GROUP BY colour',
      )
      .all();
    const tags = database
      .prepare(
        `SELECT value AS tag, COUNT(*) AS count FROM highlight, json_each(highlight.tags)
         WHERE trashed = 0 GROUP BY value ORDER BY value`,
      )
      .all();
    return {
      total: Number(all?.['total']),
      annotated: Number(all?.['annotated']),
      articles: Number(all?.['articles']),
      // Written from checked entries only, as are tags.
      colours: colours.map((row) => ({ colour: row['colour'] as HighlightColour, count: Number(row['count']) })),
      tags: tags.map((row) => ({ tag: String(row['tag']), count: Number(row['count']) })),
    };
  });
}

/** The highlight of an article as it stands in the catalogue. */
export function findHighlightRow(database: Database, article: string, id: string): Row | undefined {
  return database.prepare('SELECT * FROM highlight WHERE article = ? AND id = ?').get(article, id);
}

function conditionsOf(filter: HighlightFilter): { readonly where: string; readonly values: readonly SqlValue[] } {
  const conditions: string[] = [];
  const values: SqlValue[] = [];
  const add = (condition: string, ...given: SqlValue[]) => {
    conditions.push(condition);
    values.push(...given);
  };
  if (filter.article === undefined) add('highlight.trashed = 0');
  else add('highlight.article = ?', filter.article);
  if (filter.colour !== undefined) add('highlight.colour = ?', filter.colour);
  if (filter.annotated === true) add('highlight.annotation IS NOT NULL');
  if (filter.tag !== undefined) add(hasTag, filter.tag, `${filter.tag}/`, `${filter.tag}/`);
  for (const word of foldWords(filter.words ?? '').split(/\s+/)) {
    if (word !== '') add('instr(highlight.words, ?) > 0', word);
  }
  return { where: conditions.join(' AND '), values };
}

const hasTag = `EXISTS (SELECT 1 FROM json_each(highlight.tags) AS tagged
  WHERE tagged.value = ? OR substr(tagged.value, 1, length(?)) = ?)`;

function highlightOf(row: Row): Highlight {
  const id = String(row['id']);
  const anchor = textOrNull(row['anchor']);
  return {
    article: {
      // Brands and unions: the catalogue is written from checked records only.
      id: String(row['article']) as ArticleId,
      headline: String(row['headline']),
      authors: JSON.parse(String(row['authors'])) as string[],
      source: textOrNull(row['source']),
      publishedAt: textOrNull(row['published_at']),
      url: textOrNull(row['address']),
    },
    id: id === '' ? null : id,
    anchor: anchor === null ? null : (JSON.parse(anchor) as Anchor),
    colour: textOrNull(row['colour']) as HighlightColour | null,
    annotation: textOrNull(row['annotation']),
    tags: JSON.parse(String(row['tags'])) as string[],
    madeAt: new Date(Number(row['made_at'])).toISOString(),
    changedAt: new Date(Number(row['changed_at'])).toISOString(),
  };
}
