import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, spelledOut } from './folding.ts';

const anything = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
);

describe('folding', () => {
  test('twice is folding once, whatever the text', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
      { numRuns: 2000 },
    );
  });

  test('makes one of a text and its composed and decomposed forms', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')));
      }),
    );
  });

  test.each([
    ['Müller', 'muller'],
    ['STRASSE', 'strasse'],
    ['Straße', 'strasse'],
    ['Ångström', 'angstrom'],
    ['Smørrebrød', 'smorrebrod'],
    ['Łódź', 'lodz'],
    ['İstanbul', 'istanbul'],
    ['ısı', 'isi'],
    ['Œuvre', 'oeuvre'],
    ['ΣΊΣΥΦΟΣ', 'σισυφοσ'],
    ['ёлка', 'елка'],
    ['мой', 'мой'],
    ['مَدْرَسَة', 'مدرسه'],
    ['ــأحمد', 'احمد'],
    ['שָׁלוֹם', 'שלום'],
    ['ＦＵＬＬ１', 'full1'],
    ['ﬁn', 'fin'],
    ['२०१८', '2018'],
    ['हिन्दी', 'हिन्दी'],
    ['ガラス', 'ガラス'],
    ['한국', '한국'],
  ])('of %s is %s', (text, folded) => {
    expect(fold(text.toLowerCase())).toBe(fold(folded));
    expect(fold(text)).toBe(folded.normalize('NFC'));
  });

  test('leaves ä and its like to be spelled with two letters', () => {
    expect(spelledOut('müller')).toBe('mueller');
    expect(spelledOut('århus')).toBe('aarhus');
    expect(spelledOut('miller')).toBeUndefined();
  });
});
