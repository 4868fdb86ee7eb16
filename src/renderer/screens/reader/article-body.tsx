import { useLayoutEffect, type RefObject } from 'react';
import { safeFragment } from './safe-html.ts';
import styles from './article-body.module.css';

type ArticleBodyProps = {
  readonly html: string;
  readonly language: string | null;
  readonly body: RefObject<HTMLDivElement | null>;
};

/** The story itself. React makes the frame; what is inside comes from the cleaned HTML alone. */
export function ArticleBody({ html, language, body }: ArticleBodyProps) {
  useLayoutEffect(() => {
    body.current?.replaceChildren(safeFragment(html));
  }, [body, html]);
  return <div ref={body} lang={language ?? undefined} dir="auto" className={styles['body']} />;
}
