import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openDatabase } from '#platform/database.ts';
import { randomDocument, randomFrom } from '#support/random-archive.ts';
import { buildOracle } from '#support/search-oracle.ts';
import { differences } from '#support/stock-lunr.ts';
import { ArchiveIndex } from './archive-index.ts';

// More with PRESSMARK_KILLS=n.
const kills = Number(process.env['PRESSMARK_KILLS'] ?? 20);
const writer = resolve(import.meta.dirname, '../../../tests/support/search-writer.ts');

test(
  `a process killed ${kills} times while it writes, merges and replaces leaves a sound index every time`,
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'pressmark-killed-'));
    const path = join(folder, 'catalogue.sqlite');
    let articles = 0;
    try {
      for (let kill = 0; kill < kills; kill++) {
        await writeAndKill(path, kill, folder);
        articles = compareWithTruth(path, kill % 5 === 4);
      }
      expect(articles).toBeGreaterThan(0);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  120_000 + kills * 3000,
);

async function writeAndKill(path: string, seed: number, folder: string): Promise<void> {
  const child: ChildProcess = spawn(process.execPath, [writer, path, String(seed)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // Most of a short life would be compiling.
    env: { ...process.env, NODE_COMPILE_CACHE: join(folder, 'compiled') },
  });
  const ended = once(child, 'exit');
  await Promise.race([once(child.stdout!, 'data'), ended]);
  await wait(20 + ((seed * 7919) % 180));
  child.kill('SIGKILL');
  const [, signal] = (await ended) as [number | null, string | null];
  expect(signal).toBe('SIGKILL');
}

/**
 * How many articles there are; none yet when the first kill came before the first commit. Now and then
 * all waiting work is done first: what the killed process had begun must be fit to go on with.
 */
function compareWithTruth(path: string, isFinished: boolean): number {
  const database = openDatabase(path);
  const rows = database.prepare('SELECT id, seed FROM truth').all();
  const documents = rows.map((row) => randomDocument(randomFrom(Number(row['seed'])), String(row['id'])));
  const byId = new Map(documents.map((document) => [document.id, document]));
  const index = new ArchiveIndex(database, {}, (ids) => new Map(ids.map((id) => [id, byId.get(id)!])));
  if (isFinished) while (index.maintain(20));
  const { stock } = buildOracle(documents);
  for (const query of ['', 'ba', '+ren to', 't*', 'mi -ka', 'shalor~1', 'title:tu body:on']) {
    expect(differences(index.search(query), stock.search(query)), query).toEqual([]);
  }
  expect(index.check()).toEqual([]);
  expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
  if (isFinished) expect(index.stats().building).toBeNull();
  database.close();
  return rows.length;
}
