import { parse } from 'parse5';
import { expect, test } from 'vitest';
import type { SafeHtml } from '#contract/draft.ts';
import { anAddition } from '#support/archive.ts';
import { cutBody, renderPage } from './article-page.ts';

const body = '<p>One &amp; two.</p>\n<figure><img src="images/01.jpg" alt="x"></figure>' as SafeHtml;

function page(parts: Parameters<typeof anAddition>[0] = {}, html: SafeHtml = body): string {
  const { metadata } = anAddition(parts).draft;
  return renderPage({
    metadata,
    headline: metadata.headline ?? 'Untitled',
    capturedAt: '2026-11-23T09:00:00.000Z',
    html,
  });
}

test('the body is cut out again byte for byte', () => {
  expect(cutBody(page(), 'article.html')).toBe(body);
  expect(cutBody(page({}, '' as SafeHtml), 'article.html')).toBe('');
  const hostile = 'text <!--/pressmark:body--> more\n<!--/pressmark:body-->\n<!--pressmark:body-->\n' as SafeHtml;
  expect(cutBody(page({}, hostile), 'article.html')).toBe(hostile);
});

test('a page without its marks is called damaged', () => {
  expect(() => cutBody('<p>words</p>', 'a/article.html')).toThrow(expect.objectContaining({ code: 'library-damaged' }));
});

test('nothing in a head can become markup', () => {
  const evil = '"><script>alert(1)</script><!--pressmark:body-->\n<img src=https://evil.example/x onerror=alert(1)>';
  const text = page({
    headline: evil,
    kicker: evil,
    dek: evil,
    byline: evil,
    dateline: evil,
    source: evil,
    copyright: evil,
    correction: evil,
    language: evil,
    canonicalUrl: 'javascript:alert(1)',
    url: `https://harbour.example/?"onmouseover="alert(1)`,
  });
  expect(namesIn(text)).not.toContain('script');
  expect(namesIn(text).filter((name) => name === 'img')).toHaveLength(1);
  expect(text).not.toContain('javascript:');
  expect(cutBody(text, 'article.html')).toBe(body);
});

test('the page may fetch nothing and run nothing', () => {
  const text = page({ source: 'Harbour Post', canonicalUrl: 'https://harbour.example/ferry' });
  expect(text).toContain(`content="default-src 'none'; img-src 'self' data: file:; style-src 'unsafe-inline'"`);
  expect(text.match(/(?:src|href)="[^"]*"/g)).toEqual(['src="images/01.jpg"', 'href="https://harbour.example/ferry"']);
  expect(text).not.toMatch(/@import|url\(/);
});

test('the head reads like a newspaper', () => {
  const text = page({
    kicker: 'Harbours',
    section: 'News',
    dek: 'After nine years at the quay.',
    authors: ['Ada Brook', 'Tim Reed'],
    agency: 'HNA',
    dateline: 'PORT ELM',
    publishedAt: '2018-06-10T08:30:00+02:00',
    source: 'Harbour Post',
  });
  const words = text
    .slice(text.indexOf('<header>'), text.indexOf('</header>'))
    .replace(/<[^>]+>/g, '')
    .trim()
    .split('\n');
  expect(words).toEqual([
    'Harbours',
    'Ferry sails again',
    'After nine years at the quay.',
    'By Ada Brook, Tim Reed (HNA)',
    'PORT ELM · 2018-06-10, 08:30 +02:00 · News',
  ]);
});

test('a dek that the story opens with is printed once', () => {
  const opening = '<p>“One &amp; two,” he said, and <em>left</em>. Then more.</p>' as SafeHtml;
  expect(page({ dek: '"One & two," he said, and left.' }, opening)).not.toContain('class="dek"');
  expect(page({ dek: 'One & three.' }, opening)).toContain('<p class="dek">One &amp; three.</p>');
});

type Node = { readonly nodeName: string; readonly childNodes?: readonly Node[] };

function namesIn(html: string): string[] {
  const names: string[] = [];
  const visit = (node: Node): void => {
    names.push(node.nodeName);
    for (const child of node.childNodes ?? []) visit(child);
  };
  visit(parse(html));
  return names;
}
