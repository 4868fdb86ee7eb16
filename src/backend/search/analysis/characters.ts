/**
 * What a UTF-16 unit means to whoever cuts a text into words. ASCII signs count as part of a chunk:
 * what they part or hold together ("o'neill", "1.5", "and/or") is looked at once for each distinct chunk.
 */
export const inChunk = 0;
export const separator = 1;
/** Han, kana, Hangul: written without spaces, or with them between phrases; found by any two neighbours. */
export const bigrams = 2;
/** Thai, Lao, Khmer, Burmese: written without spaces, cut into words by a dictionary. */
export const segmented = 3;
/** Chooses another drawing of the character before it (ideographic variants): no character itself. */
export const extender = 4;
/** Kinds above `extender` are not final. Half of a character beyond the first plane: the pair decides. */
const surrogate = 5;
const unknown = 255;

const wordCharacter = /^[\p{L}\p{M}\p{N}\p{Pc}]/u;
/** Hyphens, apostrophes and invisible signs that stand inside words; `words.ts` says what becomes of each. */
const innerSign =
  /^[\u00ad\u00b4\u00b7\u02bc\u05f3\u05f4\u200b-\u200f\u2010\u2011\u2018\u2019\u2032\u2060-\u2064\uff07\uff0d]/u;
const bigramCharacter = /^(?=[\p{L}\p{M}\p{N}])[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Bopo}]/u;
const segmentedCharacter = /^(?=[\p{L}\p{M}\p{N}])[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Mymr}]/u;
/** Stand for a missing part of a syllable: letters to Unicode, nothing to a reader. */
const filler = /^[\u115f\u1160\u3164\uffa0]/u;
const variationSelector = /^\p{Variation_Selector}/u;

/**
 * The kinds of all units, learnt as they are met: to ask Unicode's tables for all 65,536 at once
 * would take longer than to open an index.
 */
export class Characters {
  /** The kind of each unit, or `unknown`. For the scanner's loop, which falls back to `kindOf`. */
  readonly kinds = new Uint8Array(1 << 16).fill(unknown);

  constructor() {
    for (let unit = 0; unit < 128; unit++) this.kinds[unit] = unit <= 32 || unit === 127 ? separator : inChunk;
  }

  /** The kind of the character at a place: a pair of surrogates counts as one, a lone one parts words. */
  kindAt(text: string, at: number): number {
    const unit = text.charCodeAt(at);
    let kind = this.kinds[unit]!;
    if (kind === unknown) {
      kind = unit >= 0xd800 && unit <= 0xdfff ? surrogate : kindOf(text[at]!);
      this.kinds[unit] = kind;
    }
    if (kind !== surrogate) return kind;
    return isPair(text, at) ? kindOf(String.fromCodePoint(text.codePointAt(at)!)) : separator;
  }
}

/** The size of the character at a place, in units. */
export function sizeAt(text: string, at: number): number {
  return isPair(text, at) ? 2 : 1;
}

function isPair(text: string, at: number): boolean {
  return text.codePointAt(at)! > 0xffff;
}

function kindOf(character: string): number {
  if (variationSelector.test(character)) return extender;
  if (filler.test(character)) return separator;
  if (innerSign.test(character)) return inChunk;
  if (bigramCharacter.test(character)) return bigrams;
  if (segmentedCharacter.test(character)) return segmented;
  return wordCharacter.test(character) ? inChunk : separator;
}
