import { expect, test } from 'vitest';
import { ArchiveError } from '#contract/errors.ts';
import type { LogRecord } from '#platform/log.ts';
import { createDispatcher, type Handlers } from './dispatch.ts';

/** A table that answers only what a test gives it; every other method is a bug by design. */
function dispatcherWith(handlers: Partial<Handlers>, log: LogRecord[] = []) {
  const complete = new Proxy(handlers, {
    get: (given, name) =>
      Reflect.get(given, name) ??
      (() => {
        throw new Error(`unexpected call of ${String(name)}`);
      }),
  }) as Handlers;
  return createDispatcher({
    handlers: complete,
    whenReady: async () => {},
    onBug: () => {},
    clock: { now: () => 0 },
    log: (record) => log.push(record),
  });
}

const id = 'k3f9x2m1';

test.each(['constructor', '__proto__', 'toString', '', 'articles.steal'])(
  'a name that is not in the contract is refused: %j',
  async (name) => {
    const reply = await dispatcherWith({})(name, {});
    expect(reply).toMatchObject({ ok: false, error: { code: 'wrong-usage' } });
  },
);

test('input of the wrong shape is refused with the place of the mistake', async () => {
  const reply = await dispatcherWith({})('articles.setFavourite', { ids: [id], favourite: 'yes' });
  expect(reply).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
  expect(JSON.stringify(reply)).toContain('favourite');
});

test('defaults of the contract are filled in before the handler sees the input', async () => {
  const dispatch = dispatcherWith({
    'articles.list': (request) => {
      expect(request).toEqual({ filter: {}, sort: 'saved', limit: 50, offset: 0, withGroups: false });
      return { total: 0, articles: [] };
    },
  });
  expect(await dispatch('articles.list', {})).toEqual({ ok: true, value: { total: 0, articles: [] } });
});

test('an expected failure keeps its code, its sentence and its details', async () => {
  const dispatch = dispatcherWith({
    'shelves.get': () => {
      throw new ArchiveError('disk-full', 'no room left', { retryable: true, details: { freeBytes: 12 } });
    },
  });
  expect(await dispatch('shelves.get', {})).toEqual({
    ok: false,
    error: { code: 'disk-full', message: 'no room left', retryable: true, details: { freeBytes: 12 } },
  });
});

test('a bug is logged in full and told only by its number', async () => {
  const log: LogRecord[] = [];
  const dispatch = dispatcherWith(
    {
      'shelves.get': () => {
        throw new Error('secret /home/someone/file');
      },
    },
    log,
  );
  const reply = await dispatch('shelves.get', {});
  expect(reply).toMatchObject({ ok: false, error: { code: 'internal', details: { number: 1 } } });
  expect(JSON.stringify(reply)).not.toContain('secret');
  expect(JSON.stringify(log)).toContain('secret');
});

test('commands run one at a time in the order they came, and a failing one does not stop the next', async () => {
  const steps: string[] = [];
  const dispatch = dispatcherWith({
    'articles.setFavourite': async ({ favourite }) => {
      steps.push(`begin ${favourite}`);
      await new Promise((resolve) => setTimeout(resolve, favourite ? 20 : 0));
      steps.push(`end ${favourite}`);
      if (favourite) throw new ArchiveError('not-found', 'gone');
      return { changed: 1, undo: null };
    },
  });
  const [first, second] = await Promise.all([
    dispatch('articles.setFavourite', { ids: [id], favourite: true }),
    dispatch('articles.setFavourite', { ids: [id], favourite: false }),
  ]);
  expect(steps).toEqual(['begin true', 'end true', 'begin false', 'end false']);
  expect([first.ok, second.ok]).toEqual([false, true]);
});

test('a query does not wait for a command', async () => {
  const steps: string[] = [];
  const dispatch = dispatcherWith({
    'articles.trash': async () => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      steps.push('command');
      return { changed: 1, undo: null };
    },
    'capture.jobs': () => {
      steps.push('query');
      return { jobs: [] };
    },
  });
  await Promise.all([dispatch('articles.trash', { ids: [id] }), dispatch('capture.jobs', {})]);
  expect(steps).toEqual(['query', 'command']);
});

test('a call that was given up before it began is told as cancelled and not logged as a failure', async () => {
  const log: LogRecord[] = [];
  const dispatch = dispatcherWith({}, log);
  const reply = await dispatch('shelves.get', {}, AbortSignal.abort());
  expect(reply).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  expect(log).toEqual([]);
});
