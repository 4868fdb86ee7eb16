/** A text in lower case, with the way back to places in the text itself. */
export type Lowered = {
  readonly text: string;
  /** The place in the original of a place in the lower-case text. */
  readonly original: (place: number) => number;
};

/**
 * Lower case as the analyzer makes it.
 *
 * A few letters change their length in lower case (İ becomes i and a dot), so places found in the
 * one text are not places in the other. For nearly all texts they are.
 */
export function loweredWithPlaces(text: string, lower: string): Lowered {
  if (lower.length === text.length) return { text: lower, original: (place) => place };
  const places: number[] = [];
  let at = 0;
  for (const character of text) {
    for (let unit = character.toLowerCase().length; unit > 0; unit--) places.push(at);
    at += character.length;
  }
  return { text: lower, original: (place) => places[place] ?? text.length };
}
