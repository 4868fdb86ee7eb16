import { expect, test } from 'vitest';
import { cleanTag, offerTags } from './tag-offers.ts';

const known = [
  { tag: 'culture', own: 2, total: 9 },
  { tag: 'culture/music', own: 7, total: 7 },
  { tag: 'agriculture', own: 20, total: 20 },
  { tag: 'Café', own: 1, total: 1 },
];

test('tags that begin with what was typed come before those that hold it', () => {
  expect(offerTags(known, [], 'cul').map(({ tag, kind }) => [tag, kind])).toEqual([
    ['culture', 'known'],
    ['culture/music', 'known'],
    ['agriculture', 'known'],
    ['cul', 'new'],
  ]);
});

test('a part below a slash is found by its own beginning', () => {
  expect(offerTags(known, [], 'mus')[0]?.tag).toBe('culture/music');
});

test('a tag that exists is not offered as new, whatever its accents and capitals', () => {
  expect(offerTags(known, [], 'cafe')).toEqual([{ tag: 'Café', kind: 'known', total: 1 }]);
});

test('tags already borne are told apart', () => {
  expect(offerTags(known, ['culture'], 'culture')[0]).toEqual({ tag: 'culture', kind: 'borne', total: 9 });
});

test('what is typed becomes a tag as the library takes it', () => {
  expect(cleanTag('  #politics / arms   control/ ')).toBe('politics/arms control');
  expect(cleanTag(' / ')).toBe('');
});
