import { isSeparator } from '../analysis/analyzer.ts';
import type { Names } from '../storage/names.ts';
import { trimmed } from '../analysis/pipelines.ts';

/** The words of a phrase as tokens: lower case, signs at their ends cut, stop words kept. */
export function wordsOf(text: string): string[] {
  const lower = text.toLowerCase();
  const words: string[] = [];
  let start = 0;
  for (let at = 0; at <= lower.length; at++) {
    if (at < lower.length && !isSeparator(lower.charCodeAt(at))) continue;
    const word = trimmed(lower.slice(start, at));
    if (word !== '') words.push(word);
    start = at + 1;
  }
  return words;
}

/** The names that hold these words side by side; the last may be the beginning of one when `isOpen`. */
export function namesWithWords(names: Names, words: readonly string[], isOpen: boolean): number[] {
  return names.where((name) => {
    const own = wordsOf(name);
    for (let start = 0; start + words.length <= own.length; start++) {
      const agrees = words.every((word, place) => {
        const isLast = place === words.length - 1;
        return isOpen && isLast ? own[start + place]!.startsWith(word) : own[start + place] === word;
      });
      if (agrees) return true;
    }
    return false;
  });
}
