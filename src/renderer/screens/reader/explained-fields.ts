import type { FieldNote, MetadataField } from '#contract/article.ts';
import type { ExtractionReport } from '#contract/extraction-report.ts';
import { text } from '../../text/text.ts';

export type ExplainedField = {
  readonly field: MetadataField;
  readonly label: string;
  readonly value: string;
  readonly note: FieldNote | undefined;
};

/** In the order in which an article's head is read. */
const order = [
  'section',
  'kicker',
  'headline',
  'dek',
  'byline',
  'authors',
  'agency',
  'dateline',
  'publishedAt',
  'updatedAt',
  'source',
  'edition',
  'page',
  'canonicalUrl',
  'language',
  'leadImage',
  'correction',
  'copyright',
] as const satisfies readonly MetadataField[];

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
  if (field === 'canonicalUrl') return text.correct.address;
  return field === 'leadImage' ? text.explain.leadImage : text.correct.fields[field];
}
