import type { Database } from '#platform/database.ts';
import { putEntry } from './entries.ts';
import { readLine, type ReadLine, type Stamp } from './journal-line.ts';

/** How far a journal file has been read. */
export type Position = {
  readonly offset: number;
  readonly lines: number;
  readonly lastSeq: number;
  /** Where damaged lines begin of which it is not yet known whether an entry was lost with them; -1 for none. */
  readonly badOffset: number;
};

export const noPosition: Position = { offset: 0, lines: 0, lastSeq: 0, badOffset: -1 };

type File = { readonly device: string; readonly name: string };

type Slice = {
  readonly file: File;
  readonly position: Position;
  /** Everything from the position to the end of the file. */
  readonly bytes: Uint8Array;
  readonly sizeBytes: number;
  /** At most so many lines. */
  readonly limit: number;
};

type Taken = {
  readonly position: Position;
  /** Articles whose state may be another now. */
  readonly touched: ReadonlySet<string>;
  readonly latestAt: number;
  readonly damages: number;
  readonly hasMore: boolean;
};

/**
 * Reads lines into the catalogue; call it inside a write transaction.
 *
 *   …complete lines…\n | an unended last line
 *                      └─ whole (its checksum fits): taken; torn: left for the next look, when it may
 *                         have been completed (a sync service) or dropped (a crash)
 *
 * A line that cannot be read is damage, unless the numbers go on without a gap after it: then it is
 * what was left of a line that a crash cut short and nobody was told is kept.
 */
export function takeInBytes(database: Database, slice: Slice): Taken {
  const { file, bytes, limit } = slice;
  const reader = new LineReader(database, file, slice.position);
  if (slice.sizeBytes < slice.position.offset) {
    reader.noteDamage(slice.sizeBytes, 'the file is shorter than it was: entries at its end are missing');
    return { ...reader.result(slice.sizeBytes), hasMore: false };
  }
  const decoder = new TextDecoder();
  let start = 0;
  for (let count = 0; start < bytes.length; count += 1) {
    if (count >= limit) return { ...reader.result(slice.position.offset + start), hasMore: true };
    const end = bytes.indexOf(lineFeed, start);
    const line = decoder.decode(bytes.subarray(start, end === -1 ? bytes.length : end));
    const offset = slice.position.offset + start;
    if (end === -1) {
      if (!reader.takeUnended(line, offset)) break;
      start = bytes.length;
    } else {
      reader.take(line, offset);
      start = end + 1;
    }
  }
  return { ...reader.result(slice.position.offset + start), hasMore: false };
}

export function loadPosition(database: Database, { device, name }: File): Position {
  const row = database.prepare('SELECT * FROM journal_file WHERE device = ? AND name = ?').get(device, name);
  if (row === undefined) return noPosition;
  return {
    offset: Number(row['offset']),
    lines: Number(row['lines']),
    lastSeq: Number(row['last_seq']),
    badOffset: Number(row['bad_offset']),
  };
}

export function savePosition(database: Database, { device, name }: File, position: Position): void {
  database
    .prepare(
      'INSERT OR REPLACE INTO journal_file (device, name, offset, lines, last_seq, bad_offset) VALUES (?, ?, ?, ?, ?, ?)',
    )
    .run(device, name, position.offset, position.lines, position.lastSeq, position.badOffset);
}

const lineFeed = 10;

/** Takes the lines of one file in order and keeps count of what is missing between them. */
class LineReader {
  private readonly database: Database;
  private readonly file: File;
  private readonly touched = new Set<string>();
  private lines: number;
  private lastSeq: number;
  private badOffset: number;
  private latestAt = 0;
  private damages = 0;

  constructor(database: Database, file: File, position: Position) {
    this.database = database;
    this.file = file;
    this.lines = position.lines;
    this.lastSeq = position.lastSeq;
    this.badOffset = position.badOffset;
  }

  take(line: string, offset: number): void {
    if (line.trim() === '') return;
    this.accept(this.read(line), offset);
  }

  /** False when the line is torn. */
  takeUnended(line: string, offset: number): boolean {
    const read = this.read(line);
    if (read.kind === 'damaged') return false;
    this.accept(read, offset);
    return true;
  }

  noteDamage(offset: number, message: string): void {
    this.damages += 1;
    this.database
      .prepare('INSERT OR REPLACE INTO journal_damage (path, offset, message) VALUES (?, ?, ?)')
      .run(this.path(), offset, message);
  }

  result(offset: number): Omit<Taken, 'hasMore'> {
    const { lines, lastSeq, badOffset, touched, latestAt, damages } = this;
    return { position: { offset, lines, lastSeq, badOffset }, touched, latestAt, damages };
  }

  private read(line: string): ReadLine {
    const read = readLine(line);
    if (read.kind === 'damaged') return read;
    const { device } = read.kind === 'entry' ? read.entry : read.stamp;
    if (device === this.file.device) return read;
    return { kind: 'damaged', reason: `it belongs to device ${device}` };
  }

  private accept(read: ReadLine, offset: number): void {
    if (read.kind === 'damaged') {
      this.noteDamage(offset, `the line at byte ${offset} cannot be read: ${read.reason}`);
      if (this.badOffset < 0) this.badOffset = offset;
      return;
    }
    const stamp = read.kind === 'entry' ? read.entry : read.stamp;
    this.checkGap(stamp, offset);
    if (stamp.seq > this.lastSeq) this.lines += 1;
    this.lastSeq = Math.max(this.lastSeq, stamp.seq);
    this.latestAt = Math.max(this.latestAt, stamp.at);
    if (read.kind === 'unknown') return;
    if (read.entry.act === 'add') this.awaitSnapshot(read.entry.data.path);
    for (const id of putEntry(this.database, read.entry)) this.touched.add(id);
  }

  private checkGap({ seq }: Stamp, offset: number): void {
    const isNext = seq === this.lastSeq + 1;
    if (this.badOffset >= 0) {
      if (isNext) this.forgetDamage(this.badOffset, offset);
      this.badOffset = -1;
    } else if (this.lastSeq > 0 && seq > this.lastSeq + 1) {
      this.noteDamage(offset, `entries ${this.lastSeq + 1} to ${seq - 1} are missing before byte ${offset}`);
    }
  }

  private forgetDamage(from: number, to: number): void {
    this.database
      .prepare('DELETE FROM journal_damage WHERE path = ? AND offset >= ? AND offset < ?')
      .run(this.path(), from, to);
  }

  /** The snapshot may arrive later than the journal that tells of it. */
  private awaitSnapshot(path: string): void {
    this.database
      .prepare('INSERT OR IGNORE INTO awaited (path) SELECT ? WHERE NOT EXISTS (SELECT 1 FROM snapshot WHERE path = ?)')
      .run(path, path);
  }

  private path(): string {
    return `journal/${this.file.device}/${this.file.name}`;
  }
}
