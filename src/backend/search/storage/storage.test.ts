import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '#platform/database.ts';
import { randomDocument, randomFrom } from '#support/random-archive.ts';
import { differences } from '#support/stock-lunr.ts';
import { ArchiveIndex } from '../archive-index.ts';
import type { SearchDocument } from '../document.ts';
import { dayNumber, daysInMonth, instantSeconds, printedSeconds, yearOfDay } from './days.ts';
import { chooseMerge } from './merge.ts';

const settings = { flushAt: 8, cacheBytes: 100_000 };

let folder: string;
let database: Database;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pressmark-storage-'));
  database = openDatabase(join(folder, 'catalogue.sqlite'));
});
afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true, force: true });
});

function someDocuments(count: number, seed = 7): SearchDocument[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, (_, place) => randomDocument(random, `a${place}`));
}

/** One after another, as they come; a segment of each eight. */
function takeIn(index: ArchiveIndex, documents: readonly SearchDocument[]): void {
  for (const [place, document] of documents.entries()) {
    index.put([document]);
    if (place % 8 === 7) index.flush();
  }
}

type Fingerprint = readonly (readonly { readonly ref: string; readonly score: number }[])[];

/** Every article's score for a few telling queries. */
function fingerprint(index: ArchiveIndex): Fingerprint {
  return ['ba', 'title:ren to', '+mi -ka', 't*', 'shalor~1', ''].map((query) => index.search(query));
}

/** What differs; the order in which segments add to a score may change its last digits. */
function changes(now: Fingerprint, before: Fingerprint): string[] {
  return now.flatMap((results, query) => differences(results, before[query]!));
}

function mergeAll(index: ArchiveIndex): number {
  let slices = 0;
  while (index.maintain(0)) slices++;
  return slices;
}

describe('merging', () => {
  test('in slices changes no result, before, between or after', () => {
    const index = new ArchiveIndex(database, settings);
    takeIn(index, someDocuments(200));
    index.remove(['a3', 'a77', 'a150']);
    const before = fingerprint(index);
    expect(index.stats().segments).toBeGreaterThan(20);
    let slices = 0;
    for (; index.maintain(0); slices++) if (slices % 50 === 0) expect(changes(fingerprint(index), before)).toEqual([]);
    expect(slices).toBeGreaterThan(100);
    expect(index.stats().segments).toBeLessThan(8);
    expect(changes(fingerprint(index), before)).toEqual([]);
    expect(index.check()).toEqual([]);
  });

  test('counts articles that go while it is under way', () => {
    const index = new ArchiveIndex(database, settings);
    const documents = someDocuments(80);
    takeIn(index, documents);
    for (let slice = 0; slice < 20; slice++) index.maintain(0);
    index.remove(documents.slice(0, 30).map(({ id }) => id));
    mergeAll(index);
    expect(index.check()).toEqual([]);
    const fresh = new ArchiveIndex(openDatabase(join(folder, 'fresh.sqlite')), settings);
    fresh.put(documents.slice(30));
    expect(changes(fingerprint(index), fingerprint(fresh))).toEqual([]);
  });

  test('of a segment with many gone articles frees their room', () => {
    const index = new ArchiveIndex(database, { ...settings, flushAt: 100 });
    index.put(someDocuments(100));
    const size = () => Number(database.prepare('SELECT sum(length(data)) AS size FROM ix_postings').get()!['size']);
    const before = size();
    index.remove(someDocuments(60).map(({ id }) => id));
    mergeAll(index);
    expect(size()).toBeLessThan(before * 0.6);
    expect(index.check()).toEqual([]);
  });

  test('leaves no blocks behind, not even of a merge that was broken off', () => {
    let index = new ArchiveIndex(database, settings);
    takeIn(index, someDocuments(100));
    for (let slice = 0; slice < 40; slice++) index.maintain(0);
    // Another object, as after a restart: the half-built segment is no one's.
    index = new ArchiveIndex(database, settings);
    mergeAll(index);
    const owners = database.prepare('SELECT DISTINCT block / 1048576 AS segment FROM ix_postings').all();
    const manifest = database.prepare('SELECT segment FROM ix_segment').all();
    expect(new Set(owners.map((row) => row['segment']))).toEqual(new Set(manifest.map((row) => row['segment'])));
    expect(database.prepare('SELECT count(*) AS count FROM ix_unfinished').get()).toEqual({ count: 0 });
    expect(index.check()).toEqual([]);
  });

  test('is given up when its transaction is rolled back, and begun anew', () => {
    const index = new ArchiveIndex(database, settings);
    takeIn(index, someDocuments(100));
    const before = fingerprint(index);
    for (let slice = 0; slice < 30; slice++) {
      try {
        database.write(() => {
          index.maintain(0);
          if (slice % 3 === 1) throw new Error('rolled back');
        });
      } catch {
        // Wanted.
      }
    }
    mergeAll(index);
    expect(changes(fingerprint(index), before)).toEqual([]);
    expect(index.check()).toEqual([]);
  });

  test('is given up when the disk refuses a block, and begun anew', () => {
    const index = new ArchiveIndex(database, settings);
    takeIn(index, someDocuments(100));
    const before = fingerprint(index);
    const segments = index.stats().segments;
    database.exec(
      `CREATE TRIGGER full BEFORE INSERT ON ix_postings BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END`,
    );
    let refusals = 0;
    for (let slice = 0; slice < 2000 && refusals < 3; slice++) {
      try {
        index.maintain(50);
      } catch {
        refusals++;
      }
    }
    expect([refusals, index.stats().segments]).toEqual([3, segments]);
    database.exec('DROP TRIGGER full');
    mergeAll(index);
    expect(index.stats().segments).toBeLessThan(segments);
    expect(changes(fingerprint(index), before)).toEqual([]);
    expect(database.prepare('SELECT count(*) AS count FROM ix_unfinished').get()).toEqual({ count: 0 });
    expect(index.check()).toEqual([]);
  });

  test('that failed right after the one before was swept away leaves nothing behind', () => {
    const index = new ArchiveIndex(database, settings);
    takeIn(index, someDocuments(100));
    expect(index.maintain(0)).toBe(true);
    database.exec(
      `CREATE TRIGGER full BEFORE INSERT ON ix_postings BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END`,
    );
    for (let attempt = 0; attempt < 3; attempt++) expect(() => index.maintain(1e9)).toThrow(/full/);
    database.exec('DROP TRIGGER full');
    mergeAll(index);
    expect(database.prepare('SELECT count(*) AS count FROM ix_unfinished').get()).toEqual({ count: 0 });
  });

  test('by two processes at once ends in one sound index', () => {
    const index = new ArchiveIndex(database, settings);
    takeIn(index, someDocuments(120));
    const before = fingerprint(index);
    const otherDatabase = openDatabase(database.path);
    const other = new ArchiveIndex(otherDatabase, settings);
    for (let slice = 0; slice < 4000 && (index.maintain(0) || other.maintain(0)); slice++) other.maintain(0);
    expect(changes(fingerprint(index), before)).toEqual([]);
    expect(changes(fingerprint(other), before)).toEqual([]);
    expect(other.check()).toEqual([]);
    otherDatabase.close();
  });

  test('takes neighbours of one size and leaves larger ones alone', () => {
    const segments = (...sizes: number[]) => {
      let low = 0;
      return sizes.map((size) => ({ low, high: (low += size), dead: 0 })) as unknown as Parameters<
        typeof chooseMerge
      >[0];
    };
    const chosen = (...sizes: number[]) => chooseMerge(segments(...sizes)).map(({ low, high }) => high - low);
    expect(chosen(9, 9, 9, 9, 9, 9, 9)).toEqual([]);
    expect(chosen(9000, 9, 9, 9, 9, 9, 9, 9, 9)).toEqual([9, 9, 9, 9, 9, 9, 9, 9]);
    expect(chosen(600, 600, 600, 600, 9, 600, 600, 600, 600, 9)).toEqual([600, 600, 600, 600, 9, 600, 600, 600, 600]);
  });
});

describe('check', () => {
  const damages: Record<string, (table: Database) => void> = {
    'a flipped bit in postings': (db) => flipBit(db, 'ix_postings'),
    'a flipped bit in a dictionary': (db) => flipBit(db, 'ix_dictionary'),
    'a flipped bit in a page': (db) => flipBit(db, 'ix_page'),
    'a missing block': (db) => db.exec('DELETE FROM ix_postings WHERE block = (SELECT max(block) FROM ix_postings)'),
    'a wrong count of terms': (db) => db.exec('UPDATE ix_segment SET terms = terms + 1'),
    'a lost document': (db) => db.exec('DELETE FROM ix_document WHERE number = 5'),
    'a segment that forgot its dead': (db) => db.exec('UPDATE ix_segment SET dead = 0'),
  };

  test.each(Object.keys(damages))('finds %s', (kind) => {
    const index = new ArchiveIndex(database, settings);
    takeIn(index, someDocuments(16));
    index.remove(['a1']);
    index.flush();
    expect(index.check()).toEqual([]);
    damages[kind]!(database);
    expect(new ArchiveIndex(database, settings).check()).not.toEqual([]);
  });

  function flipBit(db: Database, table: string): void {
    const key = table === 'ix_page' ? 'page' : 'block';
    const row = db.prepare(`SELECT ${key} AS key, data FROM ${table} LIMIT 1`).get()!;
    const data = Uint8Array.from(row['data'] as Uint8Array);
    data[data.length >> 1]! ^= 4;
    db.prepare(`UPDATE ${table} SET data = ? WHERE ${key} = ?`).run(data, row['key']!);
  }
});

describe('days', () => {
  test('agree with the calendar of the language for every date', () => {
    const epoch = dayNumber(1970, 1, 1);
    fc.assert(
      fc.property(
        fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
        (date) => {
          const day = dayNumber(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
          expect(day - epoch).toBe(Math.floor(date.getTime() / 86_400_000));
          expect(yearOfDay(day)).toBe(date.getUTCFullYear());
        },
      ),
    );
    expect([daysInMonth(2024, 2), daysInMonth(1900, 2), daysInMonth(2018, 12)]).toEqual([29, 28, 31]);
  });

  test('keep the day as printed and the instant as it was', () => {
    const midnight = dayNumber(2018, 6, 10) * 86_400;
    expect(printedSeconds('2018-06-10')).toBe(midnight);
    expect(printedSeconds('2018-06-10T01:30:00+14:00')).toBe(midnight + 5400);
    expect(printedSeconds(null)).toBe(0);
    expect(instantSeconds('2018-06-10T01:30:00+02:00')).toBe(midnight - 1800);
  });
});
