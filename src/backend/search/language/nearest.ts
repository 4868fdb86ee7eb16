import type { Lexeme } from './lexer.ts';

/**
 * A word that may be let go, or read as one spelled nearly like it, when all words together find
 * nothing: one of those that simply stand side by side.
 */
export type LooseWord = {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Its leaves in the plan: `[firstLeaf, endLeaf)`. */
  readonly firstLeaf: number;
  readonly endLeaf: number;
};

/** A word outside brackets, with its place among the lexemes. */
export type PlacedWord = LooseWord & { readonly place: number };

/** A query near the one that found nothing, and what is told to the reader if it finds something. */
export type NearerQuery = {
  readonly query: string;
  readonly message: string;
  /** The first word that was changed. */
  readonly start: number;
  readonly end: number;
};

/** Words of fewer letters are like too many others. */
const shortestMisspelt = 4;
const shortestTwiceMisspelt = 7;
/** So many rare words are left out by themselves, before several are left out together. */
const mostAlone = 6;
/** So many steps lead from leaving out the fewest to leaving out all that may go. */
const mostSteps = 6;

/**
 * The loose words of a query. Whoever writes `-`, `+`, NOT, OR, NEAR, a field, a wildcard or a
 * phrase has said exactly what is wanted: with a word that must not occur none is loose, else those
 * without such a sign on them.
 */
export function looseWords(lexemes: readonly Lexeme[], words: readonly PlacedWord[]): LooseWord[] {
  if (lexemes.some((one) => one.kind === 'not' || (one.kind === 'sign' && one.sign === '-'))) return [];
  const binds = (lexeme: Lexeme | undefined): boolean =>
    lexeme !== undefined && ['sign', 'field', 'or', 'near'].includes(lexeme.kind);
  return words.filter(({ text, place, firstLeaf, endLeaf }) => {
    const isBound = binds(lexemes[place - 1]) || ['or', 'near'].includes(lexemes[place + 1]?.kind ?? '');
    return !isBound && endLeaf > firstLeaf && !/[*~^\\]/.test(text);
  });
}

/**
 * What could be answered instead, the nearest first: words that no article has are read as words
 * spelled nearly so, then left out; of words that all occur, but nowhere together, the rarest go.
 *
 * `articles` are how many articles have each loose word; `isAnchored` when the query holds other
 * words or phrases, so that all loose ones may go. Filters alone are never the answer.
 */
export function* nearerQueries(
  query: string,
  words: readonly LooseWord[],
  articles: readonly number[],
  isAnchored: boolean,
): Generator<NearerQuery> {
  const unknown = words.filter((_, place) => articles[place] === 0);
  for (const distance of [1, 2]) {
    const near = respelled(query, unknown, distance);
    if (near !== undefined) yield near;
  }
  const rarestFirst = words
    .map((word, place) => ({ word, count: articles[place]! }))
    .sort((a, b) => a.count - b.count || b.word.start - a.word.start)
    .map(({ word }) => word);
  const mostLeftOut = words.length - (isAnchored ? 0 : 1);
  const fewest = Math.max(1, unknown.length);
  if (fewest === 1 && mostLeftOut > 1) {
    for (const word of rarestFirst.slice(0, mostAlone)) yield without(query, [word], unknown);
  }
  const step = Math.max(1, Math.ceil((mostLeftOut - fewest) / mostSteps));
  for (let count = fewest; count <= mostLeftOut; count += step)
    yield without(query, rarestFirst.slice(0, count), unknown);
}

/** Unknown words with so many letters that may differ, shorter ones left out; undefined when none is long enough. */
function respelled(query: string, unknown: readonly LooseWord[], distance: number): NearerQuery | undefined {
  const shortest = distance === 1 ? shortestMisspelt : shortestTwiceMisspelt;
  const isLong = ({ text, firstLeaf, endLeaf }: LooseWord): boolean =>
    text.length >= shortest && endLeaf - firstLeaf === 1;
  if (unknown.length === 0 || !unknown.every(isLong)) return undefined;
  return {
    query: replaced(query, unknown, (word) => `${word.text}~${distance}`),
    message: `no article has ${quoted(unknown)}; these have words spelled nearly so`,
    ...placeOf(unknown),
  };
}

function without(query: string, words: readonly LooseWord[], unknown: readonly LooseWord[]): NearerQuery {
  const isUnknown = words.every((word) => unknown.includes(word));
  const [what, where] = isUnknown
    ? [quoted(words), 'the other words']
    : ['all of these words', `all but ${quoted(words)}`];
  return {
    query: replaced(query, words, () => ''),
    message: `no article has ${what}; these have ${where}`,
    ...placeOf(words),
  };
}

function replaced(query: string, words: readonly LooseWord[], by: (word: LooseWord) => string): string {
  let text = '';
  let at = 0;
  for (const word of inOrder(words)) {
    text += query.slice(at, word.start) + by(word);
    at = word.end;
  }
  return text + query.slice(at);
}

function quoted(words: readonly LooseWord[]): string {
  return inOrder(words)
    .map(({ text }) => `“${text}”`)
    .join(', ');
}

function placeOf(words: readonly LooseWord[]): { start: number; end: number } {
  const [first] = inOrder(words);
  return { start: first!.start, end: first!.end };
}

function inOrder(words: readonly LooseWord[]): LooseWord[] {
  return [...words].sort((a, b) => a.start - b.start);
}
