import type { SearchSort } from '#contract/search.ts';
import { type Clause, clausesOf, quoted, valueOf } from './query-clauses.ts';

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

/** A filter that stands in a query, as a chip shows it. */
export type QueryFilter = Pick<Clause, 'start' | 'end' | 'isNegated'> & {
  readonly field: string;
  readonly value: string;
};

/** Narrows a query to one value of a facet, or leaves that value out. Asking for the same twice changes nothing. */
export function addFilter(query: string, facet: FacetName, value: string, isNegated = false): string {
  const field = fieldOfFacet[facet];
  const others = filtersOf(query).filter((known) => known.field === field && sameText(known.value, value));
  if (others.some((known) => known.isNegated === isNegated)) return query.trim();
  const rest = others.reduceRight(removeFilter, query).trim();
  return `${rest} ${isNegated ? '-' : ''}${field}:${quotedName(field, value)}`.trim();
}

/** The filters of a query in their order: what stands behind a field's name. */
export function filtersOf(query: string): readonly QueryFilter[] {
  return clausesOf(query).flatMap((clause) => {
    const { field, start, end, isNegated, rawValue } = clause;
    return field === null || rawValue === '' || field === 'sort'
      ? []
      : [{ field, value: valueOf(clause), start, end, isNegated }];
  });
}

export function removeFilter(query: string, { start, end }: Pick<QueryFilter, 'start' | 'end'>): string {
  return `${query.slice(0, start).trimEnd()} ${query.slice(end).trimStart()}`.trim();
}

/** The order that a query asks for by itself, `null` when it does not. */
export function sortOf(query: string): SearchSort | null {
  const last = sortClauses(query).at(-1);
  return (['relevance', 'published', 'saved', 'length'] as const).find((sort) => sort === last?.rawValue) ?? null;
}

/** A query that names an order gets the new one in its place; any other stays as it is. */
export function withSort(query: string, sort: SearchSort): string {
  const [first, ...others] = sortClauses(query);
  if (first === undefined) return query;
  const rest = others.reduceRight(removeFilter, query);
  return `${rest.slice(0, first.start)}sort:${sort}${rest.slice(first.end)}`.trim();
}

function sortClauses(query: string): readonly Clause[] {
  return clausesOf(query).filter(({ field }) => field === 'sort');
}

/** In quotation marks a name is taken word for word, and not by its stems: as the facet counted it. */
function quotedName(field: string, value: string): string {
  return field === 'tag' || field === 'published' ? quoted(value) : `"${value.replaceAll('"', '')}"`;
}

function sameText(one: string, other: string): boolean {
  return one.toLowerCase() === other.replaceAll('"', '').toLowerCase();
}
