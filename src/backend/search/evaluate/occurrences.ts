import { type PostingList, skipMany } from '../codec/postings.ts';
import { type Bits, hasBit } from './bits.ts';

/** One occurrence as a number: article and position side by side, so that they sort and subtract as one. */
const positionsPerArticle = 2 ** 24;

export function articleOf(key: number): number {
  return Math.floor(key / positionsPerArticle);
}

export function positionOf(key: number): number {
  return key % positionsPerArticle;
}

/** A place before the first position, so that a start less the place of its word stays within its article. */
const firstPosition = 4096;

/** Takes what an article has of a word: so many positions from `start` on; answers the place behind them. */
export type TakeArticle = (article: number, frequency: number, positions: Uint8Array, start: number) => number;

/** Visits those articles of a stream that are in `within`; the positions of others are stepped over. */
export function eachOccurrence(
  list: PostingList,
  positions: Uint8Array,
  start: number,
  within: Bits,
  take: TakeArticle,
): void {
  const { articles, frequencies, count } = list;
  const view = new DataView(positions.buffer, positions.byteOffset, positions.length);
  let from = start;
  let passedOver = 0;
  for (let place = 0; place < count; place++) {
    const article = articles[place]!;
    const frequency = frequencies[place]!;
    if (!hasBit(within, article)) {
      passedOver += frequency;
      continue;
    }
    if (passedOver > 0) from = skipMany(view, from, passedOver);
    passedOver = 0;
    from = take(article, frequency, positions, from);
  }
}

/**
 * Occurrences of a word, gathered as keys in the order of articles and positions. Made once and used
 * again and again: common words have hundreds of thousands.
 */
export class Occurrences {
  #keys = new Float64Array(1024);
  #count = 0;

  /** Adds the occurrences in one article. */
  readonly take: TakeArticle = (article, frequency, positions, start) => {
    while (this.#count + frequency > this.#keys.length) this.#grow();
    const keys = this.#keys;
    let key = article * positionsPerArticle + firstPosition;
    let count = this.#count;
    let at = start;
    for (let left = frequency; left > 0; left--) {
      let gap = positions[at++]!;
      if (gap > 127) {
        gap &= 127;
        for (let shift = 7; ; shift += 7) {
          const byte = positions[at++]!;
          gap |= (byte & 127) << shift;
          if (byte < 128) break;
        }
      }
      key += gap;
      keys[count++] = key;
    }
    this.#count = count;
    return at;
  };

  clear(): void {
    this.#count = 0;
  }

  /** The keys in order, until the next `clear`; those of several terms must be sorted first. */
  sorted(isMixed: boolean): Float64Array {
    const keys = this.#keys.subarray(0, this.#count);
    return isMixed ? keys.sort() : keys;
  }

  #grow(): void {
    const larger = new Float64Array(this.#keys.length * 2);
    larger.set(this.#keys);
    this.#keys = larger;
  }
}
