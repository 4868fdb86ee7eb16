import type { Article, Correction, Metadata } from '#contract/article.ts';

export type CorrectableField = Correction['field'];

/** The fields a reader can set right, in the order in which a paper prints them. */
export const correctableFields = [
  'section',
  'kicker',
  'headline',
  'dek',
  'authors',
  'byline',
  'agency',
  'dateline',
  'publishedAt',
  'updatedAt',
  'source',
  'canonicalUrl',
  'edition',
  'page',
  'language',
  'correction',
  'copyright',
] as const satisfies readonly CorrectableField[];

/** Below this a field is one to be looked at. */
const sureEnough = 0.6;
const quiteSure = 0.85;

/** It is shown as one to be looked at. */
export function isUnsure(article: Pick<Article, 'notes'>, field: CorrectableField): boolean {
  return howSure(article, field) === 1;
}

/** How sure a field is, in three steps; zero for what was not found. */
export function howSure(article: Pick<Article, 'notes'>, field: CorrectableField): 0 | 1 | 2 | 3 {
  const note = article.notes[field];
  if (note === undefined) return 0;
  if (note.origin === 'reader' || note.confidence >= quiteSure) return 3;
  return note.confidence < sureEnough ? 1 : 2;
}

/** A field as it stands in an input: names one after the other, a moment as its day. */
export function draftOf(article: Pick<Metadata, CorrectableField>, field: CorrectableField): string {
  if (field === 'authors') return article.authors.join(', ');
  if (field === 'publishedAt' || field === 'updatedAt') return article[field]?.slice(0, 10) ?? '';
  return article[field] ?? '';
}

/** What was typed, as a correction. Nothing typed means: this is not known. */
export function correctionOf(field: CorrectableField, draft: string): Correction {
  const value = draft.trim();
  if (field === 'authors') {
    const names = value.split(/[,;\n]/).map((name) => name.trim());
    return { field, value: names.filter((name) => name !== '') };
  }
  return { field, value: value === '' ? null : value };
}
