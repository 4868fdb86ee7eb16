import type { Article, CorrectableField, Correction, Metadata } from '#contract/article.ts';
import type { RepairSheet } from '#contract/repair-sheet.ts';
import { correctableFields, correctionOf, draftOf } from '../reader/corrections.ts';

/** What stands in the inputs, as far as it was typed in. */
export type FieldDrafts = Partial<Record<CorrectableField, string>>;

/** A field as it was extracted, as it would stand in an input. */
export function readDraft(metadata: Metadata, field: CorrectableField): string {
  return draftOf(metadata, field);
}

/**
 * What must be done so that the fields become what was typed. To type what was read takes a correction back, so that
 * the field follows later snapshots again.
 */
export function fieldPlan(
  article: Article,
  { metadata, corrections: standing }: Pick<RepairSheet, 'metadata' | 'corrections'>,
  drafts: FieldDrafts,
): { readonly corrections: Correction[]; readonly uncorrected: CorrectableField[] } {
  const corrected = new Set(standing.map(({ field }) => field));
  const corrections: Correction[] = [];
  const uncorrected: CorrectableField[] = [];
  for (const field of correctableFields) {
    const draft = drafts[field];
    if (draft === undefined || draft.trim() === draftOf(article, field)) continue;
    if (corrected.has(field) && draft.trim() === readDraft(metadata, field)) uncorrected.push(field);
    else corrections.push(correctionOf(field, draft));
  }
  return { corrections, uncorrected };
}
