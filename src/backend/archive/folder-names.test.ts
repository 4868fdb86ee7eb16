import fc from 'fast-check';
import { expect, test } from 'vitest';
import { articleId } from '#contract/article.ts';
import { articleFolder, idOfFolder, isSnapshotFolder, slugOf, snapshotName } from './folder-names.ts';

test('a headline becomes words that a person can read', () => {
  expect(slugOf('Putin ready to meet Trump over arms race concerns')).toBe(
    'putin-ready-to-meet-trump-over-arms-race-concerns',
  );
  expect(slugOf('“It’s Málaga’s year” – 2018!')).toBe('its-malagas-year-2018');
  expect(slugOf('Straße nach Łódź')).toBe(
    'straße-nach-łódź'
      .normalize('NFKD')
      .replace(/\u0301/g, '')
      .normalize('NFC'),
  );
  expect(slugOf('Паром снова в море')).toBe('паром-снова-в-море');
  expect(slugOf('フェリーが再び')).toBe('フェリーが再び');
  expect(slugOf('…?!')).toBe('article');
});

test('names that Windows keeps for devices are not used', () => {
  for (const headline of ['CON', 'nul', 'COM1', 'com¹', 'LPT9', 'aux'])
    expect(slugOf(headline)).toMatch(/^(\w+-article|com1-article)$/);
  expect(slugOf('Con man')).toBe('con-man');
});

test('any headline gives a name that is safe on every system', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (headline) => {
      const slug = slugOf(headline);
      expect(slug).toMatch(/^[\p{L}\p{N}\p{M}]+(-[\p{L}\p{N}\p{M}]+)*$/u);
      expect(Buffer.byteLength(slug)).toBeLessThanOrEqual(90);
      expect(slug.isWellFormed()).toBe(true);
      expect(slug.normalize('NFC')).toBe(slug);
      expect(slugOf(slug)).toBe(slug);
    }),
    { numRuns: 2000 },
  );
});

test('the folder of an article tells its year and its id', () => {
  const id = articleId.parse('k3f9x2m1');
  const savedAt = '2026-11-23T18:12:00.000Z';
  expect(articleFolder('Ferry sails', id, '2018-06-10', savedAt)).toBe('2018/ferry-sails~k3f9x2m1');
  expect(articleFolder('Ferry sails', id, null, savedAt)).toBe('2026/ferry-sails~k3f9x2m1');
  expect(idOfFolder('ferry-sails~k3f9x2m1')).toBe('k3f9x2m1');
  expect(idOfFolder('ferry-sails')).toBeUndefined();
  expect(snapshotName(savedAt, 1)).toBe('20261123T181200Z');
  expect(snapshotName('2026-11-23T19:12:00.000+01:00', 2)).toBe('20261123T181200Z-2');
  expect(isSnapshotFolder('20261123T181200Z-2')).toBe(true);
  expect(isSnapshotFolder('images')).toBe(false);
});
