/** Runs a piece of work as soon as nothing else runs. */
export type NewestFirst = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * One piece of work at a time; what was asked for last is next. Whoever scrolls fast waits for the rows in
 * sight, not for all that went by.
 */
export function createNewestFirst(): NewestFirst {
  const waiting: (() => Promise<void>)[] = [];
  let isRunning = false;

  async function runAll(): Promise<void> {
    isRunning = true;
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) await next();
    isRunning = false;
  }

  return (work) =>
    new Promise((resolve, reject) => {
      waiting.push(() => work().then(resolve, reject));
      if (!isRunning) void runAll();
    });
}
