import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '#platform/database.ts';
import { type Random, randomDocument, randomFrom, randomWord } from '#support/random-archive.ts';
import { fuzzSearch, randomQuery, wordsOf } from '#support/search-fuzz.ts';
import { buildStockIndex, differences } from '#support/stock-lunr.ts';
import { ArchiveIndex } from './archive-index.ts';
import { fields } from './fields.ts';

// `npm run fuzz -- search` asks a million, from another seed each day.
const seeds = [1, 2, 3, 4, 5, 6, 7, 8];
const queriesPerRound = 510;

describe('the index and stock Lunr', () => {
  test.each(seeds)(
    'agree on every result and score after random changes (seed %i)',
    (seed) => {
      expect(fuzzSearch(seed, queriesPerRound)).toBeGreaterThan(queriesPerRound * 4);
    },
    240_000,
  );
});

describe('plain English', () => {
  test.each([1, 2, 3, 4])('has the very terms and scores of stock Lunr with its own pipeline (seed %i)', (seed) => {
    const random = randomFrom(seed);
    const folder = mkdtempSync(join(tmpdir(), 'pressmark-search-'));
    const database = openDatabase(join(folder, 'catalogue.sqlite'));
    const index = new ArchiveIndex(database, { flushAt: 16, cacheBytes: 100_000, waitFrom: 0 });
    const articles = Array.from({ length: 120 }, (_, number) => {
      const body = plainText(random, random.below(60));
      const title = plainText(random, 1 + random.below(6));
      const language = random.pick(['en', 'en-GB', null]);
      const [tag, author] = ['Long reads', 'Ada Fenn, Bram Okoro'];
      return { ...randomDocument(random, `a${number}`), title, body, language, tag, author };
    });
    for (const article of articles) index.put([article]);
    const stock = buildStockIndex(articles, fields);
    const words = wordsOf(articles).filter((word) => /^[a-z0-9]+$/.test(word));
    for (let i = 0; i < 300; i++) {
      const query = randomQuery(random, words);
      expect(differences(index.search(query), stock.search(query)), query).toEqual([]);
    }
    database.close();
    rmSync(folder, { recursive: true, force: true });
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
