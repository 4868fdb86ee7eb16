import { expect, test } from 'vitest';
import { indexPage } from '../parse/page-index.ts';
import { parsePage } from '../parse/page-tree.ts';
import { readMetadata } from './read-metadata.ts';

const prose =
  '<p>The ferry has two engines now, and the crew trusts neither of them in a south wind, as everyone knows.</p>';

function datesOf(head: string, body: string, address = 'https://harbour.example/ferry') {
  const page = `<html><head>${head}</head><body><h1>Ferry gets a second engine</h1>${body}${prose}</body></html>`;
  const { publishedAt, updatedAt } = readMetadata(indexPage(parsePage(page)), address).findings;
  return { published: publishedAt?.value ?? null, updated: updatedAt?.value ?? null };
}

const data = (published: string, modified = published) =>
  `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry gets a second engine","datePublished":"${published}","dateModified":"${modified}"}</script>`;

test('a moment in world time is told in the hour that the page prints', () => {
  const { published } = datesOf(data('2023-12-23T03:22:00Z'), '<div class="date">Dec. 22, 2023, 10:22 PM</div>');
  expect(published).toBe('2023-12-22T22:22:00-05:00');
});

test('without a printed hour the printed day stands for a moment one day apart', () => {
  expect(datesOf(data('2023-12-23T03:22:00Z'), '<div class="date">22 December 2023</div>').published).toBe(
    '2023-12-22',
  );
});

test('a moment that has its own offset is not moved to the day of the printed issue', () => {
  const { published } = datesOf(data('2023-12-22T21:00:00+01:00'), '<div class="date">23.12.2023</div>');
  expect(published).toBe('2023-12-22T21:00:00+01:00');
});

test('the date in a time element beside the headline is the page’s own, whatever an old record says', () => {
  const { published } = datesOf(
    data('2019-03-30T08:00:00Z'),
    '<time datetime="2023-12-19T09:00:00-05:00">Dec 19, 2023</time>',
  );
  expect(published).toBe('2023-12-19T09:00:00-05:00');
});

test('a plain printed date that data calls the last change is one', () => {
  const { published, updated } = datesOf(
    data('2023-01-05T08:00:00Z', '2023-11-18T10:00:00Z'),
    '<p class="date">November 18, 2023</p>',
  );
  expect([published, updated]).toEqual(['2023-01-05T08:00:00Z', '2023-11-18T10:00:00Z']);
});

test('a date after "updated" is never that of publication', () => {
  expect(datesOf('', '<p>Updated 4 May 2024</p>')).toEqual({ published: null, updated: '2024-05-04' });
  expect(datesOf('', '<p>Published 3 May 2024, updated <span>4 May 2024</span></p>').published).toBe('2024-05-03');
});

test('dates of captions and sentences are the story’s own', () => {
  const body =
    '<figcaption>The old engine, 3 May 1961</figcaption><p>It was on 4 May 2001 that the last of the old engines went over board.</p>';
  expect(datesOf('', body).published).toBeNull();
});

test('a day that may be two is read by the language of the page, and only where data is silent', () => {
  const page = (language: string, head = '') =>
    readMetadata(
      indexPage(
        parsePage(
          `<html lang="${language}"><head>${head}</head><body><h1>Ferry gets a second engine</h1><p class="date">03/04/2024</p>${prose}</body></html>`,
        ),
      ),
      null,
    ).findings.publishedAt?.value;
  expect([page('en-US'), page('pt-BR'), page('pt-BR', data('2020-01-01'))]).toEqual([
    '2024-03-04',
    '2024-04-03',
    '2020-01-01',
  ]);
});

test.each([
  ['https://harbour.example/2024/05/06/ferry', '2024-05-06'],
  ['https://harbour.example/notes/06-05-2024', '2024-05-06'],
  ['https://harbour.example/2024-05-06+ferry', '2024-05-06'],
  ['https://harbour.example/13142024-ferry', null],
])('the address %s gives the day %s', (address, day) => {
  expect(datesOf('', '', address).published).toBe(day);
});

test('of two publication dates in the page’s data the one that the page prints is believed', () => {
  const head = `${data('2021-12-06', '2022-12-15T08:13:00Z')}<meta property="article:published_time" content="2022-12-15T09:13:00">`;
  expect(datesOf(head, '<div>15.12.2022</div>').published).toBe('2022-12-15');
});

test('a year of two figures is read on a line of its own where data is silent', () => {
  expect(datesOf('', '<div class="date">Culture, 2.11.22</div>').published).toBe('2022-11-02');
  expect(datesOf('', '<div>By Ada Lint <span>|</span> <span>31.10.23</span></div>').published).toBe('2023-10-31');
  expect(datesOf(data('2019-12-09'), '<div class="date">10.12.19</div>').published).toBe('2019-12-09');
});

test.each(['Version 2.11.22', 'Firmware 1.12.10.4', 'Tel. 02.11.22.33.44', '32.10.23', '12.13.14'])(
  '"%s" is no day',
  (line) => {
    expect(datesOf('', `<div class="date">${line}</div>`).published).toBeNull();
  },
);

test('a story that opens with its day has that day where nothing else tells one', () => {
  const opening = (day: string) =>
    `<p>${day} The harbour council met in the old net loft and talked about the second engine until the lamp went out.</p>`;
  expect(datesOf('', opening('27.1.2022 -')).published).toBe('2022-01-27');
  expect(datesOf('', opening('(21 November 2022)')).published).toBe('2022-11-21');
  expect(datesOf('', opening('On 27 January 2022 –')).published).toBeNull();
  expect(datesOf('', opening('27 January 2022 was cold.')).published).toBeNull();
});
