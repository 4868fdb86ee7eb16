import type { Place } from '../../../anchoring/find-passages.ts';
import type { Folded } from './fold.ts';

/** What is looked for, folded. */
export type Wanted = {
  readonly words: string;
  /** Only where it stands as a word: `art` is not found in `party`. */
  readonly isWhole: boolean;
};

/** Every place of what is wanted, in the order of the text; no two of them overlap. */
export function findMatches(text: Folded, wanted: readonly Wanted[]): readonly Place[] {
  const found = wanted
    .flatMap((one) => findOne(text.text, one))
    .toSorted((one, other) => one.start - other.start || other.end - one.end);
  const matches: Place[] = [];
  let end = 0;
  for (const match of found) {
    if (match.start < end) continue;
    end = match.end;
    matches.push(inSource(text, match));
  }
  return matches;
}

/** The first match that begins at or after a place, from the top again where none does; -1 where there is none. */
export function matchFrom(matches: readonly Place[], index: number): number {
  if (matches.length === 0) return -1;
  return Math.max(
    0,
    matches.findIndex(({ start }) => start >= index),
  );
}

function findOne(text: string, { words, isWhole }: Wanted): Place[] {
  const places: Place[] = [];
  if (words === '') return places;
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + words.length)) {
    const end = at + words.length;
    if (!isWhole || (isEdge(text, at) && isEdge(text, end))) places.push({ start: at, end });
  }
  return places;
}

const letter = /[\p{L}\p{N}]/u;
/** Scripts that put no space between words: every place in them may be an edge. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

function isEdge(text: string, index: number): boolean {
  const [before, after] = [text[index - 1] ?? ' ', text[index] ?? ' '];
  return !letter.test(before) || !letter.test(after) || unspaced.test(before) || unspaced.test(after);
}

/** A letter that became several is marked as a whole. */
function inSource({ places }: Folded, { start, end }: Place): Place {
  const from = places[start] ?? 0;
  const last = places[end - 1] ?? from;
  let next = end;
  while (next < places.length - 1 && places[next] === last) next += 1;
  return { start: from, end: places[next] ?? last };
}
