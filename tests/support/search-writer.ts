import { openSearch } from '#backend/search/search.ts';
import { openDatabase } from '#platform/database.ts';
import { noLog } from '#platform/log.ts';
import { randomDocument, randomFrom } from './random-archive.ts';

/**
 * Changes an index without end until it is killed: `node search-writer.ts <catalogue> <seed>`.
 *
 * Beside the index it keeps a table `truth` in the same transactions: for each article the seed its
 * text is made from. Whatever survives, the two must agree.
 */
const [path, seed] = [process.argv[2]!, Number(process.argv[3])];
const random = randomFrom(seed);
const database = openDatabase(path);
database.exec('CREATE TABLE IF NOT EXISTS truth(id TEXT PRIMARY KEY, seed INTEGER NOT NULL) STRICT');
const index = openSearch({
  database,
  clock: { now: () => 0 },
  log: noLog,
  documents: () => new Map(),
  settings: { flushAt: 16, cacheBytes: 100_000 },
});
process.stdout.write('ready\n');

for (;;) {
  const kind = random.below(10);
  if (kind < 5) {
    putSome(1 + random.below(kind === 0 ? 40 : 4));
  } else if (kind < 6) {
    const ids = Array.from({ length: 1 + random.below(5) }, anyId);
    database.write(() => {
      index.remove(ids);
      for (const id of ids) database.prepare('DELETE FROM truth WHERE id = ?').run(id);
    });
  } else {
    for (let slice = 0; slice < 20 && index.maintain(random.below(2)); slice++);
  }
}

function putSome(count: number): void {
  const seeds = Array.from({ length: count }, () => [anyId(), random.below(2 ** 31)] as const);
  database.write(() => {
    index.put(seeds.map(([id, own]) => randomDocument(randomFrom(own), id)));
    for (const [id, own] of seeds)
      database.prepare('INSERT OR REPLACE INTO truth(id, seed) VALUES (?, ?)').run(id, own);
  });
}

function anyId(): string {
  return `a${random.below(300)}`;
}
