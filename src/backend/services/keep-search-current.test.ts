import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { LogRecord } from '#platform/log.ts';
import { anAddition, openIn, temporaryFolder } from '#support/archive.ts';
import { openSearch } from '../search/search.ts';
import { createSearchKeeper } from './keep-search-current.ts';
import { searchDocuments } from './search-document.ts';

test('a disk that refuses the index in the background is logged, and what waits is taken in later', async () => {
  await using folder = await temporaryFolder();
  const archive = await openIn(folder.path);
  const log: LogRecord[] = [];
  const search = openSearch({
    database: archive.database,
    documents: (ids) => searchDocuments(archive.documents(ids)),
    clock: { now: () => 0 },
    log: () => {},
  });
  const keeper = createSearchKeeper(archive, search, (record) => log.push(record));
  await archive.add(anAddition());
  archive.database.exec(
    `CREATE TRIGGER full BEFORE INSERT ON ix_log BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END`,
  );

  keeper.nudge();
  for (let waits = 0; log.length === 0 && waits < 200; waits += 1) await sleep(10);
  expect(log).toMatchObject([{ level: 'error', action: 'keep search current' }]);
  expect(archive.pendingIndexCount()).toBe(1);

  archive.database.exec('DROP TRIGGER full');
  await keeper.drain();
  expect([archive.pendingIndexCount(), search.stats().documents]).toEqual([0, 1]);
  await keeper.close();
  search.close();
  archive.close();
});
