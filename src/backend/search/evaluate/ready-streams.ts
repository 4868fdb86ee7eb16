import { largeFrequency, mostInByte, popCount, readDense } from '../codec/dense.ts';
import type { Stream } from './stream.ts';
import type { NarrowArray } from '../storage/columns.ts';
import { closeness, type Weighing, weightOf } from './weighing.ts';

/**
 * A bitmap stream made ready to be asked at any place, and to tell of each thirty-two articles what the best of them
 * can weigh at most.
 *
 * ```
 * words     1011…  0100…  1110…     who has the word
 * places    0      19     25        postings before: where a word's frequencies begin
 * closest   .61    .33    .74       the greatest frequency / (saturation + frequency) among the thirty-two
 * ```
 * The weight of a posting rises with that quotient, so a bound of it bounds the weight.
 */
export type ReadyStream = {
  readonly stream: Stream;
  readonly words: Uint32Array;
  readonly firstWord: number;
  readonly frequenciesAt: number;
  readonly places: Uint32Array;
  readonly closest: Float32Array;
  /** The average length of the field that `closest` was worked out for. */
  readonly average: number;
};

/** So many bytes are kept ready; then all is forgotten and begins anew. */
const mostBytes = 8 * 1024 * 1024;
/** While the average length moves less than this, the bounds are widened instead of worked out anew. */
const mostDrift = 1.02;

/** What is kept ready of the words asked for lately. Segments never change, so it stays true as long as they last. */
export class ReadyStreams {
  readonly #known = new Map<number, Map<number, ReadyStream>>();
  #bytes = 0;

  /** `segment` and `block` are the numbers that the stream is kept under. */
  of(stream: Stream, segment: number, block: number, weighing: Weighing, lengths: NarrowArray): ReadyStream {
    let known = this.#known.get(segment);
    if (known === undefined) this.#known.set(segment, (known = new Map<number, ReadyStream>()));
    const key = block * 2 ** 24 + stream.start;
    const found = known.get(key);
    if (found !== undefined && drift(found, weighing) <= mostDrift) return found;
    if (this.#bytes > mostBytes) this.#forget();
    const made = makeReady({ ...stream }, weighing, lengths);
    this.#bytes += made.words.byteLength * 3 + stream.count;
    known.set(key, made);
    return made;
  }

  #forget(): void {
    for (const known of this.#known.values()) known.clear();
    this.#bytes = 0;
  }
}

function drift({ average }: ReadyStream, weighing: Weighing): number {
  return Math.max(average / weighing.average, weighing.average / average);
}

function makeReady(stream: Stream, weighing: Weighing, lengths: NarrowArray): ReadyStream {
  const { words, firstWord, frequenciesAt } = readDense(stream.bytes, stream.start, stream.low);
  const places = new Uint32Array(words.length);
  const closest = new Float32Array(words.length);
  let place = 0;
  for (let word = 0; word < words.length; word++) {
    places[word] = place;
    let most = 0;
    for (let rest = words[word]!; rest !== 0; rest &= rest - 1) {
      const article = (firstWord + word) * 32 + 31 - Math.clz32(rest & -rest);
      const frequency = frequencyAt(stream, frequenciesAt, place++);
      most = Math.max(most, closeness(weighing, frequency, lengths[article]!));
    }
    closest[word] = most;
  }
  return { stream, words, firstWord, frequenciesAt, places, closest, average: weighing.average };
}

function frequencyAt({ bytes, count }: Stream, frequenciesAt: number, place: number): number {
  const frequency = bytes[frequenciesAt + place]!;
  return frequency < mostInByte ? frequency : largeFrequency(bytes, frequenciesAt, count, place);
}

/** More than all that float arithmetic may lose on the way to a bound. */
export const safety = 1 + 1e-6;
/** What rounding to three places may add. */
const rounding = 0.0005;

/** A ready stream as one query weighs it. */
export class BoundedStream {
  readonly #ready: ReadyStream;
  readonly #weighing: Weighing;
  readonly #lengths: NarrowArray;
  /** A bound is `factor * closest + slack`. */
  readonly #factor: number;
  readonly #slack: number;
  /** The words of a set that it may have articles in: `[firstWord, endWord)`. */
  readonly firstWord: number;
  readonly endWord: number;

  constructor(ready: ReadyStream, weighing: Weighing, lengths: NarrowArray) {
    const { idf, k1, fieldBoost, share, isRounded, average } = weighing;
    this.#ready = ready;
    this.#weighing = { ...weighing };
    this.#lengths = lengths;
    this.firstWord = ready.firstWord;
    this.endWord = ready.firstWord + ready.words.length;
    // Where texts have become longer on average, the same length is held less against a word than it was.
    const drifted = Math.max(1, average / ready.average);
    this.#factor = idf * (k1 + 1) * fieldBoost * share * drifted * safety;
    this.#slack = isRounded ? rounding * share : 0;
  }

  /** Which of the articles in a word of a set have the stream's word. */
  having(word: number): number {
    return this.#covers(word) ? this.#ready.words[word - this.firstWord]! : 0;
  }

  /** What the best of them weighs at most. */
  bound(word: number): number {
    return this.#covers(word) ? this.#factor * this.#ready.closest[word - this.firstWord]! + this.#slack : 0;
  }

  #covers(word: number): boolean {
    return word >= this.firstWord && word < this.endWord;
  }

  /** Adds the bounds to `bounds`, one for each word of a set. */
  addBounds(bounds: Float64Array): void {
    const { closest, firstWord } = this.#ready;
    const [factor, slack] = [this.#factor, this.#slack];
    for (let place = 0; place < closest.length; place++) bounds[firstWord + place]! += factor * closest[place]! + slack;
  }

  /** Adds the weights of `wanted` articles in a word of a set to their scores. */
  score(word: number, wanted: number, scores: Float64Array): void {
    if (!this.#covers(word)) return;
    const { stream, words, firstWord, frequenciesAt, places } = this.#ready;
    const own = words[word - firstWord]!;
    const before = places[word - firstWord]!;
    for (let rest = own & wanted; rest !== 0; rest &= rest - 1) {
      const bit = rest & -rest;
      const article = word * 32 + 31 - Math.clz32(bit);
      const frequency = frequencyAt(stream, frequenciesAt, before + popCount(own & (bit - 1)));
      scores[article]! += weightOf(this.#weighing, frequency, this.#lengths[article]!);
    }
  }
}
