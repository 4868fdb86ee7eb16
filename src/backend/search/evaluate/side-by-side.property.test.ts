import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ByteWriter } from '../codec/bytes.ts';
import { PostingList } from '../codec/postings.ts';
import { noBits, setBit } from './bits.ts';
import { articlesSideBySide, type PlacedStream } from './side-by-side.ts';

const articleCount = 40;
/** Near positions, which meet often, and far ones, whose distances take one, two and three bytes. */
const position = fc.oneof({ weight: 6, arbitrary: fc.nat(12) }, { weight: 2, arbitrary: fc.nat(400) }, fc.nat(60_000));
const positions = fc.uniqueArray(position, { minLength: 1, maxLength: 30 }).map((list) => list.sort((a, b) => a - b));
/** For each article that has the word, where. */
const word = fc.dictionary(fc.nat(articleCount - 1).map(String), positions, { maxKeys: articleCount });

type Word = Readonly<Record<string, readonly number[]>>;

function streamOf(own: Word, place: number): PlacedStream {
  const articles = Object.keys(own)
    .map(Number)
    .sort((a, b) => a - b);
  const list = new PostingList();
  list.articles = Uint32Array.from(articles);
  list.frequencies = Uint32Array.from(articles, (article) => own[article]!.length);
  list.count = articles.length;
  const bytes = new ByteWriter();
  bytes.raw(Uint8Array.of(255, 255));
  for (const article of articles) {
    let before = 0;
    for (const one of own[article]!) {
      bytes.varint(one - before);
      before = one;
    }
  }
  return { list, positions: bytes.take(), start: 2, place };
}

test('words stand side by side in just the articles whose positions follow each other', () => {
  const words = fc.array(word, { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(words, fc.uniqueArray(fc.nat(articleCount - 1)), fc.nat(5), (list, wanted, lead) => {
      const within = noBits(articleCount);
      for (const article of wanted) setBit(within, article);
      const streams = list.map((own, place) => streamOf(own, place + lead));
      streams.sort((a, b) => a.list.count - b.list.count);
      const expected = wanted
        .filter((article) => {
          const starts = list[0]![article] ?? [];
          return starts.some((start) => list.every((own, place) => own[article]?.includes(start + place)));
        })
        .sort((a, b) => a - b);
      expect(articlesSideBySide(streams, within)).toEqual(expected);
    }),
    { numRuns: 1000 },
  );
});

test('words stand side by side where a text begins with them, and the second is the rarer', () => {
  const within = noBits(articleCount);
  setBit(within, 3);
  const [first, second] = [streamOf({ 1: [0], 3: [0] }, 0), streamOf({ 3: [1] }, 1)];
  expect(articlesSideBySide([second, first], within)).toEqual([3]);
});
