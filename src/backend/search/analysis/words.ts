import { fold, spelledOut } from './folding.ts';
import type { Language } from './languages.ts';

/**
 * The first character of a stop word's term.
 *
 * Lunr drops stop words, but a phrase needs them: "the president said". So they are kept as terms
 * of their own that Lunr's part never sees: not in lengths, not in look-ups, not in wildcards. No
 * other term begins so, since no control character is part of a word.
 */
export const stopWordMark = '\u0000';

/**
 * The longest run of characters that is stored as a term. A longer one (an encoded picture in a
 * text) counts in the field's length but nobody searches for it, and the stemmer's expressions
 * would take seconds over it.
 */
export const longestToken = 255;

/** A word of a chunk, with its place in it. */
export type Word = {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** A sign that makes it another word: the name of C++ is not C. */
  readonly signed: string | undefined;
  /** Written with dots: "U.S." is no stop word, as "us" is. */
  readonly isAbbreviation: boolean;
};

/** What stands between two spaces, taken apart. */
export type Chunk = {
  readonly words: readonly Word[];
  /** Two words joined by a hyphen, as one: "co-operation" is looked for as "cooperation". */
  readonly joined: string | undefined;
  /** Pieces of mere signs: Lunr counts each as an empty word in the length of a field. */
  readonly signs: number;
};

/** What chunks mostly are: letters and digits of ASCII, with signs other than hyphens before and behind. */
const simple = /^[!-,./:-@[-`{-~]*([a-z0-9]+)[!-,./:-@[-`{-~]*$/;
/** Makes a letter the name of a language: C++, C#, F#. */
const nameSign = /^(?:\+\+|#)/;
/** Stand inside words and are not seen: soft hyphen, joiners, marks of direction, variant selectors. */
const invisible = /[\u00ad\u200b-\u200f\u2060-\u2064]|\p{Variation_Selector}/gu;
const apostrophe = /[`\u00b4\u02bc\u2018\u2019\u2032\uff07]/g;
const hyphen = /[\u2010\u2011]/g;

/**
 * A word within a chunk, the first that fits:
 * a number with its groups or decimals (1,000 · 1.5 · 3.5m); single letters with dots between (U.S.);
 * letters and digits, with an apostrophe, a middle dot or Hebrew quotation marks between letters.
 */
const word = new RegExp(
  [
    String.raw`(?<![\p{Nd}][.,]?)(?:\p{Nd}{1,3}(?:[.,']\p{Nd}{3})+|\p{Nd}+[.,]\p{Nd}+)(?![.,]?\p{Nd})[\p{L}\p{M}]*`,
    String.raw`(?<![\p{L}\p{M}\p{N}])\p{L}(?:\.\p{L})+(?![\p{L}\p{M}\p{N}])`,
    String.raw`[\p{L}\p{M}\p{N}]+(?:(?:['\u00b7]|(?<=[\u05d0-\u05ea])["\u05f3\u05f4](?=[\u05d0-\u05ea]))[\p{L}\p{M}\p{N}]+)*`,
  ].join('|'),
  'gu',
);
const abbreviation = /^\p{L}\.\p{L}/u;
const grouped = /^\p{Nd}{1,3}(?:[.,']\p{Nd}{3})+/u;

/**
 * The one term of a chunk that is a word of two or more ASCII letters and digits, undefined for any other:
 * the short way for most chunks, with the same result as the long one.
 */
export function termOfSimple(chunk: string, languageOf: (word: string) => Language): string | undefined {
  const text = simple.exec(chunk)?.[1];
  if (text === undefined || text.length === 1) return undefined;
  const language = languageOf(text);
  return language.stopWords.has(text) ? stopWordMark + text : termOf(text, language);
}

/** Takes apart what stands between two spaces. It is in lower case already. */
export function cutChunk(chunk: string): Chunk {
  const plain = simple.exec(chunk)?.[1];
  if (plain !== undefined) return simpleChunk(chunk, plain);
  const text = normalised(chunk);
  // Where a form changed its length (a ligature, a soft hyphen), the whole chunk stands for each of its words.
  const isInPlace = text.length === chunk.length;
  const words = Array.from(text.matchAll(word), ({ 0: found, index }) => ({
    text: withoutSigns(found),
    start: isInPlace ? index : 0,
    end: isInPlace ? index + found.length : chunk.length,
    signed: undefined,
    isAbbreviation: abbreviation.test(found),
  })).filter((one) => one.text !== '');
  const signs = text.split('-').filter((piece) => piece !== '' && !/[\p{L}\p{M}\p{N}]/u.test(piece)).length;
  return { words, joined: joinedOf(text), signs };
}

function simpleChunk(chunk: string, text: string): Chunk {
  const start = chunk.indexOf(text);
  const end = start + text.length;
  const sign = text.length === 1 ? nameSign.exec(chunk.slice(end))?.[0] : undefined;
  const word = { text, start, end: end + (sign?.length ?? 0), signed: sign && text + sign, isAbbreviation: false };
  return { words: [word], joined: undefined, signs: 0 };
}

function normalised(chunk: string): string {
  return chunk
    .normalize('NFKC')
    .replaceAll(invisible, '')
    .replaceAll(apostrophe, "'")
    .replaceAll(hyphen, '-')
    .toLowerCase();
}

/** Numbers without what groups their digits, with a point for decimals; names and abbreviations without dots and quotes. */
function withoutSigns(found: string): string {
  if (grouped.test(found)) return found.replaceAll(/[.,']/g, '');
  if (/^\p{Nd}+[.,]/u.test(found)) return found.replace(',', '.');
  return found.replaceAll(/["\u00b7\u05f3\u05f4.]/g, '');
}

const twoJoined = /^[^\p{L}\p{M}\p{N}-]*([\p{L}\p{M}\p{N}]+)-([\p{L}\p{M}\p{N}]+)[^\p{L}\p{M}\p{N}-]*$/u;

/** Two years or two scores with a dash between are no word together. */
function joinedOf(text: string): string | undefined {
  const [, first, second] = twoJoined.exec(text) ?? [];
  if (first === undefined || second === undefined) return undefined;
  return /\p{N}$/u.test(first) && /^\p{N}/u.test(second) ? undefined : first + second;
}

/** The terms under which one word of an article is found. */
export type Terms = {
  readonly terms: readonly string[];
  /** The term of a stop word, behind its mark; an article that holds one is not found by the others. */
  readonly stopTerm: string | undefined;
};

/**
 * The terms of a word, the same for articles and queries: the stems of all ways to write it.
 *
 * An ASCII word has one. Others are also read without their accents, and with ä as ae, so that
 * "Müller", "Muller" and "Mueller" each find the first. Two words that fold to the same letters always
 * share a term, whatever a stemmer makes of accents.
 */
export function termsOf({ text, isAbbreviation }: Pick<Word, 'text' | 'isAbbreviation'>, language: Language): Terms {
  // Letters that stand for words have no endings.
  if (isAbbreviation) return { terms: [fold(text)], stopTerm: undefined };
  const [base, ...others] = forms(text, language);
  const isStopWord = language.stopWords.has(language.isReadFolded ? fold(base) : base);
  const stopTerm = isStopWord ? stopWordMark + fold(base) : undefined;
  const terms = new Set(spellings(base, language).map((spelling) => termOf(spelling, language)));
  for (const other of others) terms.add(termOf(other, language));
  return { terms: [...terms], stopTerm };
}

function termOf(spelling: string, language: Language): string {
  // A number with a point is no word to stem; "1970s" is, as for Lunr.
  const stem = spelling.includes('.') ? spelling : language.stem(spelling);
  return (fold(stem) || fold(spelling) || spelling).slice(0, longestToken);
}

function spellings(base: string, language: Language): string[] {
  const folded = fold(base);
  if (folded === base) return [base];
  if (language.isReadFolded) return [folded];
  const spelled = language.spellsOut ? spelledOut(base) : undefined;
  return spelled === undefined ? [base, folded] : [base, folded, spelled];
}

/** A word with an apostrophe: what it is a form of, and where the apostrophe may join two words the second one too. */
function forms(text: string, language: Language): [string, ...string[]] {
  const at = text.indexOf("'");
  if (at < 0) return [text];
  const rest = language.elision === undefined ? text : text.replace(language.elision, '');
  const bare = language.apostropheEnding === undefined ? rest : rest.replace(language.apostropheEnding, '');
  const base = bare.replaceAll("'", '');
  // O'Neill, L'Oréal, d'Artagnan: also found by what follows, whatever the language.
  const second = text.slice(at + 1).replaceAll("'", '');
  const isJoined = bare === text && at <= 2 && second.length > 2;
  return isJoined ? [base, second] : [base];
}

/** The loose test for a word of a query: typed without its accents, a stop word is one still. */
export function isLikeStopWord(text: string, language: Language): boolean {
  const [base] = forms(text, language);
  return language.stopWords.has(base) || (fold(base) === base && language.foldedStopWords.has(base));
}
