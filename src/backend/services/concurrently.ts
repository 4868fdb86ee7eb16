/** Walks `items` with at most `width` of them under way; stops handing out when `signal` ends. */
export async function forEachConcurrently<T>(
  items: AsyncIterable<T> | Iterable<T>,
  width: number,
  signal: AbortSignal,
  work: (item: T, index: number) => Promise<void>,
): Promise<void> {
  const underWay = new Set<Promise<void>>();
  let index = 0;
  try {
    for await (const item of items) {
      if (signal.aborted) break;
      const task = work(item, index).finally(() => underWay.delete(task));
      index += 1;
      underWay.add(task);
      if (underWay.size >= width) await Promise.race(underWay);
    }
  } finally {
    // Walking a folder ends with an error when it is cancelled; what is under way is still brought to its end.
    await Promise.all(underWay);
  }
}
