import type { QueryProblem } from '#contract/search.ts';

/** A longer place says less than the sentence behind it. */
const longestPlace = 40;

/** The part of the query that is mistaken, to stand before what is said of it; empty where that is all of the query. */
export function placeOf(query: string, { start, end, message }: QueryProblem): string {
  const place = query.slice(start, end).trim();
  const saysMore = place !== query.trim() && place.length <= longestPlace && !message.includes(place);
  return saysMore ? place : '';
}

/** The name of a field at the end of the query: while one is in the field, its value is about to be typed or chosen. */
export function isBegun(query: string, { remarks, end }: QueryProblem): boolean {
  return end === query.length && remarks.every(({ kind }) => kind === 'field-empty');
}

/** A mistake is named in a few words; in the window it stands as a sentence. A field's name keeps its small letter. */
export function asSentence(words: string): string {
  const isName = /^[a-z]+:/.test(words);
  const sentence = isName ? words : words.charAt(0).toUpperCase() + words.slice(1);
  return /[.!?\u3002]$/.test(sentence) ? sentence : `${sentence}.`;
}
