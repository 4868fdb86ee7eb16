import type { SearchSort } from '#contract/search.ts';
import type { Columns } from '../storage/columns.ts';

/** Whether article `a` comes after `b`. */
type ComesAfter = (a: number, b: number) => boolean;

/**
 * The first articles of a result in order, from `offset` on.
 *
 * Ties, in every order, go to the newest: by day of publication, then by when it was saved, then by
 * number; so a page never changes while nothing else does. A heap keeps the best; the rest is only
 * looked at once.
 */
export function rank(
  articles: Uint32Array,
  scores: Float64Array,
  columns: Columns,
  order: {
    readonly sort: SearchSort;
    readonly offset: number;
    readonly limit: number;
    /** Articles that come before all others, whatever they score; of these the one with the greater number. */
    readonly first?: ReadonlyMap<number, number>;
  },
): Uint32Array {
  const byOrder = comparison(scores, columns, order.sort);
  const comesAfter = order.first === undefined || order.first.size === 0 ? byOrder : afterThese(order.first, byOrder);
  const wanted = Math.min(order.offset + order.limit, articles.length);
  // Nearly all articles of a large result score less than the worst of the page: one comparison tells.
  const keys = order.sort === 'relevance' && comesAfter === byOrder ? scores : undefined;
  const best = bestOf(articles, wanted, comesAfter, keys);
  best.sort((a, b) => (a === b ? 0 : comesAfter(a, b) ? 1 : -1));
  return best.subarray(Math.min(order.offset, wanted), wanted);
}

function comparison(scores: Float64Array, columns: Columns, sort: SearchSort): ComesAfter {
  const { published, saved, words } = columns;
  const isOlder: ComesAfter = (a, b) => {
    if (published[a] !== published[b]) return published[a]! < published[b]!;
    if (saved[a] !== saved[b]) return saved[a]! < saved[b]!;
    return a < b;
  };
  const by = (key: ArrayLike<number>): ComesAfter => {
    return (a, b) => (key[a] === key[b] ? isOlder(a, b) : key[a]! < key[b]!);
  };
  switch (sort) {
    case 'relevance':
      return by(scores);
    case 'published':
      return isOlder;
    case 'saved':
      return by(saved);
    case 'length':
      return by(words);
  }
}

/** Some articles before all others, whatever the order. */
function afterThese(first: ReadonlyMap<number, number>, comesAfter: ComesAfter): ComesAfter {
  return (a, b) => {
    const [ofA, ofB] = [first.get(a) ?? 0, first.get(b) ?? 0];
    return ofA === ofB ? comesAfter(a, b) : ofA < ofB;
  };
}

/**
 * The `count` best, in no order: a heap with the worst of the best on top. `keys`, if given, are what
 * is compared first.
 */
function bestOf(
  articles: Uint32Array,
  count: number,
  comesAfter: ComesAfter,
  keys: Float64Array | undefined,
): Uint32Array {
  const heap = new Uint32Array(count);
  if (count === 0) return heap;
  heap.set(articles.subarray(0, count));
  for (let place = (count >> 1) - 1; place >= 0; place--) sink(heap, place, comesAfter);
  let least = keys?.[heap[0]!] ?? -Infinity;
  for (let i = count; ; i++) {
    if (keys !== undefined) i = nextAtLeast(articles, i, keys, least);
    if (i >= articles.length) return heap;
    const article = articles[i]!;
    if (!comesAfter(heap[0]!, article)) continue;
    heap[0] = article;
    sink(heap, 0, comesAfter);
    least = keys?.[heap[0]!] ?? -Infinity;
  }
}

/** The next place of an article whose key is not below `least`: the loop that passes nearly all of a large result. */
function nextAtLeast(articles: Uint32Array, from: number, keys: Float64Array, least: number): number {
  let place = from;
  while (place < articles.length && keys[articles[place]!]! < least) place++;
  return place;
}

function sink(heap: Uint32Array, start: number, comesAfter: ComesAfter): void {
  const article = heap[start]!;
  let place = start;
  for (;;) {
    let child = place * 2 + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && comesAfter(heap[child + 1]!, heap[child]!)) child++;
    if (!comesAfter(heap[child]!, article)) break;
    heap[place] = heap[child]!;
    place = child;
  }
  heap[place] = article;
}
