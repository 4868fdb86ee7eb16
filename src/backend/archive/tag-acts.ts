import { type ArticleId, tagName } from '#contract/article.ts';
import type { ActResult } from '#contract/contract.ts';
import { ArchiveError } from '#contract/errors.ts';
import type { Database } from '#platform/database.ts';
import type { Context } from './context.ts';
import { nothingChanged, recordDecided } from './record-acts.ts';
import { shelfTotal } from './shelf-counts.ts';
import { normaliseTag, renamedTag } from './tag-names.ts';

/**
 * Gives a tag another name, on every article and highlight that bears it or one nested below it.
 *
 * A name that is there already takes it in; one below another moves it there.
 */
export function renameTag(context: Context, tag: string, to: string): ActResult {
  return retag(context, normaliseTag(tag), normaliseTag(to));
}

/** Takes a tag, and those nested below it, from all that bears them. */
export function removeTag(context: Context, tag: string): ActResult {
  return retag(context, normaliseTag(tag), null);
}

function retag(context: Context, from: string, to: string | null): ActResult {
  const { database } = context;
  if (from === to) return nothingChanged;
  return recordDecided(context, shelfTotal(database, { tag: from }) ?? 0, () => {
    const ids = bearers(database, from);
    if (ids.length === 0) throw new ArchiveError('not-found', `there is no tag ${from}`, { details: { tag: from } });
    for (const tag of tagsBelow(database, from)) requireName(renamedTag(tag, from, to));
    return { act: { act: 'retag', data: { ids, from, to } }, changed: ids.length };
  });
}

/** `0` comes right after `/`. */
const isBelow = (name: string) => `(${name} = ?1 OR (${name} > ?1 || '/' AND ${name} < ?1 || '0'))`;
const highlightTags = `highlight, json_each(highlight.tags) AS one WHERE highlight.tags <> '[]' AND ${isBelow('one.value')}`;

/** The trash counts too: what comes back out of it must not bring the old name along. */
function bearers(database: Database, from: string): ArticleId[] {
  const rows = database
    .prepare(
      `SELECT article.id FROM article_tag JOIN article ON number = article_tag.article WHERE tag = ?1
       UNION SELECT highlight.article FROM ${highlightTags} ORDER BY 1`,
    )
    .all(from);
  // The catalogue is written from checked ids only.
  return rows.map((row) => String(row['id']) as ArticleId);
}

function tagsBelow(database: Database, from: string): string[] {
  const rows = database
    .prepare(
      `SELECT DISTINCT tag FROM article_tag WHERE ${isBelow('tag')} UNION SELECT one.value FROM ${highlightTags}`,
    )
    .all(from);
  return rows.map((row) => String(row['tag']));
}

function requireName(tag: string | null): void {
  if (tag === null || tagName.safeParse(tag).success) return;
  throw new ArchiveError(
    'invalid-input',
    `“${tag.slice(0, 60)}…” would be too long: a tag has at most 200 characters`,
    {
      details: { tag },
    },
  );
}
