import { expect, test } from 'vitest';
import type { Client } from '#contract/client.ts';
import { ArchiveError } from '#contract/errors.ts';
import { createQueryCache } from './query-cache.ts';

/** A client whose answers are given by hand, in the order in which it was asked. */
function aClient() {
  type Asked = {
    method: string;
    input: unknown;
    signal: AbortSignal;
    answer: (value: unknown) => void;
    refuse: (error: Error) => void;
  };
  const asked: Asked[] = [];
  const call = ((method: string, input: unknown, signal: AbortSignal) =>
    new Promise((answer, refuse) => {
      asked.push({ method, input, signal, answer, refuse });
      signal.addEventListener('abort', () => refuse(new ArchiveError('cancelled', 'called off')));
    })) as unknown as Client['call'];
  return { call, asked };
}

const settle = () => new Promise((resolve) => setTimeout(resolve));
const shelves = (all: number) => ({
  all,
  unread: 0,
  reading: 0,
  archived: 0,
  favourites: 0,
  trash: 0,
  tags: [],
  sources: [],
});

test('two watchers of one question ask once and are both told', async () => {
  const client = aClient();
  const cache = createQueryCache(client);
  let told = 0;
  const one = cache.watch('shelves.get', [{}]);
  const other = cache.watch('shelves.get', [{}]);
  one.subscribe(() => (told += 1));
  other.subscribe(() => (told += 1));
  expect(client.asked).toHaveLength(1);
  client.asked[0]!.answer(shelves(3));
  await settle();
  expect(told).toBe(2);
  expect(one.get()).toEqual([{ value: shelves(3), error: undefined, isFetching: false }]);
  expect(other.get()).toEqual(one.get());
});

test('an answer that is no longer true stays in sight until the next is there', async () => {
  const client = aClient();
  const cache = createQueryCache(client);
  const watch = cache.watch('shelves.get', [{}]);
  watch.subscribe(() => {});
  client.asked[0]!.answer(shelves(1));
  await settle();
  cache.invalidate((method) => method === 'shelves.get');
  expect(watch.get()[0]).toEqual({ value: shelves(1), error: undefined, isFetching: true });
  client.asked[1]!.answer(shelves(2));
  await settle();
  expect(watch.get()[0]?.value).toEqual(shelves(2));
});

test('news during a question make it be asked again, so that no old answer stands', async () => {
  const client = aClient();
  const cache = createQueryCache(client);
  const watch = cache.watch('shelves.get', [{}]);
  watch.subscribe(() => {});
  cache.invalidate(() => true);
  expect(client.asked).toHaveLength(1);
  client.asked[0]!.answer(shelves(1));
  await settle();
  expect(client.asked).toHaveLength(2);
  client.asked[1]!.answer(shelves(2));
  await settle();
  expect(watch.get()[0]?.value).toEqual(shelves(2));
});

test('what nobody looks at is not asked again until somebody does', async () => {
  const client = aClient();
  const cache = createQueryCache(client);
  const watch = cache.watch('shelves.get', [{}]);
  const leave = watch.subscribe(() => {});
  client.asked[0]!.answer(shelves(1));
  await settle();
  leave();
  cache.invalidate(() => true);
  expect(client.asked).toHaveLength(1);
  watch.subscribe(() => {});
  expect(client.asked).toHaveLength(2);
});

test('a watch that outlives the memory of its question still hears of news', async () => {
  const client = aClient();
  const cache = createQueryCache(client);
  const watch = cache.watch('articles.list', [{ offset: 0 }]);
  for (let offset = 1; offset <= 200; offset += 1) cache.watch('articles.list', [{ offset }]);
  watch.subscribe(() => {});
  client.asked[0]!.answer({ total: 0, articles: [] });
  await settle();
  cache.invalidate(() => true);
  expect(client.asked).toHaveLength(2);
});

test('a refusal is kept beside the former answer', async () => {
  const client = aClient();
  const cache = createQueryCache(client);
  const watch = cache.watch('shelves.get', [{}]);
  watch.subscribe(() => {});
  client.asked[0]!.answer(shelves(1));
  await settle();
  cache.invalidate(() => true);
  client.asked[1]!.refuse(new ArchiveError('disconnected', 'gone'));
  await settle();
  expect(watch.get()[0]).toMatchObject({ value: shelves(1), error: { code: 'disconnected' }, isFetching: false });
});

test('a patch changes remembered answers and leaves the others the same objects', async () => {
  const client = aClient();
  const cache = createQueryCache(client);
  const watch = cache.watch('shelves.get', [{}]);
  watch.subscribe(() => {});
  client.asked[0]!.answer(shelves(1));
  await settle();
  const before = watch.get();
  cache.patch('shelves.get', (value) => value);
  expect(watch.get()).toBe(before);
  cache.patch('shelves.get', (value) => ({ ...value, all: 9 }));
  expect(watch.get()[0]?.value?.all).toBe(9);
});

test('fetch answers from memory, and throws what the back end refused', async () => {
  const client = aClient();
  const cache = createQueryCache(client);
  const first = cache.fetch('shelves.get', {});
  client.asked[0]!.answer(shelves(4));
  expect((await first).all).toBe(4);
  expect((await cache.fetch('shelves.get', {})).all).toBe(4);
  expect(client.asked).toHaveLength(1);
  const refused = cache.fetch('library.stats', {});
  client.asked[1]!.refuse(new ArchiveError('library-busy', 'busy'));
  await expect(refused).rejects.toMatchObject({ code: 'library-busy' });
});

test('a search that nobody looks at any more is called off, and asked anew when somebody does', async () => {
  const client = aClient();
  const cache = createQueryCache(client);
  const older = cache.watch('search.run', [{ query: 'harb' }]);
  const newer = cache.watch('search.run', [{ query: 'harbour' }]);
  const leave = older.subscribe(() => {});
  leave();
  newer.subscribe(() => {});
  await settle();
  expect(client.asked.map(({ signal }) => signal.aborted)).toEqual([true, false]);
  expect(older.get()).toEqual([{ value: undefined, error: undefined, isFetching: true }]);
  older.subscribe(() => {});
  expect(client.asked.map(({ input }) => input)).toEqual([{ query: 'harb' }, { query: 'harbour' }, { query: 'harb' }]);
});

test('a question that is looked at by the next component too goes on', async () => {
  const client = aClient();
  const cache = createQueryCache(client);
  const leave = cache.watch('search.run', [{ query: 'harbour' }]).subscribe(() => {});
  leave();
  cache.watch('search.run', [{ query: 'harbour' }, { query: 'harbour', offset: 100 }]).subscribe(() => {});
  await settle();
  expect(client.asked.map(({ signal }) => signal.aborted)).toEqual([false, false]);
});
