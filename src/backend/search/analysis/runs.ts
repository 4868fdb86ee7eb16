import { fold } from './folding.ts';

/** A character of a run, in its usual form, or a word cut from one, with its place in the run. */
export type Part = { readonly text: string; readonly start: number; readonly end: number };

/** Characters of two units, and marks that belong to the one before. */
const manifold = /[\u{10000}-\u{10ffff}\p{M}]/u;
const variantSelector = /\p{Variation_Selector}/gu;

/** True when each unit of a run is a character by itself, in the form that others are made one with. */
export function isUsual(run: string): boolean {
  return !manifold.test(run) && run.normalize('NFKC') === run;
}

/**
 * The characters of a run of Han, kana or Hangul. Two units for one character (beyond the first plane),
 * a letter and its sound mark, the parts of a syllable become one.
 */
export function charactersOf(run: string, segmenter: Segmenter): Part[] {
  const parts: Part[] = [];
  for (const { segment, index } of segmenter.graphemes(run)) {
    const end = index + segment.length;
    for (const text of segment.replaceAll(variantSelector, '').normalize('NFKC').toLowerCase()) {
      if (/[\p{L}\p{M}\p{N}]/u.test(text)) parts.push({ text, start: index, end });
    }
  }
  return parts;
}

/**
 * So much is given to `Intl.Segmenter` at once: its time grows with the square of the length (0.3 ms
 * for 200 characters, half a minute for 100,000).
 */
const longestPiece = 200;

/**
 * Cuts by Unicode's rules and dictionaries. These come with the engine and are loaded when first needed: most
 * archives never do, and it takes longer than a query.
 */
export class Segmenter {
  #loadedWords: Intl.Segmenter | undefined;
  #loadedGraphemes: Intl.Segmenter | undefined;

  get #words(): Intl.Segmenter {
    return (this.#loadedWords ??= new Intl.Segmenter('und', { granularity: 'word' }));
  }

  get #graphemes(): Intl.Segmenter {
    return (this.#loadedGraphemes ??= new Intl.Segmenter('und', { granularity: 'grapheme' }));
  }

  /** The words of a run; its ends are never far from where one piece was cut off for the next. */
  words(run: string): Part[] {
    const parts: Part[] = [];
    let from = 0;
    while (from < run.length) {
      const piece = run.slice(from, from + longestPiece);
      const isLast = from + longestPiece >= run.length;
      const segments = [...this.#words.segment(piece)];
      // The last word of a piece may go on in the next.
      const whole = isLast || segments.length === 1 ? segments : segments.slice(0, -1);
      for (const { segment, index } of whole) {
        if (/[\p{L}\p{N}]/u.test(segment)) {
          parts.push({ text: segment, start: from + index, end: from + index + segment.length });
        }
      }
      const last = whole.at(-1)!;
      from += last.index + last.segment.length;
    }
    return parts;
  }

  *graphemes(run: string): Generator<{ readonly segment: string; readonly index: number }> {
    for (let from = 0; from < run.length; from += longestPiece) {
      const piece = run.slice(from, from + longestPiece);
      for (const { segment, index } of this.#graphemes.segment(piece)) yield { segment, index: from + index };
    }
  }
}

/** The term of a word of a script that is cut by dictionary. */
export function termOfSegment(word: string): string {
  return fold(word) || word;
}
