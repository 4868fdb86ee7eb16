import { type Bits, countBits } from './bits.ts';

/**
 * Of some sets, how many each article is in.
 *
 * The counts are written in binary across sets of bits: the first holds every article's lowest digit, the next
 * the digit above it. So one set is added to the counts of 32 articles at a time, and sixty-four words take
 * seven such sets.
 */
export class Tally {
  readonly #words: number;
  readonly #digits: Bits[] = [];

  /** `words` is the length of the sets. */
  constructor(words: number) {
    this.#words = words;
  }

  add(set: Bits): void {
    const carry = set.slice();
    for (const digit of this.#digits) {
      for (let word = 0; word < this.#words; word++) {
        const both = digit[word]! & carry[word]!;
        digit[word]! ^= carry[word]!;
        carry[word] = both;
      }
    }
    if (carry.some((word) => word !== 0)) this.#digits.push(carry);
  }

  /** The articles that are in at least so many of the sets; `count` is 1 or more. */
  atLeast(count: number): Bits {
    const found: Bits = new Uint32Array(this.#words);
    if (count >= 2 ** this.#digits.length) return found;
    for (let word = 0; word < this.#words; word++) {
      // From the highest digit down: what was greater stays greater, what was equal is still to be told.
      let [greater, equal] = [0, -1];
      for (let place = this.#digits.length - 1; place >= 0; place--) {
        const digit = this.#digits[place]![word]!;
        if (((count >>> place) & 1) === 1) {
          equal &= digit;
        } else {
          greater |= equal & digit;
          equal &= ~digit;
        }
      }
      found[word] = greater | equal;
    }
    return found;
  }

  /** The greatest count below `below` that `enough` articles reach; 1 when none does. */
  greatestReached(below: number, enough: number): number {
    for (let count = below - 1; count > 1; count--) if (countBits(this.atLeast(count)) >= enough) return count;
    return 1;
  }
}
