import lunr from 'lunr';

/**
 * The parts of Lunr that the index is made of, with their real shapes.
 *
 * The published types leave out the parser, the presence of a clause and the automata; this file is
 * the only place that says what they look like.
 */
export type LunrPresence = 1 | 2 | 3;
export const optional: LunrPresence = 1;
export const required: LunrPresence = 2;
export const prohibited: LunrPresence = 3;

export type LunrClause = {
  term: string;
  fields: string[];
  boost: number;
  editDistance?: number;
  usePipeline: boolean;
  wildcard: number;
  presence: LunrPresence;
};

export type LunrQuery = {
  clauses: LunrClause[];
  readonly allFields: string[];
  clause(clause: Partial<LunrClause>): LunrQuery;
  isNegated(): boolean;
};

/** A node of Lunr's automata: edges by UTF-16 unit, `*` for any unit. */
export type LunrTokenSet = {
  readonly id: number;
  final: boolean;
  readonly edges: Record<string, LunrTokenSet>;
};

type LunrParts = {
  readonly Query: new (fields: readonly string[]) => LunrQuery;
  readonly QueryParser: new (text: string, query: LunrQuery) => { parse(): LunrQuery };
  readonly TokenSet: {
    new (): LunrTokenSet;
    fromClause(clause: Pick<LunrClause, 'term' | 'editDistance'>): LunrTokenSet;
    fromArray(terms: readonly string[]): LunrTokenSet;
  };
};

// The published types know none of these members; each is public in Lunr 2.3.9 and pinned by its exact version.
export const lunrParts = lunr as unknown as LunrParts;

/** What Lunr throws at a mistake in a query: a plain object of its own kind, with the place. */
export type LunrParseError = {
  readonly name: 'QueryParseError';
  readonly message: string;
  readonly start: number;
  readonly end: number;
};

export function isLunrParseError(error: unknown): error is LunrParseError {
  return typeof error === 'object' && error !== null && (error as { name?: unknown }).name === 'QueryParseError';
}
