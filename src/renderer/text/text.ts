import { english, type Dictionary } from './en.ts';

/**
 * Every sentence the reader sees comes through here, so that a second language is one more dictionary of the
 * same type and a choice on this line.
 */
export const text: Dictionary = english;
