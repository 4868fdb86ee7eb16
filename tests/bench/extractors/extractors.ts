import { extractFromHtml } from '@extractus/article-extractor';
import { Readability } from '@mozilla/readability';
import { Defuddle } from 'defuddle/node';
import { parseHTML } from 'linkedom';
import { extract } from '#backend/extract/extract.ts';
import type { Answer } from '../support/article-scores.ts';

export type Page = { readonly bytes: Uint8Array; readonly address: string | null };

/** One way to read an article from a page; `null` where it finds none. */
export type Extractor = {
  readonly name: string;
  readonly read: (page: Page) => Promise<Answer | null>;
};

/** The one that the cost of the others is told in. */
export const measureOfCost = 'Readability + linkedom';

/** Ours and its peers, each by its own documented way with its defaults. */
export const extractors: readonly Extractor[] = [
  { name: 'Pressmark', read: readWithPressmark },
  { name: measureOfCost, read: readWithReadability },
  { name: 'Defuddle + linkedom', read: readWithDefuddle },
  { name: 'article-extractor', read: readWithArticleExtractor },
];

async function readWithPressmark({ bytes, address }: Page): Promise<Answer> {
  const { metadata, text } = extract({ kind: 'html', bytes, address, charset: null, fileName: null });
  return { title: metadata.headline, authors: metadata.authors, date: metadata.publishedAt, text };
}

async function readWithReadability({ bytes }: Page): Promise<Answer | null> {
  const article = new Readability(documentOf(htmlOf(bytes))).parse();
  if (article === null) return null;
  return {
    title: article.title ?? null,
    authors: namesIn(article.byline),
    date: article.publishedTime ?? null,
    text: article.textContent ?? '',
  };
}

async function readWithDefuddle({ bytes, address }: Page): Promise<Answer> {
  const { title, author, published, content } = await Defuddle(documentOf(htmlOf(bytes)), address ?? undefined, {
    // Some of its extractors fetch more of a page; here every one reads the same bytes.
    useAsync: false,
  });
  return { title, authors: namesIn(author), date: published, text: textOf(content) };
}

async function readWithArticleExtractor({ bytes, address }: Page): Promise<Answer | null> {
  const article = await extractFromHtml(htmlOf(bytes), address ?? 'https://page.invalid/');
  if (article === null) return null;
  return {
    title: article.title ?? null,
    authors: namesIn(article.author),
    date: article.published ?? null,
    text: textOf(article.content ?? ''),
  };
}

function htmlOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('utf8');
}

function documentOf(html: string): Document {
  return parseHTML(html).document;
}

/** The words of clean HTML; a block begins a line, so that its first word stays one. */
function textOf(html: string): string {
  const parted = html.replaceAll(/<(?:p|div|li|h[1-6]|br|hr|tr|td|th|blockquote|pre|figure|figcaption)\b/gi, '\n$&');
  return documentOf(`<!doctype html><html><body>${parted}</body></html>`).body.textContent ?? '';
}

function namesIn(byline: string | null | undefined): string[] {
  return (byline ?? '')
    .replace(/^\s*by\s+/i, '')
    .split(/\s*[,;|]\s*|\s+and\s+/i)
    .filter((name) => name.trim() !== '');
}
