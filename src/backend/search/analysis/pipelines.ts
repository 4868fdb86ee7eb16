import { createHash } from 'node:crypto';
import lunr from 'lunr';
import { fieldNames } from '../fields.ts';

/** What a word passes when an article is taken in: Lunr's default for English. */
export function indexPipeline(): lunr.Pipeline {
  const pipeline = new lunr.Pipeline();
  pipeline.add(lunr.trimmer, lunr.stopWordFilter, lunr.stemmer);
  return pipeline;
}

/** What a word of a query passes. */
export function searchPipeline(): lunr.Pipeline {
  const pipeline = new lunr.Pipeline();
  pipeline.add(lunr.stemmer);
  return pipeline;
}

/** The name of all that decides which terms an article has. Another name means the index must be made anew. */
export function analyzerSignature(): string {
  const parts = [
    lunr.version,
    fieldNames,
    ['trimmer', 'stopWordFilter', 'stemmer'],
    String(lunr.tokenizer.separator),
    longestToken,
  ];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}

/**
 * The longest run of characters that is stored as a term. A longer one (an encoded picture in a
 * text) counts in the field's length but nobody searches for it, and the stemmer's expressions
 * would take seconds over it.
 */
export const longestToken = 255;

/** A word without signs at its ends, as Lunr's trimmer cuts them. */
export function trimmed(word: string): string {
  return word.replace(/^\W+/, '').replace(/\W+$/, '');
}

/** Lunr's stop words; it keeps the list to itself. A test asks its filter whether this is it. */
export const stopWords: readonly string[] = (
  'a able about across after all almost also am among an and any are as at be because been but by can cannot could ' +
  'dear did do does either else ever every for from get got had has have he her hers him his how however i if in into ' +
  'is it its just least let like likely may me might most must my neither no nor not of off often on only or other our ' +
  'own rather said say says she should since so some than that the their them then there these they this tis to too ' +
  'twas us wants was we were what when where which while who whom why will with would yet you your'
).split(' ');
