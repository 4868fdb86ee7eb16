import { useEffect } from 'react';
import type { Article } from '#contract/article.ts';
import { formatMoment } from '../../../text/format.ts';
import { text } from '../../../text/text.ts';
import styles from './print.module.css';

/** The last lines of a printed article: where it is from, and when it was kept and printed. On the screen it is not shown. */
export function PrintedFoot({ article }: { readonly article: Article }) {
  const address = article.canonicalUrl ?? article.url;
  const { source } = article;
  useEffect(() => {
    // Boxes in the margin of a page know no element: what is printed above every page is handed to them by name.
    const words = source === null ? '' : source.replaceAll(/["\\\n]/g, ' ');
    document.documentElement.style.setProperty('--print-source', `"${words}"`);
  }, [source]);
  const origin = [article.source, article.publishedAt && formatMoment(article.publishedAt)].filter(Boolean);
  return (
    <footer className={styles['foot']}>
      {origin.length === 0 ? null : <p>{origin.join(' · ')}</p>}
      {address === null ? null : <p className={styles['address']}>{address}</p>}
      <p>{text.print.savedOn(formatMoment(article.savedAt))}</p>
    </footer>
  );
}
