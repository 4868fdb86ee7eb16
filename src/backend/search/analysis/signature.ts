import { createHash } from 'node:crypto';
import lunr from 'lunr';
import { fieldNames } from '../fields.ts';
import { lunrLanguagesVersion } from './lunr-languages.ts';
import { longestToken } from './words.ts';

/** Raised with each change of what terms an article has that nothing else here shows. */
const rules = 2;

/**
 * The name of all that decides which terms an article has. Another name means the index must be made
 * anew. Unicode's tables and the dictionaries of `Intl.Segmenter` come with the engine.
 */
export function analyzerSignature(): string {
  const parts = [rules, lunr.version, lunrLanguagesVersion, process.versions['icu'], fieldNames, longestToken];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}
