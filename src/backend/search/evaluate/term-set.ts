/**
 * Terms, each with a number, kept as UTF-16 units in one pool.
 *
 * The beginning of a word expands to tens of thousands of terms, and the same term comes from several
 * segments. As strings in a map each would cost a microsecond; here it is hashed and compared where
 * the dictionary decodes it, and becomes a string only when somebody wants to read it.
 */
export class TermSet {
  // Most queries have a word or two, and small arrays cost a query least.
  #slots = new Int32Array(16);
  #hashes = new Int32Array(8);
  #ends = new Int32Array(8);
  #pool = new Uint16Array(32);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** The number of the term in the first `length` units; a new term takes the next number. */
  add(units: Uint16Array, length: number): number {
    const start = this.#roomFor(length);
    const pool = this.#pool;
    let hash = firstHash;
    for (let i = 0; i < length; i++) {
      const unit = units[i]!;
      pool[start + i] = unit;
      hash = Math.imul(hash ^ unit, hashFactor);
    }
    return this.#numberOf(hash, start, length);
  }

  addText(term: string): number {
    const start = this.#roomFor(term.length);
    const pool = this.#pool;
    let hash = firstHash;
    for (let i = 0; i < term.length; i++) {
      const unit = term.charCodeAt(i);
      pool[start + i] = unit;
      hash = Math.imul(hash ^ unit, hashFactor);
    }
    return this.#numberOf(hash, start, term.length);
  }

  /** Where the next term is written; it is kept only if it turns out to be new. */
  #roomFor(length: number): number {
    const start = this.#start(this.#size);
    while (start + length > this.#pool.length) this.#pool = larger(this.#pool);
    return start;
  }

  #numberOf(rawHash: number, start: number, length: number): number {
    const hash = rawHash ^ (rawHash >>> 15);
    const slot = this.#slotOf(hash, start, length);
    const known = this.#slots[slot]! - 1;
    return known >= 0 ? known : this.#keep(hash, start + length, slot);
  }

  find(term: string): number | undefined {
    const before = this.#size;
    const number = this.addText(term);
    if (number < before) return number;
    this.#forgetLast();
    return undefined;
  }

  term(number: number): string {
    const units = this.#pool.subarray(this.#start(number), this.#ends[number]);
    let text = '';
    for (let i = 0; i < units.length; i++) text += String.fromCharCode(units[i]!);
    return text;
  }

  #start(number: number): number {
    return number === 0 ? 0 : this.#ends[number - 1]!;
  }

  /** The slot of the term that lies at `start` of the pool, or the free one where it belongs. */
  #slotOf(hash: number, start: number, length: number): number {
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (let taken = this.#slots[slot]!; taken !== 0; taken = this.#slots[slot]!) {
      if (this.#hashes[taken - 1] === hash && this.#isSame(taken - 1, start, length)) return slot;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  #isSame(number: number, start: number, length: number): boolean {
    const pool = this.#pool;
    const own = this.#start(number);
    if (this.#ends[number]! - own !== length) return false;
    for (let i = 0; i < length; i++) if (pool[own + i] !== pool[start + i]) return false;
    return true;
  }

  #keep(hash: number, end: number, slot: number): number {
    const number = this.#size++;
    if (number === this.#hashes.length) {
      this.#hashes = larger(this.#hashes);
      this.#ends = larger(this.#ends);
    }
    this.#hashes[number] = hash;
    this.#ends[number] = end;
    this.#slots[slot] = number + 1;
    if (this.#size * 2 > this.#slots.length) this.#rehash();
    return number;
  }

  #forgetLast(): void {
    const number = --this.#size;
    const mask = this.#slots.length - 1;
    let slot = this.#hashes[number]! & mask;
    while (this.#slots[slot] !== number + 1) slot = (slot + 1) & mask;
    // The last term came last, so no other had to step over its slot.
    this.#slots[slot] = 0;
  }

  #rehash(): void {
    const slots = new Int32Array(this.#slots.length * 4);
    const mask = slots.length - 1;
    for (let number = 0; number < this.#size; number++) {
      let slot = this.#hashes[number]! & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = number + 1;
    }
    this.#slots = slots;
  }
}

/** FNV-1a. */
const firstHash = 0x811c9dc5;
const hashFactor = 0x01000193;

/** Four times as large: what holds a word or two must soon hold tens of thousands. */
function larger<T extends Int32Array | Uint16Array>(array: T): T {
  const copy = new (array.constructor as new (size: number) => T)(array.length * 4);
  copy.set(array);
  return copy;
}
