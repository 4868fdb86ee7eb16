import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import lunr from 'lunr';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '#platform/database.ts';
import { noLog } from '#platform/log.ts';
import { type Random, randomDocument, randomFrom } from '#support/random-archive.ts';
import { Analyzer, lowered } from '../analysis/analyzer.ts';
import { englishStopWords } from '../analysis/languages.ts';
import { TypedWords } from '../analysis/typed-words.ts';
import { openSearch, type SearchDocument } from '../search.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pressmark-together-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

// --- the slow, obvious truth: the words of the text itself, one by one

/** One position of a text: all terms that stand there. */
type Position = ReadonlySet<string>;

const analyzer = new Analyzer();
const languages = ['en', 'de', null];
const typed = new TypedWords(
  analyzer,
  languages.map((language) => analyzer.group(language)),
);

function positionsOf(text: string, language: string | null): Position[] {
  const positions: Set<string>[] = [];
  const group = analyzer.group(language);
  analyzer.eachTerm(lowered(text, group), group, (term, position) => {
    (positions[position] ??= new Set()).add(analyzer.term(term));
  });
  return Array.from(positions, (terms) => terms ?? new Set());
}

/** The ways to read the words of a query: for each the terms of each word, by place. */
function readingsOf(text: string): ReadonlySet<string>[][] {
  return typed.rows(typed.units(text, true), false).map((row) => {
    const places: Set<string>[] = [];
    for (const { terms, place } of row) places[place] = new Set(terms);
    return places;
  });
}

const meet = (position: Position | undefined, word: ReadonlySet<string> | undefined): boolean =>
  word === undefined || (position !== undefined && [...word].some((term) => position.has(term)));

function standSideBySide(text: Position[], words: ReadonlySet<string>[]): boolean {
  return text.some((_, start) => words.every((word, place) => meet(text[start + place], word)));
}

function standNear(text: Position[], words: ReadonlySet<string>[], distance: number): boolean {
  const window = words.length + distance;
  return text.some((_, start) => {
    const left: (Position | undefined)[] = text.slice(start, start + window);
    return words.every((word) => {
      const at = left.findIndex((position) => position !== undefined && meet(position, word));
      if (at >= 0) left[at] = undefined;
      return at >= 0;
    });
  });
}

const fieldsOf = (document: SearchDocument) => [
  document.title,
  document.author,
  document.source,
  document.section,
  document.tag,
  document.body,
];

describe('phrases and NEAR', () => {
  test.each([1, 2, 3])(
    'find exactly what the texts hold, over segments, buffer, changes and merges (seed %i)',
    (seed) => {
      const random = randomFrom(seed);
      const database = openDatabase(join(folder, 'catalogue.sqlite'));
      const truth = new Map<string, SearchDocument>();
      const options = {
        database,
        clock: { now: () => 0 },
        log: noLog,
        documents: () => truth,
        settings: { flushAt: 16, cacheBytes: 50_000 },
      };
      let index = openSearch(options);
      for (let round = 0; round < 4; round++) {
        for (let i = 0; i < 30; i++) {
          const document = { ...randomDocument(random, `a${random.below(90)}`), trashed: false };
          truth.set(document.id, document);
          index.put([document]);
        }
        for (let slice = 0; slice < 300 && index.maintain(1); slice++);
        if (round === 2) index = openSearch(options);
        for (let i = 0; i < 60; i++) {
          const { query, matches } = randomPhrase(random, [...truth.values()]);
          const expected = [...truth.values()].filter((document) =>
            fieldsOf(document).some((text) => matches(positionsOf(text, document.language))),
          );
          const answer = index.search({ query, filter: {}, sort: 'relevance', limit: 1000, offset: 0, explain: false });
          expect(answer.hits.map(({ id }) => id).sort(), query).toEqual(expected.map(({ id }) => id).sort());
        }
      }
      expect(index.check()).toEqual([]);
      database.close();
    },
  );

  test('know the very stop words that Lunr drops', () => {
    const isDropped = (word: string) => lunr.stopWordFilter(new lunr.Token(word, {})) === undefined;
    expect(englishStopWords.filter((word) => !isDropped(word))).toEqual([]);
    const source = String(lunr.stopWordFilter);
    expect(source).toContain('words[token.toString()]');
    expect(englishStopWords).toHaveLength(119);
  });
});

/** Words as they stand in some text, or shuffled, or with a hole. */
function randomPhrase(
  random: Random,
  documents: readonly SearchDocument[],
): { query: string; matches: (text: Position[]) => boolean } {
  for (;;) {
    const text = random.pick(fieldsOf(random.pick(documents)));
    const tokens = text
      .split(/\s/)
      .map((token) => token.replaceAll(/["\u201c\u201d\u201e\u00ab\u00bb\\:~^*()+]/g, ''))
      .filter((token) => typed.units(token, true).length > 0);
    const from = random.below(tokens.length);
    const picked = tokens.slice(from, from + 2 + random.below(3));
    if (picked.length < 2) continue;
    if (random.chance(0.2)) picked.reverse();
    const readings = readingsOf(picked.join(' '));
    if (random.chance(0.6)) {
      return {
        query: `"${picked.join(' ')}"`,
        matches: (own) => readings.some((words) => standSideBySide(own, words)),
      };
    }
    const distance = random.below(4);
    // NEAR asks for words; of a run without spaces or two joined by a hyphen it would ask for the parts.
    const isPlain = picked.every((token) => /^[\p{L}\p{N}]+$/u.test(token) && !/\p{scx=Han}/u.test(token));
    if (!isPlain || picked.some((token) => /^(or|and|not)$/i.test(token))) continue;
    return {
      query: picked.join(` NEAR/${distance} `),
      matches: (own) => standNear(own, readings[0]!, distance),
    };
  }
}
