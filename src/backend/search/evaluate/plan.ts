import { fieldMask } from '../fields.ts';
import { type LunrClause, type LunrQuery, optional, prohibited, required } from '../lunr-parts.ts';
import type { Filter } from './filter.ts';

/**
 * A query as the kernel sees it: leaves that are looked up and scored, and a tree that says which
 * articles match.
 */
export type Plan = {
  readonly leaves: readonly Leaf[];
  readonly match: Match;
};

/** One clause of Lunr's: terms, fields, boost. */
export type Leaf = {
  /** What is looked up, already through the search pipeline; several when the pipeline gave several. */
  readonly terms: readonly string[];
  readonly editDistance: number | undefined;
  readonly mask: number;
  readonly boost: number;
  /** False for what must not occur: it finds, and weighs nothing. */
  readonly scores: boolean;
  /** As it was typed, for the reasons of a hit. */
  readonly typed: string;
  /** Looked up instead, as the beginning of a word, when `terms` find nothing: the last word while it is being typed. */
  readonly prefix: string | undefined;
};

export type Match =
  | { readonly kind: 'everything' }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'leaf'; readonly leaf: number }
  | { readonly kind: 'all'; readonly of: readonly Match[] }
  | { readonly kind: 'any'; readonly of: readonly Match[] }
  /** At least `count` of them. */
  | { readonly kind: 'some'; readonly count: number; readonly of: readonly Match[] }
  | { readonly kind: 'not'; readonly of: Match }
  | { readonly kind: 'filter'; readonly filter: Filter }
  | { readonly kind: 'near'; readonly near: Near };

/** Words that stand together, by their positions. */
export type Near = {
  /** In the order of their places; the first is at place 0. */
  readonly words: readonly NearWord[];
  readonly mask: number;
  /** Undefined: each at its place. Otherwise: all within this many positions more than they take, in any order. */
  readonly distance: number | undefined;
};

/** One of them: any of its terms, stop words behind their mark, or any that begins with `prefix`. */
export type NearWord = {
  readonly terms: readonly string[];
  readonly place: number;
  readonly prefix: string | undefined;
};

/** The plan of a Lunr query: required clauses all, prohibited none, and without a required one any of the optional. */
export function planOfLunrQuery(query: LunrQuery, stem: (term: string) => readonly string[]): Plan {
  const leaves = query.clauses.map((clause) => leafOfClause(clause, stem));
  const having = (presence: LunrClause['presence']): Match[] =>
    query.clauses.flatMap((clause, leaf) => (clause.presence === presence ? [{ kind: 'leaf' as const, leaf }] : []));
  const must = having(required);
  const may = having(optional);
  const mustNot = having(prohibited).map((of): Match => ({ kind: 'not', of }));
  const found: Match[] =
    must.length > 0 ? must : may.length > 0 ? [{ kind: 'any', of: may }] : [{ kind: 'everything' }];
  return { leaves, match: { kind: 'all', of: [...found, ...mustNot] } };
}

export function leafOfClause(clause: LunrClause, stem: (term: string) => readonly string[]): Leaf {
  return {
    terms: clause.usePipeline ? stem(clause.term) : [clause.term],
    editDistance: clause.editDistance,
    mask: fieldMask(clause.fields),
    boost: clause.boost,
    scores: clause.presence !== prohibited,
    typed: clause.term,
    prefix: undefined,
  };
}
