import { fieldCount } from '../fields.ts';
import { type Bits, noBits, setBit } from './bits.ts';
import type { Found } from './found.ts';
import { articleOf } from './occurrences.ts';
import type { Leaf } from './plan.ts';
import type { Scratch } from './scratch.ts';
import { bufferReaders, readersOf, type WordReader } from './together.ts';
import type { TermTable } from './term-table.ts';
import { inverseFrequency, Weigher } from './weighing.ts';

/** Two words that stand side by side in the query, by their leaves, and the fields in which both are asked for. */
export type Pair = { readonly first: number; readonly second: number; readonly mask: number };

/** What an article gains because two words of the query stand near each other in one of its fields. */
export type NearnessBonus = { readonly pair: Pair; readonly field: number; readonly weight: number };

export type Nearness = ReadonlyMap<number, readonly NearnessBonus[]>;

/**
 * How much nearness counts, and how near is near, in words. Chosen on judged collections
 * (`npm run bench -- relevance`): every share from 0.1 to 0.3 helps, more harms.
 */
const nearnessShare = 0.2;
const farthest = 5;

/**
 * Only the first articles are looked at: the others would not come to the first pages. The bonus is never negative,
 * so they stay before the others.
 */
const mostCandidates = 200;
/** A word is one term in each language; with a star or `~` it is many, and says less of what is near. */
const mostForms = 8;
/** So many postings are read at most, those of rare words first: a pair of common words tells little. */
const mostPostings = 16_000;

/**
 * What the best of the articles found gain by nearness.
 *
 * As BM25 for pairs of words (Rasolofo and Savoy, Term Proximity Scoring, 2003): where two neighbours of the query
 * stand `d` words apart, in any order, counts 1/d²; the sum is taken for the pair's frequency, and the lesser of the
 * two inverse frequencies for its own.
 */
export function nearnessOf(found: Found, leaves: readonly Leaf[], scratch: Scratch, count: number): Nearness {
  const bonuses = new Map<number, NearnessBonus[]>();
  const pairs = affordable(found, pairsOf(found, leaves));
  if (pairs.length === 0) return bonuses;
  const { memory, table } = found;
  const best = found.best(Math.max(mostCandidates, count)).subarray(0, mostCandidates);
  const within = noBits(memory.columns.next);
  for (let place = 0; place < best.length; place++) setBit(within, best[place]!);
  const weigh = pairWeigher(found);
  const add = (pair: Pair, field: number, article: number, closeness: number): void => {
    const bonus = { pair, field, weight: weigh(pair, field, article, closeness) };
    const known = bonuses.get(article);
    if (known === undefined) bonuses.set(article, [bonus]);
    else known.push(bonus);
  };
  const leavesRead = [...new Set(pairs.flatMap(({ first, second }) => [first, second]))];
  const words = leavesRead.map((leaf, place) => {
    return { terms: table.ofLeaf[leaf]!.map((term) => table.term(term)), place };
  });
  const eachIn = (readers: readonly WordReader[]): void =>
    eachMeeting(pairs, new Map(leavesRead.map((leaf, place) => [leaf, readers[place]!])), within, scratch, add);
  for (const segment of memory.segments) eachIn(readersOf(segment, words, scratch));
  if (memory.buffer.articleCount > 0) eachIn(bufferReaders(memory, words));
  return bonuses;
}

/** Neighbours among the words that score, but for those with a star or `~`; each pair once. */
function pairsOf({ table }: Found, leaves: readonly Leaf[]): Pair[] {
  const words = leaves.flatMap(({ scores, mask, typed }, leaf) => {
    const forms = table.ofLeaf[leaf]!.length;
    // Behind the parts of "covid-19" the same is looked for as one word: no neighbour of theirs.
    const before = leaves[leaf - 1];
    if (before !== undefined && typed.endsWith(`-${before.typed}`)) return [];
    return scores && forms > 0 && forms <= mostForms ? [{ leaf, mask, name: table.ofLeaf[leaf]!.join() }] : [];
  });
  const pairs = new Map<string, Pair>();
  for (const [place, { leaf, mask, name }] of words.slice(1).entries()) {
    const before = words[place]!;
    if (before.name === name || (before.mask & mask) === 0) continue;
    const both = [before.name, name].sort().join(' ');
    if (!pairs.has(both)) pairs.set(both, { first: before.leaf, second: leaf, mask: before.mask & mask });
  }
  return [...pairs.values()];
}

function affordable({ table }: Found, pairs: readonly Pair[]): Pair[] {
  const words = [...new Set(pairs.flatMap(({ first, second }) => [first, second]))];
  const rarestFirst = words.map((leaf) => ({ leaf, count: postingsOf(table, leaf) })).sort((a, b) => a.count - b.count);
  const read = new Set<number>();
  let postings = 0;
  for (const { leaf, count } of rarestFirst) {
    postings += count;
    if (postings > mostPostings) break;
    read.add(leaf);
  }
  return pairs.filter(({ first, second }) => read.has(first) && read.has(second));
}

function postingsOf(table: TermTable, leaf: number): number {
  return table.ofLeaf[leaf]!.reduce((sum, term) => sum + table.pairCounts[term]!, 0);
}

/** Visits every article and field in which a pair meets, with how closely: the sum of 1/d² over all meetings. */
function eachMeeting(
  pairs: readonly Pair[],
  readers: ReadonlyMap<number, WordReader>,
  within: Bits,
  scratch: Scratch,
  visit: (pair: Pair, field: number, article: number, closeness: number) => void,
): void {
  for (let field = 0; field < fieldCount; field++) {
    const places = new Map<number, Float64Array>();
    const placesOf = (leaf: number): Float64Array => {
      let keys = places.get(leaf);
      if (keys === undefined) {
        const occurrences = scratch.occurrences(places.size);
        const reader = readers.get(leaf)!;
        reader.read(field, within, occurrences.take);
        keys = occurrences.sorted(reader.terms.length > 1);
        places.set(leaf, keys);
      }
      return keys;
    };
    for (const pair of pairs) {
      const [first, second] = [readers.get(pair.first)!, readers.get(pair.second)!];
      if (((pair.mask >> field) & 1) === 0 || first.count(field) === 0 || second.count(field) === 0) continue;
      meet(placesOf(pair.first), placesOf(pair.second), (article, closeness) => visit(pair, field, article, closeness));
    }
  }
}

/** Both lists rise by article and position, and articles lie further apart than `farthest`. */
function meet(first: Float64Array, second: Float64Array, visit: (article: number, closeness: number) => void): void {
  let [article, closeness, from] = [-1, 0, 0];
  for (let i = 0; i < first.length; i++) {
    const key = first[i]!;
    while (from < second.length && second[from]! < key - farthest) from++;
    for (let at = from; at < second.length && second[at]! <= key + farthest; at++) {
      const distance = Math.abs(second[at]! - key);
      // Two terms of one word have one place.
      if (distance === 0) continue;
      const owner = articleOf(key);
      if (owner !== article && closeness > 0) visit(article, closeness);
      if (owner !== article) [article, closeness] = [owner, 0];
      closeness += 1 / distance ** 2;
    }
  }
  if (closeness > 0) visit(article, closeness);
}

function pairWeigher({ memory, table, weights, scoring }: Found) {
  const weigher = new Weigher(table, weights, scoring);
  const { columns } = memory;
  const idfOf = (leaf: number): number => inverseFrequency(columns.liveCount, postingsOf(table, leaf));
  return ({ first, second }: Pair, field: number, article: number, closeness: number): number => {
    const { k1, fieldBoost, share, saturation } = weigher.of(table.ofLeaf[first]![0]!, field);
    const frequency = ((k1 + 1) * closeness) / (saturation(columns.lengths[field]![article]!) + closeness);
    return nearnessShare * Math.min(idfOf(first), idfOf(second)) * frequency * fieldBoost * share;
  };
}
