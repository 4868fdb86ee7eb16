import { useId, useState, type FormEvent } from 'react';
import type { Article, Correction } from '#contract/article.ts';
import { Button } from '../../components/button.tsx';
import { text } from '../../text/text.ts';
import { correctionOf, draftOf, type CorrectableField } from './corrections.ts';
import styles from './fields.module.css';

type FieldEditorProps = {
  readonly article: Article;
  readonly field: CorrectableField;
  readonly onCorrect: (correction: Correction) => void;
};

/** Sets one field right, in place. */
export function FieldEditor({ article, field, onCorrect }: FieldEditorProps) {
  const [draft, setDraft] = useState(() => draftOf(article, field));
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    onCorrect(correctionOf(field, draft));
  };
  return (
    <form className={styles['single']} onSubmit={onSubmit}>
      <FieldInput field={field} draft={draft} onDraft={setDraft} />
      <p className={styles['origin']}>{originOf(article, field)}</p>
      <div className={styles['buttons']}>
        <Button type="submit" look="accent">
          {text.correct.save}
        </Button>
      </div>
    </form>
  );
}

type FieldInputProps = {
  readonly field: CorrectableField;
  readonly draft: string;
  readonly onDraft: (draft: string) => void;
};

export function FieldInput({ field, draft, onDraft }: FieldInputProps) {
  const id = useId();
  const isLong = field === 'headline' || field === 'dek' || field === 'correction' || field === 'copyright';
  const isDay = field === 'publishedAt' || field === 'updatedAt';
  return (
    <div className={styles['field']}>
      <label htmlFor={id} className={styles['label']}>
        {text.correct.fields[field]}
      </label>
      {isLong ? (
        <textarea
          id={id}
          rows={2}
          value={draft}
          className={styles['input']}
          onChange={(event) => onDraft(event.target.value)}
        />
      ) : (
        <input
          id={id}
          type={isDay ? 'date' : 'text'}
          value={draft}
          className={styles['input']}
          placeholder={field === 'authors' ? text.correct.authorsHint : undefined}
          onChange={(event) => onDraft(event.target.value)}
        />
      )}
    </div>
  );
}

/** From where a field was read, and how sure it is. */
export function originOf(article: Article, field: CorrectableField): string {
  const note = article.notes[field];
  if (!note) return text.correct.notFound;
  return text.correct.origin(text.correct.origins[note.origin], note.confidence);
}
