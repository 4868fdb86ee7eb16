import { type Bits, noBits, setBit } from '../evaluate/bits.ts';
import type { Match } from '../evaluate/plan.ts';
import type { TypedWords } from '../analysis/typed-words.ts';
import { namesWithWords } from './phrases.ts';

/**
 * The reader's collections. The archive keeps them, and they change without a word of an article changing:
 * search asks for them when a query does, and keeps nothing.
 */
export type Collections = {
  /** `count`: how many articles are in it, without the trash. */
  readonly named: () => readonly { readonly id: string; readonly name: string; readonly count: number }[];
  readonly idsIn: (id: string) => readonly string[];
};

export const noCollections: Collections = { named: () => [], idsIn: () => [] };

/** Collections as the index sees them: their articles by number. */
export type NumberedCollections = Pick<Collections, 'named'> & { readonly numbersIn: (id: string) => Iterable<number> };

/** `in:` finds the collections of that name; while there is none, those with words that begin so. */
export function readCollection(collections: NumberedCollections, value: string, typed: TypedWords): Match {
  const all = collections.named();
  const whole = typed.folded(value).join(' ');
  const named = all.filter(({ name }) => typed.folded(name).join(' ') === whole);
  if (named.length > 0) return collectedMatch(collections, named);
  const where = (passes: (name: string) => boolean) => [...all.keys()].filter((index) => passes(all[index]!.name));
  return collectedMatch(
    collections,
    namesWithWords({ where }, value, true, typed).map((index) => all[index]!),
  );
}

export function collectedMatch(collections: NumberedCollections, named: readonly { readonly id: string }[]): Match {
  return oneOf(named.flatMap(({ id }) => [...collections.numbersIn(id)]));
}

export function oneOf(articles: readonly number[]): Match {
  return { kind: 'filter', filter: { kind: 'members', articles: bitsOf(articles) } };
}

function bitsOf(articles: readonly number[]): Bits {
  const bits = noBits(articles.reduce((most, article) => Math.max(most, article), -1) + 1);
  for (const article of articles) setBit(bits, article);
  return bits;
}
