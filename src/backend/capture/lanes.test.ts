import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createLanes } from './lanes.ts';

test('work is bounded in all and for each key, and all of it is done', async () => {
  const lanes = createLanes({ atOnce: 3, perKey: 2 });
  const busy = new Map<string, number>();
  let most = 0;
  let mostOfOne = 0;
  const done: number[] = [];
  const work = Array.from({ length: 40 }, (_, index) => {
    const key = index % 5 === 0 ? 'slow' : `key ${index % 2}`;
    return lanes.run(key, async () => {
      busy.set(key, (busy.get(key) ?? 0) + 1);
      most = Math.max(
        most,
        [...busy.values()].reduce((sum, count) => sum + count, 0),
      );
      mostOfOne = Math.max(mostOfOne, ...busy.values());
      await sleep(index % 3);
      busy.set(key, (busy.get(key) ?? 0) - 1);
      done.push(index);
    });
  });
  await Promise.all(work);
  expect({ most, mostOfOne, done: done.length }).toEqual({ most: 3, mostOfOne: 2, done: 40 });
});

test('work that fails frees its place', async () => {
  const lanes = createLanes({ atOnce: 1, perKey: 1 });
  await expect(lanes.run('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await lanes.run('a', async () => 'done')).toBe('done');
});
