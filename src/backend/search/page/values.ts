import type { ValueField, ValuesPage, ValuesRequest } from '#contract/searches.ts';
import { trashedFlag, type Columns, type ListColumn } from '../storage/columns.ts';
import type { Collections } from '../language/collections.ts';
import type { Memory } from '../storage/memory.ts';
import type { NameKind, Names } from '../storage/names.ts';

type CountedName = { readonly name: string; readonly folded: string; readonly count: number };
type Counted = { readonly columns: Columns; readonly version: number; readonly names: readonly CountedName[] };

type NamedField = Exclude<ValueField, 'in'>;

const kindOf: Readonly<Record<NamedField, NameKind>> = {
  tag: 'tag',
  author: 'author',
  source: 'source',
  section: 'section',
  lang: 'language',
  site: 'site',
  agency: 'agency',
  place: 'place',
};

/**
 * Lists the values that a filter can be completed with.
 *
 * All names of a field but collections are counted over the living articles once and kept until an article changes, so
 * that a keystroke costs a walk over names.
 */
export class ValueLister {
  readonly #counted = new Map<NamedField, Counted>();
  readonly #collections: Collections;

  constructor(collections: Collections) {
    this.#collections = collections;
  }

  list(memory: Memory, { field, prefix, limit }: ValuesRequest): ValuesPage['values'] {
    const wanted = foldedName(prefix.trim());
    const found = (field === 'in' ? this.#collected() : this.#names(memory, field))
      .map((name) => ({ ...name, rank: rankOf(name.folded, wanted) }))
      .filter(({ rank }) => rank !== undefined);
    found.sort((a, b) => a.rank! - b.rank! || b.count - a.count || (a.name < b.name ? -1 : 1));
    return found.slice(0, limit).map(({ name, count }) => ({ value: name, count }));
  }

  /** Collections with articles in them; the archive counts these, and is asked each time. Those of one name are one. */
  #collected(): readonly CountedName[] {
    const counts = new Map<string, number>();
    for (const { name, count } of this.#collections.named())
      if (count > 0) counts.set(name, (counts.get(name) ?? 0) + count);
    return [...counts].map(([name, count]) => ({ name, count, folded: foldedName(name) }));
  }

  #names(memory: Memory, field: NamedField): readonly CountedName[] {
    const { columns, names } = memory;
    const known = this.#counted.get(field);
    if (known !== undefined && known.columns === columns && known.version === columns.version) return known.names;
    const kind = kindOf[field];
    const counted = [...countsOf(columns, kind, names[kind])].map(([name, count]) => {
      return { name, count, folded: foldedName(name) };
    });
    this.#counted.set(field, { columns, version: columns.version, names: counted });
    return counted;
  }
}

function countsOf(columns: Columns, kind: NameKind, names: Names): Map<string, number> {
  if (kind === 'tag') return tagCounts(columns, names);
  const counts = new Uint32Array(names.size);
  if (kind === 'author') eachOfLists(columns, columns.authors, (number) => counts[number]!++);
  else eachArticle(columns, (article) => counts[columns[kind][article]!]!++);
  const named = new Map<string, number>();
  for (let number = 1; number < counts.length; number++) {
    if (counts[number]! > 0) named.set(names.name(number), counts[number]!);
  }
  return named;
}

/** Tags with all above them: an article counts once for each, however many tags it has below. */
function tagCounts(columns: Columns, names: Names): Map<string, number> {
  const counts = new Map<string, { count: number; last: number }>();
  const lines = Array.from({ length: names.size }, (_, number) => withAncestors(names.name(number)));
  eachOfLists(columns, columns.tags, (number, article) => {
    for (const tag of lines[number]!) {
      const known = counts.get(tag);
      if (known === undefined) counts.set(tag, { count: 1, last: article });
      else if (known.last !== article) {
        known.count++;
        known.last = article;
      }
    }
  });
  return new Map([...counts].map(([tag, { count }]) => [tag, count]));
}

function eachArticle({ live, flags, next }: Columns, visit: (article: number) => void): void {
  for (let article = 0; article < next; article++) {
    if (live[article] === 1 && (flags[article]! & trashedFlag) === 0) visit(article);
  }
}

function eachOfLists(
  columns: Columns,
  { offsets, values }: ListColumn,
  visit: (number: number, article: number) => void,
): void {
  eachArticle(columns, (article) => {
    for (let at = offsets[article]!; at < offsets[article + 1]!; at++) visit(values[at]!, article);
  });
}

/** `a/b/c` gives `a`, `a/b`, `a/b/c`. */
function withAncestors(tag: string): string[] {
  const parts = tag.split('/');
  return parts.map((_, place) => parts.slice(0, place + 1).join('/'));
}

/** 0: begins so; 1: a word in it begins so; undefined: neither. */
function rankOf(name: string, wanted: string): number | undefined {
  if (name.startsWith(wanted)) return 0;
  for (let at = name.indexOf(wanted, 1); at > 0; at = name.indexOf(wanted, at + 1)) {
    if (!/[\p{L}\p{N}]/u.test(name[at - 1]!)) return 1;
  }
  return undefined;
}

/** Without case and accents: as a reader types who is in a hurry. */
function foldedName(name: string): string {
  return name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
