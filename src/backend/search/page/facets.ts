import type { Facets } from '#contract/search.ts';
import type { Columns, ListColumn } from '../storage/columns.ts';
import type { NameKind, Names } from '../storage/names.ts';

const mostValues = 20;
const years = 10_000;

type FacetValue = { value: string; count: number };

/**
 * Counts the values of the whole result, exactly, over the typed columns: one simple loop for each
 * facet, which is faster than one loop over all.
 */
export function countFacets(articles: Uint32Array, columns: Columns, names: Readonly<Record<NameKind, Names>>): Facets {
  const nameOf = (kind: NameKind) => (number: number) => names[kind].name(number);
  return {
    source: topValues(countColumn(articles, columns.source, names.source.size), nameOf('source')),
    section: topValues(countColumn(articles, columns.section, names.section.size), nameOf('section')),
    author: topValues(countLists(articles, columns.authors, names.author.size), nameOf('author')),
    tag: topValues(countLists(articles, columns.tags, names.tag.size), nameOf('tag')),
    year: topValues(countColumn(articles, columns.year, years), (year) => String(year).padStart(4, '0')),
  };
}

function countColumn(articles: Uint32Array, column: Uint32Array | Uint16Array, values: number): Uint32Array {
  const counts = new Uint32Array(values);
  for (let place = 0; place < articles.length; place++) counts[column[articles[place]!]!]! += 1;
  return counts;
}

function countLists(articles: Uint32Array, { offsets, values }: ListColumn, names: number): Uint32Array {
  const counts = new Uint32Array(names);
  for (let place = 0; place < articles.length; place++) {
    const article = articles[place]!;
    const end = offsets[article + 1]!;
    for (let at = offsets[article]!; at < end; at++) counts[values[at]!]! += 1;
  }
  return counts;
}

/**
 * The most frequent values first, equal ones by name. Number 0 is "none" and is left out.
 *
 * A short sorted list is kept while looking at each count once; most are too small to enter it.
 */
function topValues(counts: Uint32Array, nameOf: (number: number) => string): FacetValue[] {
  const top: FacetValue[] = [];
  let least = 1;
  for (let number = 1; number < counts.length; number++) {
    const count = counts[number]!;
    if (count < least) continue;
    const value = nameOf(number);
    const place = top.findIndex((other) => count > other.count || (count === other.count && value < other.value));
    if (place < 0) top.push({ value, count });
    else top.splice(place, 0, { value, count });
    if (top.length > mostValues) top.pop();
    if (top.length === mostValues) least = top[mostValues - 1]!.count;
  }
  return top;
}
