import { expect, test } from 'vitest';
import { findMatches, matchFrom, type Wanted } from './find-matches.ts';
import { fold, foldWords } from './fold.ts';

function found(text: string, ...wanted: readonly (string | Wanted)[]): string[] {
  const all = wanted.map((one) => (typeof one === 'string' ? { words: foldWords(one), isWhole: false } : one));
  return findMatches(fold(text), all).map(({ start, end }) => text.slice(start, end));
}

test('words are found whatever their case and accents, and marked as they stand in the text', () => {
  expect(found('Cafés in Café Müller, CAFE', 'café')).toEqual(['Café', 'Café', 'CAFE']);
  expect(found('Die Straße zur STRASSE', 'strasse')).toEqual(['Straße', 'STRASSE']);
  expect(found('Łódź and Lodz', 'łodz')).toEqual(['Łódź', 'Lodz']);
});

test('an accent that is a character of its own is marked with its letter', () => {
  expect(found('re\u0301sume\u0301 and résumé', 'resume')).toEqual(['re\u0301sume\u0301', 'résumé']);
});

test('signs of print are found by those of a keyboard', () => {
  expect(found('“It’s over” – he said', '"it\'s over" - he')).toEqual(['“It’s over” – he']);
  expect(found('a line\nand the next', 'line and')).toEqual(['line\nand']);
});

test('half a syllable is no match', () => {
  expect(found('각 가게', '가')).toEqual(['가']);
  expect(found('がくせい かく', 'かく')).toEqual(['かく']);
});

test('vowels of Hebrew and Arabic may be left out', () => {
  expect(found('שָׁלוֹם', 'שלום')).toEqual(['שָׁלוֹם']);
  expect(found('مُحَمَّد', 'محمد')).toEqual(['مُحَمَّد']);
});

test('a whole word is not found inside another, save where words stand without spaces', () => {
  const whole = (words: string): Wanted => ({ words: foldWords(words), isWhole: true });
  expect(found('the art of the party, Art', whole('art'))).toEqual(['art', 'Art']);
  expect(found('東京都の港', whole('東京'))).toEqual(['東京']);
});

test('several words are found in the order of the text, and none twice', () => {
  expect(found('harbour bridge, bridge, harbour', 'bridge', 'harbour', 'harbour bridge')).toEqual([
    'harbour bridge',
    'bridge',
    'harbour',
  ]);
});

test('the first match from a place on, and from the top again after the last', () => {
  const matches = findMatches(fold('one two one two one'), [{ words: 'one', isWhole: false }]);
  expect(matchFrom(matches, 0)).toBe(0);
  expect(matchFrom(matches, 1)).toBe(1);
  expect(matchFrom(matches, 18)).toBe(0);
  expect(matchFrom([], 0)).toBe(-1);
});

test('nothing is found of nothing', () => {
  expect(found('some words', '', '  ')).toEqual([]);
});
