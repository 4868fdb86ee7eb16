import { memo } from 'react';
import type { ArticleSummary } from '#contract/article.ts';
import { joinClasses } from '../../components/button.tsx';
import { FavouriteIcon, HelpIcon } from '../../components/icons.ts';
import { Marked } from '../../components/marked.tsx';
import type { Row } from '../../state/rows.ts';
import { formatAddress, formatPercent, formatShortDay } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import styles from './row.module.css';

export type RowChoice = { readonly index: number; readonly isRange: boolean; readonly isToggle: boolean };

type ListRowProps = {
  readonly id: string;
  readonly row: Row;
  readonly index: number;
  readonly total: number;
  readonly topPx: number;
  readonly heightPx: number;
  readonly isSelected: boolean;
  readonly isCursor: boolean;
};

/**
 * One article in the list. Drawn again only when something of its own has changed: what is done to it the list hears,
 * for hands that are new each time the window is drawn would draw every row with it.
 */
export const ListRow = memo(function ListRow(props: ListRowProps) {
  const { id, row, index, total, topPx, heightPx, isSelected, isCursor } = props;
  const { article } = row;
  return (
    // The list around it has the focus and the keys.
    <div
      id={id}
      role="option"
      aria-selected={isSelected}
      aria-posinset={index + 1}
      aria-setsize={total}
      data-index={index}
      draggable
      data-cursor={isCursor || undefined}
      className={joinClasses(styles['row'], isSelected && styles['selected'], isUnread(article) && styles['unread'])}
      style={{ transform: `translateY(${topPx}px)`, height: `${heightPx}px` }}
    >
      <RowText row={row} />
      {article.leadImage === null ? null : (
        <img
          src={article.leadImage.replace('/images/', '/thumbnails/')}
          alt=""
          width={64}
          height={64}
          loading="lazy"
          decoding="async"
          className={styles['picture']}
        />
      )}
    </div>
  );
});

/** Whether a press was meant for the button that says why a row was found. */
export function isWhyPress(target: EventTarget): boolean {
  return target instanceof Element && target.closest('[data-why]') !== null;
}

function RowText({ row: { article, headline, snippet } }: { readonly row: Row }) {
  const hasFoot = article.tags.length > 0;
  return (
    <div className={styles['body']}>
      <RowMeta article={article} isFound={snippet !== null} />
      <div className={joinClasses(styles['story'], snippet !== null && styles['found'], hasFoot && styles['footed'])}>
        <span dir="auto" className={styles['headline']}>
          {headline === null ? article.headline : <Marked {...headline} />}
        </span>
        <br />
        <span dir="auto" className={styles['excerpt']}>
          {snippet === null ? (article.dek ?? article.excerpt) : <Marked {...snippet} />}
        </span>
      </div>
      {hasFoot ? (
        <div className={styles['tags']}>
          {article.tags.map((tag) => (
            <span key={tag} className={joinClasses(styles['tag'], article.ruleTags?.includes(tag) && styles['byRule'])}>
              {tag}
            </span>
          ))}
        </div>
      ) : null}
    </div>
  );
}

type RowMetaProps = { readonly article: ArticleSummary; readonly isFound: boolean };

function RowMeta({ article, isFound }: RowMetaProps) {
  const origin = originOf(article);
  const isBegun = article.progress > 0 && article.progress < 1;
  return (
    <div className={styles['meta']}>
      {isUnread(article) ? <span className={styles['dot']} role="img" aria-label={text.list.unread} /> : null}
      {origin === '' ? null : <span className={styles['source']}>{origin}</span>}
      <span className={styles['date']}>{formatShortDay(article.publishedAt ?? article.savedAt)}</span>
      <span className={styles['aside']}>
        {article.favourite ? (
          <FavouriteIcon size={13} className={styles['star']} role="img" aria-label={text.list.favourite} />
        ) : null}
        {isBegun ? (
          <span
            className={styles['progress']}
            role="img"
            aria-label={text.list.readSoFar(formatPercent(article.progress))}
          >
            <span style={{ width: `${article.progress * 100}%` }} />
          </span>
        ) : null}
        {isFound ? (
          // The pointer's way only; the key W and the menu of the row do the same.
          <span data-why aria-hidden="true" title={text.actions.why} className={styles['why']}>
            <HelpIcon size={13} />
          </span>
        ) : null}
        {text.list.minutes(article.readingMinutes)}
      </span>
    </div>
  );
}

function isUnread(article: ArticleSummary): boolean {
  return article.state === 'unread' && !article.trashed;
}

/** The publication; without one the first who wrote it; nothing when neither is known. */
function originOf(article: ArticleSummary): string {
  if (article.source !== null) return formatAddress(article.source, 40);
  return article.authors[0] ?? '';
}
