import type { ArticleId } from '#contract/article.ts';
import type { ActResult } from '#contract/contract.ts';
import type { Row } from '#platform/database.ts';
import { articleMissing, type Context, withLargeCache } from './context.ts';
import { withRecorder } from './journal.ts';
import { type Act, tokenOf } from './journal-line.ts';

/** An act on more than this is worth more memory. */
export const manyArticles = 1000;

export const nothingChanged: ActResult = { changed: 0, undo: null };

/** Records one act about those of the articles that it would change; nothing when that is none. */
export function recordOnArticles(
  context: Context,
  ids: readonly string[],
  wouldChange: (row: Row) => boolean,
  actOn: (ids: ArticleId[]) => Act,
): ActResult {
  return recordDecided(context, ids.length, () => {
    const changing = [...new Set(ids)].filter((id) => {
      const row = personRow(context, id);
      if (row === undefined) throw articleMissing(id);
      return wouldChange(row);
    });
    // Each was just found in the catalogue under this id.
    return changing.length === 0 ? undefined : { act: actOn(changing as ArticleId[]), changed: changing.length };
  });
}

/** Records what is decided from the library as it is, under its lock; nothing when nothing would change. */
export function recordDecided(
  context: Context,
  articles: number,
  decide: () => { readonly act: Act; readonly changed: number } | undefined,
): ActResult {
  return withLargeCache(context.database, articles > manyArticles, () =>
    withRecorder(context, ({ record }) => {
      const decided = decide();
      if (decided === undefined) return nothingChanged;
      return { changed: decided.changed, undo: tokenOf(record(decided.act)) };
    }),
  );
}

/** These articles, each once; `not-found` for one that is not there. */
export function requireArticles(context: Context, ids: readonly string[]): ArticleId[] {
  return [...new Set(ids)].map((id) => {
    if (personRow(context, id) === undefined) throw articleMissing(id);
    // Just found in the catalogue under this id.
    return id as ArticleId;
  });
}

/** What the reader has made of an article. */
export function personRow({ database }: Context, id: string): Row | undefined {
  return database
    .prepare(
      `SELECT id, state, favourite, progress, trashed, tags, rule_tags, collections, corrections, repairs
       FROM article WHERE id = ?`,
    )
    .get(id);
}
