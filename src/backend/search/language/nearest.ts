import type { QueryRemark } from '#contract/search.ts';
import type { Leaf, Match } from '../evaluate/plan.ts';
import type { Lexeme } from './lexer.ts';
import { someOf } from './parts.ts';

/**
 * A word that may be let go, or read as one spelled nearly like it, when all words together find
 * nothing: one of those that simply stand side by side.
 */
export type LooseWord = {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Its leaves in the plan: `[firstLeaf, endLeaf)`; those from `joinedLeaf` on are for it as one word ("co-operation"). */
  readonly firstLeaf: number;
  readonly joinedLeaf: number;
  readonly endLeaf: number;
};

/** A word outside brackets, with its place among the lexemes. */
export type PlacedWord = LooseWord & { readonly place: number };

/** A query near the one that found nothing, and what is told to the reader if it finds something. */
export type NearerQuery = {
  readonly query: string;
  readonly remark: QueryRemark;
  /** The first word that was changed. */
  readonly start: number;
  readonly end: number;
};

/** Words of fewer letters are like too many others. */
const shortestMisspelt = 4;
const shortestTwiceMisspelt = 7;
/** More unknown words are no slip of the finger, and each costs a walk through the dictionary. */
const mostMisspelt = 4;

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

/** A text with so many words is more likely prose than a question put with signs. */
const shortestProse = 8;

/**
 * The words of a text that may be prose, without any sign: a sentence has brackets, quotation marks, colons and
 * dashes of its own, and a headline in capitals its OR and NOT. Undefined for a query of few words, and for
 * one that has no signs.
 */
export function asProse(lexemes: readonly Lexeme[], words: readonly PlacedWord[]): string | undefined {
  if (words.length < shortestProse) return undefined;
  if (lexemes.every(({ kind }) => kind === 'word')) return undefined;
  const texts = lexemes.map((lexeme) => {
    if (lexeme.kind === 'word' || lexeme.kind === 'phrase') return lexeme.text;
    return lexeme.kind === 'field' ? lexeme.name : '';
  });
  return texts
    .join(' ')
    .replaceAll(/[*~^\\:"\u201c\u201d\u201e\u00ab\u00bb()+]/g, ' ')
    .replaceAll(/(?<=^|\s)-+|-+(?=\s|$)/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

/**
 * What could be answered when no article has some of the words: with these spelled nearly so, the nearest first,
 * at last without them. `lack` is the remark about them alone.
 */
export function withoutUnknown(
  query: string,
  unknown: readonly LooseWord[],
): { readonly respelled: readonly NearerQuery[]; readonly without: NearerQuery & { readonly lack: QueryRemark } } {
  const lack = unknownWords(unknown, 'nothing');
  const remark = unknownWords(unknown, 'other-words');
  return {
    respelled: [1, 2].flatMap((distance) => respelled(query, unknown, distance) ?? []),
    without: { query: replaced(query, unknown, () => ''), remark, lack, ...placeOf(unknown) },
  };
}

type UnknownWords = QueryRemark & { readonly kind: 'words-unknown' };

function unknownWords(words: readonly LooseWord[], instead: UnknownWords['instead']): UnknownWords {
  return { kind: 'words-unknown', words: words.map(({ text }) => text), instead };
}

/** The query without the words that could be let go. */
export function withoutLoose(query: string, loose: readonly LooseWord[]): NearerQuery {
  return {
    query: replaced(query, loose, () => ''),
    remark: { kind: 'words-apart', words: loose.map(({ text }) => text) },
    ...placeOf(loose),
  };
}

/** Unknown words with so many letters that may differ; undefined when one is too short for that. */
function respelled(query: string, unknown: readonly LooseWord[], distance: number): NearerQuery | undefined {
  const shortest = distance === 1 ? shortestMisspelt : shortestTwiceMisspelt;
  const isLong = ({ text, firstLeaf, endLeaf }: LooseWord): boolean =>
    text.length >= shortest && endLeaf - firstLeaf === 1;
  if (unknown.length > mostMisspelt || !unknown.every(isLong)) return undefined;
  return {
    query: replaced(query, unknown, (word) => `${word.text}~${distance}`),
    remark: unknownWords(unknown, 'respelled'),
    ...placeOf(unknown),
  };
}

/** A query of whose loose words some are enough. */
export type Loosened = {
  /** Each distinct word; there are two or more. */
  readonly words: readonly Match[];
  /** Everything else of the query, which must hold. */
  readonly rest: readonly Match[];
};

/** Takes a query's loose words from the parts that must all hold; undefined when there are not several. */
export function loosened(match: Match, leaves: readonly Leaf[], loose: readonly LooseWord[]): Loosened | undefined {
  const parts = conjuncts(match);
  const wordOf = (part: Match): LooseWord | undefined => {
    const leaf = firstLeafOf(part);
    return leaf === undefined ? undefined : loose.find((one) => leaf >= one.firstLeaf && leaf < one.endLeaf);
  };
  const groups = loose.map((word) => parts.filter((part) => wordOf(part) === word));
  const [words] = someOf(1, groups, leaves);
  if (words?.kind !== 'any') return undefined;
  return { words: words.of, rest: parts.filter((part) => wordOf(part) === undefined) };
}

/** Tells what word a part comes from, which may be one leaf or several with what binds them. */
function firstLeafOf(part: Match): number | undefined {
  if (part.kind === 'leaf') return part.leaf;
  if (part.kind !== 'all' && part.kind !== 'any') return undefined;
  for (const one of part.of) {
    const leaf = firstLeafOf(one);
    if (leaf !== undefined) return leaf;
  }
  return undefined;
}

/** The parts that must all hold, without brackets. */
function conjuncts(match: Match): readonly Match[] {
  return match.kind === 'all' ? match.of.flatMap(conjuncts) : [match];
}

/**
 * The same query with `count` of its loose words being enough, as it could be typed; idle words are left out.
 * `isOpen`: the last word of the query was found as the beginning of words.
 */
export function someWordsQuery(
  query: string,
  { loose, idle }: { readonly loose: readonly LooseWord[]; readonly idle: readonly LooseWord[] },
  count: number,
  isOpen: boolean,
): Pick<NearerQuery, 'query' | 'start' | 'end'> {
  const texts = loose.map(({ text, end }) => {
    const star = isOpen && end === query.length ? '*' : '';
    return text.replaceAll(/[()]/g, String.raw`\$&`) + star;
  });
  const [first] = loose;
  const some = count === 1 ? texts.join(' OR ') : `${count} OF (${texts.join(' ')})`;
  return {
    query: replaced(query, inOrder([...loose, ...idle]), (word) => (word === first ? some : '')),
    start: first!.start,
    end: loose.at(-1)!.end,
  };
}

function replaced(query: string, words: readonly LooseWord[], by: (word: LooseWord) => string): string {
  let text = '';
  let at = 0;
  for (const word of words) {
    text += query.slice(at, word.start) + by(word);
    at = word.end;
  }
  return text + query.slice(at);
}

function inOrder(words: readonly LooseWord[]): LooseWord[] {
  return [...words].sort((a, b) => a.start - b.start);
}

function placeOf([first]: readonly LooseWord[]): { start: number; end: number } {
  return { start: first!.start, end: first!.end };
}
