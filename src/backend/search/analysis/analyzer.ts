import type lunr from 'lunr';
import { ByteWriter } from '../codec/bytes.ts';
import { indexPipeline, longestToken, stopWords, trimmed } from './pipelines.ts';

/** A token that is no term and no word: it counts in the field's length, as Lunr's empty token does, and nothing finds it. */
const nameless = -1;

/**
 * The first character of a stop word's term.
 *
 * Lunr drops stop words, but a phrase needs them: "the president said". So they are kept as terms
 * of their own that Lunr's part never sees: not in lengths, not in look-ups, not in wildcards. No
 * other term begins so, since Lunr's trimmer cuts the character off.
 */
export const stopWordMark = '\u0000';

const firstTokens = 1 << 14;

/**
 * Cuts text into Lunr's tokens and turns each into its term, running Lunr's pipeline once for each
 * distinct token.
 *
 * Tokens are hashed and compared in place, unit by unit, against a pool of those already seen; only
 * an unseen one becomes a string and goes through the pipeline. That is legitimate because every
 * function of the pipeline looks at the token's text alone.
 */
export class Analyzer {
  readonly #pipeline: lunr.Pipeline = indexPipeline();
  #slots = new Int32Array(firstTokens * 4);
  #tokenCount = 0;
  #hashes = new Int32Array(firstTokens);
  #offsets = new Int32Array(firstTokens + 1);
  #pool = new Uint16Array(firstTokens * 8);
  #termOfToken = new Int32Array(firstTokens);
  #terms: string[] = [];
  #termNumbers = new Map<string, number>();
  /** The stretch of counting in which a term was last seen, and how often. */
  #seenIn = new Int32Array(firstTokens);
  #frequencies = new Int32Array(firstTokens);
  #firstPositions = new Int32Array(firstTokens);
  #lastPositions = new Int32Array(firstTokens);
  #isStopWord = new Uint8Array(firstTokens);
  #stretch = 0;
  #found = new Int32Array(1024);
  /** For each position of the text the next one of the same term. */
  #nextPositions = new Int32Array(1024);
  readonly #positions = new ByteWriter(1024);

  get tokenCount(): number {
    return this.#tokenCount;
  }

  /** Forgets every token and term; numbers given out before mean nothing any more. */
  reset(): void {
    this.#slots = new Int32Array(firstTokens * 4);
    this.#tokenCount = 0;
    this.#hashes = new Int32Array(firstTokens);
    this.#offsets = new Int32Array(firstTokens + 1);
    this.#pool = new Uint16Array(firstTokens * 8);
    this.#termOfToken = new Int32Array(firstTokens);
    this.#terms = [];
    this.#termNumbers = new Map();
    this.#seenIn = new Int32Array(firstTokens);
    this.#frequencies = new Int32Array(firstTokens);
    this.#firstPositions = new Int32Array(firstTokens);
    this.#lastPositions = new Int32Array(firstTokens);
    this.#isStopWord = new Uint8Array(firstTokens);
    this.#stretch = 0;
  }

  term(number: number): string {
    return this.#terms[number]!;
  }

  /** The number of a term that was seen since the last reset. */
  findTerm(term: string): number | undefined {
    return this.#termNumbers.get(term);
  }

  /** The term of one word in lower case; undefined for a word that is nothing but signs. */
  termOf(word: string): string | undefined {
    let found: string | undefined;
    this.eachToken(word, (_start, _end, number) => {
      if (number !== nameless) found ??= this.term(number);
    });
    return found;
  }

  /** The terms of Lunr's stop words. */
  stopWordTerms(): readonly string[] {
    return stopWords.map((word) => stopWordMark + word);
  }

  termNumber(term: string): number {
    const known = this.#termNumbers.get(term);
    if (known !== undefined) return known;
    const number = this.#terms.length;
    this.#terms.push(term);
    this.#termNumbers.set(term, number);
    if (number >= this.#seenIn.length) {
      this.#seenIn = grown(this.#seenIn);
      this.#frequencies = grown(this.#frequencies);
      this.#firstPositions = grown(this.#firstPositions);
      this.#lastPositions = grown(this.#lastPositions);
      this.#isStopWord = grown(this.#isStopWord);
    }
    this.#isStopWord[number] = term.startsWith(stopWordMark) ? 1 : 0;
    return number;
  }

  /**
   * Finds the terms of one field's text.
   *
   * Answers the field's length as Lunr counts it, and visits each distinct term with its frequency
   * and its positions: varints, each the distance to the one before. Positions count words, stop
   * words among them.
   */
  analyse(text: string, visit: (term: number, frequency: number, positions: ByteWriter) => void): number {
    const stretch = ++this.#stretch;
    let length = 0;
    let distinct = 0;
    let position = 0;
    this.eachToken(text.toLowerCase(), (_start, _end, term) => {
      if (term === nameless || this.#isStopWord[term] === 0) length++;
      if (term === nameless) return;
      if (position === this.#nextPositions.length) this.#nextPositions = grown(this.#nextPositions);
      if (this.#seenIn[term] === stretch) {
        this.#nextPositions[this.#lastPositions[term]!] = position;
        this.#frequencies[term]! += 1;
      } else {
        this.#seenIn[term] = stretch;
        this.#firstPositions[term] = position;
        this.#frequencies[term] = 1;
        if (distinct === this.#found.length) this.#found = grown(this.#found);
        this.#found[distinct++] = term;
      }
      this.#lastPositions[term] = position++;
    });
    for (let i = 0; i < distinct; i++) this.#visitTerm(this.#found[i]!, visit);
    return length;
  }

  #visitTerm(term: number, visit: (term: number, frequency: number, positions: ByteWriter) => void): void {
    const frequency = this.#frequencies[term]!;
    const positions = this.#positions;
    positions.length = 0;
    let position = this.#firstPositions[term]!;
    positions.varint(position);
    for (let left = frequency - 1; left > 0; left--) {
      const next = this.#nextPositions[position]!;
      positions.varint(next - position);
      position = next;
    }
    visit(term, frequency, positions);
  }

  /** Visits the tokens of a text that is in lower case already; a `term` below 0 is none (nothing but signs). */
  eachToken(lower: string, visit: (start: number, end: number, term: number) => void): void {
    const length = lower.length;
    let start = 0;
    let hash = firstHash;
    for (let i = 0; i < length; i++) {
      const unit = lower.charCodeAt(i);
      if (!isSeparator(unit)) {
        hash = Math.imul(hash ^ unit, 0x01000193);
        continue;
      }
      if (i > start) visit(start, i, this.#termAt(lower, start, i, hash));
      start = i + 1;
      hash = firstHash;
    }
    if (length > start) visit(start, length, this.#termAt(lower, start, length, hash));
  }

  #termAt(text: string, start: number, end: number, rawHash: number): number {
    const token = this.#intern(text, start, end, rawHash);
    return this.#termOfToken[token]!;
  }

  /** The number of a token; `rawHash` is FNV-1a over its UTF-16 units. */
  #intern(text: string, start: number, end: number, rawHash: number): number {
    const hash = rawHash ^ (rawHash >>> 15);
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (let taken = this.#slots[slot]!; taken !== 0; taken = this.#slots[slot]!) {
      const token = taken - 1;
      if (this.#hashes[token] === hash && this.#isToken(token, text, start, end)) return token;
      slot = (slot + 1) & mask;
    }
    return this.#remember(text, start, end, hash, slot);
  }

  #isToken(token: number, text: string, start: number, end: number): boolean {
    let at = this.#offsets[token]!;
    if (this.#offsets[token + 1]! - at !== end - start) return false;
    const pool = this.#pool;
    for (let i = start; i < end; i++) if (pool[at++] !== text.charCodeAt(i)) return false;
    return true;
  }

  #remember(text: string, start: number, end: number, hash: number, slot: number): number {
    const token = this.#tokenCount++;
    if (token === this.#hashes.length) {
      this.#hashes = grown(this.#hashes);
      this.#termOfToken = grown(this.#termOfToken);
      const offsets = new Int32Array(this.#hashes.length + 1);
      offsets.set(this.#offsets);
      this.#offsets = offsets;
    }
    let at = this.#offsets[token]!;
    while (at + end - start > this.#pool.length) this.#pool = grown(this.#pool);
    for (let i = start; i < end; i++) this.#pool[at++] = text.charCodeAt(i);
    this.#offsets[token + 1] = at;
    this.#hashes[token] = hash;
    this.#slots[slot] = token + 1;
    if (this.#tokenCount * 2 > this.#slots.length) this.#rehash();
    this.#termOfToken[token] = end - start > longestToken ? nameless : this.#termNumberOf(text.slice(start, end));
    return token;
  }

  #termNumberOf(token: string): number {
    const [term] = this.#pipeline.runString(token);
    if (term === '') return nameless;
    return this.termNumber(term ?? stopWordMark + trimmed(token));
  }

  #rehash(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (let token = 0; token < this.#tokenCount; token++) {
      let slot = this.#hashes[token]! & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = token + 1;
    }
    this.#slots = slots;
  }
}

/** Where FNV-1a begins. */
const firstHash = 0x811c9dc5;

/** Lunr's separator, `/[\s\-]/`, without a regular expression for each character. */
export function isSeparator(unit: number): boolean {
  if (unit < 128) return unit === 32 || unit === 45 || (unit >= 9 && unit <= 13);
  if (unit === 0xa0 || unit === 0x1680 || unit === 0xfeff) return true;
  if (unit < 0x2000 || unit > 0x3000) return false;
  return unit <= 0x200a || unit === 0x2028 || unit === 0x2029 || unit === 0x202f || unit === 0x205f || unit === 0x3000;
}

function grown<T extends Int32Array | Uint16Array | Uint8Array>(array: T): T {
  const larger = new (array.constructor as new (size: number) => T)(array.length * 2);
  larger.set(array);
  return larger;
}
