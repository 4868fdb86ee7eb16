import { expect, test } from 'vitest';
import type { Article, Correction, Metadata } from '#contract/article.ts';
import { fieldPlan } from './field-drafts.ts';

// Only the fields that are looked at.
const read = { headline: 'Ferry sails agian', authors: ['Ada Brook'], publishedAt: '2018-06-10T08:00:00Z' } as Metadata;
const headline: Correction = { field: 'headline', value: 'Ferry sails again' };
const article = { ...read, headline: 'Ferry sails again' } as Article;
const sheet = { metadata: read, corrections: [headline] };

test('what was typed becomes a correction, what was not changed becomes nothing', () => {
  const drafts = { authors: 'Ada Brook, Tim Reed', publishedAt: '2018-06-10', section: '' };
  expect(fieldPlan({ ...article, section: null }, sheet, drafts)).toEqual({
    corrections: [{ field: 'authors', value: ['Ada Brook', 'Tim Reed'] }],
    uncorrected: [],
  });
});

test('to type what was read takes the correction back', () => {
  expect(fieldPlan(article, sheet, { headline: 'Ferry sails agian' })).toEqual({
    corrections: [],
    uncorrected: ['headline'],
  });
});

test('an emptied field is really unknown', () => {
  expect(fieldPlan(article, sheet, { headline: ' ', publishedAt: '' }).corrections).toEqual([
    { field: 'headline', value: null },
    { field: 'publishedAt', value: null },
  ]);
});
