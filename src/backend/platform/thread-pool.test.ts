import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ArchiveError } from '#contract/errors.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createPool, type ThreadPool } from './thread-pool.ts';

type Order = {
  readonly act: 'double' | 'count' | 'hang' | 'swell' | 'refuse' | 'break' | 'exit' | 'wait';
  readonly value?: number;
};

const task = join(import.meta.dirname, 'thread-task.ts');
const errors = join(import.meta.dirname, '../../contract/errors.ts');
const code = (keyword: string) => `
${keyword}
let count = 0;
serveTasks(async ({ act, value = 0 }) => {
  if (act === 'double') return value * 2;
  if (act === 'count') return ++count;
  if (act === 'wait') { await new Promise((done) => setTimeout(done, value)); return value; }
  if (act === 'hang') for (;;) { /* never */ }
  if (act === 'swell') { const held = []; for (;;) held.push(new Array(100_000).fill(Math.random())); }
  if (act === 'refuse') throw new ArchiveError('no-article', 'Nothing in it.', { details: { pages: 1 } });
  if (act === 'exit') process.exit(3);
  throw new TypeError('a bug');
});`;

let folder: string;
let pools: ThreadPool<Order, number>[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pool-'));
  pools = [];
  const imports = `import { serveTasks } from ${JSON.stringify(task)}; import { ArchiveError } from ${JSON.stringify(errors)};`;
  await writeFile(join(folder, 'entry.mjs'), code(imports));
  await writeFile(
    join(folder, 'entry.ts'),
    code(imports)
      .replace('({ act, value = 0 })', '({ act, value = 0 }: { act: string; value?: number })')
      .replace('const held = []', 'const held: number[][] = []'),
  );
});

afterEach(async () => {
  await Promise.all(pools.map((pool) => pool.close()));
  await rm(folder, { recursive: true });
});

function aPool(entry = 'entry.mjs', size = 1, timeLimitMs = 1500): ThreadPool<Order, number> {
  const pool = createPool<Order, number>({ entry: join(folder, entry), size, timeLimitMs, memoryLimitMb: 64 });
  pools.push(pool);
  return pool;
}

const outcome = (promise: Promise<unknown>) =>
  promise.then(
    (value) => value,
    (error: unknown) =>
      error instanceof ArchiveError
        ? error.code
        : error instanceof Error
          ? `${error.name}: ${error.message}`
          : 'not an error',
  );

test('a task runs on a thread, from JavaScript and from TypeScript', async () => {
  expect(await aPool('entry.mjs').run({ act: 'double', value: 21 })).toBe(42);
  expect(await aPool('entry.ts').run({ act: 'double', value: 4 })).toBe(8);
});

test('more tasks than threads wait their turn and all get their own answer', async () => {
  const pool = aPool('entry.mjs', 2);
  const values = Array.from({ length: 20 }, (_, value) => value);
  expect(await Promise.all(values.map((value) => pool.run({ act: 'double', value })))).toEqual(
    values.map((value) => value * 2),
  );
});

test('a task that hangs is ended with a code, and the next one runs', async () => {
  const pool = aPool();
  const [hung, next] = await Promise.all([
    outcome(pool.run({ act: 'hang' })),
    outcome(pool.run({ act: 'double', value: 5 })),
  ]);
  expect([hung, next]).toEqual(['extract-timeout', 10]);
});

test('a task that eats memory is ended with a code, and the next one runs', async () => {
  const pool = aPool('entry.mjs', 1, 30_000);
  const [swollen, next] = await Promise.all([
    outcome(pool.run({ act: 'swell' })),
    outcome(pool.run({ act: 'double', value: 6 })),
  ]);
  expect([swollen, next]).toEqual(['extract-memory', 12]);
});

test('an expected failure crosses with its code and details', async () => {
  const error = await aPool()
    .run({ act: 'refuse' })
    .catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(ArchiveError);
  expect((error as ArchiveError).toData()).toEqual({
    code: 'no-article',
    message: 'Nothing in it.',
    retryable: false,
    details: { pages: 1 },
  });
});

test('a bug in the thread reaches the caller as an ordinary error', async () => {
  const pool = aPool();
  expect(await outcome(pool.run({ act: 'break' }))).toBe('TypeError: a bug');
  expect(await outcome(pool.run({ act: 'exit' }))).toBe('Error: A thread ended by itself with code 3.');
  expect(await pool.run({ act: 'double', value: 1 })).toBe(2);
});

test('a cancelled task fails at once, running or waiting, and harms no other', async () => {
  const pool = aPool('entry.mjs', 1, 30_000);
  const [running, waiting] = [new AbortController(), new AbortController()];
  const outcomes = Promise.all([
    outcome(pool.run({ act: 'hang' }, running.signal)),
    outcome(pool.run({ act: 'double', value: 1 }, waiting.signal)),
    outcome(pool.run({ act: 'double', value: 7 })),
  ]);
  waiting.abort();
  running.abort();
  expect(await outcomes).toEqual(['cancelled', 'cancelled', 14]);
  expect(await outcome(pool.run({ act: 'double' }, AbortSignal.abort()))).toBe('cancelled');
});

test('closing ends what runs and what waits', async () => {
  const pool = aPool('entry.mjs', 1, 30_000);
  const outcomes = [outcome(pool.run({ act: 'wait', value: 20_000 })), outcome(pool.run({ act: 'double' }))];
  await pool.close();
  expect(await Promise.all(outcomes)).toEqual(['cancelled', 'cancelled']);
  expect(await outcome(pool.run({ act: 'double' }))).toBe('cancelled');
});

test('a thread that has had nothing to do for a while is ended, and the next task gets a new one', async () => {
  const entry = join(folder, 'entry.mjs');
  const pool = createPool<Order, number>({ entry, size: 1, timeLimitMs: 5000, memoryLimitMb: 64, idleLimitMs: 20 });
  pools.push(pool);
  expect(await Promise.all([pool.run({ act: 'count' }), pool.run({ act: 'count' })])).toEqual([1, 2]);
  await vi.waitFor(async () => expect(await pool.run({ act: 'count' })).toBe(1), { timeout: 10_000, interval: 200 });
});
