import { describe, expect, test } from 'vitest';
import { type Article, articleId } from '#contract/article.ts';
import { asHtml, asMarkdown, asText } from './article-formats.ts';

function anArticle(changes: Partial<Article> = {}): Article {
  return {
    id: articleId.parse('k3f9x2m1'),
    headline: 'Harbour <opens> & stays "open"',
    kicker: null,
    dek: 'Ships & trade',
    byline: 'Ada Example and Paul Muster',
    authors: ['Ada Example', 'Paul Muster'],
    dateline: 'NORTHHAVEN',
    publishedAt: '2026-09-12',
    updatedAt: null,
    section: 'City',
    edition: null,
    page: null,
    agency: null,
    source: 'The Harbour Post',
    url: 'https://news.example/1?utm_source=x',
    canonicalUrl: 'https://news.example/1',
    language: 'en',
    copyright: null,
    correction: null,
    leadImage: null,
    savedAt: '2026-09-13T08:00:00.000Z',
    wordCount: 6,
    readingMinutes: 1,
    excerpt: 'It opened.',
    tags: ['harbour/trade'],
    state: 'unread',
    favourite: false,
    progress: 0,
    trashed: false,
    notes: {},
    snapshots: [],
    repairs: [],
    warnings: [],
    folder: 'articles/2026/harbour-opens~k3f9x2m1',
    html: '<p>It opened.</p><p><img src="/library/k3f9x2m1/20260913T080000Z/images/01.png" alt="x"></p><p>On Monday.</p>',
    text: 'It opened.\n\nOn Monday.',
    ...changes,
  };
}

const noAsset = () => Promise.resolve(undefined);

test('as text it has its head, its paragraphs and where it is from', () => {
  expect(asText(anArticle())).toBe(
    [
      'City',
      'Harbour <opens> & stays "open"',
      'Ships & trade',
      'Ada Example, Paul Muster · The Harbour Post · NORTHHAVEN · 2026-09-12',
      '',
      'It opened.',
      '',
      'On Monday.',
      '',
      'https://news.example/1',
    ].join('\n'),
  );
});

test('as text an unknown field leaves no trace', () => {
  const bare = anArticle({
    section: null,
    dek: null,
    byline: null,
    authors: [],
    dateline: null,
    publishedAt: null,
    source: null,
    url: null,
    canonicalUrl: null,
  });
  expect(asText(bare)).toBe('Harbour <opens> & stays "open"\n\nIt opened.\n\nOn Monday.');
});

describe('as a page', () => {
  test('its words cannot become markup', async () => {
    const page = await asHtml(anArticle({ authors: ['<script>alert(1)</script>'] }), noAsset);
    expect(page).toContain('<h1>Harbour &lt;opens&gt; &amp; stays &quot;open&quot;</h1>');
    expect(page).not.toContain('<script');
  });

  test('its pictures are inside it, and nothing is to be fetched', async () => {
    const asked: string[] = [];
    const page = await asHtml(anArticle(), (path) => {
      asked.push(path);
      return Promise.resolve({ bytes: new Uint8Array([1, 2, 3]), mediaType: 'image/png' });
    });
    expect(asked).toEqual(['k3f9x2m1/20260913T080000Z/images/01.png']);
    expect(page).toContain('src="data:image/png;base64,AQID"');
    expect(page).not.toContain('/library/');
    expect(page).toContain("default-src 'none'");
  });

  test('a picture that is lost leaves its place empty', async () => {
    expect(await asHtml(anArticle(), noAsset)).toContain('<img src="" alt="x">');
  });
});

test('as Markdown it begins with what is known of it', async () => {
  const markdown = await asMarkdown(anArticle());
  const [front = '', body = ''] = markdown.split('\n---\n');
  expect(front).toContain('headline: Harbour <opens> & stays "open"');
  expect(front).toContain('authors:\n  - Ada Example\n  - Paul Muster');
  expect(front).not.toContain('null');
  expect(body).toContain('# Harbour <opens> & stays "open"\n\nIt opened.');
  expect(body).toContain('articles/2026/harbour-opens~k3f9x2m1/20260913T080000Z/images/01.png');
});
