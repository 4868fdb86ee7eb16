import { ByteWriter } from '../codec/bytes.ts';
import { bigrams, Characters, extender, inChunk, separator, sizeAt } from './characters.ts';
import { groupOf, Languages } from './languages.ts';
import { charactersOf, isUsual, Segmenter, termOfSegment } from './runs.ts';
import { doubled, firstHash, hashed, TokenTable } from './token-table.ts';
import { type Chunk, cutChunk, longestToken, stopWordMark, termOfSimple, termsOf } from './words.ts';

/** A token that is no term and no word: it counts in the field's length, as Lunr's empty token does, and nothing finds it. */
const nameless = -1;
/** Meanings from here down are tokens of several terms or places. */
const firstShape = -2;

const firstTerms = 1 << 14;

/** What became of a token that is more than one term: `size` numbers for each term, in the order of their places. */
type Shape = {
  readonly entries: Int32Array;
  /** How many positions it takes. */
  readonly span: number;
  /** How much it adds to the field's length. */
  readonly length: number;
};
const entrySize = 4;
const placeColumn = 1;
const startColumn = 2;
const endColumn = 3;

/** A term of a text: its number, its position, and its place in the text, signs around it left out. */
type VisitTerm = (term: number, position: number, start: number, end: number) => void;

/**
 * Makes terms of texts.
 *
 * ```
 * text ─ lower case ─▶ chunks, cut at spaces and at signs other than ASCII's
 *                       │  each distinct one once for its language (token table)
 *                       ▼
 *              words: at hyphens, dots, slashes; what an apostrophe joins
 *                       │  stop word? · stems of its spellings · folded
 *                       ▼
 *              terms, one or more at a position
 *
 *      ─▶ runs of Han, kana, Hangul: at each character it and the next; the last one alone
 *      ─▶ runs of Thai, Lao, Khmer, Burmese: words by dictionary
 * ```
 * Every function on the way looks at the token and the article's language alone, so each distinct token
 * is looked at once. For words of plain ASCII letters and digits in English the terms are Lunr's.
 */
export class Analyzer {
  readonly languages = new Languages();
  readonly characters = new Characters();
  readonly segmenter = new Segmenter();
  readonly #groups = new Map<string | null, string>();
  #tables = new Map<string, TokenTable>();
  #shapes: Shape[] = [];
  #terms: string[] = [];
  #termNumbers = new Map<string, number>();
  /** The stretch of counting in which a term was last seen, and how often. */
  #seenIn = new Int32Array(firstTerms);
  #frequencies = new Int32Array(firstTerms);
  #firstPlaces = new Int32Array(firstTerms);
  #lastPlaces = new Int32Array(firstTerms);
  #isStopWord = new Uint8Array(firstTerms);
  #stretch = 0;
  #found = new Int32Array(1024);
  /** Occurrences of a text, by number: the position of each and the next one of the same term. */
  #positionOf = new Int32Array(1024);
  #nextOccurrence = new Int32Array(1024);
  readonly #positions = new ByteWriter(1024);

  get tokenCount(): number {
    let count = 0;
    for (const table of this.#tables.values()) count += table.count;
    return count;
  }

  /** Forgets every token and term; numbers given out before mean nothing any more. */
  reset(): void {
    this.#tables = new Map();
    this.#shapes = [];
    this.#terms = [];
    this.#termNumbers = new Map();
    this.#seenIn = new Int32Array(firstTerms);
    this.#frequencies = new Int32Array(firstTerms);
    this.#firstPlaces = new Int32Array(firstTerms);
    this.#lastPlaces = new Int32Array(firstTerms);
    this.#isStopWord = new Uint8Array(firstTerms);
    this.#stretch = 0;
  }

  term(number: number): string {
    return this.#terms[number]!;
  }

  /** The number of a term that was seen since the last reset. */
  findTerm(term: string): number | undefined {
    return this.#termNumbers.get(term);
  }

  termNumber(term: string): number {
    const known = this.#termNumbers.get(term);
    if (known !== undefined) return known;
    const number = this.#terms.length;
    this.#terms.push(term);
    this.#termNumbers.set(term, number);
    if (number >= this.#seenIn.length) {
      this.#seenIn = doubled(this.#seenIn);
      this.#frequencies = doubled(this.#frequencies);
      this.#firstPlaces = doubled(this.#firstPlaces);
      this.#lastPlaces = doubled(this.#lastPlaces);
      this.#isStopWord = doubled(this.#isStopWord);
    }
    this.#isStopWord[number] = term.startsWith(stopWordMark) ? 1 : 0;
    return number;
  }

  /** The group of a language, remembered: it is asked for every field of every article. */
  group(language: string | null): string {
    let group = this.#groups.get(language);
    if (group === undefined) this.#groups.set(language, (group = groupOf(language)));
    return group;
  }

  /**
   * Finds the terms of one field's text.
   *
   * Answers the field's length as Lunr counts it: its words, stop words left out. Visits each distinct
   * term with its frequency and its positions: varints, each the distance to the one before. Positions
   * count words, stop words among them, and in runs without spaces characters.
   */
  analyse(
    text: string,
    language: string | null,
    visit: (term: number, frequency: number, positions: ByteWriter) => void,
  ): number {
    const stretch = ++this.#stretch;
    let occurrences = 0;
    let distinct = 0;
    const group = this.group(language);
    const length = this.eachTerm(lowered(text, group), group, (term, position) => {
      if (occurrences === this.#positionOf.length) {
        this.#positionOf = doubled(this.#positionOf);
        this.#nextOccurrence = doubled(this.#nextOccurrence);
      }
      if (this.#seenIn[term] === stretch) {
        this.#nextOccurrence[this.#lastPlaces[term]!] = occurrences;
        this.#frequencies[term]! += 1;
      } else {
        this.#seenIn[term] = stretch;
        this.#firstPlaces[term] = occurrences;
        this.#frequencies[term] = 1;
        if (distinct === this.#found.length) this.#found = doubled(this.#found);
        this.#found[distinct++] = term;
      }
      this.#positionOf[occurrences] = position;
      this.#lastPlaces[term] = occurrences++;
    });
    for (let i = 0; i < distinct; i++) this.#visitTerm(this.#found[i]!, visit);
    return length;
  }

  #visitTerm(term: number, visit: (term: number, frequency: number, positions: ByteWriter) => void): void {
    const frequency = this.#frequencies[term]!;
    const positions = this.#positions;
    positions.length = 0;
    let occurrence = this.#firstPlaces[term]!;
    let position = this.#positionOf[occurrence]!;
    positions.varint(position);
    for (let left = frequency - 1; left > 0; left--) {
      occurrence = this.#nextOccurrence[occurrence]!;
      const next = this.#positionOf[occurrence]!;
      positions.varint(next - position);
      position = next;
    }
    visit(term, frequency, positions);
  }

  /**
   * Visits the terms of a text that is in lower case already, in the order of their positions; answers the
   * field's length. One loop: it runs over every letter that is taken in or shown.
   */
  eachTerm(lower: string, group: string, visit: VisitTerm): number {
    const kinds = this.characters.kinds;
    const table = this.#table(group);
    const end = lower.length;
    let length = 0;
    let position = 0;
    let start = 0;
    let hash = firstHash;
    for (let at = 0; at <= end;) {
      let kind = separator;
      let size = 1;
      if (at < end) {
        const unit = lower.charCodeAt(at);
        kind = kinds[unit]!;
        if (kind === inChunk) {
          hash = hashed(hash, unit);
          at++;
          continue;
        }
        if (kind > extender) {
          kind = this.characters.kindAt(lower, at);
          size = sizeAt(lower, at);
        }
        if (kind === inChunk || kind === extender) {
          for (; size > 0; size--) hash = hashed(hash, lower.charCodeAt(at++));
          continue;
        }
      }
      if (at > start) {
        const meaning = at - start > longestToken ? nameless : table.find(lower, start, at, hash);
        if (meaning >= 0) {
          if (this.#isStopWord[meaning] === 0) length++;
          visit(meaning, position++, start, at);
        } else if (meaning === nameless) {
          length++;
        } else {
          const shape = this.#shapes[firstShape - meaning]!;
          visitShape(shape, position, start, visit);
          length += shape.length;
          position += shape.span;
        }
      }
      hash = firstHash;
      if (kind === separator) {
        at += size;
        start = at;
        continue;
      }
      start = at;
      at = this.#endOfRun(lower, at, kind);
      const span = this.#visitRun(lower, start, at, kind, table, position, visit);
      length += span;
      position += span;
      start = at;
    }
    return length;
  }

  #visitRun(
    text: string,
    start: number,
    end: number,
    kind: number,
    table: TokenTable,
    position: number,
    visit: VisitTerm,
  ): number {
    if (kind === bigrams) return this.#visitBigrams(text, start, end, table, position, visit);
    return this.#visitSegments(text, start, end, position, visit);
  }

  #endOfRun(text: string, from: number, kind: number): number {
    let at = from;
    while (at < text.length) {
      const next = this.characters.kindAt(text, at);
      if (next !== kind && next !== extender) break;
      at += sizeAt(text, at);
    }
    return at;
  }

  /** At each character a term of it and the next one; at the last, which is followed by nothing, of it alone. */
  #visitBigrams(
    text: string,
    start: number,
    end: number,
    table: TokenTable,
    position: number,
    visit: VisitTerm,
  ): number {
    const run = text.slice(start, end);
    if (isUsual(run)) {
      for (let at = start; at < end; at++) {
        const next = Math.min(at + 2, end);
        visit(table.findPiece(text, at, next), position + at - start, at, next);
      }
      return end - start;
    }
    const characters = charactersOf(run, this.segmenter);
    for (const [place, character] of characters.entries()) {
      const next = characters[place + 1];
      const term = this.termNumber(character.text + (next?.text ?? ''));
      visit(term, position + place, start + character.start, start + (next ?? character).end);
    }
    return characters.length;
  }

  #visitSegments(text: string, start: number, end: number, position: number, visit: VisitTerm): number {
    const words = this.segmenter.words(text.slice(start, end));
    for (const [place, word] of words.entries()) {
      visit(this.termNumber(termOfSegment(word.text)), position + place, start + word.start, start + word.end);
    }
    return words.length;
  }

  #table(group: string): TokenTable {
    let table = this.#tables.get(group);
    if (table === undefined) {
      table = new TokenTable((token) => this.#meaningOf(token, group));
      this.#tables.set(group, table);
    }
    return table;
  }

  /** A term, or nothing, or the shape of what is more than one. */
  #meaningOf(token: string, group: string): number {
    const simple = termOfSimple(token, (word) => this.languages.ofWord(word, group));
    if (simple !== undefined) return this.termNumber(simple);
    if (this.characters.kindAt(token, 0) === bigrams) return this.termNumber(token);
    const chunk = cutChunk(token);
    if (chunk.words.length === 0 && chunk.signs === 1) return nameless;
    const shape = this.#shapeOf(chunk, group);
    const { entries } = shape;
    if (entries.length === entrySize && chunk.words.length === 1 && chunk.signs === 0) return entries[0]!;
    this.#shapes.push(shape);
    return firstShape - (this.#shapes.length - 1);
  }

  #shapeOf({ words, joined, signs }: Chunk, group: string): Shape {
    const entries: number[] = [];
    const add = (term: string, place: number, start: number, end: number): void => {
      const number = this.termNumber(term);
      if (!hasEntry(entries, number, place)) entries.push(number, place, start, end);
    };
    let length = signs;
    for (const [place, word] of words.entries()) {
      const { start, end, signed } = word;
      const { terms, stopTerm } = termsOf(word, this.languages.ofWord(word.text, group));
      if (stopTerm === undefined) length++;
      for (const term of stopTerm === undefined ? terms : [stopTerm]) add(term, place, start, end);
      if (signed !== undefined) add(signed, place, start, end);
      if (place > 0 || joined === undefined) continue;
      const whole = { text: joined, isAbbreviation: false };
      const last = words.at(-1)!.end;
      for (const term of termsOf(whole, this.languages.ofWord(joined, group)).terms) add(term, 0, start, last);
    }
    return { entries: Int32Array.from(entries), span: words.length, length };
  }
}

/** No term stands twice at one place, whatever ways lead to it. */
function hasEntry(entries: readonly number[], term: number, place: number): boolean {
  for (let at = 0; at < entries.length; at += entrySize) {
    if (entries[at] === term && entries[at + placeColumn] === place) return true;
  }
  return false;
}

function visitShape({ entries }: Shape, position: number, start: number, visit: VisitTerm): void {
  for (let at = 0; at < entries.length; at += entrySize) {
    visit(
      entries[at]!,
      position + entries[at + placeColumn]!,
      start + entries[at + startColumn]!,
      start + entries[at + endColumn]!,
    );
  }
}

/** Lower case as the language has it: Turkish ı and İ are two letters. */
export function lowered(text: string, group: string): string {
  return group === 'tr' ? text.toLocaleLowerCase('tr') : text.toLowerCase();
}
