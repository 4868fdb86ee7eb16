import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '#platform/database.ts';
import { type Random, randomDocument, randomFrom } from '#support/random-archive.ts';
import { ArchiveIndex } from '../archive-index.ts';
import { noMargins } from '../language/margins.ts';
import { parseQuery } from '../language/parse.ts';
import { lunrScoring, type Scoring } from '../fields.ts';
import type { Found } from './found.ts';

const words = ['summit', 'talk', 'nation', 'harbour', 'winter', 'bridge', 'garden', 'letter', 'signal', 'copper'];
const collections = { named: () => [], numbersIn: () => [] };
const margins = { ...noMargins, numbersOf: () => [] };
const unrounded: Scoring = { ...lunrScoring, isRounded: false };

/** The first words are in most articles, the last in few; some texts are long, and some say a word many times. */
function text(random: Random, length: number): string {
  const word = (): string => words[Math.floor(words.length * random.below(1000) ** 2 * 1e-6)]!;
  return Array.from({ length }, () => (random.chance(0.02) ? `${word()} `.repeat(40) : word())).join(' ');
}

function fill(index: ArchiveIndex, random: Random): void {
  const documents = Array.from({ length: 1500 }, (_, number) => ({
    ...randomDocument(random, `a${number}`),
    language: 'en',
    title: text(random, 1 + random.below(4)),
    body: text(random, random.below(random.chance(0.1) ? 300 : 30)),
  }));
  for (let from = 0; from < documents.length; from += 256) index.put(documents.slice(from, from + 256));
  index.remove(documents.filter(() => random.chance(0.1)).map(({ id }) => id));
  index.put(documents.slice(0, 40).map((document) => ({ ...document, id: `new${document.id}` })));
}

function query(random: Random): string {
  const some = Array.from({ length: 1 + random.below(3) }, () => random.pick(words));
  const boosted = some.map((word) => (random.chance(0.2) ? `${word}^${random.pick([0, 2, 10])}` : word));
  const typed =
    boosted.join(random.pick([' ', ' OR '])) + random.pick(['', '', ' -copper', ' title:summit', ' words:>3']);
  return `${typed} `;
}

test.each([1, 2, 3])('what comes first is the same whether scores wait or not (seed %i)', (seed) => {
  const random = randomFrom(seed);
  const folder = mkdtempSync(join(tmpdir(), 'pressmark-search-'));
  const database = openDatabase(join(folder, 'catalogue.sqlite'));
  const waiting = new ArchiveIndex(database, { flushAt: 200, waitFrom: 0 });
  fill(waiting, random);
  const atOnce = new ArchiveIndex(database, { flushAt: 200, waitFrom: Infinity });
  database.read(() => {
    const { names } = waiting.memory();
    const typed = waiting.typedWords();
    for (let asked = 0; asked < 150; asked++) {
      const asTyped = query(random);
      const { plan } = parseQuery(asTyped, { names, nowSeconds: 0, typed, collections, margins });
      const scoring = random.pick([lunrScoring, unrounded]);
      const [late, early] = [waiting.find(plan, true, scoring), atOnce.find(plan, true, scoring)];
      expect([...late.articles()], asTyped).toEqual([...early.articles()]);
      expectSameBest(late, early, random.pick([1, 20, 200]), asTyped);
      const some = Uint32Array.from(early.articles().filter(() => random.chance(0.05)));
      late.score(some);
      for (const article of some) expect(late.scores[article], asTyped).toBeCloseTo(early.scores[article]!, 12);
    }
  });
  database.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The order of articles whose scores differ only by the order of additions is nobody's promise. */
function expectSameBest(late: Found, early: Found, count: number, asTyped: string): void {
  const wanted = Math.min(count, early.total);
  const [best, expected] = [late.best(wanted), early.best(wanted)];
  expect(best.length, asTyped).toBe(wanted);
  for (let place = 0; place < wanted; place++) {
    expect(late.scores[best[place]!], asTyped).toBeCloseTo(early.scores[expected[place]!]!, 12);
    expect(late.scores[best[place]!], asTyped).toBeCloseTo(early.scores[best[place]!]!, 12);
  }
}

test('a result that another query came in between of is scored anew', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pressmark-search-'));
  const database = openDatabase(join(folder, 'catalogue.sqlite'));
  const random = randomFrom(7);
  for (const waitFrom of [0, Infinity]) {
    const index = new ArchiveIndex(database, { flushAt: 200, waitFrom });
    if (waitFrom === 0) fill(index, random);
    database.read(() => {
      const context = { names: index.memory().names, nowSeconds: 0, typed: index.typedWords(), collections, margins };
      const find = (asTyped: string): Found => index.find(parseQuery(asTyped, context).plan, true);
      const first = find('summit garden ');
      const before = [...first.best(20)].map((article) => first.scores[article]);
      find('winter OR bridge ').best(20);
      expect([...first.best(20)].map((article) => first.scores[article])).toEqual(before);
    });
  }
  database.close();
  rmSync(folder, { recursive: true, force: true });
});

test('of articles that score the same the newest comes first, whether scores wait or not', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pressmark-search-'));
  const database = openDatabase(join(folder, 'catalogue.sqlite'));
  const random = randomFrom(11);
  const waiting = new ArchiveIndex(database, { flushAt: 200, waitFrom: 0 });
  // The commoner word is in every fifteenth article, mostly many times, the rarer one in every twentieth, always once.
  const bodyOf = (number: number): string => {
    if (number % 20 === 7) return 'copper among others';
    return number % 15 === 0 ? 'summit '.repeat(2 + random.below(9)) : 'a quiet day';
  };
  const documents = Array.from({ length: 960 }, (_, number) => ({
    ...randomDocument(random, `a${number}`),
    language: 'en',
    title: 'bridge',
    body: bodyOf(number),
  }));
  waiting.put(documents);
  const atOnce = new ArchiveIndex(database, { flushAt: 200, waitFrom: Infinity });
  database.read(() => {
    const { names } = waiting.memory();
    const context = { names, nowSeconds: 0, typed: waiting.typedWords(), collections, margins };
    const { plan } = parseQuery('copper OR summit ', context);
    const [late, early] = [waiting.find(plan, true), atOnce.find(plan, true)];
    for (const count of [1, 20, 70, 80, 90, 100])
      expect([...late.best(count)].slice(0, count)).toEqual([...early.best(count)].slice(0, count));
  });
  database.close();
  rmSync(folder, { recursive: true, force: true });
});
