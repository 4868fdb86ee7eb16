import type { ArticleId } from '#contract/article.ts';
import type { Database } from '#platform/database.ts';
import { sha256 } from './identity.ts';

/** Shorter texts are often alike without being articles: "Sign in to read on". */
const leastWords = 30;

/** Thirteen hexadecimal digits: the longest number of them that is exact in JavaScript and in SQLite. */
const keyDigits = 13;

/**
 * A number that only texts of the same words in the same order share: signs, spaces and capitals do not count,
 * so that two sites' quotation marks or line breaks make no difference. 0: too short to be compared.
 *
 * At 52 bits, two different texts among a million share one once in nine thousand such archives.
 */
export function wordsKey(text: string, wordCount: number): number {
  if (wordCount < leastWords) return 0;
  const letters = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
  return Number.parseInt(sha256(letters).slice(0, keyDigits), 16);
}

/**
 * The articles that have the same words as another. One in the trash makes no duplicate of another, but is one
 * itself while the other is kept.
 */
export function idsOfDuplicates(database: Database): ArticleId[] {
  return database
    .prepare(
      `SELECT id FROM article JOIN (
         SELECT words_key, SUM(trashed = 0) AS kept FROM article WHERE words_key <> 0
         GROUP BY words_key HAVING COUNT(*) > 1
       ) AS same USING (words_key)
       WHERE words_key <> 0 AND same.kept > (article.trashed = 0)`,
    )
    .all()
    .map((row) => String(row['id']) as ArticleId);
}
