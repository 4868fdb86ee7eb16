import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import lunr from 'lunr';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '#platform/database.ts';
import { noLog } from '#platform/log.ts';
import { type Random, randomDocument, randomFrom } from '#support/random-archive.ts';
import { stopWords } from '../analysis/pipelines.ts';
import { openSearch, type SearchDocument } from '../search.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pressmark-together-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

// --- the slow, obvious truth: the words of the text itself, one by one

/** A word as it counts in a phrase: stop words as they are, others by their stem; undefined for mere signs. */
function wordOf(token: string): string | undefined {
  const trimmed = token.replace(/^\W+/, '').replace(/\W+$/, '');
  if (trimmed === '') return undefined;
  return stopWords.includes(trimmed) ? `(${trimmed})` : lunr.stemmer(new lunr.Token(trimmed, {})).toString();
}

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[\s-]/)
    .flatMap((token) => wordOf(token) ?? []);
}

function standSideBySide(text: string[], words: string[]): boolean {
  return text.some((_, start) => words.every((word, place) => text[start + place] === word));
}

function standNear(text: string[], words: string[], distance: number): boolean {
  const window = words.length + distance;
  return text.some((_, start) => {
    const left = text.slice(start, start + window);
    return words.every((word) => {
      const at = left.indexOf(word);
      if (at >= 0) left.splice(at, 1);
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
            fieldsOf(document).some((text) => matches(wordsOf(text))),
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
    expect(stopWords.filter((word) => !isDropped(word))).toEqual([]);
    const source = String(lunr.stopWordFilter);
    expect(source).toContain('words[token.toString()]');
    expect(stopWords).toHaveLength(119);
  });
});

/** Words as they stand in some text, or shuffled, or with a hole. */
function randomPhrase(
  random: Random,
  documents: readonly SearchDocument[],
): { query: string; matches: (text: string[]) => boolean } {
  for (;;) {
    const text = random.pick(fieldsOf(random.pick(documents)));
    const tokens = text
      .toLowerCase()
      .split(/[\s-]/)
      .map((token) => token.replaceAll(/["\u201c\u201d\u201e\u00ab\u00bb\\:~^*()+]/g, ''))
      .filter((token) => wordOf(token));
    const from = random.below(tokens.length);
    const picked = tokens.slice(from, from + 2 + random.below(3));
    if (picked.length < 2) continue;
    if (random.chance(0.2)) picked.reverse();
    const words = picked.flatMap((token) => wordsOf(token));
    if (random.chance(0.6)) return { query: `"${picked.join(' ')}"`, matches: (own) => standSideBySide(own, words) };
    const distance = random.below(4);
    if (picked.some((token) => /^(or|and|not)$/i.test(token) || token.startsWith('-') || /^\W|\W$/.test(token)))
      continue;
    return { query: picked.join(` NEAR/${distance} `), matches: (own) => standNear(own, words, distance) };
  }
}
