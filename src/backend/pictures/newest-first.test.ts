import { expect, test } from 'vitest';
import { createNewestFirst } from './newest-first.ts';

test('does one thing at a time, the newest wish next, and goes on after a failure', async () => {
  const inOrder = createNewestFirst();
  const done: string[] = [];
  const first = Promise.withResolvers<void>();
  const work = (name: string, wait: Promise<void> = Promise.resolve()) =>
    inOrder(async () => {
      await wait;
      done.push(name);
      return name;
    });
  const all = [work('first', first.promise), work('scrolled past'), inOrder(() => Promise.reject(new Error('torn')))];
  all.push(work('in sight'));
  first.resolve();
  const results = await Promise.allSettled(all);
  expect(done).toEqual(['first', 'in sight', 'scrolled past']);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
});
