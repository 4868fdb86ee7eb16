import { createHash } from 'node:crypto';
import lunr from 'lunr';
import { fieldNames } from '../fields.ts';
import { lunrLanguagesVersion } from './lunr-languages.ts';
import { longestToken } from './words.ts';

/** Raised with each change of what terms an article has that nothing else here shows. */
const rules = 2;

/**
 * The name of all that decides which terms an article has. Another name means the index must be made
 * anew. The engine's version of Unicode is not part of it: the window and the command line have different
 * ones, and would replace each other's index for ever over the cutting of a few words.
 */
export function analyzerSignature(): string {
  const parts = [rules, lunr.version, lunrLanguagesVersion, fieldNames, longestToken];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}
