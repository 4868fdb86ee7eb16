/** The fields that the answer's facets stand for, as the query language names them. */
const fieldOfFacet = {
  source: 'source',
  author: 'author',
  section: 'section',
  tag: 'tag',
  year: 'published',
} as const;

export type FacetName = keyof typeof fieldOfFacet;

export const facetNames = Object.keys(fieldOfFacet) as readonly FacetName[];

/** Narrows a query to one value of a facet. Asking for the same twice changes nothing. */
export function addFilter(query: string, facet: FacetName, value: string): string {
  const clause = `${fieldOfFacet[facet]}:${quoteIfNeeded(value)}`;
  const words = query.trim();
  if (words.toLowerCase().includes(clause.toLowerCase())) return words;
  return `${words} ${clause}`.trim();
}

/** A value of more than one word is one value only in quotation marks. */
function quoteIfNeeded(value: string): string {
  return /^[\p{L}\p{N}_/.-]+$/u.test(value) ? value : `"${value.replaceAll('"', '')}"`;
}
