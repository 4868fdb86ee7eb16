import { expect, test } from 'vitest';
import { readDatabaseArticle } from './database-article.ts';
import { readLines } from './lines.ts';

test.each([
  ['a text of news', 'Ferry sails again\n\nBy Ada Brook\n\nPublished June 10, 2018\n\nThe ferry sailed.'],
  ['a text that says how long it is', 'Ferry sails again\n214 words\n\nThe ferry sailed.'],
  ['lines that begin with two capitals', 'IN the harbour nothing moved.\nRE the letter: no answer.\nAN end was near.'],
  ['nothing', ''],
])('%s is no article of a database', (_, text) => {
  expect(readDatabaseArticle(readLines(text))).toBeNull();
});

test('a headline alone above the length is the headline, and what has no line of rights begins after the language', () => {
  const text =
    'Ferry sails again\n96 words\n10 June 2018\nHarbour Post\nHPT\nEnglish\n\nThe ferry sailed at six with nobody aboard.';
  const article = readDatabaseArticle(readLines(text));
  expect(article?.findings).toMatchObject({
    headline: { value: 'Ferry sails again' },
    publishedAt: { value: '2018-06-10' },
    source: { value: 'Harbour Post' },
    language: { value: 'en' },
  });
  expect(article?.findings.section).toBeUndefined();
  expect(article?.story.map((line) => line.text)).toEqual(['The ferry sailed at six with nobody aboard.']);
});

test('nothing of it is lost: every line is a field, story, or said to be left out', () => {
  const text =
    'HD  Ferry sails again\nWC  96 words\nPD  10 June 2018\nET  08:30\nSN  Harbour Post\nLP\nThe ferry sailed.\nTD\nNobody was aboard.\nRE  harb : Harbour';
  const article = readDatabaseArticle(readLines(text));
  expect(article?.removals.map(({ sample }) => sample)).toEqual(['96 words', '08:30', 'harb : Harbour']);
  expect(article?.story.map((line) => line.text)).toEqual(['The ferry sailed.', 'Nobody was aboard.']);
});
