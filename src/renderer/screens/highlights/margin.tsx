import { memo, useEffect, useRef } from 'react';
import { IconButton, joinClasses } from '../../components/button.tsx';
import { CloseIcon } from '../../components/icons.ts';
import { formatNumber } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import { Swatch } from './colours.tsx';
import { ArticleNote, MarkdownButtons } from './article-note.tsx';
import type { Mark } from './use-marks.ts';
import styles from './highlights.module.css';

export const articleNoteId = 'article-note';

type MarginProps = {
  readonly marks: readonly Mark[];
  readonly annotation: string | null;
  readonly activeId: string | null;
  readonly isReadOnly: boolean;
  readonly onOpen: (mark: Mark, from: HTMLElement) => void;
  readonly onNote: (words: string) => void;
  readonly onCopy: () => void;
  readonly onSave: () => void;
  readonly onClose: () => void;
};

/** The highlights of the open article beside its text, and its note. Those without a place any more stand apart. */
export function Margin(props: MarginProps) {
  const { marks, annotation, isReadOnly, onNote, onCopy, onSave, onClose } = props;
  const placed = marks.filter(({ place }) => place !== undefined);
  const orphans = marks.filter(({ place }) => place === undefined);
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    const element = panel.current;
    const onKeyDown = (event: KeyboardEvent) => {
      // Out of the note Escape leads to the text; anywhere else it closes.
      if (event.key !== 'Escape' || event.target instanceof HTMLTextAreaElement) return;
      event.preventDefault();
      onClose();
    };
    element?.addEventListener('keydown', onKeyDown);
    return () => element?.removeEventListener('keydown', onKeyDown);
  }, [onClose]);
  const hasAny = marks.length > 0 || annotation !== null;
  return (
    <aside ref={panel} aria-label={text.highlights.panel} tabIndex={-1} className={styles['margin']}>
      <header className={styles['marginHead']}>
        <h2 className={styles['marginTitle']}>{text.highlights.title}</h2>
        <span className={styles['count']}>{marks.length === 0 ? '' : formatNumber(marks.length)}</span>
        <IconButton label={text.highlights.close} keys="m" onClick={onClose}>
          <CloseIcon />
        </IconButton>
      </header>
      {/* Scrolled by keys too, so it takes the focus. */}
      <div role="region" aria-label={text.highlights.panel} tabIndex={0} className={styles['marginBody']}>
        <ArticleNote id={articleNoteId} annotation={annotation} isReadOnly={isReadOnly} onNote={onNote} />
        {marks.length === 0 ? <p className={styles['hint']}>{text.highlights.none}</p> : null}
        <MarkList {...props} marks={placed} />
        {orphans.length > 0 ? (
          <section aria-label={text.highlights.orphans} className={styles['orphans']}>
            <h3>{text.highlights.orphans}</h3>
            <p className={styles['hint']}>{text.highlights.orphansHint}</p>
            <MarkList {...props} marks={orphans} />
          </section>
        ) : null}
      </div>
      {hasAny ? <MarkdownButtons onCopy={onCopy} onSave={onSave} /> : null}
    </aside>
  );
}

function MarkList({ marks, activeId, onOpen }: MarginProps) {
  if (marks.length === 0) return null;
  return (
    <ol className={styles['marks']}>
      {marks.map((mark) => (
        <MarkItem key={mark.highlight.id} mark={mark} isActive={mark.highlight.id === activeId} onOpen={onOpen} />
      ))}
    </ol>
  );
}

type MarkItemProps = Pick<MarginProps, 'onOpen'> & { readonly mark: Mark; readonly isActive: boolean };

/** Drawn anew only when its own highlight changes: an article may have hundreds. */
const MarkItem = memo(function MarkItem({ mark, isActive, onOpen }: MarkItemProps) {
  const { id, anchor, colour, annotation, tags } = mark.highlight;
  return (
    <li>
      <button
        type="button"
        data-highlight={id}
        aria-current={isActive ? 'true' : undefined}
        className={joinClasses(styles['mark'], isActive && styles['current'])}
        onClick={(event) => onOpen(mark, event.currentTarget)}
      >
        <Swatch colour={colour ?? 'yellow'} />
        <span className={styles['markWords']}>
          <span className={styles['quote']}>{anchor.exact}</span>
          {annotation === null ? null : <span className={styles['annotation']}>{annotation}</span>}
          {tags.length === 0 ? null : <span className={styles['tagLine']}>{tags.join(' · ')}</span>}
        </span>
      </button>
    </li>
  );
});
