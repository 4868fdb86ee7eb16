import { Fragment, type ReactNode } from 'react';
import type { Article, Correction } from '#contract/article.ts';
import { ExternalIcon } from '../../components/icons.ts';
import { formatAddress, formatMoment, formatNames } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import type { CorrectableField } from './corrections.ts';
import { Unsure } from './unsure.tsx';
import styles from './article-head.module.css';

type ArticleHeadProps = {
  readonly article: Article;
  readonly minutesLeft: number;
  readonly onCorrect: (correction: Correction) => void;
  readonly tags: ReactNode;
};

/** The head of an article, set as a newspaper sets it: section, headline, dek, byline, then place, day and source. */
export function ArticleHead({ article, minutesLeft, onCorrect, tags }: ArticleHeadProps) {
  const field = (name: CorrectableField, content: ReactNode) => (
    <Unsure article={article} field={name} onCorrect={onCorrect}>
      {content}
    </Unsure>
  );
  const over = [
    article.section === null ? null : <Fragment key="section">{field('section', article.section)}</Fragment>,
    article.kicker === null || article.kicker === article.section ? null : (
      <Fragment key="kicker">{field('kicker', article.kicker)}</Fragment>
    ),
  ].filter((part) => part !== null);

  return (
    <header className={styles['head']} dir="auto">
      {over.length > 0 ? <p className={styles['over']}>{parted(over)}</p> : null}
      <h2 className={styles['headline']}>{field('headline', article.headline)}</h2>
      {article.dek === null ? null : <p className={styles['dek']}>{field('dek', article.dek)}</p>}
      <div className={styles['credits']}>
        <Byline article={article} field={field} />
        <p className={styles['facts']}>{parted(factsOf(article, minutesLeft, field))}</p>
        {tags}
      </div>
    </header>
  );
}

type Field = (name: CorrectableField, content: ReactNode) => ReactNode;

function Byline({ article, field }: { readonly article: Article; readonly field: Field }) {
  const { authors, byline, agency } = article;
  if (authors.length === 0 && byline === null && agency === null) return null;
  const names = authors.length > 0 ? field('authors', formatNames(authors)) : byline && field('byline', byline);
  return (
    <p className={styles['byline']}>
      {names === null ? null : (
        <>
          {text.reader.by} <strong>{names}</strong>
        </>
      )}
      {agency === null ? null : (
        <span className={styles['agency']}>
          {names === null ? null : ' · '}
          {field('agency', agency)}
        </span>
      )}
    </p>
  );
}

/** Place, day, source and length, as far as they are known. */
function factsOf(article: Article, minutesLeft: number, field: Field): readonly ReactNode[] {
  const { dateline, publishedAt, updatedAt, source, edition, page } = article;
  const address = article.canonicalUrl ?? article.url;
  return [
    dateline === null ? null : field('dateline', dateline),
    publishedAt === null ? null : <time dateTime={publishedAt}>{field('publishedAt', formatMoment(publishedAt))}</time>,
    updatedAt === null ? null : (
      <time dateTime={updatedAt}>{field('updatedAt', text.reader.updated(formatMoment(updatedAt)))}</time>
    ),
    source === null || address !== null ? null : field('source', source),
    address === null ? null : (
      <a href={address} target="_blank" rel="noopener noreferrer" title={address} className={styles['address']}>
        {source ?? formatAddress(address, 32)}
        <ExternalIcon size={12} aria-label={text.reader.opensOutside} />
      </a>
    ),
    edition,
    page === null ? null : text.reader.page(page),
    minutesLeft === article.readingMinutes || minutesLeft === 0
      ? text.reader.minutes(article.readingMinutes)
      : text.reader.minutesLeft(minutesLeft),
  ].filter((part) => part !== null);
}

/** Parts one after the other, kept apart by a point. */
function parted(parts: readonly ReactNode[]): ReactNode {
  return parts.map((part, at) => (
    // The parts have no names of their own and do not change places.
    // eslint-disable-next-line react/no-array-index-key -- see above
    <span key={at} className={styles['part']}>
      {part}
    </span>
  ));
}
