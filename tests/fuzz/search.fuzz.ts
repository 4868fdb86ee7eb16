import { fuzzSearch } from '#support/search-fuzz.ts';

const usualQueries = 1_000_000;
const queriesPerRound = 500;
const reportEveryMs = 10_000;

/**
 * Random archives and random queries against stock Lunr, until a difference or so many queries:
 * `npm run fuzz -- search [queries] [seed]`. Without a seed, one of the day; each archive has the next.
 */
export async function run(args: readonly string[]): Promise<void> {
  const wanted = Number(args[0] ?? usualQueries);
  const firstSeed = Number(args[1] ?? Math.floor(Date.now() / 86_400_000));
  console.log(`comparing ${wanted} queries with stock Lunr, from seed ${firstSeed}`);
  let compared = 0;
  let toldMs = performance.now();
  for (let seed = firstSeed; compared < wanted; seed++) {
    try {
      compared += fuzzSearch(seed, queriesPerRound);
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      console.error(`To see it again: npm run fuzz -- search 1 ${seed}`);
      process.exitCode = 1;
      return;
    }
    if (performance.now() - toldMs > reportEveryMs || compared >= wanted) {
      toldMs = performance.now();
      console.log(`${compared} queries agree (up to seed ${seed})`);
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
}
