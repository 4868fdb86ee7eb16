import type { Analyzer } from './analyzer.ts';
import { bigrams, extender, inChunk, segmented, separator, sizeAt } from './characters.ts';
import { fold } from './folding.ts';
import { defaultCode, type Language } from './languages.ts';
import { charactersOf, type Part, termOfSegment } from './runs.ts';
import { cutChunk, isLikeStopWord, stopWordMark, termsOf, type Word } from './words.ts';

/** A word as it was typed, with all terms under which an article of any language may hold it. */
export type TypedWord = {
  readonly text: string;
  readonly terms: readonly string[];
  /** What it would be where it is a stop word, were it none. Lunr looks for it: "to" is a stem of "toed". */
  readonly unlikely: readonly string[];
  /** Its terms where it is a stop word, behind their mark: for phrases. */
  readonly stopTerms: readonly string[];
  /** The groups of languages in which it is one: their articles are not asked for it. */
  readonly stopIn: readonly string[];
  /** Position within its unit. */
  readonly place: number;
  /** Its letters as the beginning of a word, while it is still being typed; one character of Han or kana is never more. */
  readonly beginning: string;
  readonly isBeginning: boolean;
};

/** What was typed as one: a word, or several that stand side by side ("covid-19", "bbc.co.uk", 北京大学). */
export type TypedUnit = {
  readonly words: readonly TypedWord[];
  /** How many positions it takes in a text. */
  readonly span: number;
  /** Terms that stand for all of it: "cooperation" for "co-operation". */
  readonly whole: readonly string[];
};

/** A word of a phrase, at its place among the others; those in between may be anything. */
export type PlacedTerms = {
  readonly terms: readonly string[];
  readonly place: number;
  readonly prefix: string | undefined;
};

type Piece = { readonly kind: number; readonly text: string };

/**
 * Reads what a reader types with the same rules as articles, once for each language that the archive holds.
 *
 * Runs without spaces are cut into words here: an article must hold each of them, but need not hold them
 * side by side. What the dictionary does not know (names, mostly) it cuts into single characters; such
 * neighbours are looked for as one.
 */
export class TypedWords {
  readonly #analyzer: Analyzer;
  /** The groups of the archive's languages. */
  readonly groups: readonly string[];

  /** `groups` are those of the archive's languages, see `groupOf`; that of no language is always among them. */
  constructor(analyzer: Analyzer, groups: Iterable<string>) {
    this.#analyzer = analyzer;
    this.groups = [...new Set([defaultCode, ...groups])];
  }

  /** The units of a word, a phrase or a name; nothing for mere signs. `isPhrase` leaves runs whole. */
  units(text: string, isPhrase: boolean): TypedUnit[] {
    return this.#pieces(text.toLowerCase()).flatMap((piece) => {
      if (piece.kind === bigrams) return isPhrase ? this.#characterUnit(piece.text) : this.#unitsOfRun(piece.text);
      return piece.kind === segmented ? this.#segmentUnit(piece.text) : this.#chunkUnit(piece.text);
    });
  }

  /** A word with `*` as it is held against terms. */
  pattern(word: string): string {
    return word
      .split('*')
      .map((part) => this.#letters(part))
      .join('*');
  }

  /** The words of a text as they are written, folded, each apart: for names, which have no stems. */
  folded(text: string): string[] {
    return this.#pieces(text.toLowerCase()).flatMap((piece) => {
      if (piece.kind === inChunk) return cutChunk(piece.text).words.map((word) => fold(word.text.replaceAll("'", '')));
      const parts =
        piece.kind === bigrams
          ? charactersOf(piece.text, this.#analyzer.segmenter)
          : this.#analyzer.segmenter.words(piece.text);
      return parts.map((part) => fold(part.text));
    });
  }

  /** All terms of a word for Lunr, whose clauses know no sides: any of them. */
  terms(word: string): string[] {
    const units = this.units(word, false);
    return [...new Set(units.flatMap(({ words }) => words.flatMap((one) => [...one.terms, ...one.unlikely])))];
  }

  #letters(text: string): string {
    const words = this.#pieces(text.toLowerCase()).flatMap((piece) =>
      piece.kind === inChunk ? cutChunk(piece.text).words.map((word) => word.text.replaceAll("'", '')) : [piece.text],
    );
    return fold(words.join(''));
  }

  /** Chunks and runs, as the analyzer cuts them. */
  #pieces(text: string): Piece[] {
    const pieces: { kind: number; text: string }[] = [];
    let last: { kind: number; text: string } | undefined;
    for (let at = 0; at < text.length;) {
      const size = sizeAt(text, at);
      const found = this.#analyzer.characters.kindAt(text, at);
      const kind = found === extender ? (last?.kind ?? inChunk) : found;
      if (kind === separator) last = undefined;
      else if (last?.kind === kind) last.text += text.slice(at, at + size);
      else pieces.push((last = { kind, text: text.slice(at, at + size) }));
      at += size;
    }
    return pieces;
  }

  #chunkUnit(chunk: string): TypedUnit[] {
    const { words, joined } = cutChunk(chunk);
    if (words.length === 0) return [];
    const whole = joined === undefined ? [] : this.#typed({ text: joined, isAbbreviation: false }, 0).terms;
    return [{ words: words.map((word, place) => this.#signed(word, place)), span: words.length, whole }];
  }

  #signed(word: Word, place: number): TypedWord {
    const typed = this.#typed(word, place);
    return word.signed === undefined ? typed : { ...typed, terms: [word.signed], stopTerms: [], stopIn: [] };
  }

  #typed(word: Pick<Word, 'text' | 'isAbbreviation'>, place: number): TypedWord {
    const terms = new Set<string>();
    const unlikely = new Set<string>();
    const stopTerms = new Set<string>();
    const stopIn: string[] = [];
    for (const group of this.groups) {
      const language = this.#analyzer.languages.ofWord(word.text, group);
      const found = termsOf(word, language);
      for (const term of found.terms) (found.stopTerm === undefined ? terms : unlikely).add(term);
      if (found.stopTerm === undefined && !this.#isLikeStopWord(word, language)) continue;
      stopTerms.add(found.stopTerm ?? stopWordMark + fold(word.text));
      stopIn.push(group);
    }
    const { text } = word;
    const second = fold(text.slice(text.indexOf("'") + 1));
    const beginning = second.length > 1 ? second : fold(text.replaceAll("'", ''));
    const shared = { text, place, beginning, isBeginning: false };
    return { ...shared, terms: [...terms], unlikely: [...unlikely], stopTerms: [...stopTerms], stopIn };
  }

  #isLikeStopWord({ text, isAbbreviation }: Pick<Word, 'text' | 'isAbbreviation'>, language: Language): boolean {
    return !isAbbreviation && isLikeStopWord(text, language);
  }

  /** Thai and its like: words side by side, or the whole as one, where the dictionary cut the text otherwise. */
  #segmentUnit(run: string): TypedUnit[] {
    const words = this.#analyzer.segmenter
      .words(run)
      .map(({ text }, place) => plainWord(text, [termOfSegment(text)], place));
    if (words.length === 0) return [];
    return [{ words, span: words.length, whole: words.length > 1 ? [termOfSegment(run)] : [] }];
  }

  /** The words of a run of Han, kana or Hangul, small ones left out while others remain. */
  #unitsOfRun(run: string): TypedUnit[] {
    const stopWords = (word: string): boolean =>
      ['zh', 'ja', 'ko'].some((code) => this.#analyzer.languages.get(code).stopWords.has(word));
    const units: string[] = [];
    let isOpen = false;
    for (const { text, end, start } of this.#analyzer.segmenter.words(run)) {
      const isSingle = charactersOf(text, this.#analyzer.segmenter).length === 1;
      if (stopWords(text) && run.length > end - start) {
        isOpen = false;
        continue;
      }
      if (isSingle && isOpen) units[units.length - 1] += text;
      else units.push(text);
      isOpen = isSingle;
    }
    return (units.length > 0 ? units : [run]).flatMap((unit) => this.#characterUnit(unit));
  }

  /** Neighbouring characters side by side; one alone is the beginning of what it is indexed with. */
  #characterUnit(run: string): TypedUnit[] {
    const characters = charactersOf(run, this.#analyzer.segmenter);
    if (characters.length === 0) return [];
    const words = characters.flatMap((character, place) => this.#pair(character, characters[place + 1], place));
    return [{ words, span: characters.length, whole: [] }];
  }

  #pair({ text }: Part, next: Part | undefined, place: number): TypedWord[] {
    if (next !== undefined) return [plainWord(text + next.text, [text + next.text], place)];
    return place > 0 ? [] : [{ ...plainWord(text, [], place), isBeginning: true }];
  }

  /**
   * The words of a phrase in a row, as they must stand in a text: once as they are, and where some are
   * joined by a hyphen once more with these as one word. `isOpen`: the last is still being typed.
   */
  rows(units: readonly TypedUnit[], isOpen: boolean): PlacedTerms[][] {
    const row = this.#row(units, isOpen);
    if (!units.some(({ whole }) => whole.length > 0)) return [row];
    const joined = units.map((unit): TypedUnit => {
      return unit.whole.length === 0 ? unit : { words: [plainWord('', unit.whole, 0)], span: 1, whole: [] };
    });
    return [row, this.#row(joined, isOpen)];
  }

  /** The numbers of the languages of these groups, no language among those of the default. */
  languagesOf(groups: readonly string[], names: { readonly size: number; name(number: number): string }): number[] {
    const numbers = Array.from({ length: names.size }, (_, number) => number);
    return numbers.filter((number) => groups.includes(this.#analyzer.group(names.name(number))));
  }

  /** The lengths that a field of these units alone may have: stop words count in none, and each language has its own. */
  lengths(units: readonly TypedUnit[]): ReadonlySet<number> {
    const span = units.reduce((sum, unit) => sum + unit.span, 0);
    const words = units.flatMap((unit) => unit.words);
    return new Set(this.groups.map((group) => span - words.filter(({ stopIn }) => stopIn.includes(group)).length));
  }

  #row(units: readonly TypedUnit[], isOpen: boolean): PlacedTerms[] {
    const row: PlacedTerms[] = [];
    const last = units.at(-1)?.words.at(-1);
    let before = 0;
    for (const { words, span } of units) {
      for (const word of words) {
        const isUnfinished = isOpen && word === last && word.beginning !== '';
        row.push({
          terms: [...word.terms, ...word.stopTerms, ...(isUnfinished ? this.#stopTermsFrom(word.beginning) : [])],
          place: before + word.place,
          prefix: word.isBeginning || isUnfinished ? word.beginning : undefined,
        });
      }
      before += span;
    }
    return row;
  }

  #stopTermsFrom(beginning: string): string[] {
    const languages = new Set(this.groups.map((group) => this.#analyzer.languages.get(group)));
    const all = [...languages].flatMap(({ foldedStopWords }) => [...foldedStopWords]);
    return all.filter((word) => word.startsWith(beginning)).map((word) => stopWordMark + word);
  }
}

function plainWord(text: string, terms: readonly string[], place: number): TypedWord {
  return { text, terms, unlikely: [], stopTerms: [], stopIn: [], place, beginning: fold(text), isBeginning: false };
}
