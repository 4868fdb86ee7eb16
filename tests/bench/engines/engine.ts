import { englishStopWords as stopWords } from '#backend/search/analysis/languages.ts';
import type { SearchDocument } from '#backend/search/search.ts';

/** What an engine is asked for. Words are whole and in lower case. */
export type Question =
  | { readonly kind: 'words'; readonly words: readonly string[]; readonly reading: 'all' | 'any' }
  | { readonly kind: 'phrase'; readonly words: readonly string[] }
  | { readonly kind: 'title'; readonly word: string }
  | { readonly kind: 'prefix'; readonly start: string }
  | { readonly kind: 'misspelt'; readonly word: string }
  | { readonly kind: 'excluded'; readonly word: string; readonly without: string }
  | {
      readonly kind: 'filtered';
      readonly word: string;
      readonly tag: string;
      readonly fromYear: number;
      readonly toYear: number;
    };

/**
 * A search engine as the benches know it: Pressmark's or a peer's, everything it keeps in a folder of
 * its own. Each peer is used as its own documentation advises.
 */
export type Engine = {
  readonly name: EngineName;
  /** Takes articles in, new or changed. */
  readonly add: (documents: readonly SearchDocument[]) => void;
  /** Ends the taking in: builds, merges, commits what has waited. */
  readonly finish: () => void;
  /** Ranks the best twenty; how many it gave or counted. Undefined when it has no such query. */
  readonly find: (question: Question) => number | undefined;
  /** The ids of the best articles for what a reader typed, any of its words being enough. */
  readonly best: (text: string, limit: number) => readonly string[];
  /** Leaves in its folder what a fresh process needs. Engines in memory write their own format. */
  readonly save: () => void | Promise<void>;
  readonly close: () => void;
};

export const engineNames = ['pressmark', 'lunr', 'minisearch', 'flexsearch', 'orama', 'fts5', 'fts5-count'] as const;
export type EngineName = (typeof engineNames)[number];

/** How much a word in the headline weighs more. */
export type EngineSettings = { readonly titleBoost: number };

export const pageSize = 20;

/** Words that tell nothing: left out for every peer that lets them be left out, as Lunr leaves them out by itself. */
export const commonWords: ReadonlySet<string> = new Set(stopWords);

/** A sentence as peers without a query language of their own are given it. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
