import { useLayoutEffect, useState, type RefObject } from 'react';
import type { Article } from '#contract/article.ts';
import { readPage, type PageText } from '../../anchoring/read-page.ts';

/**
 * The whole of an article as it is read: headline and dek, then the story. Once something asks for it.
 *
 * Its parts bear `data-read`. Not the text that highlights are anchored in, which is that of the story alone.
 */
export function useArticleText(
  column: RefObject<HTMLElement | null>,
  article: Article,
  isWanted: boolean,
): PageText | undefined {
  const [read, setRead] = useState<{ readonly of: Article; readonly page: PageText }>();
  const isRead = read?.of.html === article.html && read.of.headline === article.headline && read.of.dek === article.dek;
  useLayoutEffect(() => {
    if (!isWanted || isRead || !column.current) return;
    const parts = [...column.current.querySelectorAll('[data-read]')];
    // eslint-disable-next-line react/set-state-in-effect -- words have places in the page only once they stand there
    setRead({ of: article, page: readPage(...parts) });
  }, [column, article, isWanted, isRead]);
  return isRead ? read.page : undefined;
}
