import { setBit, type Bits } from './bits.ts';

/**
 * The hot loops over posting streams.
 *
 * Each decodes in place, since a call for every posting would cost more than the work: `gap * 2 +
 * (frequency is 1)` as a varint of up to five bytes, then the frequency when it is not 1.
 */

/** How many entries of a stream belong to articles that live. */
export function countLive(bytes: Uint8Array, start: number, end: number, low: number, live: Uint8Array): number {
  let article = low;
  let count = 0;
  for (let at = start; at < end;) {
    let entry = bytes[at++]!;
    if (entry > 127) {
      entry &= 127;
      for (let shift = 7; ; shift += 7) {
        const byte = bytes[at++]!;
        entry |= (byte & 127) << shift;
        if (byte < 128) break;
      }
    }
    article += entry >>> 1;
    if ((entry & 1) === 0) while (bytes[at++]! > 127);
    count += live[article]!;
  }
  return count;
}

/** Adds the articles of a stream to a set. */
export function collect(bytes: Uint8Array, start: number, end: number, low: number, bits: Bits): void {
  let article = low;
  for (let at = start; at < end;) {
    let entry = bytes[at++]!;
    if (entry > 127) {
      entry &= 127;
      for (let shift = 7; ; shift += 7) {
        const byte = bytes[at++]!;
        entry |= (byte & 127) << shift;
        if (byte < 128) break;
      }
    }
    article += entry >>> 1;
    if ((entry & 1) === 0) while (bytes[at++]! > 127);
    setBit(bits, article);
  }
}

/** What a posting weighs in one field: everything of Lunr's formula but frequency and length. */
export type Weighing = {
  readonly idf: number;
  readonly fieldBoost: number;
  /** Boost of the query over the length of its vector. */
  readonly share: number;
  readonly k1: number;
  /** `k1 * (1 - b + b * length / average)` for the lengths of most fields, and for any. */
  readonly saturations: Float64Array;
  readonly saturation: (length: number) => number;
};

/** Lunr's weight of one posting, in Lunr's order of operations and rounded to its three places. */
export function weightOf(
  { idf, fieldBoost, share, k1, saturations, saturation }: Weighing,
  frequency: number,
  length: number,
): number {
  const saturated = length < saturations.length ? saturations[length]! : saturation(length);
  let score = (idf * ((k1 + 1) * frequency)) / (saturated + frequency);
  score *= fieldBoost;
  return (Math.round(score * 1000) / 1000) * share;
}

/** Weights by (frequency, length), filled as they are met: in a long stream the same pairs come again and again. */
export type WeightTable = Float64Array;

const tableFrequencies = 4;
const tableLengths = 2048;
/** A stream of this many postings is worth a table of weights. */
const longStream = 3000;
const unfilled = -1;

export function newWeightTable(): WeightTable {
  return new Float64Array(tableFrequencies * tableLengths);
}

/** Adds the weights of a stream's postings to the scores of those articles that are in `wanted`. */
export function score(
  bytes: Uint8Array,
  start: number,
  end: number,
  low: number,
  count: number,
  weighing: Weighing,
  lengths: Uint32Array,
  wanted: Bits,
  scores: Float64Array,
  table: WeightTable,
): void {
  const isTabled = count >= longStream;
  if (isTabled) table.fill(unfilled);
  let article = low;
  for (let at = start; at < end;) {
    let entry = bytes[at++]!;
    if (entry > 127) {
      entry &= 127;
      for (let shift = 7; ; shift += 7) {
        const byte = bytes[at++]!;
        entry |= (byte & 127) << shift;
        if (byte < 128) break;
      }
    }
    article += entry >>> 1;
    let frequency = 1;
    if ((entry & 1) === 0) {
      frequency = bytes[at++]!;
      if (frequency > 127) {
        frequency &= 127;
        for (let shift = 7; ; shift += 7) {
          const byte = bytes[at++]!;
          frequency |= (byte & 127) << shift;
          if (byte < 128) break;
        }
      }
    }
    if (((wanted[article >>> 5]! >>> (article & 31)) & 1) === 0) continue;
    const length = lengths[article]!;
    if (isTabled && frequency <= tableFrequencies && length < tableLengths) {
      const place = (frequency - 1) * tableLengths + length;
      let weight = table[place]!;
      if (weight === unfilled) weight = table[place] = weightOf(weighing, frequency, length);
      scores[article]! += weight;
    } else {
      scores[article]! += weightOf(weighing, frequency, length);
    }
  }
}
