import { crc32 } from 'node:zlib';
import type { Finding } from '#contract/library.ts';
import { eachEntry } from './codec/dictionary.ts';
import { eachPosting, readPositionRanges, readStreams, skipVarints } from './codec/postings.ts';
import type { Memory } from './storage/memory.ts';
import { positionsStart } from './storage/segment.ts';
import { blockTables, type Store } from './storage/store.ts';

/**
 * Reads the whole index and compares what it says with itself: checksums, order and counts of terms,
 * postings against the ranges of their segments, the living against the table of documents.
 */
export function checkIndex(store: Store, memory: Memory): Finding[] {
  return [
    ...checkBlocks(store),
    ...memory.segments.flatMap((segment) => checkSegment(memory, segment)),
    ...checkDocuments(store, memory),
  ];
}

function finding(path: string, message: string): Finding {
  return { kind: 'index-differs', path, message, repairable: true };
}

/** Every stored block against its checksum, so that damage is told before it is decoded. */
function checkBlocks(store: Store): Finding[] {
  const findings: Finding[] = [];
  for (const table of ['ix_page', ...blockTables] as const) {
    for (const { key, data, checksum } of store.checksums(table)) {
      if (crc32(data) !== checksum)
        findings.push(finding(`search/${table}/${key}`, 'the stored bytes are not what was written'));
    }
  }
  return findings;
}

function checkSegment(memory: Memory, segment: Memory['segments'][number]): Finding[] {
  const path = `search/segment/${segment.number}`;
  try {
    return checkTerms(memory, segment, path);
  } catch (error) {
    return [finding(path, `cannot be read: ${error instanceof Error ? error.message : String(error)}`)];
  }
}

function checkTerms(memory: Memory, segment: Memory['segments'][number], path: string): Finding[] {
  const findings: Finding[] = [];
  let terms = 0;
  let previous: string | undefined;
  for (let block = 0; block < segment.blockCount; block++) {
    const postings = segment.readPostings(block);
    const positions = segment.readPositions(block);
    let positionsAt = positionsStart(positions, 0);
    for (const { term, start, end } of eachEntry(segment.readDictionary(block))) {
      terms++;
      if (previous !== undefined && term <= previous) {
        findings.push(finding(path, `the term after "${previous}" is out of order`));
      }
      previous = term;
      const next = soundRecord(segment, { term, postings, start, end, positions, positionsAt });
      if (next === undefined) findings.push(finding(path, `the postings of "${term}" are damaged`));
      else positionsAt = next;
    }
    if (findings.length === 0 && positionsAt !== positions.length)
      findings.push(finding(path, `block ${block} has stray positions`));
  }
  if (terms !== segment.termCount) findings.push(finding(path, `has ${terms} terms, should have ${segment.termCount}`));
  let dead = 0;
  for (let article = segment.low; article < segment.high; article++) if (memory.columns.live[article] !== 1) dead++;
  if (dead > 0 && segment.dead === 0 && findings.length === 0 && holdsDead(memory, segment)) {
    findings.push(finding(path, 'holds articles that are gone and does not know it'));
  }
  return findings;
}

type Record = {
  readonly term: string;
  readonly postings: Uint8Array;
  readonly start: number;
  readonly end: number;
  readonly positions: Uint8Array;
  readonly positionsAt: number;
};

/** Where the next term's positions begin, or undefined when something in this record cannot be. */
function soundRecord(segment: Memory['segments'][number], record: Record): number | undefined {
  const streams = readStreams(record.postings, record.start);
  const ranges = readPositionRanges(record.positions, record.positionsAt, streams.length);
  let at = record.start;
  for (const [place, stream] of streams.entries()) {
    let count = 0;
    let last = segment.low - 1;
    let isSound = true;
    let position = ranges[place]!.start;
    eachPosting(record.postings, stream, segment.low, (article, frequency) => {
      count++;
      isSound &&= article > last && article < segment.high && frequency > 0;
      last = article;
      position = skipVarints(record.positions, position, Math.min(frequency, record.positions.length));
    });
    if (!isSound || count !== stream.count || last !== segment.low + stream.last) return undefined;
    if (position !== ranges[place]!.end) return undefined;
    at = stream.end;
  }
  return at === record.end ? ranges.at(-1)!.end : undefined;
}

function holdsDead(memory: Memory, segment: Memory['segments'][number]): boolean {
  let found = false;
  for (let block = 0; block < segment.blockCount; block++) {
    const postings = segment.readPostings(block);
    for (const { start } of eachEntry(segment.readDictionary(block))) {
      for (const stream of readStreams(postings, start)) {
        eachPosting(postings, stream, segment.low, (article) => {
          found ||= memory.columns.live[article] !== 1;
        });
      }
    }
  }
  return found;
}

function checkDocuments(store: Store, memory: Memory): Finding[] {
  const { columns } = memory;
  const findings: Finding[] = [];
  const known = store.documents();
  if (known.length !== columns.liveCount) {
    findings.push(finding('search/documents', `${known.length} articles are listed, ${columns.liveCount} live`));
  }
  for (const { number, id } of known) {
    if (columns.live[number] !== 1) findings.push(finding(`search/documents/${id}`, 'is listed and does not live'));
  }
  return findings;
}
