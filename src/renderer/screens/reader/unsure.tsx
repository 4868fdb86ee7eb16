import type { ReactNode } from 'react';
import type { Article, Correction } from '#contract/article.ts';
import { Popover } from '../../components/popover.tsx';
import { text } from '../../text/text.ts';
import { isUnsure, type CorrectableField } from './corrections.ts';
import { FieldEditor } from './field-editor.tsx';
import styles from './fields.module.css';

type UnsureProps = {
  readonly article: Article;
  readonly field: CorrectableField;
  readonly onCorrect: (correction: Correction) => void;
  readonly children: ReactNode;
};

/** A field as printed. One that Pressmark is not sure of is dotted under, and a press on it sets it right. */
export function Unsure({ article, field, onCorrect, children }: UnsureProps) {
  if (!isUnsure(article, field)) return children;
  return (
    <Popover
      title={text.correct.title}
      isTitleShown
      align="start"
      trigger={
        <button type="button" title={text.correct.unsure} className={styles['unsure']}>
          {children}
          <span className="visually-hidden">. {text.correct.unsure}</span>
        </button>
      }
    >
      <FieldEditor article={article} field={field} onCorrect={onCorrect} />
    </Popover>
  );
}
