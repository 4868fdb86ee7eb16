import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '#platform/database.ts';
import { randomDocument, randomFrom } from '#support/random-archive.ts';
import { buildOracle } from '#support/search-oracle.ts';
import { makeStale } from '#support/stale-index.ts';
import { differences } from '#support/stock-lunr.ts';
import { ArchiveIndex } from '../archive-index.ts';
import type { SearchDocument } from '../document.ts';

const settings = { flushAt: 8, cacheBytes: 100_000, renumberAt: 50 };

let folder: string;
let database: Database;
/** The articles as they are: what the archive is to the index. */
let truth: Map<string, SearchDocument>;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pressmark-succession-'));
  database = openDatabase(join(folder, 'catalogue.sqlite'));
  truth = new Map();
});
afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true, force: true });
});

function open(connection = database): ArchiveIndex {
  return new ArchiveIndex(connection, settings, (ids) => new Map(ids.flatMap((id) => entry(id))));
}

function entry(id: string): [string, SearchDocument][] {
  const document = truth.get(id);
  return document === undefined ? [] : [[id, document]];
}

function put(index: ArchiveIndex, count: number, seed: number): void {
  const random = randomFrom(seed);
  for (let place = 0; place < count; place++) {
    const document = randomDocument(random, `a${place}`);
    truth.set(document.id, document);
    index.put([document]);
  }
}

function remove(index: ArchiveIndex, id: string): void {
  truth.delete(id);
  index.remove([id]);
}

/** Goes on until the successor has so many articles; answers how many it has. */
function maintainUntil(index: ArchiveIndex, articles: number): number {
  for (;;) {
    index.maintain(0);
    const { done } = index.stats().building!;
    if (done >= articles) return done;
  }
}

function finish(index: ArchiveIndex): number {
  let slices = 0;
  while (index.maintain(0)) expect(slices++).toBeLessThan(20_000);
  return slices;
}

/** What the index answers that stock Lunr does not, for some telling queries. */
function wrong(index: ArchiveIndex): string[] {
  const { stock } = buildOracle(truth.values());
  const queries = ['', 'ba', 'title:ren to', '+mi -ka', 't*', 'shalor~1'];
  return [
    ...queries.flatMap((query) => differences(index.search(query), stock.search(query))),
    ...index.check().map(({ message }) => message),
  ];
}

function tables(): string[] {
  const rows = database.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name GLOB 'ix_*_*'`).all();
  return rows.map((row) => String(row['name']));
}

const highestNumber = (): unknown => database.prepare('SELECT max(number) AS most FROM ix_document').get()?.['most'];

describe('an index made by another analyzer', () => {
  test('answers until its successor is ready, and is told to be on the way', () => {
    put(open(), 60, 1);
    makeStale(database);
    const index = open();
    expect(index.wasMadeAnew).toBe(false);
    expect(index.stats().building).toEqual({ done: 0, total: 60 });
    const steps: number[] = [];
    while (index.maintain(0)) {
      const { building } = index.stats();
      if (building === null) break;
      if (steps.at(-1) === building.done) continue;
      steps.push(building.done);
      if (steps.length % 5 === 0) expect(wrong(index)).toEqual([]);
    }
    expect(steps.length).toBeGreaterThan(10);
    expect(steps.at(-1)).toBe(60);
    finish(index);
    expect(wrong(index)).toEqual([]);
    expect(tables()).toEqual([]);
    expect([open().wasMadeAnew, open().stats().building]).toEqual([false, null]);
  });

  test('passes on what changes meanwhile', () => {
    put(open(), 60, 1);
    makeStale(database);
    const index = open();
    maintainUntil(index, 20);
    put(index, 10, 2);
    for (const id of ['a1', 'a30', 'a59']) remove(index, id);
    truth.set('a5', { ...truth.get('a5')!, trashed: true, favourite: true });
    index.put([truth.get('a5')!]);
    put(index, 3, 3);
    const { building } = index.stats();
    expect(building!.done).toBeLessThan(building!.total);
    expect(wrong(index)).toEqual([]);
    finish(index);
    expect(wrong(index)).toEqual([]);
    const { flags } = index.memory().columns;
    expect(flags[index.store.findDocument('a5')!.number]).toBe(3);
  });

  test('goes on with its successor after a restart', () => {
    put(open(), 60, 1);
    makeStale(database);
    const first = open();
    const done = maintainUntil(first, 20);
    const second = open();
    expect(second.stats().building).toEqual({ done, total: 60 });
    finish(second);
    expect(wrong(second)).toEqual([]);
  });

  test('begins its successor once more when a change passed it by', () => {
    put(open(), 60, 1);
    makeStale(database);
    const index = open();
    maintainUntil(index, 20);
    // As a program does that knows nothing of successors.
    const mark = database.prepare(`SELECT value FROM ix_meta WHERE key = 'successor'`).get()!['value']!;
    database.exec(`DELETE FROM ix_meta WHERE key = 'successor'`);
    remove(index, 'a1');
    database.prepare(`INSERT INTO ix_meta(key, value) VALUES ('successor', ?)`).run(mark);
    expect(index.stats().building!.done).toBe(0);
    finish(index);
    expect(wrong(index)).toEqual([]);
  });

  test('can be replaced again and again', () => {
    put(open(), 30, 1);
    for (let time = 0; time < 20; time++) {
      makeStale(database);
      const index = open();
      while (index.maintain(20));
      expect(index.stats().building).toBeNull();
    }
    expect(wrong(open())).toEqual([]);
  });

  test('stays what it is when the switch is rolled back', () => {
    put(open(), 40, 1);
    makeStale(database);
    const index = open();
    let rollbacks = 0;
    for (let slice = 0; slice < 5000 && rollbacks < 5; slice++) {
      try {
        database.write(() => {
          index.maintain(0);
          if (!tables().some((name) => name.startsWith('ix_old_'))) return;
          rollbacks++;
          throw new Error('rolled back');
        });
      } catch {
        // Wanted.
      }
      if (slice % 50 === 0 || rollbacks > 0) expect(wrong(index)).toEqual([]);
    }
    expect(rollbacks).toBe(5);
    expect(index.stats().building).not.toBeNull();
    finish(index);
    expect(wrong(index)).toEqual([]);
  });

  test('is replaced under the eyes of another process, which changes it too', () => {
    put(open(), 60, 1);
    makeStale(database);
    const index = open();
    const otherDatabase = openDatabase(database.path);
    const other = open(otherDatabase);
    for (let slice = 0; slice < 5000 && index.maintain(0); slice++) {
      if (slice % 300 !== 0) continue;
      put(other, 2, slice);
      expect([wrong(other), wrong(index)]).toEqual([[], []]);
    }
    finish(other);
    expect([wrong(index), wrong(other), tables()]).toEqual([[], [], []]);
    otherDatabase.close();
  });
});

describe('an index whose numbers are mostly of articles that are gone', () => {
  test('numbers the living anew', () => {
    const index = open();
    for (let seed = 1; seed <= 3; seed++) put(index, 40, seed);
    for (let place = 0; place < 10; place++) remove(index, `a${place}`);
    expect(highestNumber()).toBe(119);
    finish(index);
    expect(highestNumber()).toBe(29);
    expect([wrong(index), tables(), index.stats().building]).toEqual([[], [], null]);
    put(index, 5, 9);
    expect(wrong(index)).toEqual([]);
  });

  test('keeps its numbers while the living are in the majority', () => {
    const index = open();
    put(index, 200, 1);
    put(index, 90, 2);
    finish(index);
    expect(highestNumber()).toBe(289);
  });
});

describe('an index of another format', () => {
  test('is made anew at once, and its tables are swept away in slices', () => {
    put(open(), 100, 1);
    database.exec(`UPDATE ix_meta SET value = '1:old' WHERE key = 'identity'; CREATE TABLE ix_strange(data BLOB)`);
    const index = open();
    expect([index.wasMadeAnew, index.stats().documents]).toEqual([true, 0]);
    expect(tables()).toContain('ix_old_strange');
    put(index, 20, 2);
    expect(finish(index)).toBeGreaterThan(20);
    expect(tables()).toEqual([]);
    truth = new Map([...truth].slice(0, 20));
    expect(wrong(index)).toEqual([]);
  });
});
