import { expect, test } from 'vitest';
import { sentencesOf } from './sentences.ts';

function cut(text: string, language: string | null = 'en'): string[] {
  return sentencesOf(text, { start: 0, end: text.length }, language).map(({ start, end }) => text.slice(start, end));
}

test('sentences end where they end, with their quotation marks', () => {
  expect(cut('The bell rang. “Is it late?” she asked. Nobody knew!')).toEqual([
    'The bell rang.',
    '“Is it late?” she asked.',
    'Nobody knew!',
  ]);
});

test('an abbreviation, an initial and a title end none', () => {
  expect(cut('Dr. Moen met Mrs. J. K. Abbott of St. Olav. They left.')).toEqual([
    'Dr. Moen met Mrs. J. K. Abbott of St. Olav.',
    'They left.',
  ]);
  expect(cut('It costs more, e.g. Friday nights, and no. 7 is closed. So be it.')).toHaveLength(2);
});

test('what may end a sentence ends it before a capital letter only', () => {
  expect(cut('The ferry leaves at 6 a.m. and returns at night. It came to the U.S. in 1931.')).toHaveLength(2);
  expect(cut('Bring ropes, lamps, etc. The rest is there.')).toHaveLength(2);
});

test('a German ordinal and its abbreviations end none, a year does', () => {
  expect(cut('Am 3. Oktober kam Dr. Banu, z. B. mit dem Zug. Das war 1931. Dann schwieg er.', 'de')).toEqual([
    'Am 3. Oktober kam Dr. Banu, z. B. mit dem Zug.',
    'Das war 1931.',
    'Dann schwieg er.',
  ]);
});

test('Chinese and Japanese sentences are parted by their own signs', () => {
  expect(cut('港口重新开放。人们很高兴！', 'zh')).toEqual(['港口重新开放。', '人们很高兴！']);
  expect(cut('橋が開いた。人々は喜んだ。', 'ja')).toEqual(['橋が開いた。', '人々は喜んだ。']);
});

test('a language that is none is no hindrance, and places are those of the whole text', () => {
  const text = 'Before.\nOne. Two.';
  expect(sentencesOf(text, { start: 8, end: text.length }, 'not a language')).toEqual([
    { start: 8, end: 12 },
    { start: 13, end: 17 },
  ]);
});
