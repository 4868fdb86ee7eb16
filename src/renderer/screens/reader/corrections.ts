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

/** Below this a field is shown as one to be looked at. */
const sureEnough = 0.6;

export function isUnsure(article: Article, field: CorrectableField): boolean {
  const note = article.notes[field];
  return note !== undefined && note.origin !== 'reader' && note.confidence < sureEnough;
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
