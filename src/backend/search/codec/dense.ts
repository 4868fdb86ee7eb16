import type { ByteWriter } from './bytes.ts';

/**
 * The stream of a word that at least every sixteenth article holds: a bitmap, and a byte for each frequency.
 *
 * ```
 * number of words, the words; then for each article its frequency; then what frequencies are above 255, as varints
 * ```
 * Bit `b` of word `w` stands for article `(low >> 5 + w) * 32 + b`, so that the words lie as those of
 * a set of articles (`Bits`) do: sets are joined and cut word by word, thirty-two articles at a time.
 * Words are little endian, as every machine that Electron runs on.
 */
export type Dense = {
  readonly words: Uint32Array;
  /** The word of a set of articles that the first one here stands for. */
  readonly firstWord: number;
  /** Where the frequency of the first article lies. */
  readonly frequenciesAt: number;
};

/** Up to here a byte tells a frequency; this one tells that more is added at the end. */
export const mostInByte = 255;

const fewestArticles = 32;
const articlesForOne = 16;

/** Whether a stream of `count` articles from `low` up to `last` is kept as a bitmap. */
export function isDense(count: number, low: number, last: number): boolean {
  return count >= fewestArticles && count * articlesForOne > last - low;
}

export function writeDense(
  target: ByteWriter,
  articles: Uint32Array,
  frequencies: Uint32Array,
  count: number,
  low: number,
): void {
  const firstWord = low >>> 5;
  const words = new Uint32Array((articles[count - 1]! >>> 5) - firstWord + 1);
  const bytes = new Uint8Array(count);
  for (let place = 0; place < count; place++) {
    const article = articles[place]!;
    words[(article >>> 5) - firstWord]! |= 1 << (article & 31);
    bytes[place] = Math.min(frequencies[place]!, mostInByte);
  }
  target.varint(words.length);
  target.raw(new Uint8Array(words.buffer));
  target.raw(bytes);
  for (let place = 0; place < count; place++) {
    if (frequencies[place]! >= mostInByte) target.varint(frequencies[place]! - mostInByte);
  }
}

/** The bitmap as a copy: words must begin at a multiple of four bytes, and records begin anywhere. */
export function readDense(bytes: Uint8Array, start: number, low: number): Dense {
  const { at, count } = wordsAt(bytes, start);
  const words = new Uint32Array(count);
  const frequenciesAt = at + count * 4;
  new Uint8Array(words.buffer).set(bytes.subarray(at, frequenciesAt));
  return { words, firstWord: low >>> 5, frequenciesAt };
}

/** Adds the articles of a bitmap to a set, from where it lies. */
export function addDense(bytes: Uint8Array, start: number, low: number, bits: Uint32Array): void {
  const { at, count } = wordsAt(bytes, start);
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, count * 4);
  const firstWord = low >>> 5;
  for (let word = 0; word < count; word++) bits[firstWord + word]! |= view.getUint32(word * 4, true);
}

function wordsAt(bytes: Uint8Array, start: number): { readonly at: number; readonly count: number } {
  let at = start;
  let count = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++]!;
    count |= (byte & 127) << shift;
    if (byte < 128) break;
  }
  return { at, count };
}

/** How often the word occurs in the article at `place` of `count`, whose byte says `mostInByte`. */
export function largeFrequency(bytes: Uint8Array, frequenciesAt: number, count: number, place: number): number {
  let at = frequenciesAt + count;
  for (let before = 0; before < place; before++) {
    if (bytes[frequenciesAt + before] === mostInByte) while (bytes[at++]! > 127);
  }
  let more = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++]!;
    more |= (byte & 127) << shift;
    if (byte < 128) return mostInByte + more;
  }
}

export function popCount(word: number): number {
  let rest = word - ((word >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
