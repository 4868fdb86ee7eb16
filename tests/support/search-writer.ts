import { openSearch, type SearchDocument } from '#backend/search/search.ts';
import { openDatabase } from '#platform/database.ts';
import { noLog } from '#platform/log.ts';
import { randomDocument, randomFrom } from './random-archive.ts';
import { makeStale } from './stale-index.ts';

/**
 * Changes an index without end until it is killed: `node search-writer.ts <catalogue> <seed>`.
 *
 * Beside the index it keeps a table `truth` in the same transactions: for each article the seed its
 * text is made from. Whatever survives, the two must agree. Every other time the index looks as if
 * another analyzer had made it, or has used up its numbers, so that it is replaced meanwhile.
 */
const [path, seed] = [process.argv[2]!, Number(process.argv[3])];
const random = randomFrom(seed);
const database = openDatabase(path);
database.exec('CREATE TABLE IF NOT EXISTS truth(id TEXT PRIMARY KEY, seed INTEGER NOT NULL) STRICT');
if (random.chance(0.3)) makeStale(database);
const index = openSearch({
  database,
  clock: { now: () => 0 },
  log: noLog,
  documents: (ids) => new Map(ids.flatMap((id) => entryOf(id))),
  settings: { flushAt: 16, cacheBytes: 100_000, renumberAt: random.chance(0.3) ? 20 : 1e9, waitFrom: 0 },
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
    const [slices, budgetMs] = [random.below(60), random.below(3)];
    for (let slice = 0; slice < slices && index.maintain(budgetMs); slice++);
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

function entryOf(id: string): [string, SearchDocument][] {
  const row = database.prepare('SELECT seed FROM truth WHERE id = ?').get(id);
  return row === undefined ? [] : [[id, randomDocument(randomFrom(Number(row['seed'])), id)]];
}
