import type { Explanation } from '#contract/search.ts';
import { text } from '../../text/text.ts';

export type ReasonLine = {
  readonly key: string;
  /** The part of the article. */
  readonly place: string;
  /** The word as it was typed, or the other one that it led to. */
  readonly found: string;
  /** What was typed, where that is another word than was found. */
  readonly typed: string | null;
  readonly weight: string;
  /** Of the heaviest line, 0 to 100: how long its bar is. */
  readonly percent: number;
};

export type Explained = {
  readonly kind: 'reasons' | 'no-words' | 'gone';
  readonly lines: readonly ReasonLine[];
  readonly score: string;
};

/** An explanation as a reader sees it: the heaviest reason first, each with its share. */
export function explained({ isFound, score, reasons }: Explanation): Explained {
  const total = formatWeight(score);
  if (!isFound) return { kind: 'gone', lines: [], score: total };
  if (reasons.length === 0) return { kind: 'no-words', lines: [], score: total };
  const heaviest = Math.max(...reasons.map(({ weight }) => weight));
  const percentOf = (weight: number) => (heaviest > 0 ? Math.max(1, Math.round((100 * weight) / heaviest)) : 0);
  const lines = reasons.map(({ field, term, typed, weight }) => ({
    key: `${field} ${term}`,
    place: placeOf(field),
    ...wordsOf(typed, term),
    weight: formatWeight(weight),
    percent: percentOf(weight),
  }));
  return { kind: 'reasons', lines, score: total };
}

/** The stem of a typed word ("ferri" of "ferries") tells a reader nothing; another word that matched does. */
function wordsOf(typed: string, term: string): Pick<ReasonLine, 'found' | 'typed'> {
  if (typed === '') return { found: term, typed: null };
  return typed.startsWith(term) ? { found: typed, typed: null } : { found: term, typed };
}

function placeOf(field: string): string {
  const { fields } = text.why;
  return Object.hasOwn(fields, field) ? fields[field as keyof typeof fields] : field;
}

function formatWeight(weight: number): string {
  return weight.toFixed(2);
}
