import type { TypedWords } from '../analysis/typed-words.ts';
import type { Match } from '../evaluate/plan.ts';
import { oneOf } from './collections.ts';
import { namesWithWords } from './phrases.ts';

/** Words that stand beside an article: a note on it, a passage marked in it. */
export type Beside = { readonly article: string; readonly words: string };

/**
 * What the archive keeps of articles besides their own words. It is the reader's, and little: search asks for it
 * when a query does, and keeps nothing.
 */
export type Margins = {
  /** The reader's notes, on passages and on whole articles. */
  readonly notes: () => Iterable<Beside>;
  /** The passages the reader marked. */
  readonly passages: () => Iterable<Beside>;
  /** The articles whose address holds these letters, in any case. */
  readonly atAddress: (part: string) => readonly string[];
  /** The articles that have the same words as another one. */
  readonly duplicates: () => readonly string[];
};

export const noMargins: Margins = {
  notes: () => [],
  passages: () => [],
  atAddress: () => [],
  duplicates: () => [],
};

/** The margins with articles by their numbers in the index. */
export type NumberedMargins = Margins & { readonly numbersOf: (ids: readonly string[]) => Iterable<number> };

/** `note:` and `highlight:` find what holds these words side by side; the last may be the beginning of one. */
export function readBeside(
  margins: NumberedMargins,
  kind: 'note' | 'highlight',
  value: string,
  typed: TypedWords,
): Match {
  const all = [...(kind === 'note' ? margins.notes() : margins.passages())];
  const where = (passes: (words: string) => boolean) => [...all.keys()].filter((index) => passes(all[index]!.words));
  const found = namesWithWords({ where }, value.replace(/\*$/, ''), true, typed).map((index) => all[index]!.article);
  return oneOf([...margins.numbersOf(found)]);
}

/** `url:` finds addresses that hold these letters. */
export function readAddress(margins: NumberedMargins, value: string): Match {
  return oneOf([...margins.numbersOf(margins.atAddress(value))]);
}

/** `is:duplicate` finds what has the same words as another article. */
export function readDuplicates(margins: NumberedMargins): Match {
  return oneOf([...margins.numbersOf(margins.duplicates())]);
}
