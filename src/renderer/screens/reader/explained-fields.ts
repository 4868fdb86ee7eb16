import type { FieldNote, MetadataField } from '#contract/article.ts';
import type { ExtractionReport } from '#contract/extraction-report.ts';
import { text } from '../../text/text.ts';
import { correctableFields } from './corrections.ts';

export type ExplainedField = {
  readonly field: MetadataField;
  readonly label: string;
  readonly value: string;
  readonly note: FieldNote | undefined;
};

const order = [...correctableFields, 'leadImage'] as const;

/** The fields that were found, each with from where it came. */
export function explainedFields({ metadata, notes }: ExtractionReport): readonly ExplainedField[] {
  return order.flatMap((field) => {
    const found = metadata[field];
    const value = Array.isArray(found) ? found.join(', ') : found;
    if (value === null || value === '') return [];
    return [{ field, label: labelOf(field), value, note: notes[field] }];
  });
}

function labelOf(field: (typeof order)[number]): string {
  return field === 'leadImage' ? text.explain.leadImage : text.correct.fields[field];
}
