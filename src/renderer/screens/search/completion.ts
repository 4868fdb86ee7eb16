import type { ValueField } from '#contract/searches.ts';
import { clausesOf, quoted, valueOf } from './query-clauses.ts';

/** What the place where one types asks to be completed. */
export type Wanted =
  /** Nothing is typed: what was searched for before. */
  | { readonly kind: 'recent' }
  /** The beginning of a word that may become the name of a field. */
  | { readonly kind: 'fields'; readonly typed: string; readonly start: number; readonly end: number }
  /** The value behind a field's name. */
  | {
      readonly kind: 'values';
      readonly field: string;
      readonly prefix: string;
      readonly start: number;
      readonly end: number;
    };

/** The names under which values are asked of the archive. */
const valueFields: Readonly<Record<string, ValueField>> = {
  tag: 'tag',
  tags: 'tag',
  author: 'author',
  authors: 'author',
  source: 'source',
  section: 'section',
  lang: 'lang',
  site: 'site',
  agency: 'agency',
  place: 'place',
  in: 'in',
};

/** Fewer letters could become anything. */
const leastLetters = 2;

/** What is to be completed at the caret; null where nothing is. */
export function wantedAt(query: string, caret: number): Wanted | null {
  if (query.trim() === '') return { kind: 'recent' };
  const clause = clausesOf(query).find(({ start, end }) => start < caret && caret <= end);
  if (clause === undefined) return null;
  const { field, start, end, rawValue, valueStart } = clause;
  if (field !== null) {
    if (caret < valueStart) return null;
    // A closed quotation is a finished value.
    if (/^["“„«]/.test(rawValue) && rawValue.length > 1 && /["”“»]$/.test(rawValue)) return null;
    const prefix = valueOf({ rawValue: query.slice(valueStart, caret) });
    return { kind: 'values', field, prefix, start: valueStart, end };
  }
  const wordStart = /^[+-]/.test(query.slice(start)) ? start + 1 : start;
  const typed = query.slice(wordStart, caret);
  if (caret !== end || typed.length < leastLetters || !/^\p{L}+$/u.test(typed)) return null;
  return { kind: 'fields', typed: typed.toLowerCase(), start: wordStart, end };
}

/** The field whose values the archive knows; undefined where they are fixed, or any text. */
export function valueFieldOf(field: string): ValueField | undefined {
  return Object.hasOwn(valueFields, field) ? valueFields[field] : undefined;
}

/** The query with a field's name put in; its value is typed or chosen next. */
export function takeField(query: string, place: { start: number; end: number }, field: string): Taken {
  return put(query, place, `${field}:`);
}

/** The query with a value put in, and a space after it. */
export function takeValue(query: string, place: { start: number; end: number }, value: string): Taken {
  const rest = query.slice(place.end);
  return put(query, place, `${quotedValue(value)}${/^[\s)]/.test(rest) ? '' : ' '}`);
}

export type Taken = { readonly query: string; readonly caret: number };

function put(query: string, { start, end }: { start: number; end: number }, text: string): Taken {
  return { query: query.slice(0, start) + text + query.slice(end), caret: start + text.length };
}

/** Comparisons and ranges (`>1500`, `2018..`) are signs that the language knows without quotation marks. */
function quotedValue(value: string): string {
  return /^[<>=\d.\-a-z]+$/.test(value) ? value : quoted(value);
}
