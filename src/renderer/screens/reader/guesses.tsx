import { useState, type KeyboardEvent } from 'react';
import type { Article, Correction } from '#contract/article.ts';
import { Button, IconButton } from '../../components/button.tsx';
import { CheckIcon, CorrectIcon } from '../../components/icons.ts';
import { Popover } from '../../components/popover.tsx';
import { formatMoment } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import { draftOf, howSure, isUnsure, type CorrectableField } from './corrections.ts';
import { FieldEditor, originOf } from './field-editor.tsx';
import { guessesId } from './reader-scroll.ts';
import styles from './guesses.module.css';

/** What a reader would look for first, in the order in which it is asked about. */
const guessedFields = ['headline', 'authors', 'source', 'publishedAt', 'section'] as const;

type GuessesProps = {
  readonly article: Article;
  readonly onCorrect: (correction: Correction) => void;
  readonly onAll: () => void;
  readonly onDone: () => void;
};

/** Shows of a pasted text what was made of it, field by field, each a press away from being set right. */
export function Guesses({ article, onCorrect, onAll, onDone }: GuessesProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    // A popover's keys come up here as well, though it is drawn elsewhere.
    const isHere = event.target instanceof Node && event.currentTarget.contains(event.target);
    if (event.key !== 'Escape' || !isHere) return;
    event.preventDefault();
    onDone();
  };
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape means: enough of this; what can be pressed is inside
    <section id={guessesId} aria-label={text.guesses.title} className={styles['strip']} onKeyDown={onKeyDown}>
      <header className={styles['head']}>
        <h3 role="status" className={styles['title']}>
          {text.guesses.title}
        </h3>
        <IconButton label={text.reader.correct} keys="i" onClick={onAll}>
          <CorrectIcon />
        </IconButton>
        <Button onClick={onDone}>
          <CheckIcon size={15} />
          {text.guesses.right}
        </Button>
      </header>
      <ul className={styles['fields']}>
        {guessedFields.map((field) => (
          <li key={field} className={styles[field]}>
            <Guess article={article} field={field} onCorrect={onCorrect} />
          </li>
        ))}
      </ul>
    </section>
  );
}

type GuessProps = Pick<GuessesProps, 'article' | 'onCorrect'> & { readonly field: CorrectableField };

function Guess({ article, field, onCorrect }: GuessProps) {
  const [isOpen, setOpen] = useState(false);
  const value = printed(article, field);
  return (
    <Popover
      title={text.correct.title}
      isTitleShown
      align="start"
      isOpen={isOpen}
      onOpen={setOpen}
      trigger={
        <button type="button" className={styles['guess']} data-unsure={isUnsure(article, field) || undefined}>
          <span className={styles['label']}>{text.correct.fields[field]}</span>
          <span dir="auto" className={value === '' ? styles['missing'] : styles['value']}>
            {value === '' ? '—' : value}
          </span>
          <span className={styles['sure']}>
            <Meter level={howSure(article, field)} />
            {originOf(article, field)}
          </span>
        </button>
      }
    >
      <FieldEditor
        article={article}
        field={field}
        onCorrect={(correction) => {
          setOpen(false);
          onCorrect(correction);
        }}
      />
    </Popover>
  );
}

/** Three strokes; how many are full tells the same as the words beside them. */
function Meter({ level }: { readonly level: 0 | 1 | 2 | 3 }) {
  return (
    <span aria-hidden="true" className={styles['meter']}>
      {[1, 2, 3].map((stroke) => (
        <i key={stroke} data-full={stroke <= level || undefined} />
      ))}
    </span>
  );
}

function printed(article: Article, field: CorrectableField): string {
  if (field !== 'publishedAt') return draftOf(article, field);
  return article.publishedAt === null ? '' : formatMoment(article.publishedAt);
}
