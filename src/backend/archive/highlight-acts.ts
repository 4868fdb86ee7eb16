import type { ArticleId } from '#contract/article.ts';
import type { ActResult } from '#contract/contract.ts';
import type { Anchor, HighlightColour } from '#contract/highlight.ts';
import { ArchiveError } from '#contract/errors.ts';
import type { Row } from '#platform/database.ts';
import { articleMissing, type Context } from './context.ts';
import { randomName } from './device.ts';
import { findHighlightRow } from './highlights.ts';
import { withRecorder } from './journal.ts';
import { type Passage, tokenOf } from './journal-line.ts';
import { normaliseTag } from './tag-names.ts';

export type NewHighlight = {
  readonly article: ArticleId;
  readonly id?: string | undefined;
  readonly anchor: Anchor;
  readonly colour: HighlightColour;
  readonly annotation: string | null;
  readonly tags: readonly string[];
};

export type HighlightName = { readonly article: ArticleId; readonly id: string };

export type HighlightChange = {
  readonly highlights: readonly HighlightName[];
  readonly colour?: HighlightColour | undefined;
  readonly annotation?: string | null | undefined;
  readonly addTags: readonly string[];
  readonly removeTags: readonly string[];
};

const nothingChanged: ActResult = { changed: 0, undo: null };

export function addHighlight(context: Context, wanted: NewHighlight): ActResult & { readonly id: string } {
  const { article, id = randomName(16), anchor, colour, annotation } = wanted;
  const add = wanted.tags.map(normaliseTag);
  return withRecorder(context, ({ record }) => {
    requireArticle(context, article);
    const passage: Passage = { article, id, anchor, colour, annotation, add };
    const entry = record({ act: 'highlight', data: { ids: [article], highlights: [passage] } });
    return { changed: 1, undo: tokenOf(entry), id };
  });
}

/** Changes what is given, on those highlights where it is not so already. */
export function changeHighlights(context: Context, change: HighlightChange): ActResult {
  const add = change.addTags.map(normaliseTag);
  const remove = change.removeTags.map(normaliseTag).filter((tag) => !add.includes(tag));
  return withRecorder(context, ({ record }) => {
    const changing: Passage[] = [];
    for (const { article, id } of change.highlights) {
      const row = findHighlightRow(context.database, article, id);
      if (row === undefined) throw highlightMissing(article, id);
      const passage = changingPassage(row, { article, id }, { ...change, add, remove });
      if (passage !== undefined) changing.push(passage);
    }
    if (changing.length === 0) return nothingChanged;
    const entry = record({ act: 'highlight', data: { ids: articlesOf(changing), highlights: changing } });
    return { changed: changing.length, undo: tokenOf(entry) };
  });
}

export function removeHighlights(context: Context, names: readonly HighlightName[]): ActResult {
  return withRecorder(context, ({ record }) => {
    const standing = names.filter(({ article, id }) => findHighlightRow(context.database, article, id) !== undefined);
    if (standing.length === 0) return nothingChanged;
    const highlights = [...new Set(standing.map(({ id }) => id))];
    const entry = record({ act: 'unhighlight', data: { ids: articlesOf(standing), highlights } });
    return { changed: standing.length, undo: tokenOf(entry) };
  });
}

export function annotateArticle(context: Context, id: ArticleId, annotation: string | null): ActResult {
  return withRecorder(context, ({ record }) => {
    requireArticle(context, id);
    const before = findHighlightRow(context.database, id, '')?.['annotation'] ?? null;
    if (before === annotation) return nothingChanged;
    const entry = record({ act: 'annotate', data: { ids: [id], annotation } });
    return { changed: 1, undo: tokenOf(entry) };
  });
}

type WantedChange = Pick<HighlightChange, 'colour' | 'annotation'> & {
  readonly add: readonly string[];
  readonly remove: readonly string[];
};

/** What must be written so that a highlight becomes as wanted; nothing when it is. */
function changingPassage(row: Row, name: HighlightName, wanted: WantedChange): Passage | undefined {
  const tags = JSON.parse(String(row['tags'])) as string[];
  const add = wanted.add.filter((tag) => !tags.includes(tag));
  const remove = wanted.remove.filter((tag) => tags.includes(tag));
  const passage: Passage = {
    ...name,
    ...(wanted.colour === undefined || wanted.colour === row['colour'] ? {} : { colour: wanted.colour }),
    ...(wanted.annotation === undefined || wanted.annotation === row['annotation']
      ? {}
      : { annotation: wanted.annotation }),
    ...(remove.length === 0 ? {} : { remove }),
    ...(add.length === 0 ? {} : { add }),
  };
  return Object.keys(passage).length > Object.keys(name).length ? passage : undefined;
}

function articlesOf(names: readonly HighlightName[]): ArticleId[] {
  return [...new Set(names.map(({ article }) => article))];
}

function requireArticle({ database }: Context, id: string): void {
  if (database.prepare('SELECT 1 FROM article WHERE id = ?').get(id) === undefined) throw articleMissing(id);
}

function highlightMissing(article: string, id: string): ArchiveError {
  return new ArchiveError('not-found', `article ${article} has no highlight ${id}`, { details: { article, id } });
}
