import type { Analyzer } from '../analysis/analyzer.ts';
import { fieldNames } from '../fields.ts';
import { trimmed } from '../language/words.ts';
import type { SearchDocument } from '../document.ts';
import type { Near } from './plan.ts';

/** A word of the text: the number of its term, or what it is where it has none (a stop word). */
type Token = number | string;

/**
 * Tests an article's own text for words that stand together.
 *
 * Stop words have no term, so a phrase keeps them as they are written; the others agree when their
 * terms do ("leaders met" finds "leader meets"), as in every other part of a query. Tokens that are
 * nothing but signs do not count as words.
 */
export function nearTest(
  analyzer: Analyzer,
  near: Near,
  documentOf: (article: number) => SearchDocument | undefined,
): (article: number) => boolean {
  const wanted = near.words.flatMap((word) => tokensOf(analyzer, word));
  const prefix = near.isOpen ? near.words.at(-1)! : undefined;
  const isTogether = near.distance === undefined ? sideBySide(analyzer, wanted, prefix) : within(wanted, near.distance);
  return (article) => {
    const document = documentOf(article);
    if (document === undefined) return false;
    return fieldNames.some(
      (name, field) => ((near.mask >> field) & 1) === 1 && isTogether(tokensOf(analyzer, document[name])),
    );
  };
}

function tokensOf(analyzer: Analyzer, text: string): Token[] {
  const lower = text.toLowerCase();
  const tokens: Token[] = [];
  analyzer.eachToken(lower, (start, end, term) => {
    if (term >= 0) tokens.push(term);
    else {
      const word = trimmed(lower.slice(start, end));
      if (word !== '') tokens.push(word);
    }
  });
  return tokens;
}

function sideBySide(
  analyzer: Analyzer,
  wanted: readonly Token[],
  prefix: string | undefined,
): (tokens: readonly Token[]) => boolean {
  const last = wanted.length - 1;
  const agrees = (token: Token, place: number): boolean => {
    if (token === wanted[place]) return true;
    if (prefix === undefined || place !== last) return false;
    return (typeof token === 'string' ? token : analyzer.term(token)).startsWith(prefix);
  };
  return (tokens) => {
    for (let start = 0; start + last < tokens.length; start++) {
      let place = 0;
      while (place <= last && agrees(tokens[start + place]!, place)) place++;
      if (place > last) return true;
    }
    return false;
  };
}

/** All words within a window that is `distance` words longer than the words themselves, in any order. */
function within(wanted: readonly Token[], distance: number): (tokens: readonly Token[]) => boolean {
  const needed = new Map<Token, number>();
  for (const token of wanted) needed.set(token, (needed.get(token) ?? 0) + 1);
  const window = wanted.length + distance;
  return (tokens) => {
    const counts = new Map<Token, number>();
    let missing = wanted.length;
    for (let at = 0; at < tokens.length; at++) {
      missing -= change(counts, needed, tokens[at]!, 1);
      if (at >= window) missing -= change(counts, needed, tokens[at - window]!, -1);
      if (missing === 0) return true;
    }
    return false;
  };
}

/** Counts a token in or out of the window; answers by how much more (or less) of what is needed is there. */
function change(counts: Map<Token, number>, needed: ReadonlyMap<Token, number>, token: Token, step: 1 | -1): number {
  const most = needed.get(token);
  if (most === undefined) return 0;
  const before = counts.get(token) ?? 0;
  counts.set(token, before + step);
  return Math.min(before + step, most) - Math.min(before, most);
}
