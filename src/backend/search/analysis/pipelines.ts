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
