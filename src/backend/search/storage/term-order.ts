/** So many letters after the first go into a term's key. */
const keyLetters = 6;
/** Letters have codes of their own, all other units share a few: see `codeOf`. */
const codes = 32;
/** Keys of one first letter. */
const bucketSize = codes ** keyLetters;
/** What 53 bits leave for the place of a term in its bucket. */
const places = 2 ** 23;

/** Key of the first letters of a term: `lettersKey`, remembered by whoever sorts the same terms again and again. */
type KeyOf = (term: number) => number;

/**
 * Terms by number in the order of their UTF-16 units, sorted as they are asked for: a bucket for each
 * first letter, one after the other.
 *
 * Comparing strings is what sorting tens of thousands of them costs. So numbers made of their first
 * letters are sorted natively, and strings are compared only where these letters are alike.
 */
export function* inOrder(terms: readonly number[], keyOf: KeyOf, textOf: (term: number) => string): Generator<number> {
  const buckets: number[][] = Array.from({ length: codes }, () => []);
  for (const term of terms) buckets[Math.floor(keyOf(term) / bucketSize)]!.push(term);
  for (const bucket of buckets) yield* bucketInOrder(bucket, keyOf, textOf);
}

function* bucketInOrder(terms: readonly number[], keyOf: KeyOf, textOf: (term: number) => string): Generator<number> {
  const keys = new Float64Array(terms.length);
  for (const [place, term] of terms.entries()) keys[place] = (keyOf(term) % bucketSize) * places + place;
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
 * one means nothing. Behind a unit that shares its code with others nothing is looked at.
 */
export function lettersKey(text: string): number {
  let key = 0;
  for (let place = 0; place <= keyLetters; place++) {
    const code = codeOf(text, place);
    key = key * codes + code;
    if (!isLetterCode(code)) return key * codes ** (keyLetters - place);
  }
  return key;
}

const isLetterCode = (code: number): boolean => code > 2 && code < 29;

/** 0 for the end and what is before the digits, 1 a digit, 2 before the letters, 3 to 28 a to z, 29 all else: in the order of units. */
function codeOf(text: string, place: number): number {
  if (place >= text.length) return 0;
  const unit = text.charCodeAt(place);
  if (unit >= 97) return unit <= 122 ? unit - 94 : 29;
  return unit < 48 ? 0 : unit < 58 ? 1 : 2;
}
