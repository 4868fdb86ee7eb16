export type Lanes = {
  /** Runs `work` when a place is free, both in all and for its key. */
  readonly run: <T>(key: string, work: () => Promise<T>) => Promise<T>;
};

/** Lets at most so many pieces of work go on at once, and fewer of those that share a key (a host). */
export function createLanes({ atOnce, perKey }: { readonly atOnce: number; readonly perKey: number }): Lanes {
  const busy = new Map<string, number>();
  const waiting: { readonly key: string; readonly begin: () => void }[] = [];
  let underWay = 0;

  const isFree = (key: string): boolean => underWay < atOnce && (busy.get(key) ?? 0) < perKey;

  function enter(key: string): void {
    underWay += 1;
    busy.set(key, (busy.get(key) ?? 0) + 1);
  }

  function leave(key: string): void {
    underWay -= 1;
    busy.set(key, (busy.get(key) ?? 1) - 1);
    // The first in line that may go, so that one slow host does not hold up the others.
    const next = waiting.findIndex((waiter) => isFree(waiter.key));
    for (const waiter of next < 0 ? [] : waiting.splice(next, 1)) {
      enter(waiter.key);
      waiter.begin();
    }
  }

  return {
    async run(key, work) {
      if (isFree(key)) enter(key);
      else await new Promise<void>((begin) => waiting.push({ key, begin }));
      try {
        return await work();
      } finally {
        leave(key);
      }
    },
  };
}
