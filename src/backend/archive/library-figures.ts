import type { LibraryStats } from '#contract/library.ts';
import type { Database } from '#platform/database.ts';

/** The library in figures; search adds its own. */
export type LibraryFigures = Omit<LibraryStats, 'indexTerms'>;

export function libraryFigures(database: Database): LibraryFigures {
  return database.read(() => ({
    articles: count(database, 'SELECT COUNT(*) AS count FROM article WHERE trashed = 0'),
    trashed: count(database, 'SELECT COUNT(*) AS count FROM article WHERE trashed = 1'),
    snapshots: count(database, 'SELECT COUNT(*) AS count FROM snapshot'),
    words: count(database, 'SELECT SUM(word_count) AS count FROM article WHERE trashed = 0'),
    tags: count(database, "SELECT COUNT(*) AS count FROM shelf_count WHERE shelf = 'tag' AND own > 0"),
    sources: count(database, "SELECT COUNT(*) AS count FROM shelf_count WHERE shelf = 'source'"),
    journalEntries: count(database, 'SELECT SUM(lines) AS count FROM journal_file'),
    devices: count(database, 'SELECT COUNT(DISTINCT device) AS count FROM journal_file'),
    catalogueBytes: count(database, 'SELECT page_count * page_size AS count FROM pragma_page_count, pragma_page_size'),
    oldestPublishedAt: published(database, 'ASC'),
    newestPublishedAt: published(database, 'DESC'),
  }));
}

function count(database: Database, sql: string): number {
  return Number(database.prepare(sql).get()?.['count'] ?? 0);
}

function published(database: Database, order: 'ASC' | 'DESC'): string | null {
  const row = database
    .prepare(
      `SELECT published_at FROM article WHERE trashed = 0 AND published_key > -8640000000000001
       ORDER BY published_key ${order} LIMIT 1`,
    )
    .get();
  return typeof row?.['published_at'] === 'string' ? row['published_at'] : null;
}
