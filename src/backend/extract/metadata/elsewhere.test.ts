import { expect, test } from 'vitest';
import { indexPage } from '../parse/page-index.ts';
import { parsePage } from '../parse/page-tree.ts';
import { readMetadata } from './read-metadata.ts';

const prose = '<p>The ferry has two engines now, and the crew trusts neither of them in a south wind.</p>';

function findingsOf(html: string) {
  return readMetadata(indexPage(parsePage(html)), 'https://harbour.example/ferry').findings;
}

test('a layout named after its sidebar does not hide the date beside the headline', () => {
  const { publishedAt } = findingsOf(
    `<html><body class="single right-sidebar"><h1>Ferry gets a second engine</h1>
     <div class="entry-meta"><time class="entry-date" datetime="2019-05-06T08:00:00+02:00">6 May</time></div>${prose}</body></html>`,
  );
  expect(publishedAt?.value).toBe('2019-05-06T08:00:00+02:00');
});

test('a date in a real sidebar stays there', () => {
  const { publishedAt } = findingsOf(
    `<body><h1>Ferry gets a second engine</h1>${prose}<div class="sidebar"><time datetime="2020-01-02">2 January 2020</time></div></body>`,
  );
  expect(publishedAt).toBeUndefined();
});

test('the date of a block that a page builder calls a widget is read', () => {
  const { publishedAt } = findingsOf(
    `<body><h1>Ferry gets a second engine</h1>
     <div class="builder-element builder-widget builder-widget-post-info"><span class="post-date">6. Mai 2019</span></div>${prose}</body>`,
  );
  expect(publishedAt?.value).toBe('2019-05-06');
});

test('a story inside a widget keeps its date and its author', () => {
  const { publishedAt, authors } = findingsOf(
    `<body><div class="widget Blog"><div class="date-outer"><h2 class="date-header">Montag, 6. Mai 2019</h2>
     <h3>Ferry gets a second engine</h3><div class="post hentry"><div class="post-body">${prose}</div>
     <span class="post-author vcard">Eingestellt von <a class="fn" rel="author">Osk</a></span></div></div></div></body>`,
  );
  expect(publishedAt?.value).toBe('2019-05-06');
  expect(authors?.value).toEqual(['Osk']);
});

test('an author card of a blog may hold one word only', () => {
  const { authors } = findingsOf(
    `<body><h1>Ferry gets a second engine</h1><span class="byline"><span class="author vcard"><a class="url fn n" href="/author/osk/">Osk</a></span></span>${prose}</body>`,
  );
  expect(authors?.value).toEqual(['Osk']);
});

test('a card of a commenter is no author', () => {
  const { authors } = findingsOf(
    `<body><h1>Ferry gets a second engine</h1>${prose}<div class="comment-author vcard"><b class="fn">Ralf Tonne</b></div></body>`,
  );
  expect(authors).toBeUndefined();
});

test('a share card says who wrote it, in German too', () => {
  const { authors } = findingsOf(
    `<head><meta name="twitter:label1" content="Verfasst von"><meta name="twitter:data1" content="Imke Brandt"></head><body><h1>Ferry</h1>${prose}</body>`,
  );
  expect(authors?.value).toEqual(['Imke Brandt']);
});

test('the date that a content system writes as RDFa is read', () => {
  const { publishedAt } = findingsOf(
    `<body><h1>Ferry gets a second engine</h1><span property="dc:date dc:created" content="2019-05-06T08:00:00+02:00"></span>${prose}</body>`,
  );
  expect(publishedAt?.value).toBe('2019-05-06T08:00:00+02:00');
});

test('a byline in words is read after its opening', () => {
  const { authors } = findingsOf(`<body><h1>Die Fähre</h1><p>Geschrieben von Imke Brandt</p>${prose}</body>`);
  expect(authors?.value).toEqual(['Imke Brandt']);
});
