import { expect, test } from 'vitest';
import { indexPage } from '../parse/page-index.ts';
import { parsePage } from '../parse/page-tree.ts';
import { readMetadata } from './read-metadata.ts';

const prose =
  '<p>The ferry has two engines now, and the crew trusts neither of them in a south wind, as everyone knows.</p>';

function findingsOf(head: string, body: string) {
  const page = `<html><head>${head}</head><body>${body}${prose}</body></html>`;
  return readMetadata(indexPage(parsePage(page)), 'https://harbour.example/ferry').findings;
}

const headlineOf = (head: string, body: string) => findingsOf(head, body).headline?.value;
const authorsOf = (head: string, body: string) =>
  findingsOf(head, `<h1>Ferry gets a second engine</h1>${body}`).authors;

test('a kicker that is set into the heading is none of the headline', () => {
  expect(
    headlineOf(
      '<meta property="og:title" content="Ferry gets a second engine">',
      '<h1><span class="overline">Coast</span> – <span>Ferry gets a second engine</span></h1>',
    ),
  ).toBe('Ferry gets a second engine');
});

test('a kicker that all data has with the headline stays before it', () => {
  const told = 'Coast: Ferry gets a second engine';
  const head = `<meta property="og:title" content="${told}"><script type="application/ld+json">{"@type":"NewsArticle","headline":"${told}","author":"x y"}</script>`;
  expect(headlineOf(head, '<h1>Ferry gets a second engine</h1>')).toBe(told);
});

test('the one heading of the page is its headline though data words it for search engines', () => {
  expect(
    headlineOf(
      '<meta property="og:title" content="Best ferry engines 2024 compared">',
      '<h1>What two engines did to the ferry</h1>',
    ),
  ).toBe('What two engines did to the ferry');
});

test('a heading about something else is no headline', () => {
  expect(
    headlineOf(
      '<meta property="og:title" content="Ferry gets a second engine">',
      '<h1>A message from our founder</h1>',
    ),
  ).toBe('Ferry gets a second engine');
});

test('a headline that structured data cuts is taken whole from elsewhere', () => {
  const whole =
    'Ferry gets a second engine after a winter in which the first one failed eleven times and the crew rowed twice home';
  const head = `<meta property="og:title" content="${whole}"><script type="application/ld+json">{"@type":"NewsArticle","headline":"${whole.slice(0, 104)}…","author":"x y"}</script>`;
  expect(headlineOf(head, '')).toBe(whole);
});

test('an account of the content system gives way to the name that is printed', () => {
  const head = '<meta name="author" content="jlint">';
  expect(authorsOf(head, '<p>by <a href="/author/jlint/">Ada Lint</a></p>')?.value).toEqual(['Ada Lint']);
  expect(authorsOf(head, '')?.value).toEqual(['jlint']);
});

test('an office that signs is an author only where no person does, and with little confidence', () => {
  const head = '<meta name="author" content="Harbour Desk">';
  expect(authorsOf(head, '')).toMatchObject({ value: ['Harbour Desk'], confidence: 0.4 });
  expect(authorsOf(head, '<span class="author-name">Ada Lint</span>')?.value).toEqual(['Ada Lint']);
});

test.each(['admin', 'https://harbour.example/', 'Editor'])('%s signs nothing', (content) => {
  expect(authorsOf(`<meta name="author" content="${content}">`, '')).toBeUndefined();
});

test('a role of two words gives no half of it as a name', () => {
  expect(authorsOf('', '<span class="author-name">Ada Lint, Home and Safety Editor</span>')?.value).toEqual([
    'Ada Lint',
  ]);
});
