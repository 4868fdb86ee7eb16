import { Button } from '../../components/button.tsx';
import { text } from '../../text/text.ts';
import styles from './highlights.module.css';

/** A note on the article as a whole, kept when its field is left. */
export function ArticleNote({
  annotation,
  isReadOnly,
  id,
  onNote,
}: {
  readonly annotation: string | null;
  readonly isReadOnly: boolean;
  readonly id: string;
  readonly onNote: (words: string) => void;
}) {
  return (
    <textarea
      // Another device may have written it meanwhile.
      key={annotation}
      id={id}
      aria-label={text.highlights.articleNote}
      placeholder={text.highlights.articleNotePlaceholder}
      defaultValue={annotation ?? ''}
      readOnly={isReadOnly}
      rows={annotation === null ? 2 : 4}
      className={styles['note']}
      onBlur={(event) => {
        const words = event.target.value.trim();
        if (!isReadOnly && words !== (annotation ?? '')) onNote(words);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))) {
          event.preventDefault();
          event.currentTarget.blur();
          document.getElementById('reader-scroll')?.focus();
        }
      }}
    />
  );
}

export function MarkdownButtons({ onCopy, onSave }: { readonly onCopy: () => void; readonly onSave: () => void }) {
  return (
    <div className={styles['ways']}>
      <Button look="quiet" onClick={onCopy}>
        {text.highlights.copyMarkdown}
      </Button>
      <Button look="quiet" onClick={onSave}>
        {text.highlights.saveMarkdown}
      </Button>
    </div>
  );
}
