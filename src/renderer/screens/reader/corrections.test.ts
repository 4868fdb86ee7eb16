import { expect, test } from 'vitest';
import { correctionOf, howSure } from './corrections.ts';

test('names are parted by commas, and empty ones fall away', () => {
  expect(correctionOf('authors', ' Ada Example,  Ben Sample ,,')).toEqual({
    field: 'authors',
    value: ['Ada Example', 'Ben Sample'],
  });
});

test('a field that was emptied is not known', () => {
  expect(correctionOf('section', '   ')).toEqual({ field: 'section', value: null });
  expect(correctionOf('publishedAt', '')).toEqual({ field: 'publishedAt', value: null });
});

test('what was typed is kept without the space around it', () => {
  expect(correctionOf('headline', ' A new headline\n')).toEqual({ field: 'headline', value: 'A new headline' });
});

test('how sure a field is has three steps, and what the reader set is sure', () => {
  const step = (origin: 'text' | 'reader', confidence: number) =>
    howSure({ notes: { section: { origin, confidence, detail: null } } }, 'section');
  expect([step('text', 0.2), step('text', 0.6), step('text', 0.9), step('reader', 0.2)]).toEqual([1, 2, 3, 3]);
  expect(howSure({ notes: {} }, 'section')).toBe(0);
});
