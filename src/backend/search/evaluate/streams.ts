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
  readonly boost: number;
  readonly vectorLength: number;
  readonly k1: number;
  /** `k1 * (1 - b + b * length / average)` for a field length. */
  readonly saturation: (length: number) => number;
};

/** Lunr's weight of one posting, in Lunr's order of operations and rounded to its three places. */
export function weightOf(weighing: Weighing, frequency: number, length: number): number {
  let score = (weighing.idf * ((weighing.k1 + 1) * frequency)) / (weighing.saturation(length) + frequency);
  score *= weighing.fieldBoost;
  const weight = Math.round(score * 1000) / 1000;
  return weighing.vectorLength === 0 ? 0 : (weight * weighing.boost) / weighing.vectorLength;
}

const tableFrequencies = 4;
const tableLengths = 4096;

/** Weights by (frequency, length), filled as they are met: in a long stream the same pairs come again and again. */
export type WeightTable = Float64Array;

export function newWeightTable(): WeightTable {
  return new Float64Array(tableFrequencies * tableLengths);
}

/** Adds the weights of a stream's postings to the scores of those articles that are in `wanted`. */
export function score(
  bytes: Uint8Array,
  start: number,
  end: number,
  low: number,
  weighing: Weighing,
  lengths: Uint32Array,
  wanted: Bits,
  scores: Float64Array,
  table: WeightTable,
): void {
  table.fill(-1);
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
    if (frequency <= tableFrequencies && length < tableLengths) {
      const place = (frequency - 1) * tableLengths + length;
      let weight = table[place]!;
      if (weight < 0) weight = table[place] = weightOf(weighing, frequency, length);
      scores[article]! += weight;
    } else {
      scores[article]! += weightOf(weighing, frequency, length);
    }
  }
}

/** The same for short streams, where filling a table would cost more than it saves. */
export function scoreFew(
  bytes: Uint8Array,
  start: number,
  end: number,
  low: number,
  weighing: Weighing,
  lengths: Uint32Array,
  wanted: Bits,
  scores: Float64Array,
): void {
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
    if (((wanted[article >>> 5]! >>> (article & 31)) & 1) === 1)
      scores[article]! += weightOf(weighing, frequency, lengths[article]!);
  }
}
