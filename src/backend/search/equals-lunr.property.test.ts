import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '#platform/database.ts';
import { noLog } from '#platform/log.ts';
import {
  type Random,
  randomDocument,
  randomFrom,
  randomMarks,
  randomText,
  randomWord,
} from '#support/random-archive.ts';
import { buildOracle } from '#support/search-oracle.ts';
import { buildStockIndex, differences } from '#support/stock-lunr.ts';
import type { TypedWords } from './analysis/typed-words.ts';
import { ArchiveIndex, type IndexSettings } from './archive-index.ts';
import type { SearchDocument } from './document.ts';
import { fieldNames, fields } from './fields.ts';
import { openSearch } from './search.ts';

// More with PRESSMARK_FUZZ=n: n queries in all, from a seed of the day or PRESSMARK_SEED.
const queryCount = Number(process.env['PRESSMARK_FUZZ'] ?? 2000);
const firstSeed = Number(process.env['PRESSMARK_SEED'] ?? 20_180_610);
const roundsPerArchive = 5;
const queriesPerRound = 100;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pressmark-search-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the index and stock Lunr', () => {
  const archives = Math.max(1, Math.ceil(queryCount / (roundsPerArchive * queriesPerRound)));
  for (let archive = 0; archive < archives; archive++) {
    const seed = firstSeed + archive;
    test(
      `agree on every result and score after random changes (seed ${seed})`,
      () => compareOverChanges(seed),
      120_000,
    );
  }
});

describe('plain English', () => {
  test.each([1, 2, 3, 4])('has the very terms and scores of stock Lunr with its own pipeline (seed %i)', (seed) => {
    const random = randomFrom(seed);
    const database = openDatabase(join(folder, 'catalogue.sqlite'));
    const index = new ArchiveIndex(database, { flushAt: 16, cacheBytes: 100_000 });
    const truth = new Map<string, SearchDocument>();
    for (let number = 0; number < 120; number++) {
      const body = plainText(random, random.below(60));
      const title = plainText(random, 1 + random.below(6));
      const language = random.pick(['en', 'en-GB', null]);
      put(index, truth, [
        {
          ...randomDocument(random, `a${number}`),
          title,
          body,
          language,
          tag: 'Long reads',
          author: 'Ada Fenn, Bram Okoro',
        },
      ]);
    }
    const stock = buildStockIndex(truth.values(), fields);
    const words = wordsOf([...truth.values()]).filter((word) => /^[a-z0-9]+$/.test(word));
    for (let i = 0; i < 300; i++) {
      const query = randomQuery(random, words);
      expect(differences(index.search(query), stock.search(query)), query).toEqual([]);
    }
    database.close();
  });
});

const plainWords = [
  'the',
  'of',
  'and',
  'summit',
  'talks',
  'Talked',
  'nations',
  'covid',
  '19',
  '1970s',
  '2018-19',
  'WORLD',
  'a',
  '&',
];

/** Words of letters and digits as a newspaper sets them, with signs around. */
function plainText(random: Random, count: number): string {
  let text = '';
  for (let left = count; left > 0; left--) {
    const made = randomWord(random);
    const word = /^[a-z0-9]+[,.!?;]*$/i.test(made) ? made : random.pick(plainWords);
    text += random.pick(['', '', '', '"', '(']) + word + random.pick([' ', ' ', ' ', ', ', '. ', '\n\n', ' - ']);
  }
  return text;
}

function compareOverChanges(seed: number): void {
  const random = randomFrom(seed);
  // A tiny flush threshold makes many segments and merges from few articles.
  const settings = { flushAt: random.pick([4, 16, 64]), cacheBytes: random.pick([1000, 1_000_000]) };
  const path = join(folder, 'catalogue.sqlite');
  let database = openDatabase(path);
  let index = new ArchiveIndex(database, settings);
  const truth = new Map<string, SearchDocument>();
  for (let round = 0; round < roundsPerArchive; round++) {
    for (let change = 0; change < (round === 0 ? 60 : 30); change++) changeSomething(random, index, truth);
    if (random.chance(0.3)) index.flush();
    if (random.chance(0.7)) for (let slice = 0; index.maintain(1) && slice < 50; slice++);
    if (random.chance(0.5)) {
      database.close();
      database = openDatabase(path);
      index = new ArchiveIndex(database, settings);
    }
    compareQueries(random, index, truth);
    compareDefault(random, database, settings, truth);
    expect(index.check()).toEqual([]);
  }
  database.close();
}

function changeSomething(random: Random, index: ArchiveIndex, truth: Map<string, SearchDocument>): void {
  const ids = [...truth.keys()];
  const kind = ids.length === 0 ? 0 : random.below(10);
  if (kind < 4) {
    const batch = Array.from({ length: 1 + random.below(6) }, () => randomDocument(random, `a${random.below(1e9)}`));
    put(index, truth, batch);
  } else if (kind < 6) {
    put(index, truth, [{ ...truth.get(random.pick(ids))!, body: randomText(random, random.below(80)) }]);
  } else if (kind < 8) {
    put(index, truth, [{ ...truth.get(random.pick(ids))!, ...randomMarks(random) }]);
  } else {
    const gone = [random.pick(ids), random.pick(ids)];
    index.remove(gone);
    for (const id of gone) truth.delete(id);
  }
}

function put(index: ArchiveIndex, truth: Map<string, SearchDocument>, batch: readonly SearchDocument[]): void {
  index.put(batch);
  for (const document of batch) truth.set(document.id, document);
}

function compareQueries(random: Random, index: ArchiveIndex, truth: Map<string, SearchDocument>): void {
  const { stock, typed } = buildOracle(truth.values());
  const words = wordsOf([...truth.values()]);
  for (let i = 0; i < queriesPerRound; i++) {
    const query = i === 0 ? '' : randomQuery(random, words);
    if (query.split(' ').some((clause) => isMisspeltTwice(clause, typed))) continue;
    const expected = stock.search(query);
    const found = index.search(query);
    expect(differences(found, expected), JSON.stringify(query)).toEqual([]);
    if (i >= 20) continue;
    const truths = new Map(expected.map(({ ref, matchData }) => [ref, matchData.metadata]));
    for (const { ref, matchData } of found) expect(matchData.metadata, `${query}: ${ref}`).toEqual(truths.get(ref));
  }
}

/** Pressmark requires every word: its results are Lunr's for the same words with a plus, less the trash. */
function compareDefault(
  random: Random,
  database: Database,
  settings: Partial<IndexSettings>,
  truth: ReadonlyMap<string, SearchDocument>,
): void {
  const { stock, typed } = buildOracle(truth.values());
  const search = openSearch({ database, settings, clock: { now: () => 0 }, log: noLog, documents: () => truth });
  // Lunr knows no word that says nothing in some articles only.
  const isStopWord = (word: string) => typed.units(word, false).some(({ words: [own] }) => own!.stopIn.length > 0);
  const plain = wordsOf([...truth.values()]).filter((word) => /^[a-z0-9]+$/.test(word) && !isStopWord(word));
  for (let i = 0; i < queriesPerRound / 4; i++) {
    const clauses = Array.from({ length: 1 + random.below(3) }, () => {
      const field = random.chance(0.2) ? `${random.pick(['title', 'author', 'source', 'body'])}:` : '';
      return { sign: random.chance(0.15) ? '-' : '+', rest: field + changedWord(random, random.pick(plain)) };
    });
    const query = clauses.map(({ sign, rest }) => (sign === '-' ? sign : '') + rest).join(' ');
    if (clauses.some(({ rest }) => rest.endsWith(':*') || rest === '*' || isMisspeltTwice(rest, typed))) continue;
    const expected = new Map<string, number>();
    for (const { ref, score } of stock.search(clauses.map(({ sign, rest }) => sign + rest).join(' '))) {
      if (truth.get(ref)!.trashed === false) expected.set(ref, score);
    }
    // The space behind tells that the last word is whole.
    const answer = search.search({
      query: `${query} `,
      filter: {},
      sort: 'relevance',
      limit: 1e6,
      offset: 0,
      explain: false,
    });
    expect(search.count({ query: `${query} `, filter: {} }), query).toBe(expected.size);
    if (expected.size === 0) {
      // What is answered instead, if anything, is said to be another query.
      expect(answer.total > 0, query).toBe(answer.problem !== null);
      continue;
    }
    expect(answer.hits.map(({ id }) => id).sort(), query).toEqual([...expected.keys()].sort());
    expect(answer.total).toBe(expected.size);
    for (const { id, score } of answer.hits)
      expect(Math.abs(score - expected.get(id)!), `${query}: ${id}`).toBeLessThan(1e-12);
  }
}

/**
 * A misspelt word of several stems. Lunr counts twice what two stems lead to, and finds nothing where
 * one of a required word leads nowhere; here a word counts once, and is found by any.
 */
function isMisspeltTwice(clause: string, typed: TypedWords): boolean {
  const [, word] = /^[+-]?(?:[a-z]+:)?([^~]+)~/.exec(clause) ?? [];
  return word !== undefined && typed.terms(word).length > 1;
}

function wordsOf(documents: readonly SearchDocument[]): string[] {
  const texts = documents.flatMap(({ title, body, author, tag }) => [title, body, author, tag]);
  return [
    ...new Set(
      texts
        .join(' ')
        .toLowerCase()
        .split(/[\s-]+/),
    ),
  ].filter((word) => word !== '');
}

/** A query of every form that Lunr knows, mostly of words that occur. */
function randomQuery(random: Random, words: readonly string[]): string {
  return Array.from({ length: 1 + random.below(4) }, () => randomClause(random, words)).join(' ');
}

function randomClause(random: Random, words: readonly string[]): string {
  // What the query language itself uses must not come from the words; `*` may.
  const word = random.pick(words).replaceAll(/[~^:+\\-]/g, '') || 'ba';
  const sign = random.pick(['', '', '', '', '+', '+', '-']);
  const field = random.chance(0.2) ? `${random.pick(fieldNames)}:` : '';
  const boost = random.chance(0.15) ? `^${random.below(6)}` : '';
  return sign + field + changedWord(random, word) + boost;
}

function changedWord(random: Random, word: string): string {
  const cut = 1 + random.below(3);
  switch (random.below(12)) {
    case 0:
      return `${word.slice(0, cut)}*`;
    case 1:
      return `*${word.slice(-cut)}`;
    case 2:
      return `${word.slice(0, cut)}*${word.slice(-1)}`;
    case 3:
      return `${word.slice(0, cut)}${word.slice(cut + 1)}~1`;
    case 4:
      return `${word.slice(0, 8)}~2`;
    case 5:
      return `zq${word}`;
    case 6:
      return random.chance(0.1) ? '*' : word;
    default:
      return word;
  }
}
