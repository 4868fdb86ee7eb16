import { addDense, largeFrequency, mostInByte, popCount, readDense } from '../codec/dense.ts';
import type { PostingList } from '../codec/postings.ts';
import type { NarrowArray } from '../storage/columns.ts';
import { setBit, type Bits } from './bits.ts';
import type { Stream } from './stream.ts';
import { lunrWeight, type Weighing } from './weighing.ts';

/**
 * The hot loops over posting streams: each in two forms, over a bitmap word by word, and over gaps
 * decoded into a list.
 */

/** Adds the articles of a stream to a set. */
export function collect(stream: Stream, bits: Bits, list: PostingList): void {
  if (stream.isDense) {
    addDense(stream.bytes, stream.start, stream.low, bits);
    return;
  }
  list.read(stream.bytes, stream, stream.low);
  const { articles } = list;
  for (let place = 0; place < stream.count; place++) setBit(bits, articles[place]!);
}

/** Where scores are added: for articles in `wanted` only; `marks` takes the articles that got one. */
export type Accumulator = {
  readonly wanted: Bits;
  readonly marks: Bits;
  readonly scores: Float64Array;
};

/** Adds the weights of a stream's postings to the scores of those articles that are wanted. */
export function score(
  stream: Stream,
  weighing: Weighing,
  lengths: NarrowArray,
  { wanted, marks, scores }: Accumulator,
  list: PostingList,
): void {
  if (stream.isDense) {
    scoreDense(stream, weighing, lengths, wanted, marks, scores);
    return;
  }
  list.read(stream.bytes, stream, stream.low);
  scoreList(list.articles, list.frequencies, stream.count, weighing, lengths, wanted, marks, scores);
}

/** One loop, the formula inlined: its arguments are plain numbers and typed arrays, which stay in registers. */
function scoreList(
  articles: Uint32Array,
  frequencies: Uint32Array,
  count: number,
  weighing: Weighing,
  lengths: NarrowArray,
  wanted: Bits,
  marks: Bits,
  scores: Float64Array,
): void {
  const { idf, k1, fieldBoost, share, saturations, saturation, isRounded } = weighing;
  for (let place = 0; place < count; place++) {
    const article = articles[place]!;
    const bit = 1 << (article & 31);
    if ((wanted[article >>> 5]! & bit) === 0) continue;
    marks[article >>> 5]! |= bit;
    const length = lengths[article]!;
    const saturated = length < saturations.length ? saturations[length]! : saturation(length);
    scores[article]! += lunrWeight(idf, k1, saturated, fieldBoost, frequencies[place]!, isRounded) * share;
  }
}

/**
 * The same over a bitmap. What both sets hold is found thirty-two articles at a time; an article's
 * frequency lies behind those of all articles before it, which are counted along the way.
 */
function scoreDense(
  { bytes, start, low, count }: Stream,
  weighing: Weighing,
  lengths: NarrowArray,
  wanted: Bits,
  marks: Bits,
  scores: Float64Array,
): void {
  const { words, firstWord, frequenciesAt } = readDense(bytes, start, low);
  const { idf, k1, fieldBoost, share, saturations, saturation, isRounded } = weighing;
  let before = frequenciesAt;
  for (let word = 0; word < words.length; word++) {
    const own = words[word]!;
    if (own === 0) continue;
    const common = own & wanted[firstWord + word]!;
    marks[firstWord + word]! |= common;
    const isAll = common === (own | 0);
    const base = (firstWord + word) * 32;
    let next = before;
    for (let rest = common; rest !== 0; rest &= rest - 1) {
      const bit = rest & -rest;
      const article = base + 31 - Math.clz32(bit);
      const at = isAll ? next++ : before + popCount(own & (bit - 1));
      let frequency = bytes[at]!;
      if (frequency === mostInByte) frequency = largeFrequency(bytes, frequenciesAt, count, at - frequenciesAt);
      const length = lengths[article]!;
      const saturated = length < saturations.length ? saturations[length]! : saturation(length);
      scores[article]! += lunrWeight(idf, k1, saturated, fieldBoost, frequency, isRounded) * share;
    }
    before += popCount(own);
  }
}
