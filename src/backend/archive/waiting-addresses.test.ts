import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openIn, settableClock, temporaryFolder } from '#support/archive.ts';
import type { Archive } from './archive.ts';

const [one, two, three] = ['https://one.example/a', 'https://two.example/b', 'https://two.example/c'];
const waiting = (archive: Archive) => archive.waitingAddresses().map(({ address }) => address);

test('an address that waits is kept in the folder, until it is done with', async () => {
  await using folder = await temporaryFolder();
  const clock = settableClock();
  const first = await openIn(folder.path, { clock });
  first.letWait([one, two]);
  clock.nowMs += 60_000;
  first.letWait([three]);
  first.endWait([two], 'done');
  const since = first.waitingAddresses();
  expect(since).toEqual([
    { address: one, sinceMs: clock.nowMs - 60_000, isOurs: true },
    { address: three, sinceMs: clock.nowMs, isOurs: true },
  ]);
  await first.rebuild();
  expect(first.waitingAddresses()).toEqual(since);
  first.close();

  const elsewhere = await openIn(folder.path, { dataPath: join(folder.path, 'other data') });
  expect(elsewhere.waitingAddresses()).toEqual(since.map((known) => ({ ...known, isOurs: false })));
  expect((await elsewhere.verify()).findings).toEqual([]);
  elsewhere.close();
});

test('what the reader removed comes back by undo, also after a restart; what was done with is no act to undo', async () => {
  await using folder = await temporaryFolder();
  const first = await openIn(folder.path);
  first.letWait([one, two, three]);
  first.endWait([one, three], 'removed');
  first.endWait([two], 'done');
  first.close();

  const archive = await openIn(folder.path);
  expect(waiting(archive)).toEqual([]);
  const undone = archive.undo(null);
  expect(undone).toMatchObject({ changed: 2, what: 'drop 2 addresses', ids: [] });
  expect(waiting(archive)).toEqual([one, three]);
  archive.undo(undone.undo);
  expect(waiting(archive)).toEqual([]);
  expect(archive.undo(null)).toMatchObject({ changed: 2 });
  expect(archive.undo(null)).toMatchObject({ changed: 0 });
  archive.close();
});

test('an address given again after it was done with waits again', async () => {
  await using folder = await temporaryFolder();
  const archive = await openIn(folder.path);
  archive.letWait([one]);
  archive.endWait([one], 'done');
  const position = archive.journalPosition();
  archive.letWait([one]);
  expect(archive.journalPosition()).not.toBe(position);
  expect(waiting(archive)).toEqual([one]);
  archive.close();
});
