import type { ListFilter } from '#contract/lists.ts';
import { type QueryRemark, type SearchSort, searchSort } from '#contract/search.ts';
import type { TypedWords } from '../analysis/typed-words.ts';
import type { Filter, NameColumn } from '../evaluate/filter.ts';
import { isFavourite, isTrashed } from '../evaluate/filter.ts';
import type { Match } from '../evaluate/plan.ts';
import { correctionFlag, highlightFlag, noteFlag, pictureFlag, states, versionFlag } from '../storage/columns.ts';
import type { NameKind, Names } from '../storage/names.ts';
import { collectedMatch, type NumberedCollections, readCollection } from './collections.ts';
import { type NumberedMargins, readAddress, readBeside, readDuplicates } from './margins.ts';
import { namesWithWords } from './phrases.ts';
import { ageRange, dateRange, numberRange, type Range } from './values.ts';

export type AllNames = Readonly<Record<NameKind, Names>>;

/** What a filter's value was read as: a condition, an order, or a mistake with the nearest valid value (null: none). */
export type FilterReading =
  | {
      readonly kind: 'match';
      readonly match: Match;
      readonly correction?: { readonly remark: QueryRemark; readonly value: string };
    }
  | { readonly kind: 'sort'; readonly sort: SearchSort }
  | { readonly kind: 'mistake'; readonly remark: QueryRemark };

export const filterNames = [
  'published',
  'saved',
  'age',
  'words',
  'is',
  'has',
  'in',
  'lang',
  'site',
  'agency',
  'place',
  'note',
  'highlight',
  'url',
  'sort',
] as const;
export type FilterName = (typeof filterNames)[number];

export function isFilterName(name: string): name is FilterName {
  return (filterNames as readonly string[]).includes(name);
}

/** What a filter's value is read against. */
export type FilterContext = {
  readonly names: AllNames;
  readonly collections: NumberedCollections;
  readonly margins: NumberedMargins;
  readonly nowSeconds: number;
  readonly typed: TypedWords;
};

export function readFilter(name: FilterName, value: string, context: FilterContext): FilterReading {
  const { names, nowSeconds, typed } = context;
  switch (name) {
    case 'published':
    case 'saved':
      return ofRange(name, name, dateRange(value), value);
    case 'age':
      return ofRange(name, 'published', ageRange(value, nowSeconds), value);
    case 'words':
      return ofRange(name, name, numberRange(value), value);
    case 'is':
      return readMark(value, context.margins);
    case 'has':
      return readPossession(value);
    case 'in':
      return { kind: 'match', match: readCollection(context.collections, value, typed) };
    case 'lang':
      return named(
        'language',
        names.language.where((name) => isLanguage(name, value)),
      );
    case 'site':
      return named('site', siteNumbers(names.site, value));
    case 'agency':
    case 'place':
      return named(name, namesWithWords(names[name], value, true, typed));
    case 'note':
    case 'highlight':
      return { kind: 'match', match: readBeside(context.margins, name, value, typed) };
    case 'url':
      return { kind: 'match', match: readAddress(context.margins, value) };
    case 'sort': {
      const sort = searchSort.safeParse(value.toLowerCase());
      if (sort.success) return { kind: 'sort', sort: sort.data };
      return wrongValue(name, searchSort.options);
    }
  }
}

function wrongValue(name: FilterName, values: readonly string[]): FilterReading {
  return { kind: 'mistake', remark: { kind: 'value-wrong', name, values: [...values] } };
}

function filtered(filter: Filter): Match {
  return { kind: 'filter', filter };
}

function ofRange(
  name: FilterName,
  column: 'published' | 'saved' | 'words',
  range: Range | undefined,
  value: string,
): FilterReading {
  if (range === undefined) return wrongValue(name, []);
  const match = filtered({ kind: 'range', column, from: range.from, to: range.to });
  if (range.isReversed !== true) return { kind: 'match', match };
  const turned = value.split('..').reverse().join('..');
  return { kind: 'match', match, correction: { remark: { kind: 'range-reversed' }, value: turned } };
}

const marks: Readonly<Record<string, Filter>> = {
  ...Object.fromEntries(states.map((state, number): [string, Filter] => [state, { kind: 'state', state: number }])),
  favourite: isFavourite,
  favorite: isFavourite,
  trashed: isTrashed,
};

function readMark(value: string, margins: NumberedMargins): FilterReading {
  const mark = value.toLowerCase();
  if (mark === 'duplicate') return { kind: 'match', match: readDuplicates(margins) };
  if (Object.hasOwn(marks, mark)) return { kind: 'match', match: filtered(marks[mark]!) };
  return wrongValue('is', [...states, 'favourite', 'duplicate', 'trashed']);
}

/** What an article may have or lack, under every name by which it is asked for. */
const possessions: Readonly<Record<string, Match>> = {
  tag: filtered({ kind: 'any', column: 'tags' }),
  author: filtered({ kind: 'any', column: 'authors' }),
  date: filtered({ kind: 'range', column: 'published', from: 1, to: Infinity }),
  image: filtered({ kind: 'flag', flag: pictureFlag }),
  highlight: filtered({ kind: 'flag', flag: highlightFlag }),
  note: filtered({ kind: 'flag', flag: noteFlag }),
  correction: filtered({ kind: 'flag', flag: correctionFlag }),
  version: filtered({ kind: 'flag', flag: versionFlag }),
  source: someName('source'),
  section: someName('section'),
  agency: someName('agency'),
  place: someName('place'),
  site: someName('site'),
};
const otherWords: Readonly<Record<string, string>> = { picture: 'image', photo: 'image' };

function readPossession(value: string): FilterReading {
  const asked = value.toLowerCase();
  const single = asked.replace(/s$/, '');
  const thing = otherWords[single] ?? single;
  if (Object.hasOwn(possessions, thing)) return { kind: 'match', match: possessions[thing]! };
  return wrongValue('has', Object.keys(possessions));
}

/** Number 0 is no name. */
function someName(column: NameColumn): Match {
  return { kind: 'not', of: filtered({ kind: 'name', column, numbers: new Set([0]) }) };
}

function named(column: NameColumn, numbers: readonly number[]): FilterReading {
  return { kind: 'match', match: filtered({ kind: 'name', column, numbers: new Set(numbers) }) };
}

/** `example.org` is that host and all below it (`www.example.org`); while there is none: hosts with a part that begins so. */
function siteNumbers(sites: Names, wanted: string): number[] {
  const asked = wanted.toLowerCase();
  if (asked === '') return [];
  const named = sites.where((site) => site === asked || site.endsWith(`.${asked}`));
  if (named.length > 0) return named;
  return sites.where((site) => site.startsWith(asked) || site.includes(`.${asked}`));
}

function isLanguage(name: string, wanted: string): boolean {
  const [whole, asked] = [name.toLowerCase(), wanted.toLowerCase()];
  return whole === asked || whole.startsWith(`${asked}-`);
}

/**
 * The tags that are `wanted` or nested below it, without regard to case; when there is none, those
 * with a word that begins so: a tag that is still being typed, or known by its last name.
 */
export function tagNumbers(names: AllNames, wanted: string): number[] {
  const asked = folded(wanted);
  const named = namedTags(names, asked);
  if (named.length > 0) return named;
  return names.tag.where((name) => {
    const tag = folded(name);
    for (let at = tag.indexOf(asked); at >= 0; at = tag.indexOf(asked, at + 1))
      if (at === 0 || /[/\s-]/.test(tag[at - 1]!)) return true;
    return false;
  });
}

function namedTags(names: AllNames, asked: string): number[] {
  return names.tag.where((name) => {
    const tag = folded(name);
    return tag === asked || tag.startsWith(`${asked}/`);
  });
}

function folded(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

export function tagMatch(numbers: readonly number[]): Match {
  return filtered({ kind: 'list', column: 'tags', numbers: new Set(numbers) });
}

/** The shelf that a request looks at, as conditions. */
export function shelfMatches(
  filter: ListFilter,
  { names, collections }: Pick<FilterContext, 'names' | 'collections'>,
): Match[] {
  const matches: Match[] = [];
  if (filter.state !== undefined) matches.push(filtered({ kind: 'state', state: states.indexOf(filter.state) }));
  if (filter.favourite !== undefined)
    matches.push(filter.favourite ? filtered(isFavourite) : { kind: 'not', of: filtered(isFavourite) });
  if (filter.trashed === true) matches.push(filtered(isTrashed));
  if (filter.tag !== undefined) matches.push(tagMatch(namedTags(names, folded(filter.tag))));
  if (filter.collection !== undefined) matches.push(collectedMatch(collections, [{ id: filter.collection }]));
  if (filter.source !== undefined) {
    const { source } = filter;
    matches.push(
      filtered({ kind: 'name', column: 'source', numbers: new Set(names.source.where((name) => name === source)) }),
    );
  }
  return matches;
}
