/** Where FNV-1a begins, the hash of a token over its UTF-16 units. */
export const firstHash = 0x811c9dc5;
const hashPrime = 0x01000193;

const firstTokens = 1 << 12;

/**
 * Numbers tokens, and keeps for each what was made of it.
 *
 * Tokens are hashed and compared in place, unit by unit, against a pool of those already seen; only an
 * unseen one becomes a string and is looked at. One table for each group of languages, so that the
 * same token may mean something else in another.
 */
export class TokenTable {
  readonly #meaningOf: (token: string) => number;
  #slots = new Int32Array(firstTokens * 4);
  #count = 0;
  #hashes = new Int32Array(firstTokens);
  #offsets = new Int32Array(firstTokens + 1);
  #pool = new Uint16Array(firstTokens * 8);
  #meanings = new Int32Array(firstTokens);

  constructor(meaningOf: (token: string) => number) {
    this.#meaningOf = meaningOf;
  }

  get count(): number {
    return this.#count;
  }

  /** The meaning of `text[start, end)`; `rawHash` is FNV-1a over its units. */
  find(text: string, start: number, end: number, rawHash: number): number {
    const hash = rawHash ^ (rawHash >>> 15);
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (let taken = this.#slots[slot]!; taken !== 0; taken = this.#slots[slot]!) {
      const token = taken - 1;
      if (this.#hashes[token] === hash && this.#isToken(token, text, start, end)) return this.#meanings[token]!;
      slot = (slot + 1) & mask;
    }
    return this.#remember(text, start, end, hash, slot);
  }

  /** The same for a short piece whose hash nobody has counted yet. */
  findPiece(text: string, start: number, end: number): number {
    let hash = firstHash;
    for (let i = start; i < end; i++) hash = hashed(hash, text.charCodeAt(i));
    return this.find(text, start, end, hash);
  }

  #isToken(token: number, text: string, start: number, end: number): boolean {
    let at = this.#offsets[token]!;
    if (this.#offsets[token + 1]! - at !== end - start) return false;
    const pool = this.#pool;
    for (let i = start; i < end; i++) if (pool[at++] !== text.charCodeAt(i)) return false;
    return true;
  }

  #remember(text: string, start: number, end: number, hash: number, slot: number): number {
    const meaning = this.#meaningOf(text.slice(start, end));
    const token = this.#count++;
    if (token === this.#hashes.length) this.#grow();
    let at = this.#offsets[token]!;
    while (at + end - start > this.#pool.length) this.#pool = doubled(this.#pool);
    for (let i = start; i < end; i++) this.#pool[at++] = text.charCodeAt(i);
    this.#offsets[token + 1] = at;
    this.#hashes[token] = hash;
    this.#meanings[token] = meaning;
    this.#slots[slot] = token + 1;
    if (this.#count * 2 > this.#slots.length) this.#rehash();
    return meaning;
  }

  #grow(): void {
    this.#hashes = doubled(this.#hashes);
    this.#meanings = doubled(this.#meanings);
    const offsets = new Int32Array(this.#hashes.length + 1);
    offsets.set(this.#offsets);
    this.#offsets = offsets;
  }

  #rehash(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (let token = 0; token < this.#count; token++) {
      let slot = this.#hashes[token]! & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = token + 1;
    }
    this.#slots = slots;
  }
}

/** One step of FNV-1a. */
export function hashed(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, hashPrime);
}

export function doubled<T extends Int32Array | Uint16Array | Uint8Array>(array: T): T {
  const larger = new (array.constructor as new (size: number) => T)(array.length * 2);
  larger.set(array);
  return larger;
}
