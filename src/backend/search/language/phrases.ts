import type { TypedWords } from '../analysis/typed-words.ts';
import type { Names } from '../storage/names.ts';

/** The names that hold these words side by side; the last may be the beginning of one when `isOpen`. */
export function namesWithWords(
  names: Pick<Names, 'where'>,
  phrase: string,
  isOpen: boolean,
  typed: TypedWords,
): number[] {
  const words = typed.folded(phrase);
  return names.where((name) => {
    const own = typed.folded(name);
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
