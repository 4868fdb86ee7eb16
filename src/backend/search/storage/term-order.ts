/** So many letters of a term go into its key. */
const keyLetters = 6;
const codes = 32;
/** The rest of a key's 53 bits: the place of the term in the list. */
const places = 2 ** 23;

/**
 * Terms by number in the order of their UTF-16 units, sorted as they are asked for.
 *
 * Comparing strings is what sorting tens of thousands of them costs. So each gets a number made of its
 * first letters and its place; numbers are sorted natively, and strings are compared only where the
 * first letters are alike.
 */
export function* inOrder(terms: Int32Array, textOf: (term: number) => string): Generator<number> {
  const keys = new Float64Array(terms.length);
  for (let place = 0; place < terms.length; place++) keys[place] = lettersKey(textOf(terms[place]!)) * places + place;
  keys.sort();
  for (let start = 0, end = 0; start < keys.length; start = end) {
    const letters = Math.floor(keys[start]! / places);
    const alike: number[] = [];
    for (; end < keys.length && Math.floor(keys[end]! / places) === letters; end++)
      alike.push(terms[keys[end]! % places]!);
    if (alike.length > 1) alike.sort((a, b) => (textOf(a) < textOf(b) ? -1 : 1));
    yield* alike;
  }
}

/**
 * A number that never contradicts the order of strings: a smaller one means an earlier string, the same
 * one means nothing. Only a to z have codes of their own; after any other unit the rest is left out.
 */
function lettersKey(text: string): number {
  let key = 0;
  let place = 0;
  let isLetter = true;
  for (; isLetter && place < keyLetters && place < text.length; place++) {
    const unit = text.charCodeAt(place);
    isLetter = unit >= 97 && unit <= 122;
    key = key * codes + (isLetter ? unit - 94 : unit < 48 ? 0 : unit < 58 ? 1 : unit < 97 ? 2 : 29);
  }
  return key * codes ** (keyLetters - place);
}
