import type { TagCount } from '#contract/lists.ts';

export type TagOffer = { readonly tag: string; readonly kind: 'known' | 'borne' | 'new'; readonly total: number };

/** So many offers are a help; more are a list to read. */
const offerLimit = 50;

/**
 * Tags to offer for what has been typed: those that begin with it, then those that hold it, the most used first.
 * A tag that does not exist yet is offered last, unless what was typed is one already.
 */
export function offerTags(known: readonly TagCount[], borne: readonly string[], typed: string): readonly TagOffer[] {
  const wanted = fold(cleanTag(typed));
  const ranked = known
    .map((count) => ({ ...count, rank: rankOf(fold(count.tag), wanted) }))
    .filter(({ rank }) => rank < noMatch)
    .toSorted((one, other) => one.rank - other.rank || other.total - one.total);
  const offers = ranked.slice(0, offerLimit).map(({ tag, total }): TagOffer => {
    return { tag, total, kind: borne.includes(tag) ? 'borne' : 'known' };
  });
  const isNew = wanted !== '' && !known.some(({ tag }) => fold(tag) === wanted);
  return isNew ? [...offers, { tag: cleanTag(typed), kind: 'new', total: 0 }] : offers;
}

/** A tag as the library takes it: no empty level, no stray space, no `#` before it. */
export function cleanTag(typed: string): string {
  return typed
    .replace(/^\s*#/, '')
    .split('/')
    .map((part) => part.replaceAll(/\s+/g, ' ').trim())
    .filter((part) => part !== '')
    .join('/')
    .slice(0, 200);
}

const noMatch = 9;

function rankOf(tag: string, wanted: string): number {
  if (tag === wanted) return 0;
  if (tag.startsWith(wanted)) return 1;
  if (tag.split('/').some((part) => part.startsWith(wanted))) return 2;
  return tag.includes(wanted) ? 3 : noMatch;
}

/** Whether a name holds every word typed, without regard to case and accents. */
export function holdsWords(name: string, typed: string): boolean {
  const folded = fold(name);
  return fold(typed)
    .split(/\s+/)
    .every((word) => folded.includes(word));
}

function fold(tag: string): string {
  return tag.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
