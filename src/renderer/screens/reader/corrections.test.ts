import { expect, test } from 'vitest';
import { correctionOf } from './corrections.ts';

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
