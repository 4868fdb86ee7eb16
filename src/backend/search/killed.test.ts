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
  `a process killed ${kills} times while it writes and merges leaves a sound index every time`,
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'pressmark-killed-'));
    const path = join(folder, 'catalogue.sqlite');
    let articles = 0;
    try {
      for (let kill = 0; kill < kills; kill++) {
        await writeAndKill(path, kill);
        articles = compareWithTruth(path);
      }
      expect(articles).toBeGreaterThan(0);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  120_000 + kills * 3000,
);

async function writeAndKill(path: string, seed: number): Promise<void> {
  const child: ChildProcess = spawn(process.execPath, [writer, path, String(seed)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  await Promise.race([once(child.stdout!, 'data'), ended]);
  await wait(20 + ((seed * 7919) % 180));
  child.kill('SIGKILL');
  const [, signal] = (await ended) as [number | null, string | null];
  expect(signal).toBe('SIGKILL');
}

/** How many articles there are; none yet when the first kill came before the first commit. */
function compareWithTruth(path: string): number {
  const database = openDatabase(path);
  const index = new ArchiveIndex(database);
  const rows = database.prepare('SELECT id, seed FROM truth').all();
  const documents = rows.map((row) => randomDocument(randomFrom(Number(row['seed'])), String(row['id'])));
  const { stock } = buildOracle(documents);
  for (const query of ['', 'ba', '+ren to', 't*', 'mi -ka', 'shalor~1', 'title:tu body:on']) {
    expect(differences(index.search(query), stock.search(query)), query).toEqual([]);
  }
  expect(index.check()).toEqual([]);
  expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
  database.close();
  return rows.length;
}
