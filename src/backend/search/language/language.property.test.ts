import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '#platform/database.ts';
import { Analyzer } from '../analysis/analyzer.ts';
import { TypedWords } from '../analysis/typed-words.ts';
import type { Match } from '../evaluate/plan.ts';
import { type NameKind, Names, nameKinds } from '../storage/names.ts';
import { Store } from '../storage/store.ts';
import type { AllNames } from './filters.ts';
import { lex } from './lexer.ts';
import { noMargins } from './margins.ts';
import { parseQuery } from './parse.ts';
import { ageRange, dateRange, numberRange } from './values.ts';

let folder: string;
let database: Database;
let names: AllNames;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pressmark-language-'));
  database = openDatabase(join(folder, 'catalogue.sqlite'));
  const store = new Store(database, 'test');
  store.makeAnew();
  const kinds = Object.keys(nameKinds) as NameKind[];
  names = Object.fromEntries(kinds.map((kind) => [kind, new Names(store, kind)])) as Record<NameKind, Names>;
});

afterAll(() => {
  database.close();
  rmSync(folder, { recursive: true, force: true });
});

const typed = new TypedWords(new Analyzer(), ['en', 'de', 'zh']);
const collections = { named: () => [], numbersIn: () => [] };
const margins = { ...noMargins, numbersOf: () => [] };
const parse = (query: string) => parseQuery(query, { names, collections, margins, nowSeconds: 0, typed });

/** Pieces of the language in any order, and anything at all between them. */
const query = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '(',
        ')',
        '"',
        'OR',
        'AND',
        'NOT',
        'NEAR/3',
        'NEAR',
        '2 OF (',
        '-',
        '+',
        '~',
        '^',
        '*',
        ':',
        '\\',
        '..',
        ' ',
        ' ',
        ' ',
      ),
      fc.constantFrom(
        'tag:',
        'title:',
        'is:',
        'published:',
        'sort:',
        'words:',
        'lang:',
        'nosuch:',
        '2018-06',
        'unread',
        'race',
        'the',
        '~9',
        '^3',
      ),
      fc.string({ unit: 'binary', maxLength: 5 }),
    ),
    { maxLength: 30 },
  )
  .map((pieces) => pieces.join(''));

describe('any query', () => {
  test('is read, within bounds, and a mistake lies inside it', () => {
    fc.assert(
      fc.property(query, (text) => {
        const { plan, problem } = parse(text);
        expect(plan.leaves.length).toBeLessThanOrEqual(64);
        for (const leaf of leavesOf(plan.match)) expect(plan.leaves[leaf]).toBeDefined();
        for (const { boost, editDistance } of plan.leaves) {
          expect(boost).toBeLessThanOrEqual(1000);
          expect(editDistance ?? 0).toBeLessThanOrEqual(2);
        }
        if (problem === null) return;
        expect(problem.start).toBeGreaterThanOrEqual(0);
        expect(problem.end).toBeLessThanOrEqual(text.length);
        expect(problem.start).toBeLessThanOrEqual(problem.end);
      }),
      { numRuns: 3000 },
    );
  });

  test('of many words has a reading as prose that is nothing but words', () => {
    const words = 'harbour lantern meadow orchard pigeon quarry ribbon saddle ';
    fc.assert(
      fc.property(query, (text) => {
        const { prose } = parse(words + text);
        if (prose === undefined) return;
        expect(lex(prose).filter(({ kind }) => kind !== 'word')).toEqual([]);
        expect(parse(prose).prose).toBeUndefined();
      }),
      { numRuns: 3000 },
    );
  });

  test('is cut into pieces that do not overlap and leave out nothing but spaces', () => {
    fc.assert(
      fc.property(query, (text) => {
        let at = 0;
        for (const { start, end } of lex(text)) {
          expect(text.slice(at, start).trim()).toBe('');
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(text.slice(at).trim()).toBe('');
      }),
      { numRuns: 3000 },
    );
  });
});

function leavesOf(match: Match): number[] {
  switch (match.kind) {
    case 'leaf':
      return [match.leaf];
    case 'all':
    case 'any':
    case 'some':
      return match.of.flatMap(leavesOf);
    case 'not':
      return leavesOf(match.of);
    case 'everything':
    case 'nothing':
    case 'filter':
    case 'near':
      return [];
  }
}

describe('a mistake', () => {
  test.each<[string, string, number, number, string]>([
    ['race publishd:2018', 'there is no field named publishd', 5, 14, 'race publishd 2018'],
    ['race published:soon', 'published: takes a date such as 2018, 2018-06 or 2018-01..2018-06', 5, 19, 'race'],
    ['race title: ', 'title: has nothing behind it', 5, 11, 'race'],
    ['(race', 'this bracket is not closed', 0, 1, 'race'],
    ['race )', 'this bracket closes nothing', 5, 6, 'race'],
    ['race)', '', 0, 0, ''],
    ['"arms race', 'the quotation is not closed', 0, 10, '"arms race"'],
    ['race~x', '~ is followed by the number of letters that may differ', 0, 6, 'race x'],
    ['race~7 x', 'at most 2 letters may differ', 0, 6, 'race~2 x'],
    ['race is:', 'is: has nothing behind it', 5, 8, 'race'],
    [
      'race is:lost sort:up',
      'is: takes one of unread, reading, archived, favourite, duplicate, trashed',
      5,
      12,
      'race',
    ],
    ['race -', '', 0, 0, ''],
  ])('in %s is told in its place', (text, message, start, end, readAs) => {
    const { problem } = parse(text);
    if (message === '') expect(problem).toBeNull();
    else expect(problem).toMatchObject({ message, start, end, readAs });
  });
});

describe('values', () => {
  test('of dates and numbers are ranges', () => {
    const day = 86_400;
    const length = (text: string) => (dateRange(text)!.to - dateRange(text)!.from) / day;
    expect(['2018', '2018-02', '2018-02-03', '2018-1..2018-03'].map(length)).toEqual([365, 28, 1, 90]);
    expect(['', '..', '20', '2018-13', '2018-02-30', '1..2..3', 'soon'].map(dateRange)).toEqual(
      Array.from({ length: 7 }),
    );
    expect(numberRange('>1500')).toEqual({ from: 1501, to: Infinity });
    expect(numberRange('300..800')).toEqual({ from: 300, to: 801 });
    expect(ageRange('<2d', 10 * day)).toEqual({ from: 8 * day, to: Infinity });
    expect(ageRange('>1w', 10 * day)).toEqual({ from: 1, to: 3 * day });
  });
});

test('an address may be asked for whole, with its colon and its signs', () => {
  const asked: string[] = [];
  const atAddress = (part: string) => (asked.push(part), []);
  for (const address of ['https://example.org/2018/06/a-b?c=d', 'example.org/a_b', 'example.org:8080/x']) {
    parseQuery(`url:${address} word`, {
      names,
      collections,
      margins: { ...margins, atAddress },
      nowSeconds: 0,
      typed,
    });
    expect(asked.pop()).toBe(address);
  }
});

test.each<[string, string, string, string]>([
  ['a letter that may stand anywhere', 'race *a*', 'race', 'these words are too common to be searched for'],
  ['a letter at the end of a word', '*e race', 'race', 'these words are too common to be searched for'],
  ['a second letter and a star', 'r* g*', 'r*', 'a query takes at most one word of one letter and a star'],
  [
    'a fourth word that is looked for in all of the dictionary',
    'rase~1 genva~1 *mmit harvst~1 race',
    'rase~1 genva~1 *mmit race',
    'a query takes at most 3 words with a star or ~',
  ],
])('(%s) is passed over where the dictionary is large, and told', (_, text, readAs, message) => {
  const context = { names, collections, margins, nowSeconds: 0, typed };
  const { problem } = parseQuery(text, { ...context, termCount: 500_000 });
  expect(problem?.readAs.trim()).toBe(readAs);
  expect(problem?.message).toContain(message);
  expect(parseQuery(text, { ...context, termCount: 5_000 }).problem).toBeNull();
});
