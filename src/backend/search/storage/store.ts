import { randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { ArchiveError } from '#contract/errors.ts';
import type { Database, Row, Statement } from '#platform/database.ts';

/** The layout of the tables below. Another number means: made by another Pressmark, make it anew. */
export const formatVersion = 5;

const schema = `
  CREATE TABLE IF NOT EXISTS ix_meta(key TEXT PRIMARY KEY, value ANY NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS ix_document(number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, print BLOB NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS ix_page(page INTEGER PRIMARY KEY, data BLOB NOT NULL, checksum INTEGER NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS ix_name(kind INTEGER NOT NULL, number INTEGER NOT NULL, name TEXT NOT NULL, PRIMARY KEY (kind, number)) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS ix_log(sequence INTEGER PRIMARY KEY, kind INTEGER NOT NULL, number INTEGER NOT NULL, data BLOB NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS ix_segment(segment INTEGER PRIMARY KEY, low INTEGER NOT NULL, high INTEGER NOT NULL, dead INTEGER NOT NULL,
    terms INTEGER NOT NULL, blocks INTEGER NOT NULL, firsts BLOB NOT NULL, checksum INTEGER NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS ix_dictionary(block INTEGER PRIMARY KEY, data BLOB NOT NULL, checksum INTEGER NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS ix_postings(block INTEGER PRIMARY KEY, data BLOB NOT NULL, checksum INTEGER NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS ix_positions(block INTEGER PRIMARY KEY, data BLOB NOT NULL, checksum INTEGER NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS ix_unfinished(segment INTEGER PRIMARY KEY, progress INTEGER NOT NULL) STRICT;
`;

/** Names of the tables of an index that will take the place of the present one, and of those that were replaced. */
export const nextPrefix = 'ix_next_';
const oldPrefix = 'ix_old_';
/** Tables without a rowid; they are small. */
const keyless = ['meta', 'name'];

function namesBeginning(database: Database, prefix: string): string[] {
  const rows = database
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND substr(name, 1, ?) = ?`)
    .all(prefix.length, prefix);
  return rows.map((row) => String(row['name']));
}

export type SegmentRow = {
  readonly segment: number;
  /** The article numbers it covers: `[low, high)`. */
  readonly low: number;
  readonly high: number;
  /** Articles whose postings are in it although they are gone. */
  readonly dead: number;
  readonly terms: number;
  readonly blocks: number;
  readonly firsts: Uint8Array;
};

export type LogRow = {
  readonly kind: number;
  readonly number: number;
  readonly data: Uint8Array;
};

export const blockTables = ['ix_dictionary', 'ix_postings', 'ix_positions'] as const;
export type BlockTable = (typeof blockTables)[number];

/** A block's key holds its segment and its place: 20 bits of place, a million blocks a segment. */
const blocksPerSegment = 2 ** 20;
const blockKey = (segment: number, block: number): number => segment * blocksPerSegment + block;

/**
 * The index's tables: rows in, rows out, checksums made and checked. Knows nothing of what is in
 * the blocks.
 *
 * `state` is a random mark that every change of the index renews in its own transaction. What is
 * kept in memory bears the mark of the state it was made from; where the two differ (another
 * process wrote, or a transaction of ours was rolled back), the memory is thrown away.
 */
export class Store {
  readonly database: Database;
  readonly signature: string;
  /** What the tables' names begin with instead of `ix_`: an index that will take this one's place has others. */
  readonly #prefix: string;

  constructor(database: Database, signature: string, prefix = 'ix_') {
    this.database = database;
    this.signature = signature;
    this.#prefix = prefix;
  }

  /** Statements are written for `ix_…` everywhere. */
  #named(sql: string): string {
    return this.#prefix === 'ix_' ? sql : sql.replaceAll('ix_', this.#prefix);
  }

  #prepare(sql: string): Statement {
    return this.database.prepare(this.#named(sql));
  }

  // --- making, replacing and sweeping away whole tables

  /**
   * `ready`: tables of this format and analyzer. `stale`: of this format, but of another analyzer: they
   * can be asked until others take their place. `none`: there are none that could be read.
   */
  condition(): 'ready' | 'stale' | 'none' {
    if (!this.#exists()) return 'none';
    const identity = String(this.getMeta('identity'));
    if (identity === this.#identity()) return 'ready';
    return identity.startsWith(`${formatVersion}:`) ? 'stale' : 'none';
  }

  /** Makes the tables anew, empty, whatever there was before. */
  makeAnew(): void {
    this.database.write(() => {
      // Segment numbers go on counting: another process may be building one at this moment.
      const nextSegment = this.#exists() ? Number(this.getMeta('nextSegment') ?? 1) : 1;
      this.setAside();
      this.create(nextSegment);
    });
  }

  create(firstSegment: number): void {
    this.database.exec(this.#named(schema));
    this.setMeta('identity', this.#identity());
    this.setMeta('nextSegment', firstSegment);
    this.renewState();
  }

  /**
   * Takes the tables out of use. Emptying them takes longer than a keystroke may wait, so they only get
   * another name here; `sweepOld` does the rest in slices.
   */
  setAside(): void {
    const names = this.#tableNames();
    if (names.length === 0) return;
    this.#dropOld();
    for (const name of names) this.#rename(name, oldPrefix + name.slice(this.#prefix.length));
  }

  /** Gives the tables of another store these names. */
  takeOver(next: Store): void {
    this.setAside();
    for (const name of next.#tableNames()) this.#rename(name, this.#prefix + name.slice(next.#prefix.length));
  }

  #rename(from: string, to: string): void {
    this.database.exec(`ALTER TABLE "${from}" RENAME TO "${to}"`);
  }

  /** Frees some of what was set aside; true while there is more. */
  sweepOld(isTimeUp: () => boolean): boolean {
    const [table] = namesBeginning(this.database, oldPrefix);
    if (table === undefined) return false;
    const small = keyless.some((name) => table === oldPrefix + name);
    const some = `DELETE FROM "${table}" WHERE rowid IN (SELECT rowid FROM "${table}" LIMIT 4)`;
    while (!small && this.database.prepare(some).run().changes > 0) if (isTimeUp()) return true;
    this.database.exec(`DROP TABLE "${table}"`);
    return true;
  }

  #dropOld(): void {
    for (const name of namesBeginning(this.database, oldPrefix)) this.database.exec(`DROP TABLE "${name}"`);
  }

  /** Tables of another format may have other names. */
  #tableNames(): string[] {
    const others = [nextPrefix, oldPrefix].filter((prefix) => prefix !== this.#prefix);
    return namesBeginning(this.database, this.#prefix).filter(
      (name) => !others.some((prefix) => name.startsWith(prefix)),
    );
  }

  #exists(): boolean {
    return this.#tableNames().includes(`${this.#prefix}meta`);
  }

  #identity(): string {
    return `${formatVersion}:${this.signature}`;
  }

  // --- meta

  getMeta(key: string): Row[string] | undefined {
    return this.#prepare('SELECT value FROM ix_meta WHERE key = ?').get(key)?.['value'];
  }

  setMeta(key: string, value: string | number): void {
    this.#prepare(
      'INSERT INTO ix_meta(key, value) VALUES (?, ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value',
    ).run(key, value);
  }

  removeMeta(key: string): void {
    this.#prepare('DELETE FROM ix_meta WHERE key = ?').run(key);
  }

  state(): string {
    return String(this.getMeta('state') ?? '');
  }

  renewState(): string {
    const state = randomBytes(12).toString('hex');
    this.setMeta('state', state);
    return state;
  }

  /** The next free segment number, taken for good: a number is never used twice. */
  takeSegmentNumber(): number {
    const number = Number(this.getMeta('nextSegment'));
    this.setMeta('nextSegment', number + 1);
    return number;
  }

  // --- documents

  findDocument(id: string): { number: number; print: Uint8Array } | undefined {
    const row = this.#prepare('SELECT number, print FROM ix_document WHERE id = ?').get(id);
    return row && { number: Number(row['number']), print: row['print'] as Uint8Array };
  }

  /** The numbers of these articles, of those that are there. */
  numbersOf(ids: readonly string[]): number[] {
    const select = 'SELECT number FROM ix_document WHERE id IN (SELECT value FROM json_each(?))';
    return this.#prepare(select)
      .all(JSON.stringify(ids))
      .map((row) => Number(row['number']));
  }

  /** The ids of these articles, in one statement: twenty single ones would cost more than a small query. */
  idsOf(numbers: readonly number[]): ReadonlyMap<number, string> {
    const select = 'SELECT number, id FROM ix_document WHERE number IN (SELECT value FROM json_each(?))';
    const rows = this.#prepare(select).all(JSON.stringify(numbers));
    return new Map(rows.map((row) => [Number(row['number']), String(row['id'])]));
  }

  /** The next articles after a number. */
  documentsAfter(number: number, limit: number): { number: number; id: string }[] {
    const select = 'SELECT number, id FROM ix_document WHERE number > ? ORDER BY number LIMIT ?';
    const rows = this.#prepare(select).all(number, limit);
    return rows.map((row) => ({ number: Number(row['number']), id: String(row['id']) }));
  }

  documents(): { number: number; id: string }[] {
    const rows = this.#prepare('SELECT number, id FROM ix_document ORDER BY number').all();
    return rows.map((row) => ({ number: Number(row['number']), id: String(row['id']) }));
  }

  addDocument(number: number, id: string, print: Uint8Array): void {
    this.#prepare('INSERT INTO ix_document(number, id, print) VALUES (?, ?, ?)').run(number, id, print);
  }

  removeDocument(number: number): void {
    this.#prepare('DELETE FROM ix_document WHERE number = ?').run(number);
  }

  // --- pages and names

  pageNumbers(): number[] {
    const rows = this.#prepare('SELECT page FROM ix_page ORDER BY page').all();
    return rows.map((row) => Number(row['page']));
  }

  page(page: number): Uint8Array {
    const row = this.#prepare('SELECT data, checksum FROM ix_page WHERE page = ?').get(page);
    if (row === undefined) throw damaged(`page ${page} is missing`);
    return checked(row, `page ${page}`);
  }

  putPage(page: number, data: Uint8Array): void {
    this.#prepare('INSERT OR REPLACE INTO ix_page(page, data, checksum) VALUES (?, ?, ?)').run(page, data, crc32(data));
  }

  names(kind: number): { number: number; name: string }[] {
    const rows = this.#prepare('SELECT number, name FROM ix_name WHERE kind = ? ORDER BY number').all(kind);
    return rows.map((row) => ({ number: Number(row['number']), name: String(row['name']) }));
  }

  name(kind: number, number: number): string {
    const row = this.#prepare('SELECT name FROM ix_name WHERE kind = ? AND number = ?').get(kind, number);
    if (row === undefined) throw damaged(`name ${kind}/${number} is missing`);
    return String(row['name']);
  }

  /** The largest number given to a name of this kind; 0 when there is none. */
  lastName(kind: number): number {
    return Number(this.#prepare('SELECT max(number) AS last FROM ix_name WHERE kind = ?').get(kind)?.['last'] ?? 0);
  }

  addName(kind: number, number: number, name: string): void {
    this.#prepare('INSERT INTO ix_name(kind, number, name) VALUES (?, ?, ?)').run(kind, number, name);
  }

  // --- log

  /** All rows in their order, read a few at a time: together they may be tens of megabytes. */
  *log(): Generator<LogRow> {
    const next = this.#prepare(
      'SELECT sequence, kind, number, data FROM ix_log WHERE sequence > ? ORDER BY sequence LIMIT 64',
    );
    for (let rows = next.all(0); rows.length > 0; rows = next.all(rows.at(-1)!['sequence']!)) {
      for (const row of rows) {
        yield { kind: Number(row['kind']), number: Number(row['number']), data: row['data'] as Uint8Array };
      }
    }
  }

  addLog(kind: number, number: number, data: Uint8Array): void {
    this.#prepare('INSERT INTO ix_log(kind, number, data) VALUES (?, ?, ?)').run(kind, number, data);
  }

  /** Forgets what the log tells of articles below `high`; answers how many rows that were. */
  trimLog(high: number): number {
    return this.#prepare('DELETE FROM ix_log WHERE number < ?').run(high).changes;
  }

  // --- segments

  /** The manifest: numbers of segments in the order of their articles. */
  segmentNumbers(): number[] {
    const rows = this.#prepare('SELECT segment FROM ix_segment ORDER BY low').all();
    return rows.map((row) => Number(row['segment']));
  }

  segment(number: number): SegmentRow {
    const row = this.#prepare('SELECT * FROM ix_segment WHERE segment = ?').get(number);
    if (row === undefined) throw damaged(`segment ${number} is missing`);
    return {
      segment: number,
      low: Number(row['low']),
      high: Number(row['high']),
      dead: Number(row['dead']),
      terms: Number(row['terms']),
      blocks: Number(row['blocks']),
      firsts: checked({ data: row['firsts']!, checksum: row['checksum']! }, `segment ${number}`),
    };
  }

  addSegment(row: SegmentRow): void {
    this.#prepare(
      'INSERT INTO ix_segment(segment, low, high, dead, terms, blocks, firsts, checksum) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    ).run(row.segment, row.low, row.high, row.dead, row.terms, row.blocks, row.firsts, crc32(row.firsts));
  }

  removeSegment(segment: number): void {
    this.#prepare('DELETE FROM ix_segment WHERE segment = ?').run(segment);
  }

  /** A row holds the first terms of all blocks, so one that says the same already is not written. */
  setDead(segment: number, dead: number): void {
    this.#prepare('UPDATE ix_segment SET dead = ? WHERE segment = ? AND dead <> ?').run(dead, segment, dead);
  }

  // --- blocks

  block(table: BlockTable, segment: number, block: number): Uint8Array {
    const row = this.#prepare(`SELECT data, checksum FROM ${table} WHERE block = ?`).get(blockKey(segment, block));
    if (row === undefined) throw damaged(`block ${block} of segment ${segment} is missing`);
    return checked(row, `block ${block} of segment ${segment}`);
  }

  putBlock(table: BlockTable, segment: number, block: number, data: Uint8Array): void {
    this.#prepare(`INSERT INTO ${table}(block, data, checksum) VALUES (?, ?, ?)`).run(
      blockKey(segment, block),
      data,
      crc32(data),
    );
  }

  /** Every stored block with its checksum, unchecked. */
  *checksums(table: BlockTable | 'ix_page'): Generator<{ key: number; data: Uint8Array; checksum: number }> {
    const key = table === 'ix_page' ? 'page' : 'block';
    const next = this.#prepare(
      `SELECT ${key} AS key, data, checksum FROM ${table} WHERE ${key} > ? ORDER BY ${key} LIMIT 1`,
    );
    for (let row = next.get(-1); row !== undefined; row = next.get(row['key']!)) {
      yield { key: Number(row['key']), data: row['data'] as Uint8Array, checksum: Number(row['checksum']) };
    }
  }

  /** Removes at most `limit` blocks of a segment from each table; false when none is left. */
  sweepBlocks(segment: number, limit: number): boolean {
    let swept = 0;
    for (const table of blockTables) {
      const range = `SELECT block FROM ${table} WHERE block >= ? AND block < ? LIMIT ?`;
      swept += this.#prepare(`DELETE FROM ${table} WHERE block IN (${range})`).run(
        blockKey(segment, 0),
        blockKey(segment + 1, 0),
        limit,
      ).changes;
    }
    return swept > 0;
  }

  // --- segments being built, and those given up: their blocks belong to no segment of the manifest

  /** Notes how far the building of a segment has come; -1 when it is to be swept away. */
  noteUnfinished(segment: number, progress: number): void {
    this.#prepare('INSERT OR REPLACE INTO ix_unfinished(segment, progress) VALUES (?, ?)').run(segment, progress);
  }

  forgetUnfinished(segment: number): void {
    this.#prepare('DELETE FROM ix_unfinished WHERE segment = ?').run(segment);
  }

  progressOf(segment: number): number | undefined {
    const row = this.#prepare('SELECT progress FROM ix_unfinished WHERE segment = ?').get(segment);
    return row && Number(row['progress']);
  }

  unfinished(): { segment: number; isDropped: boolean }[] {
    const rows = this.#prepare('SELECT segment, progress FROM ix_unfinished ORDER BY segment').all();
    return rows.map((row) => ({ segment: Number(row['segment']), isDropped: Number(row['progress']) < 0 }));
  }
}

function checked(row: Row, what: string): Uint8Array {
  const data = row['data'] as Uint8Array;
  if (crc32(data) !== Number(row['checksum'])) throw damaged(`${what} is not what was written`);
  return data;
}

function damaged(what: string): ArchiveError {
  return new ArchiveError('library-damaged', `the search index is damaged (${what}); rebuild the catalogue`);
}
