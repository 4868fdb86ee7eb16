import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '#platform/database.ts';
import { ByteReader } from '../codec/bytes.ts';
import { ArchiveIndex } from '../archive-index.ts';
import { Analyzer, lowered } from './analyzer.ts';
import { groupOf } from './languages.ts';
import { lunrLanguageCodes, lunrLanguagesVersion } from './lunr-languages.ts';
import { TypedWords } from './typed-words.ts';
import { cutChunk } from './words.ts';

const pieces = [
  'summit',
  'Talks',
  'the',
  "O'Neill",
  'l’homme',
  'co-operation',
  'covid-19',
  '1,000',
  '3.5m',
  'U.S.',
  'bbc.co.uk',
  'C++',
  'Müller',
  'Straße',
  'naïve',
  'cafe\u0301',
  'ﬁnal',
  'İstanbul’da',
  'Россия',
  'ёлка',
  'κυβέρνησης',
  'الكِتاب',
  'הבתים',
  'दिल्ली',
  'รัฐบาลจะดำเนิน',
  '北京大学的学生',
  '東京オリンピック',
  'ｶﾞﾗｽ',
  '대한민국',
  '𠮷野家',
  'iPhone手机',
  '😀',
  '\ud800',
  '\udc00lone',
  '—',
  '--',
  '\u00ad',
  '\ufeff',
  '葛\u{e0100}飾',
];
const languages = ['en', 'de', 'fr', 'tr', 'ru', 'ar', 'zh', 'ja', 'th', 'uk', null];
const anyText = fc.oneof(
  fc.array(fc.constantFrom(...pieces, ' ', ' ', '。', '-', '"')).map((list) => list.join('')),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 }).map((units) => String.fromCharCode(...units)),
);
const anyLanguage = fc.constantFrom(...languages);

describe('the analyzer', () => {
  const analyzer = new Analyzer();

  test('takes any text, and counts each term as often as it gives positions, in rising order', () => {
    fc.assert(
      fc.property(anyText, anyLanguage, (text, language) => {
        const length = analyzer.analyse(text, language, (_, frequency, positions) => {
          const reader = new ByteReader(positions.bytes.subarray(0, positions.length));
          reader.varint();
          for (let left = frequency - 1; left > 0; left--) expect(reader.varint()).toBeGreaterThan(0);
          expect(reader.at).toBe(positions.length);
        });
        expect(length).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 1000 },
    );
  });

  test('gives every term a place in the text', () => {
    fc.assert(
      fc.property(anyText, anyLanguage, (text, language) => {
        const group = analyzer.group(language);
        const lower = lowered(text, group);
        analyzer.eachTerm(lower, group, (_term, _position, start, end) => {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(lower.length);
        });
      }),
      { numRuns: 500 },
    );
  });

  test('says the same whether it has met the words before or not', () => {
    fc.assert(
      fc.property(anyText, anyLanguage, (text, language) => {
        expect(termsOf(new Analyzer(), text, language)).toEqual(termsOf(analyzer, text, language));
      }),
      { numRuns: 100 },
    );
  });

  test.each(['ก', '中', '한', 'a', 'ä', 'a.', "a'", 'a-', '\u0301', '\ud800', '葛\u{e0100}'])(
    'takes twenty thousand %j without a space between',
    (character) => {
      const text = character.repeat(20_000);
      expect(analyzer.analyse(text, null, () => undefined)).toBeLessThanOrEqual(text.length);
      expect(new TypedWords(analyzer, ['en', 'de']).units(text, true).length).toBeLessThanOrEqual(1);
    },
  );
});

function termsOf(analyzer: Analyzer, text: string, language: string | null): string[] {
  const terms: string[] = [];
  analyzer.analyse(text, language, (term, frequency) => terms.push(`${analyzer.term(term)} ${frequency}`));
  return terms;
}

describe('every word of a text', () => {
  let folder: string;
  let database: Database;
  let index: ArchiveIndex;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'pressmark-analysis-'));
    database = openDatabase(join(folder, 'catalogue.sqlite'));
    index = new ArchiveIndex(database);
  });
  afterAll(() => {
    database.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('typed as it stands, stands for one of the terms that the text has at its place', () => {
    fc.assert(
      fc.property(anyText, anyLanguage, (text, language) => {
        const { analyzer } = index;
        const group = analyzer.group(language);
        const typed = new TypedWords(analyzer, languages.map(groupOf));
        for (const token of text.split(/\s+/)) {
          const positions: Set<string>[] = [];
          analyzer.eachTerm(lowered(token, group), group, (term, position) => {
            (positions[position] ??= new Set()).add(analyzer.term(term));
          });
          const [row] = typed.rows(typed.units(token, true), false);
          for (const { terms, place, prefix } of row!) {
            const there = [...(positions[place] ?? [])];
            const isMet = there.some(
              (term) => terms.includes(term) || (prefix !== undefined && term.startsWith(prefix)),
            );
            expect(isMet, `${JSON.stringify(token)} in ${language}: ${terms.join()} in ${there.join()}`).toBe(true);
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('chunks', () => {
  const words = (chunk: string) => cutChunk(chunk).words.map(({ text }) => text);

  test.each([
    ['(covid-19),', ['covid', '19'], 'covid19'],
    ['2018-19', ['2018', '19'], undefined],
    ['state-of-the-art', ['state', 'of', 'the', 'art'], undefined],
    ['and/or', ['and', 'or'], undefined],
    ['u.s.', ['us'], undefined],
    ['u.s.a.,', ['usa'], undefined],
    ['j.k.rowling', ['jk', 'rowling'], undefined],
    ['1,000', ['1000'], undefined],
    ["1'000'000", ['1000000'], undefined],
    ['1,5', ['1.5'], undefined],
    ['10.06.2018', ['10', '06', '2018'], undefined],
    ['$3.5m', ['3.5m'], undefined],
    ['1,000i\u0307s', ['1000i\u0307s'], undefined],
    ['desk@paper.example', ['desk', 'paper', 'example'], undefined],
    ['snake_case', ['snake', 'case'], undefined],
    ['o’neill', ["o'neill"], undefined],
    ['col·lecció', ['collecció'], undefined],
    ['צה״ל', ['צהל'], undefined],
    ['co\u2010operation', ['co', 'operation'], 'cooperation'],
    ['do\u00adnau', ['donau'], undefined],
    ['"--"', [], undefined],
  ])('%j is %j', (chunk, parts, joined) => {
    expect(words(chunk)).toEqual(parts);
    expect(cutChunk(chunk).joined).toBe(joined);
  });
});

describe('languages', () => {
  test.each([
    ['en-GB', 'en'],
    ['de_AT', 'de'],
    ['nb', 'no'],
    ['iw', 'he'],
    ['pt-BR', 'pt'],
    ['cs', 'Latn'],
    ['uk', 'Cyrl'],
    ['fa', 'Arab'],
    ['zh-Hant-TW', 'zh'],
    [null, 'en'],
    ['', 'en'],
    ['not a language', 'en'],
    ['x', 'en'],
    ['zzz', 'Latn'],
  ])('%j is read as %s', (language, group) => {
    expect(groupOf(language)).toBe(group);
  });

  test('leave Lunr and the global object as they are', () => {
    const before = Object.keys(globalThis).sort();
    const analyzer = new Analyzer();
    for (const code of [...lunrLanguageCodes, 'ar', 'he']) {
      expect(analyzer.languages.get(code).stem('abc')).not.toBe('');
    }
    expect(Object.keys(globalThis).sort()).toEqual(before);
    const lunr = createRequire(import.meta.url)('lunr') as Record<string, unknown>;
    expect(Object.keys(lunr).filter((key) => lunrLanguageCodes.includes(key) || key.endsWith('Support'))).toEqual([]);
  });

  test('are of the version that the signature names', () => {
    const file = createRequire(import.meta.url).resolve('lunr-languages/package.json');
    const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version: string };
    expect(lunrLanguagesVersion).toBe(version);
  });
});
