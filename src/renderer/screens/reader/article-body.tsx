import { useLayoutEffect, type RefObject } from 'react';
import { joinClasses } from '../../components/button.tsx';
import { safeFragment } from './safe-html.ts';
import styles from './article-body.module.css';

type ArticleBodyProps = {
  readonly html: string;
  readonly language: string | null;
  /** The first paragraph is the dek, and set as one. */
  readonly opensWithDek: boolean;
  readonly body: RefObject<HTMLDivElement | null>;
};

/** The story itself. React makes the frame; what is inside comes from the cleaned HTML alone. */
export function ArticleBody({ html, language, opensWithDek, body }: ArticleBodyProps) {
  useLayoutEffect(() => {
    body.current?.replaceChildren(safeFragment(html));
  }, [body, html]);
  return (
    <div
      ref={body}
      data-read
      lang={language ?? undefined}
      dir="auto"
      className={joinClasses(styles['body'], opensWithDek && styles['opensWithDek'])}
    />
  );
}
