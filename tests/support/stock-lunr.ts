import lunr from 'lunr';

/**
 * Stock Lunr 2.3.9 as the oracle of search, with one function corrected.
 *
 * `lunr.TokenSet#toString` makes the key by which the builder merges equal nodes. It joins each
 * edge's label and the number of the node it leads to without anything between, so with digits in
 * terms different nodes look equal ("1" to node 23, "12" to node 3 …) and are merged: terms are
 * lost and phantom terms appear. Here label and number are set apart.
 */
export function withCorrectedTokenSet<T>(work: () => T): T {
  const prototype = lunr.TokenSet.prototype as unknown as { toString: () => string };
  const original = prototype.toString;
  prototype.toString = correctedKey;
  try {
    return work();
  } finally {
    prototype.toString = original;
  }
}

type TokenSetNode = {
  readonly id: number;
  readonly final: boolean;
  readonly edges: Record<string, TokenSetNode>;
  _str?: string;
};

function correctedKey(this: TokenSetNode): string {
  if (this._str !== undefined) return this._str;
  const edges = Object.keys(this.edges).sort();
  return [this.final ? '1' : '0', ...edges.map((label) => `${label}:${this.edges[label]!.id}`)].join('|');
}

/** A stock index over the documents, in their order, with Lunr's default pipeline. */
export function buildStockIndex<D extends object>(
  documents: Iterable<D>,
  fields: readonly { readonly name: string; readonly boost: number }[],
): lunr.Index {
  return withCorrectedTokenSet(() => {
    const builder = new lunr.Builder();
    builder.pipeline.add(lunr.trimmer, lunr.stopWordFilter, lunr.stemmer);
    (builder as unknown as { searchPipeline: lunr.Pipeline }).searchPipeline.add(lunr.stemmer);
    builder.ref('id');
    for (const { name, boost } of fields) builder.field(name, { boost });
    for (const document of documents) builder.add(document);
    return builder.build();
  });
}

/** How an index is fed whose words are made into terms elsewhere. */
export type Reading<D> = {
  /** The terms of one field in order, and its length, which further spellings of a word do not add to. */
  readonly field: (document: D, name: string) => { readonly terms: readonly string[]; readonly length: number };
  /** The terms of a word of a query. */
  readonly word: (word: string) => readonly string[];
};

/** A stock index over terms that come ready: scoring and queries are all Lunr's, only the words are not. */
export function buildIndexOfTerms<D extends { readonly id: string }>(
  documents: Iterable<D>,
  fields: readonly { readonly name: string; readonly boost: number }[],
  reading: Reading<D>,
): lunr.Index {
  return withCorrectedTokenSet(() => {
    const builder = new lunr.Builder();
    const parts = builder as unknown as {
      searchPipeline: lunr.Pipeline;
      tokenizer: (terms: readonly string[]) => lunr.Token[];
      fieldLengths: Record<string, number>;
    };
    parts.tokenizer = (terms) => terms.map((term) => new lunr.Token(term, {}));
    const occurring = new Set<string>();
    const readWord: lunr.PipelineFunction = (token) => {
      const terms = reading.word(token.toString());
      // Lunr fails over a required word of no term at all.
      if (terms.length === 0) return token;
      // Of several stems one that does not occur would make a required word find nothing.
      const known = terms.filter((term) => occurring.has(term));
      return (known.length > 0 ? known : terms.slice(0, 1)).map((term) => new lunr.Token(term, {}));
    };
    // A name that Lunr knows: else it warns of an index that could not be written down, as this one never is.
    parts.searchPipeline.add(Object.assign(readWord, { label: 'stemmer' }));
    builder.ref('id');
    for (const { name, boost } of fields) builder.field(name, { boost });
    for (const document of documents) {
      const read = fields.map(({ name }) => ({ name, ...reading.field(document, name) }));
      for (const { terms } of read) for (const term of terms) occurring.add(term);
      builder.add({ id: document.id, ...Object.fromEntries(read.map(({ name, terms }) => [name, terms])) });
      for (const { name, length } of read) parts.fieldLengths[`${name}/${document.id}`] = length;
    }
    return builder.build();
  });
}

type Scored = { readonly ref: string; readonly score: number };

/** Scores are sums of a few terms, added in another order here and there: so much is the last digits. */
const scoreTolerance = 1e-12;

/**
 * What differs between two result lists, whatever their order; empty when they are the same.
 *
 * Compares by distance: rounding to some digits tells two neighbours apart when they lie on either side
 * of a rounding boundary.
 */
export function differences(found: readonly Scored[], expected: readonly Scored[]): string[] {
  const left = new Map(expected.map(({ ref, score }) => [ref, score]));
  const wrong = found.flatMap(({ ref, score }) => {
    const truth = left.get(ref);
    left.delete(ref);
    if (truth === undefined) return [`${ref} should not be found`];
    return Math.abs(score - truth) < scoreTolerance ? [] : [`${ref} scores ${score} instead of ${truth}`];
  });
  return [...wrong, ...[...left.keys()].map((ref) => `${ref} is not found`)];
}
