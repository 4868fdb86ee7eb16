import type { QueryRemark } from '#contract/search.ts';
import { isLunrParseError, lunrParts } from '../lunr-parts.ts';

/** One word of a query as Lunr read it. */
export type WordClause = {
  /** In lower case, as typed. */
  readonly term: string;
  readonly hasWildcard: boolean;
  readonly editDistance: number | undefined;
  readonly boost: number;
};

export type WordReading = {
  readonly clauses: readonly WordClause[];
  readonly mistake: { readonly remark: QueryRemark; readonly readAs: string } | undefined;
};

/** Lunr's automaton for an edit distance grows steeply; beyond two letters nearly every word matches anyway. */
const farthestEdit = 2;
const longestFuzzyWord = 48;
const mostStars = 6;
const largestBoost = 1000;

/**
 * Reads a word with all that may hang on it: `com*`, `misspelt~1`, `summit^3`.
 *
 * What a hyphen joins is one word ("covid-19"), but for `*` and `~`, which are asked of single terms:
 * `co-op*` is co and op*.
 */
export function readWord(text: string): WordReading {
  const pieces = /(?<!\\)[*~]/.test(text) ? text.split(/(?<!\\)-/) : [text];
  const readings = pieces.map((piece) => readPiece(piece.replace(/^\++/, '')));
  const mistakes = readings.flatMap(({ mistake }) => mistake ?? []);
  const readAs = readings.map(({ mistake, piece }) => mistake?.readAs ?? piece).join('-');
  return {
    clauses: readings.flatMap(({ clauses }) => clauses),
    mistake: mistakes[0] && { remark: mistakes[0].remark, readAs },
  };
}

function readPiece(piece: string): WordReading & { readonly piece: string } {
  try {
    return { ...bounded(piece, lunrClauses(piece)), piece };
  } catch (error) {
    if (!isLunrParseError(error)) throw error;
    const words = piece.split(/[~^]+/).filter((word) => word !== '');
    const kind = /distance/i.test(error.message) ? 'distance-missing' : 'weight-missing';
    return { clauses: words.map(plainClause), mistake: { remark: { kind }, readAs: words.join(' ') }, piece };
  }
}

function lunrClauses(piece: string): WordClause[] {
  if (piece === '') return [];
  const query = new lunrParts.Query([]);
  // A colon left in a word is part of it ("12:30"), fields were read before; so is a hyphen, where Lunr would cut.
  const escaped = piece.replaceAll(/(\\.)|[:-]/gs, (sign, kept: string | undefined) => kept ?? `\\${sign}`);
  new lunrParts.QueryParser(escaped, query).parse();
  return query.clauses.map(({ term, usePipeline, editDistance, boost }) => {
    return {
      term,
      hasWildcard: !usePipeline,
      editDistance,
      boost: Math.min(boost, largestBoost),
    };
  });
}

function plainClause(word: string): WordClause {
  const term = word.toLowerCase();
  return { term, hasWildcard: term.includes('*'), editDistance: undefined, boost: 1 };
}

/** Keeps what a word may ask of the dictionary within bounds. */
function bounded(text: string, clauses: readonly WordClause[]): WordReading {
  let mistake: WordReading['mistake'];
  const within = clauses.map((clause) => {
    if (clause.hasWildcard && clause.term.split('*').length - 1 > mostStars) {
      const [start] = clause.term.split('*', 1);
      mistake = { remark: { kind: 'too-many-stars', most: mostStars }, readAs: `${start}*` };
      return { ...clause, term: `${start}*`, editDistance: undefined };
    }
    if (clause.editDistance === undefined) return clause;
    if (clause.editDistance === 0 || clause.term.length > longestFuzzyWord)
      return { ...clause, editDistance: undefined };
    if (clause.editDistance <= farthestEdit) return clause;
    mistake = {
      remark: { kind: 'distance-too-far', most: farthestEdit },
      readAs: text.replaceAll(/~\d+/g, `~${farthestEdit}`),
    };
    return { ...clause, editDistance: farthestEdit };
  });
  return { clauses: within, mistake };
}
