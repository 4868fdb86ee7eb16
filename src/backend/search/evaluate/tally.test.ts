import { describe, expect, test } from 'vitest';
import { randomFrom } from '#support/random-archive.ts';
import { type Bits, members, noBits, setBit } from './bits.ts';
import { Tally } from './tally.ts';

const articles = 300;
const random = randomFrom(7);
/** Sets of very different sizes, and how often each article is in one. */
const sets: Bits[] = [];
const counts = Array.from({ length: articles }, () => 0);
const tally = new Tally(noBits(articles).length);
for (let set = 0; set < 23; set++) {
  const bits = noBits(articles);
  for (let article = 0; article < articles; article++) {
    if (!random.chance((set + 1) / 24)) continue;
    setBit(bits, article);
    counts[article]! += 1;
  }
  sets.push(bits);
  tally.add(bits);
}

const having = (count: number): number[] => counts.flatMap((own, article) => (own >= count ? [article] : []));

describe('a tally of sets', () => {
  test('tells which articles are in at least so many of them', () => {
    for (let count = 1; count <= 40; count++) expect([...members(tally.atLeast(count))]).toEqual(having(count));
  });

  test('leaves the sets as they were', () => {
    const again = new Tally(noBits(articles).length);
    for (const bits of sets) again.add(bits);
    expect(again.atLeast(12)).toEqual(tally.atLeast(12));
  });

  test('tells the greatest count that enough articles reach', () => {
    for (const enough of [1, 10, 100, articles]) {
      const reached = tally.greatestReached(24, enough);
      if (reached > 1) expect(having(reached).length).toBeGreaterThanOrEqual(enough);
      expect(having(reached + 1).length).toBeLessThan(enough);
    }
    expect(tally.greatestReached(24, articles + 1)).toBe(1);
    expect(tally.greatestReached(5, 1)).toBe(4);
  });

  test('of no sets finds nothing', () => {
    expect(members(new Tally(2).atLeast(1))).toHaveLength(0);
  });
});
