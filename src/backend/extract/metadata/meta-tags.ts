import type { PageIndex } from '../parse/page-index.ts';
import { readMachineDate } from './dates.ts';
import { collectFindings, type Findings } from './findings.ts';
import { languageTag } from './language.ts';
import { tidyLine, tidyProse } from './tidy.ts';

export type MetaTags = {
  readonly findings: Findings;
  /** Author lines as given, before they are taken apart. */
  readonly authors: readonly string[];
  readonly images: readonly string[];
};

/** Names of one meaning, the most trustworthy first. */
const names = {
  headline: [
    'og:title',
    'citation_title',
    'parsely-title',
    'sailthru.title',
    'dc.title',
    'dcterms.title',
    'twitter:title',
    'headline',
    'title',
  ],
  dek: ['og:description', 'description', 'twitter:description', 'dc.description', 'sailthru.description'],
  authors: [
    'author',
    'article:author_name',
    'parsely-author',
    'sailthru.author',
    'dc.creator',
    'dcterms.creator',
    'dc.contributor',
    'citation_author',
    'byl',
    'byline',
    'article:author',
    'og:article:author',
    'authors',
    'cxenseparse:author',
    'bt:author',
    'mediator_author',
    'rbauthors',
  ],
  publishedAt: (
    'article:published_time og:article:published_time article:published datepublished parsely-pub-date ' +
    'sailthru.date publish-date publish_date pubdate publishdate dc.date.issued dcterms.issued dcterms.created ' +
    'dc.date.created citation_publication_date citation_date citation_online_date article_date_original ' +
    'originalpublicationdate cxenseparse:recs:publishtime publication_date publicationdate bt:pubdate ' +
    'date.release published-date og:pubdate og:published_time created displaydate rnews:datepublished ptime ' +
    'pdate dc.date dcterms.date date timestamp'
  ).split(' '),
  updatedAt: [
    'article:modified_time',
    'og:article:modified_time',
    'og:updated_time',
    'article:modified',
    'datemodified',
    'lastmod',
    'last-modified',
    'dcterms.modified',
    'dc.date.modified',
    'revision_date',
    'utime',
    'modified',
    'updated',
  ],
  section: [
    'article:section',
    'og:article:section',
    'parsely-section',
    'sailthru.verticals',
    'section',
    'cxenseparse:section',
    'articlesection',
    'category',
    'dc.subject.section',
    'primarycategory',
  ],
  source: [
    'og:site_name',
    'application-name',
    'citation_journal_title',
    'dc.publisher',
    'dcterms.publisher',
    'publisher',
    'copyright-holder',
    'apple-mobile-web-app-title',
    'al:ios:app_name',
  ],
  copyright: ['copyright', 'dc.rights', 'dcterms.rights', 'rights'],
  canonical: ['og:url', 'twitter:url', 'parsely-link'],
  language: ['og:locale', 'content-language', 'dc.language', 'dcterms.language', 'language', 'inlanguage'],
  image: [
    'og:image:secure_url',
    'og:image',
    'og:image:url',
    'twitter:image',
    'twitter:image:src',
    'parsely-image-url',
    'sailthru.image.full',
  ],
} as const;

/** Reads the `<meta>` tags of a page: Open Graph, article, Twitter, Dublin Core, Parse.ly, Sailthru, Highwire and their kin. */
export function readMetaTags({ meta }: PageIndex): MetaTags {
  const fields = collectFindings('meta');
  for (const name of names.headline)
    fields.add('headline', tidyLine(first(name)), name === 'og:title' ? 0.8 : 0.7, name);
  for (const name of names.dek) fields.add('dek', tidyProse(first(name)), 0.6, name);
  for (const name of names.publishedAt)
    fields.add('publishedAt', readMachineDate(first(name) ?? ''), certaintyOfDate(name), name);
  for (const name of names.updatedAt) fields.add('updatedAt', readMachineDate(first(name) ?? ''), 0.8, name);
  for (const name of names.section) fields.add('section', tidyLine(first(name)), 0.8, name);
  for (const name of names.source)
    fields.add('source', tidyLine(first(name)), name === 'og:site_name' ? 0.85 : 0.6, name);
  for (const name of names.copyright) fields.add('copyright', tidyLine(first(name)), 0.6, name);
  for (const name of names.canonical) fields.add('canonicalUrl', first(name), 0.7, name);
  for (const name of names.language) fields.add('language', languageTag(first(name)), 0.6, name);
  return {
    findings: fields.findings,
    authors: authorLines(meta),
    images: names.image.flatMap((name) => meta.get(name) ?? []),
  };

  function first(name: string): string | undefined {
    return meta.get(name)?.[0];
  }
}

function certaintyOfDate(name: string): number {
  if (/^(?:og:)?article:published/.test(name) || name === 'datepublished') return 0.9;
  return ['date', 'timestamp', 'created', 'dc.date', 'dcterms.date'].includes(name) ? 0.6 : 0.8;
}

/** What a share card calls its author, in the languages that blog software speaks. */
const authorLabel =
  /^(?:(?:written )?by|(?:verfasst|geschrieben) von|écrit par|escrito por|scritto da|geschreven door|skrevet av|skrivet av|napisane przez|автор)\b|^aut(?:h?or|eur)/i;

/** All values of the first name that has one which is no address. */
function authorLines(meta: PageIndex['meta']): string[] {
  for (const name of names.authors) {
    const lines = (meta.get(name) ?? [])
      .filter((value) => !/^(?:https?:)?\/\/|^@|^www\./.test(value))
      .flatMap((value) => tidyLine(value) ?? []);
    if (lines.length > 0) return [...new Set(lines)];
  }
  const creator = meta.get('twitter:label1')?.[0];
  const value = meta.get('twitter:data1')?.[0];
  return creator !== undefined && value !== undefined && authorLabel.test(creator) ? [value] : [];
}
