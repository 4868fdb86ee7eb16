import type lunr from 'lunr';
import { Analyzer } from '#backend/search/analysis/analyzer.ts';
import { TypedWords } from '#backend/search/analysis/typed-words.ts';
import { stopWordMark } from '#backend/search/analysis/words.ts';
import { fields } from '#backend/search/fields.ts';
import type { SearchDocument } from '#backend/search/search.ts';
import { buildIndexOfTerms } from './stock-lunr.ts';

export type Oracle = { readonly stock: lunr.Index; readonly typed: TypedWords };

/**
 * Makes the oracle of search: stock Lunr over some articles. Words are made into terms by an analyzer
 * of its own, everything else is Lunr's. Plain English words need no such help, see `buildStockIndex`.
 */
export class OracleMaker {
  /** Kept, because it remembers the words it has seen; and so are the terms of a text that comes again. */
  readonly #analyzer = new Analyzer();
  readonly #read = new Map<string, { readonly terms: readonly string[]; readonly length: number }>();

  of(truth: Iterable<SearchDocument>): Oracle {
    const documents = [...truth];
    const groups = documents.map(({ language }) => this.#analyzer.group(language));
    const typed = new TypedWords(this.#analyzer, groups);
    const field = (document: SearchDocument, name: string) =>
      this.#termsOf(document[name as (typeof fields)[number]['name']], document.language);
    return { stock: buildIndexOfTerms(documents, fields, { field, word: (word) => typed.terms(word) }), typed };
  }

  #termsOf(text: string, language: string | null): { readonly terms: readonly string[]; readonly length: number } {
    const key = `${language ?? ''}:${text}`;
    const known = this.#read.get(key);
    if (known !== undefined) return known;
    const terms: string[] = [];
    const length = this.#analyzer.analyse(text, language, (number, frequency) => {
      const term = this.#analyzer.term(number);
      if (!term.startsWith(stopWordMark)) terms.push(...Array.from({ length: frequency }, () => term));
    });
    const read = { terms, length };
    this.#read.set(key, read);
    return read;
  }
}

export function buildOracle(truth: Iterable<SearchDocument>): Oracle {
  return new OracleMaker().of(truth);
}
