import { join } from 'node:path';
import { cutBackNow, listNamesNow, makeFolderNow, readFromNow } from '#platform/files-now.ts';
import { appendDurably, type AppendedRange } from '#platform/files.ts';
import { type Context, requireWritable, writeCatalogue } from './context.ts';
import { readFact, writeFact } from './catalogue-file.ts';
import { putEntry } from './entries.ts';
import { type Act, deviceName, type Entry, formatLine, readLine } from './journal-line.ts';
import { loadPosition, noPosition, savePosition, takeInBytes } from './journal-reader.ts';
import { refreshPersonal } from './articles.ts';

/** A journal's file is closed and the next begun above this, so that a sync service need not send much anew. */
const rotateAboveBytes = 4 * 1024 * 1024;

/** Lines taken in by one transaction: a few hundredths of a second. */
const linesInOneGo = 500;

export type JournalFile = { readonly device: string; readonly name: string };

/** Writes acts to the journal. Lives only while its transaction does. */
export type Recorder = {
  /** Appends one line, flushed when this returns, and applies it to the catalogue. */
  readonly record: (act: Act) => Entry;
};

/**
 * The only way an act comes into the library.
 *
 * The catalogue's write lock is held from first to last, so a second process of this installation
 * waits. In this order:
 *   1. read what that process, or an interrupted run, appended to our own journal before;
 *   2. decide (`work`) and append the line, flushed to the disk;
 *   3. apply it to the catalogue;
 *   4. commit, together with how far the journal is read.
 * Killed after 2, the next start reads the line from the journal. If 3 or 4 fails, the line is cut off
 * again before the failure is told: nothing is half done.
 */
export function withRecorder<T>(context: Context, work: (recorder: Recorder) => T): T {
  requireWritable(context);
  const undo: { path: string; range: AppendedRange }[] = [];
  const cutBack = () => {
    for (const { path, range } of undo.splice(0).reverse()) cutBackNow(path, range.start, range.end);
  };
  try {
    return writeCatalogue(context.database, () => {
      catchUpOwnJournal(context);
      try {
        return work({ record: (act) => recordAct(context, act, (path, range) => undo.push({ path, range })) });
      } catch (error) {
        cutBack();
        throw error;
      }
    });
  } catch (error) {
    cutBack();
    throw error;
  }
}

/** Takes in what is new in one journal file, a slice at a time; true when there may be more. */
export function takeInSlice(context: Context, file: JournalFile, changed: Set<string>): boolean {
  return writeCatalogue(context.database, () => takeInLines(context, file, linesInOneGo, changed));
}

/** True when a journal file is longer or shorter than what was read of it. */
export function hasNews(context: Context, file: JournalFile): boolean {
  const { offset } = loadPosition(context.database, file);
  const { sizeBytes } = readFromNow(pathOf(context, file), Number.MAX_SAFE_INTEGER);
  return sizeBytes !== offset;
}

/** All files of all journals, in the order in which they were begun. Other names are not ours to read. */
export function journalFiles(libraryPath: string): JournalFile[] {
  const devices = listNamesNow(join(libraryPath, 'journal')).filter((name) => deviceName.safeParse(name).success);
  return devices.flatMap((device) => filesOf(libraryPath, device).map((name) => ({ device, name })));
}

export function isJournalFile(name: string): boolean {
  return /^\d{6}\.jsonl$/.test(name);
}

function filesOf(libraryPath: string, device: string): string[] {
  return listNamesNow(join(libraryPath, 'journal', device)).filter(isJournalFile);
}

function pathOf({ library }: Context, { device, name }: JournalFile): string {
  return join(library.path, 'journal', device, name);
}

function catchUpOwnJournal(context: Context): void {
  for (const name of filesOf(context.library.path, context.device)) {
    const file = { device: context.device, name };
    if (hasNews(context, file)) takeInLines(context, file, Number.POSITIVE_INFINITY, new Set());
  }
}

function takeInLines(context: Context, file: JournalFile, limit: number, changed: Set<string>): boolean {
  const { database } = context;
  const position = loadPosition(database, file);
  const { bytes, sizeBytes } = readFromNow(pathOf(context, file), position.offset);
  const taken = takeInBytes(database, { file, position, bytes, sizeBytes, limit });
  savePosition(database, file, taken.position);
  refreshPersonal(context, taken.touched);
  for (const id of taken.touched) changed.add(id);
  if (taken.latestAt > lastAt(context)) writeFact(database, 'last-at', String(taken.latestAt));
  if (taken.damages > 0) {
    context.log({ level: 'warn', room: 'archive', action: 'journal-damaged', device: file.device, file: file.name });
  }
  return taken.hasMore;
}

function recordAct(context: Context, act: Act, onAppend: (path: string, range: AppendedRange) => void): Entry {
  const { database, device } = context;
  const file = fileToAppend(context);
  const position = loadPosition(database, file);
  const entry: Entry = { at: nextMoment(context), device, seq: nextSeq(context), ...act };
  const path = pathOf(context, file);
  makeFolderNow(join(context.library.path, 'journal', device));
  // After a torn line begin a fresh one: the numbers go on without a gap, which tells that nothing is missing.
  const { bytes } = readFromNow(path, Math.max(0, position.offset - 1));
  const startsFresh = bytes.length === 0 || bytes.at(-1) === lineFeed;
  const line = formatLine(entry);
  // What could not be read again must not be written: it would be lost in silence at the next rebuild.
  if (readLine(line.trimEnd()).kind !== 'entry') throw new TypeError(`not an entry of a journal: ${act.act}`);
  const range = appendDurably(path, `${startsFresh ? '' : '\n'}${line}`);
  onAppend(path, range);
  savePosition(database, file, {
    offset: range.end,
    lines: position.lines + 1,
    lastSeq: entry.seq,
    badOffset: noPosition.badOffset,
  });
  writeFact(database, 'last-at', String(entry.at));
  refreshPersonal(context, putEntry(database, entry));
  return entry;
}

const lineFeed = 10;

function fileToAppend(context: Context): JournalFile {
  const { device, library } = context;
  const newest = filesOf(library.path, device).at(-1) ?? '000001.jsonl';
  const { sizeBytes } = readFromNow(pathOf(context, { device, name: newest }), Number.MAX_SAFE_INTEGER);
  if (sizeBytes < rotateAboveBytes) return { device, name: newest };
  const number = Number(newest.slice(0, 6)) + 1;
  return { device, name: `${String(number).padStart(6, '0')}.jsonl` };
}

/**
 * The next number of this device. A damaged line at the end of a file has used one up, though it can
 * no longer be read: skipping it keeps the gap visible.
 */
function nextSeq({ database, device }: Context): number {
  const row = database
    .prepare('SELECT MAX(last_seq + (bad_offset >= 0)) AS seq FROM journal_file WHERE device = ?')
    .get(device);
  return Number(row?.['seq'] ?? 0) + 1;
}

/**
 * Later than every entry this device has seen, whatever the clock says: whoever acts on what they
 * see must win over it, also after a clock was set back.
 */
function nextMoment(context: Context): number {
  return Math.max(context.clock.now(), lastAt(context) + 1);
}

function lastAt({ database }: Context): number {
  return Number(readFact(database, 'last-at') ?? 0);
}
