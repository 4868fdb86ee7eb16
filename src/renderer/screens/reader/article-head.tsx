import type { ReactNode } from 'react';
import type { Article, Correction } from '#contract/article.ts';
import { placeOfDek } from '#contract/dek.ts';
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
  const over: readonly Part[] = [
    { key: 'section', content: article.section && field('section', article.section) },
    { key: 'kicker', content: article.kicker !== article.section && article.kicker && field('kicker', article.kicker) },
  ];

  return (
    <header className={styles['head']} dir="auto">
      <p className={styles['over']}>{parted(over)}</p>
      <h2 data-read className={styles['headline']}>
        {field('headline', article.headline)}
      </h2>
      {article.dek === null || placeOfDek(article) !== 'above' ? null : (
        <p data-read className={styles['dek']}>
          {field('dek', article.dek)}
        </p>
      )}
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
function factsOf(article: Article, minutesLeft: number, field: Field): readonly Part[] {
  const { dateline, publishedAt, updatedAt, source, edition, page } = article;
  const address = article.canonicalUrl ?? article.url;
  return [
    { key: 'dateline', content: dateline && field('dateline', dateline) },
    {
      key: 'publishedAt',
      content: publishedAt && <time dateTime={publishedAt}>{field('publishedAt', formatMoment(publishedAt))}</time>,
    },
    {
      key: 'updatedAt',
      content: updatedAt && (
        <time dateTime={updatedAt}>{field('updatedAt', text.reader.updated(formatMoment(updatedAt)))}</time>
      ),
    },
    { key: 'source', content: address === null ? source && field('source', source) : addressLink(address, source) },
    { key: 'edition', content: edition },
    { key: 'page', content: page && text.reader.page(page) },
    { key: 'minutes', content: minutesOf(article, minutesLeft) },
  ];
}

function addressLink(address: string, source: string | null): ReactNode {
  return (
    <a href={address} target="_blank" rel="noopener noreferrer" title={address} className={styles['address']}>
      {source ?? formatAddress(address, 32)}
      <ExternalIcon size={12} aria-label={text.reader.opensOutside} />
    </a>
  );
}

function minutesOf(article: Article, left: number): string {
  const isUnderWay = left !== article.readingMinutes && left !== 0;
  return isUnderWay ? text.reader.minutesLeft(left) : text.reader.minutes(article.readingMinutes);
}

/** Something printed in a line with others, or nothing when it is not known. */
type Part = { readonly key: string; readonly content: ReactNode };

/** Parts one after the other, kept apart by a point. */
function parted(parts: readonly Part[]): ReactNode {
  return parts
    .filter(({ content }) => content !== null && content !== false && content !== '')
    .map(({ key, content }) => (
      <span key={key} className={styles['part']}>
        {/* Each runs in its own direction: a date as the window writes it, in the head of an Arabic article. */}
        <bdi>{content}</bdi>
      </span>
    ));
}
