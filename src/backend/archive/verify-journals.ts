import { join } from 'node:path';
import { listNamesNow, readFromNow } from '#platform/files-now.ts';
import { isBystander } from './folder-names.ts';
import { isJournalFile, journalFiles } from './journal.ts';
import { deviceName, type Entry, readLine, type Stamp } from './journal-line.ts';
import type { Check } from './verify-check.ts';

/**
 * Every line of every journal, read anew: is it whole, does it follow the one before, does the
 * catalogue know it, and is every snapshot it tells of the one that is there.
 */
export async function checkJournals(check: Check): Promise<void> {
  reportStrangers(check);
  const lastSeqs = new Map<string, number>();
  for (const { device, name } of journalFiles(check.context.library.path)) {
    const walk = new JournalWalk(check, `journal/${device}/${name}`, device, lastSeqs.get(device) ?? 0);
    const { bytes } = readFromNow(join(check.context.library.path, 'journal', device, name), 0);
    for (const line of linesOf(bytes)) {
      walk.see(line);
      await check.breathe();
    }
    lastSeqs.set(device, walk.end());
  }
}

/** Conflict copies above all: a sync service makes them when two machines wrote under one device name. */
function reportStrangers({ context, report }: Check): void {
  const journal = join(context.library.path, 'journal');
  for (const device of listNamesNow(journal).filter((name) => !isBystander(name))) {
    const isDevice = deviceName.safeParse(device).success;
    const names = isDevice ? listNamesNow(join(journal, device)).filter((name) => !isBystander(name)) : [];
    const strangers = isDevice
      ? names.filter((name) => !isJournalFile(name)).map((name) => `${device}/${name}`)
      : [device];
    for (const name of strangers) {
      const message = 'not a journal of ours, perhaps a conflict copy of a sync service: it is not read';
      report({ kind: 'unknown-folder', path: `journal/${name}`, message, repairable: false });
    }
  }
}

type Line = { readonly text: string; readonly offset: number; readonly isEnded: boolean };

function* linesOf(bytes: Uint8Array): Generator<Line> {
  const decoder = new TextDecoder();
  for (let start = 0; start < bytes.length;) {
    const found = bytes.indexOf(lineFeed, start);
    const end = found === -1 ? bytes.length : found;
    yield { text: decoder.decode(bytes.subarray(start, end)), offset: start, isEnded: found !== -1 };
    start = end + 1;
  }
}

const lineFeed = 10;

class JournalWalk {
  private readonly check: Check;
  private readonly path: string;
  private readonly device: string;
  private lastSeq: number;
  /** Damaged lines since the last whole one: forgiven when no number is missing after them. */
  private bad: { readonly offset: number; readonly reason: string }[] = [];

  constructor(check: Check, path: string, device: string, lastSeq: number) {
    this.check = check;
    this.path = path;
    this.device = device;
    this.lastSeq = lastSeq;
  }

  see({ text, offset, isEnded }: Line): void {
    if (text.trim() === '') return;
    const read = readLine(text);
    const stamp = read.kind === 'entry' ? read.entry : read.kind === 'unknown' ? read.stamp : undefined;
    if (read.kind === 'damaged' || stamp === undefined) {
      // A torn last line was never told to be kept.
      if (isEnded && read.kind === 'damaged') this.bad.push({ offset, reason: read.reason });
      return;
    }
    if (stamp.device !== this.device) {
      this.bad.push({ offset, reason: `it belongs to device ${stamp.device}` });
      return;
    }
    this.checkOrder(stamp, offset);
    if (read.kind === 'entry') this.compareWithCatalogue(read.entry);
  }

  /** The last number of this file. */
  end(): number {
    this.reportBad();
    return this.lastSeq;
  }

  private checkOrder({ seq }: Stamp, offset: number): void {
    if (seq <= this.lastSeq) {
      this.report(
        `entry ${seq} at byte ${offset} stands after entry ${this.lastSeq}: two machines may share a device name`,
      );
      return;
    }
    const missing = seq - this.lastSeq - 1;
    if (missing > this.bad.length) {
      this.report(`${missing} entries from number ${this.lastSeq + 1} on are missing before byte ${offset}`);
    }
    if (missing > 0) this.reportBad();
    this.bad = [];
    this.lastSeq = seq;
  }

  private reportBad(): void {
    for (const { offset, reason } of this.bad) this.report(`the line at byte ${offset} cannot be read: ${reason}`);
    this.bad = [];
  }

  private compareWithCatalogue(entry: Entry): void {
    const { database } = this.check.context;
    if (entry.act === 'add') this.compareSnapshot(entry.data.path, entry.data.sha256);
    else if (
      database.prepare('SELECT 1 FROM entry WHERE device = ? AND seq = ?').get(entry.device, entry.seq) === undefined
    ) {
      const message = `entry ${entry.seq} is not in the catalogue: the next start or a rebuild takes it in`;
      this.check.report({ kind: 'catalogue-differs', path: this.path, message, repairable: true });
    }
  }

  private compareSnapshot(path: string, recordSha256: string): void {
    const row = this.check.context.database.prepare('SELECT record_sha256 FROM snapshot WHERE path = ?').get(path);
    if (row === undefined) {
      const message = 'the journal tells of this snapshot, but it is not in the catalogue';
      this.check.report({ kind: 'missing-file', path, message, repairable: false });
    } else if (row['record_sha256'] !== recordSha256) {
      const message = 'snapshot.json is not the one of which the journal tells';
      this.check.report({ kind: 'changed-file', path: `${path}/snapshot.json`, message, repairable: false });
    }
  }

  private report(message: string): void {
    this.check.report({ kind: 'journal-damaged', path: this.path, message, repairable: false });
  }
}
