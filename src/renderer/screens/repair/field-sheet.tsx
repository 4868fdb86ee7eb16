import type { Article, CorrectableField } from '#contract/article.ts';
import type { RepairSheet } from '#contract/repair-sheet.ts';
import { Button, joinClasses } from '../../components/button.tsx';
import { text } from '../../text/text.ts';
import { correctableFields, draftOf } from '../reader/corrections.ts';
import { FieldInput } from '../reader/field-editor.tsx';
import fields from '../reader/fields.module.css';
import { readDraft, type FieldDrafts } from './field-drafts.ts';
import styles from './repair.module.css';

type FieldSheetProps = {
  readonly article: Article;
  readonly sheet: RepairSheet;
  readonly drafts: FieldDrafts;
  readonly onDraft: (field: CorrectableField, draft: string) => void;
};

/** Fields that need the whole width of the sheet. */
const wideFields: ReadonlySet<CorrectableField> = new Set(['headline', 'dek', 'authors', 'correction', 'copyright']);

/** Each field as it will be, from where it was read and how surely, and what was read where that is another. */
export function FieldSheet({ article, sheet, drafts, onDraft }: FieldSheetProps) {
  return (
    <div className={styles['fields']}>
      {correctableFields.map((field) => {
        const draft = drafts[field] ?? draftOf(article, field);
        const read = readDraft(sheet.metadata, field);
        return (
          <div key={field} className={joinClasses(fields['entry'], wideFields.has(field) && fields['wide'])}>
            <FieldInput field={field} draft={draft} onDraft={(typed) => onDraft(field, typed)} />
            <p className={fields['origin']}>{originOf(sheet, field)}</p>
            {draft.trim() === read ? null : (
              <p className={styles['read']}>
                <span>{read === '' ? text.repair.readAsNothing : text.repair.readAs(read)}</span>
                <Button look="quiet" onClick={() => onDraft(field, read)}>
                  {text.repair.back}
                </Button>
              </p>
            )}
          </div>
        );
      })}
    </div>
  );
}

function originOf({ notes }: RepairSheet, field: CorrectableField): string {
  const note = notes[field];
  if (note === undefined) return text.correct.notFound;
  return text.correct.origin(text.correct.origins[note.origin], note.confidence);
}
