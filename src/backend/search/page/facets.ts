import type { Facets } from '#contract/search.ts';
import type { Columns } from '../storage/columns.ts';
import type { NameKind, Names } from '../storage/names.ts';

const mostValues = 20;
const years = 10_000;

/** Counts the values of the whole result, exactly, in one pass over the typed columns. */
export function countFacets(articles: Uint32Array, columns: Columns, names: Readonly<Record<NameKind, Names>>): Facets {
  const sources = new Uint32Array(names.source.size);
  const sections = new Uint32Array(names.section.size);
  const authors = new Uint32Array(names.author.size);
  const tags = new Uint32Array(names.tag.size);
  const byYear = new Uint32Array(years);
  const { source, section, year } = columns;
  for (let i = 0; i < articles.length; i++) {
    const article = articles[i]!;
    sources[source[article]!]!++;
    sections[section[article]!]!++;
    byYear[year[article]!]!++;
    countList(authors, columns.authors, article);
    countList(tags, columns.tags, article);
  }
  return {
    source: topValues(sources, (number) => names.source.name(number)),
    section: topValues(sections, (number) => names.section.name(number)),
    author: topValues(authors, (number) => names.author.name(number)),
    tag: topValues(tags, (number) => names.tag.name(number)),
    year: topValues(byYear, (number) => String(number).padStart(4, '0')),
  };
}

function countList(counts: Uint32Array, { offsets, values }: Columns['tags'], article: number): void {
  const end = offsets[article + 1]!;
  for (let at = offsets[article]!; at < end; at++) counts[values[at]!]!++;
}

/** The most frequent values first, equal ones by name. Number 0 is "none" and is left out. */
function topValues(counts: Uint32Array, nameOf: (number: number) => string): { value: string; count: number }[] {
  const found: number[] = [];
  for (let number = 1; number < counts.length; number++) if (counts[number]! > 0) found.push(number);
  found.sort((a, b) => counts[b]! - counts[a]! || a - b);
  // Cut generously before names are compared: ties at the border are decided by name among those of one count.
  const border = counts[found[mostValues - 1] ?? 0] ?? 0;
  return found
    .filter((number) => counts[number]! >= border)
    .map((number) => ({ value: nameOf(number), count: counts[number]! }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, mostValues);
}
