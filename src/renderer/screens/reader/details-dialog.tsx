import { useState, type FormEvent } from 'react';
import type { Article, Correction } from '#contract/article.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { formatMoment, formatNumber } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import { KeptPictures } from './kept-pictures.tsx';
import { correctableFields, correctionOf, draftOf, type CorrectableField } from './corrections.ts';
import { FieldInput, originOf } from './field-editor.tsx';
import styles from './fields.module.css';

type DetailsDialogProps = {
  readonly article: Article;
  readonly isReadOnly: boolean;
  readonly onCorrect: (corrections: readonly Correction[]) => void;
  readonly onClose: () => void;
};

/** Fields that need the whole width of the sheet. */
const wideFields: ReadonlySet<CorrectableField> = new Set(['headline', 'dek', 'authors', 'correction', 'copyright']);

/** Everything known of an article, from where it is known, and a way to set each field right. */
export function DetailsDialog({ article, isReadOnly, onCorrect, onClose }: DetailsDialogProps) {
  const [drafts, setDrafts] = useState<Partial<Record<CorrectableField, string>>>({});
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const changed = correctableFields.filter(
      (field) => (drafts[field] ?? draftOf(article, field)) !== draftOf(article, field),
    );
    if (changed.length > 0) onCorrect(changed.map((field) => correctionOf(field, drafts[field] ?? '')));
    onClose();
  };
  return (
    <Dialog title={text.correct.all} onClose={onClose} size="large">
      <form className={styles['sheet']} onSubmit={onSubmit}>
        <div className={styles['scroll']}>
          {correctableFields.map((field) => (
            <div
              key={field}
              className={wideFields.has(field) ? `${styles['entry']} ${styles['wide']}` : styles['entry']}
            >
              <FieldInput
                field={field}
                draft={drafts[field] ?? draftOf(article, field)}
                onDraft={(draft) => setDrafts((before) => ({ ...before, [field]: draft }))}
              />
              <p className={styles['origin']}>{originOf(article, field)}</p>
            </div>
          ))}
          <Facts article={article} isReadOnly={isReadOnly} />
        </div>
        <div className={styles['foot']}>
          <Button look="quiet" onClick={onClose}>
            {text.dialog.cancel}
          </Button>
          <Button type="submit" look="accent" disabled={isReadOnly}>
            {text.correct.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** What cannot be corrected, because it is so: when it was taken in, from where, and where it lies. */
function Facts({ article, isReadOnly }: Pick<DetailsDialogProps, 'article' | 'isReadOnly'>) {
  // One that was read again was captured when the one before it was.
  const captured = [...new Set(article.snapshots.map(({ capturedAt }) => capturedAt))];
  const address = article.canonicalUrl ?? article.url;
  return (
    <dl className={styles['facts']}>
      {address === null ? null : (
        <>
          <dt>{text.correct.address}</dt>
          <dd>{address}</dd>
        </>
      )}
      <dt>{text.correct.saved}</dt>
      <dd>{formatMoment(article.savedAt)}</dd>
      <dt>{text.correct.length}</dt>
      <dd>{text.correct.words(formatNumber(article.wordCount))}</dd>
      <KeptPictures id={article.id} isReadOnly={isReadOnly} />
      <dt>{text.correct.snapshots}</dt>
      <dd>{captured.map(formatMoment).join(' · ')}</dd>
      <dt>{text.correct.folder}</dt>
      <dd>{article.folder}</dd>
    </dl>
  );
}
