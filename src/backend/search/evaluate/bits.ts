import { popCount } from '../codec/dense.ts';

/** A set of article numbers, one bit each. 200,000 articles take 25 kB, so sets are simply made anew. */
export type Bits = Uint32Array<ArrayBuffer>;

export function noBits(articles: number): Bits {
  return new Uint32Array((articles + 31) >>> 5);
}

export function setBit(bits: Bits, article: number): void {
  bits[article >>> 5]! |= 1 << (article & 31);
}

export function hasBit(bits: Bits, article: number): boolean {
  return ((bits[article >>> 5]! >>> (article & 31)) & 1) === 1;
}

export function keepCommon(bits: Bits, other: Bits): void {
  for (let word = 0; word < bits.length; word++) bits[word]! &= other[word]!;
}

export function addAll(bits: Bits, other: Bits): void {
  for (let word = 0; word < bits.length; word++) bits[word]! |= other[word]!;
}

export function takeAway(bits: Bits, other: Bits): void {
  for (let word = 0; word < bits.length; word++) bits[word]! &= ~other[word]!;
}

/** Keeps the members that pass. */
export function keepWhere(bits: Bits, passes: (article: number) => boolean): void {
  for (let word = 0; word < bits.length; word++) {
    for (let rest = bits[word]!; rest !== 0; rest &= rest - 1) {
      const bit = 31 - Math.clz32(rest & -rest);
      if (!passes(word * 32 + bit)) bits[word]! &= ~(1 << bit);
    }
  }
}

/** The members in rising order. */
export function members(bits: Bits, count = countBits(bits)): Uint32Array {
  const list = new Uint32Array(count);
  let place = 0;
  for (let word = 0; word < bits.length; word++) {
    for (let rest = bits[word]!; rest !== 0; rest &= rest - 1)
      list[place++] = word * 32 + 31 - Math.clz32(rest & -rest);
  }
  return list;
}

export function countBits(bits: Bits): number {
  let count = 0;
  for (let word = 0; word < bits.length; word++) {
    const members = bits[word]!;
    if (members !== 0) count += popCount(members);
  }
  return count;
}
