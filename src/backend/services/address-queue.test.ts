import { expect, test } from 'vitest';
import { ArchiveError } from '#contract/errors.ts';
import { noLog } from '#platform/log.ts';
import { statusError } from '#platform/network-errors.ts';
import { openIn, settableClock, temporaryFolder } from '#support/archive.ts';
import type { Archive } from '../archive/archive.ts';
import { type AddressQueue, type Attempt, createAddressQueue } from './address-queue.ts';
import { createNews } from './news.ts';

const minute = 60_000;
const hour = 60 * minute;
const [story, other] = ['https://harbour.example/story', 'https://harbour.example/other'];
const unreachable = new ArchiveError('address-unreachable', 'no network', { retryable: true });
const gone = statusError(new URL(story), 404);
const busy = statusError(new URL(story), 429, 2 * hour);

type Situation = {
  readonly archive: Archive;
  readonly queue: AddressQueue;
  readonly clock: ReturnType<typeof settableClock>;
  /** What the next attempts come to, by address; each is noted. */
  readonly answers: Map<string, ArchiveError | null>;
  readonly tried: string[];
  online: boolean;
  /** Lets what was begun end, at a moment of the test's choosing. */
  readonly pass: (ms: number) => Promise<void>;
};

/** A queue over a real library, whose time passes only when told to. */
async function aQueue(folder: string): Promise<Situation> {
  const clock = settableClock();
  const archive = await openIn(folder, { clock });
  const answers = new Map<string, ArchiveError | null>();
  const tried: string[] = [];
  const situation = { online: true };
  const queue = createAddressQueue({
    archive,
    news: createNews(),
    clock,
    log: noLog,
    isOnline: () => situation.online,
    lookEveryMs: 1_000_000,
  });
  const attempt: Attempt = async (address) => {
    tried.push(address);
    return answers.get(address) ?? null;
  };
  queue.start(attempt);
  return Object.assign(situation, {
    archive,
    queue,
    clock,
    answers,
    tried,
    async pass(ms: number) {
      clock.nowMs += ms;
      queue.look();
      await new Promise((resolve) => setImmediate(resolve));
    },
  });
}

test('an address that cannot be reached is tried again after pauses that double, until it is had', async () => {
  await using folder = await temporaryFolder();
  const { archive, queue, answers, tried, pass } = await aQueue(folder.path);
  queue.hold([story]);
  expect(queue.settle(story, unreachable, true)).toBe(true);
  answers.set(story, unreachable);
  await pass(minute - 1);
  expect(tried).toEqual([]);
  await pass(1);
  await pass(minute);
  expect(tried.length).toBe(1);
  await pass(minute);
  expect(tried.length).toBe(2);
  expect(queue.list()).toMatchObject([{ address: story, attempts: 3, error: { code: 'address-unreachable' } }]);
  answers.set(story, null);
  await pass(4 * minute);
  expect(queue.list()).toEqual([]);
  expect(archive.waitingAddresses()).toEqual([]);
  archive.close();
});

test('a site that asks to be left alone is, with all its addresses', async () => {
  await using folder = await temporaryFolder();
  const { archive, queue, tried, pass } = await aQueue(folder.path);
  queue.hold([story, other]);
  queue.settle(other, unreachable, true);
  queue.settle(story, busy, true);
  await pass(hour);
  expect(tried).toEqual([]);
  await pass(hour);
  expect(tried.toSorted()).toEqual([other, story]);
  archive.close();
});

test('when the network comes back, all are tried at once', async () => {
  await using folder = await temporaryFolder();
  const situation = await aQueue(folder.path);
  const { archive, queue, tried, pass } = situation;
  queue.hold([story]);
  queue.settle(story, unreachable, true);
  situation.online = false;
  await pass(1);
  expect(tried).toEqual([]);
  situation.online = true;
  await pass(1);
  expect(tried).toEqual([story]);
  archive.close();
});

test('what cannot be had is told by its job, and stays in the list where nobody was told', async () => {
  await using folder = await temporaryFolder();
  const { archive, queue, answers, pass } = await aQueue(folder.path);
  queue.hold([story, other]);
  expect(queue.settle(story, gone, true)).toBe(false);
  queue.settle(other, unreachable, true);
  answers.set(other, gone);
  await pass(minute);
  expect(queue.list()).toMatchObject([{ address: other, error: { code: 'address-status' }, nextAttemptAt: null }]);
  await pass(24 * hour);
  expect(queue.list()).toMatchObject([{ attempts: 2 }]);
  queue.retry([other]);
  await pass(0);
  expect(queue.list()).toMatchObject([{ attempts: 3 }]);
  archive.close();
});

test('what waits outlasts a restart, and is tried at once', async () => {
  await using folder = await temporaryFolder();
  const before = await aQueue(folder.path);
  before.queue.hold([story, other]);
  before.queue.settle(story, busy, true);
  await before.queue.close();
  before.archive.close();
  const { archive, tried, queue, pass } = await aQueue(folder.path);
  await pass(0);
  expect(tried).toEqual([story, other]);
  expect(queue.list()).toEqual([]);
  archive.close();
});

test('removed addresses come back by undo', async () => {
  await using folder = await temporaryFolder();
  const { archive, queue, answers, pass } = await aQueue(folder.path);
  queue.hold([story]);
  queue.settle(story, unreachable, true);
  const { changed, undo } = queue.remove([story, 'https://never.example/given']);
  expect({ changed, listed: queue.list() }).toEqual({ changed: 1, listed: [] });
  answers.set(story, unreachable);
  archive.undo(undo);
  await pass(0);
  expect(queue.list()).toMatchObject([{ address: story, attempts: 1 }]);
  archive.close();
});

test('another device leaves an address to the one it was given on, unless it is asked', async () => {
  await using folder = await temporaryFolder();
  const here = await aQueue(folder.path);
  here.queue.hold([story]);
  here.archive.close();
  const elsewhere = await openIn(folder.path, { dataPath: `${folder.path}/other data` });
  const tried: string[] = [];
  const queue = createAddressQueue({
    archive: elsewhere,
    news: createNews(),
    clock: settableClock(),
    log: noLog,
    isOnline: () => true,
  });
  queue.start(async (address) => {
    tried.push(address);
    return null;
  });
  expect({ tried: [...tried], listed: queue.list() }).toMatchObject({ tried: [], listed: [{ nextAttemptAt: null }] });
  queue.retry(null);
  expect(tried).toEqual([story]);
  await queue.close();
  elsewhere.close();
});
