import { clausesOf, valueOf } from '../search/query-clauses.ts';

/** Text with what was found in it marked, as a hit bears it. */
type Found = { readonly text: string; readonly marks: readonly (readonly [number, number])[] };

/** More than these nobody looks for one by one. */
const mostWords = 8;
const operators: ReadonlySet<string> = new Set(['AND', 'OR', 'NOT']);

/**
 * What a search looked for in the text of an article: the forms that were found, as the hit marks them, then the words
 * as typed. Values of filters are not among them.
 */
export function searchWords(query: string, found: readonly Found[]): readonly string[] {
  const marked = found.flatMap(({ text, marks }) => marks.map(([start, end]) => text.slice(start, end)));
  const words = new Map<string, string>();
  for (const word of [...marked, ...typedWords(query)]) {
    const key = word.toLowerCase();
    if (key !== '' && !words.has(key)) words.set(key, word);
  }
  return [...words.values()].slice(0, mostWords);
}

/** The words and phrases of a query that are looked for in the text itself. */
function typedWords(query: string): readonly string[] {
  return clausesOf(query)
    .filter(({ isNegated, field, rawValue }) => !isNegated && isOfText(field) && !isOperator(rawValue))
    .map((clause) => valueOf(clause).replaceAll(/[*~^]\d*$/g, ''))
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
}

function isOfText(field: string | null): boolean {
  return field === null || field === 'title' || field === 'body' || field === 'text';
}

function isOperator(value: string): boolean {
  return operators.has(value) || value.startsWith('NEAR');
}
