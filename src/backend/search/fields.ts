/**
 * The six fields of an article that hold words, in the order of their bits in a posting's mask.
 *
 * The boosts apply when a query is answered, not when an article is taken in: changing one needs no
 * rebuild. Stock Lunr bakes them into its vectors; the arithmetic is the same.
 */
export const fields = [
  { name: 'title', boost: 1 },
  { name: 'author', boost: 1 },
  { name: 'source', boost: 1 },
  { name: 'section', boost: 1 },
  { name: 'tag', boost: 2 },
  { name: 'body', boost: 1 },
] as const;

export type FieldName = (typeof fields)[number]['name'];

export const fieldNames: readonly FieldName[] = fields.map((field) => field.name);
export const fieldCount = fields.length;
export const bodyField = fieldNames.indexOf('body');
export const titleField = fieldNames.indexOf('title');

/** Lunr's BM25: how soon repetition stops to count, and how much a long field is held against a word. */
export const bm25 = { k1: 1.2, b: 0.75 } as const;

/** How a match is weighed: the shape is Lunr's, the numbers may be others. */
export type Scoring = {
  readonly k1: number;
  /** For each field: how much its length counts, and what a word in it is worth. */
  readonly b: readonly number[];
  readonly boosts: readonly number[];
  /** Weights rounded to three places, as Lunr keeps them. */
  readonly isRounded: boolean;
};

export const lunrScoring: Scoring = {
  k1: bm25.k1,
  b: fields.map(() => bm25.b),
  boosts: fields.map((field) => field.boost),
  isRounded: true,
};

/**
 * What the window's searches are ranked by, before nearness comes on top. Lunr's own numbers: on judged collections
 * no other k1, b or weight of the headline was better (docs/benchmarks.md).
 */
export const pressmarkScoring: Scoring = lunrScoring;

export const allFieldsMask = (1 << fieldCount) - 1;

/** The set of fields as bits. A name that is no field is left out. */
export function fieldMask(names: readonly string[]): number {
  let mask = 0;
  for (const name of names) {
    const field = fieldNames.indexOf(name as FieldName);
    if (field >= 0) mask |= 1 << field;
  }
  return mask;
}
