import { type Bits, hasBit } from './bits.ts';
import { type Columns, favouriteFlag, trashedFlag } from '../storage/columns.ts';

/** A condition on the typed columns. */
export type Filter =
  | {
      readonly kind: 'range';
      readonly column: 'published' | 'saved' | 'words';
      readonly from: number;
      readonly to: number;
    }
  | { readonly kind: 'state'; readonly state: number }
  | { readonly kind: 'flag'; readonly flag: number }
  /** One of these names; number 0 is no name at all. */
  | { readonly kind: 'name'; readonly column: NameColumn; readonly numbers: ReadonlySet<number> }
  | { readonly kind: 'list'; readonly column: 'tags' | 'authors'; readonly numbers: ReadonlySet<number> }
  /** One of these articles. */
  | { readonly kind: 'members'; readonly articles: Bits }
  /** A list that is not empty. */
  | { readonly kind: 'any'; readonly column: 'tags' | 'authors' };

export type NameColumn = 'source' | 'section' | 'language' | 'site' | 'agency' | 'place';

export const isFavourite: Filter = { kind: 'flag', flag: favouriteFlag };
export const isTrashed: Filter = { kind: 'flag', flag: trashedFlag };

/** The filter as a test of one article. */
export function passesFilter(columns: Columns, filter: Filter): (article: number) => boolean {
  switch (filter.kind) {
    case 'range': {
      const column = columns[filter.column];
      const { from, to } = filter;
      return (article) => column[article]! >= from && column[article]! < to;
    }
    case 'state':
      return (article) => columns.state[article] === filter.state;
    case 'flag':
      return (article) => (columns.flags[article]! & filter.flag) !== 0;
    case 'name': {
      const column = columns[filter.column];
      return (article) => filter.numbers.has(column[article]!);
    }
    case 'list': {
      const { offsets, values } = columns[filter.column];
      return (article) => {
        for (let at = offsets[article]!; at < offsets[article + 1]!; at++)
          if (filter.numbers.has(values[at]!)) return true;
        return false;
      };
    }
    case 'members':
      return (article) => hasBit(filter.articles, article);
    case 'any': {
      const { offsets } = columns[filter.column];
      return (article) => offsets[article + 1]! > offsets[article]!;
    }
  }
}
