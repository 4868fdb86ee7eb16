/** A text as find compares it, and where each of its letters stands in the text it was made from. */
export type Folded = {
  readonly text: string;
  /** For each letter of `text` the index it came from; one more at the end. */
  readonly places: Uint32Array;
};

/** Marks over and under letters that a reader leaves out: of Latin, Greek and Cyrillic, of Hebrew and of Arabic. */
const leftOut = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u00ad\u200b-\u200f]/g;

/** Letters and signs that stand for others, which no decomposition knows. */
const others: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  '\n': ' ',
  '‘': "'",
  '’': "'",
  '‚': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
};

/**
 * Small letters without accents, and plain quotation marks and hyphens. A letter may become several or none; a
 * syllable of Korean or a kana stays one, so that half of it is never found.
 */
export function fold(text: string): Folded {
  const parts: string[] = [];
  const places: number[] = [];
  const known = new Map<string, string>();
  let index = 0;
  for (const letter of text) {
    let folded = known.get(letter);
    if (folded === undefined) {
      folded = foldLetter(letter);
      known.set(letter, folded);
    }
    parts.push(folded);
    for (let at = 0; at < folded.length; at += 1) places.push(index);
    index += letter.length;
  }
  places.push(index);
  return { text: parts.join(''), places: Uint32Array.from(places) };
}

/** The same of something short, where places do not matter: white space at its ends is not meant. */
export function foldWords(words: string): string {
  return fold(words.trim().replaceAll(/\s+/g, ' ')).text;
}

function foldLetter(letter: string): string {
  const small = letter.toLowerCase();
  const other = others[small];
  if (other !== undefined) return other;
  const plain = small.normalize('NFKD').replaceAll(leftOut, '').normalize('NFC').toLowerCase();
  return /^\s+$/.test(plain) ? ' ' : plain;
}
