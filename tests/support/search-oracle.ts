import type lunr from 'lunr';
import { Analyzer } from '#backend/search/analysis/analyzer.ts';
import { TypedWords } from '#backend/search/analysis/typed-words.ts';
import { stopWordMark } from '#backend/search/analysis/words.ts';
import { fields } from '#backend/search/fields.ts';
import type { SearchDocument } from '#backend/search/search.ts';
import { buildIndexOfTerms } from './stock-lunr.ts';

/**
 * Stock Lunr over these articles, the oracle of search: words are made into terms by an analyzer of its
 * own, everything else is Lunr's. Plain English words need no such help, see `buildStockIndex`.
 */
export function buildOracle(truth: Iterable<SearchDocument>): {
  readonly stock: lunr.Index;
  readonly typed: TypedWords;
} {
  const documents = [...truth];
  const analyzer = new Analyzer();
  const typed = new TypedWords(
    analyzer,
    documents.map(({ language }) => analyzer.group(language)),
  );
  const field = (document: SearchDocument, name: string) => {
    const terms: string[] = [];
    const text = document[name as (typeof fields)[number]['name']];
    const length = analyzer.analyse(text, document.language, (number, frequency) => {
      const term = analyzer.term(number);
      if (!term.startsWith(stopWordMark)) terms.push(...Array.from({ length: frequency }, () => term));
    });
    return { terms, length };
  };
  return { stock: buildIndexOfTerms(documents, fields, { field, word: (word) => typed.terms(word) }), typed };
}
