import { ByteReader, type ByteWriter, unitsSize } from './bytes.ts';

/**
 * A block of the dictionary: terms in the order of their UTF-16 units, each told by its difference
 * from the one before.
 *
 * ```
 * entry = units shared with the term before, bytes of the rest, the rest's units, bytes of the postings record
 * ```
 * The first entry shares nothing. A record's place in the block of postings is the sum of the sizes
 * before it. The bytes of the rest let a reader step over a term without decoding it.
 */
export function writeEntry(target: ByteWriter, previous: string, term: string, recordSize: number): void {
  const shared = sharedPrefix(previous, term);
  target.varint(shared);
  target.varint(unitsSize(term, shared));
  target.units(term, shared);
  target.varint(recordSize);
}

export function sharedPrefix(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let shared = 0;
  while (shared < most && a.charCodeAt(shared) === b.charCodeAt(shared)) shared++;
  return shared;
}

/** A term, its place among those of the block, and where its postings record lies. */
export type Entry = { readonly term: string; readonly ordinal: number; readonly start: number; readonly end: number };

/** Every entry of a block, in order. For merging and checking; look-ups do not decode whole blocks. */
export function* eachEntry(block: Uint8Array): Generator<Entry> {
  yield* entriesFrom(block, '');
}

/** The entries of a block from `least` on. Those before are decoded no further than they must. */
export function* entriesFrom(block: Uint8Array, least: string): Generator<Entry> {
  const reader = new ByteReader(block);
  const skipped = least === '' ? undefined : skipTo(block, least);
  let term = skipped?.before ?? '';
  let start = skipped?.start ?? 0;
  reader.at = skipped?.at ?? 0;
  for (let ordinal = skipped?.ordinal ?? 0; reader.hasMore; ordinal++) {
    const shared = reader.varint();
    const end = reader.varint() + reader.at;
    term = term.slice(0, shared);
    while (reader.at < end) term += String.fromCharCode(reader.varint());
    const size = reader.varint();
    yield { term, ordinal, start, end: start + size };
    start += size;
  }
}

/** Finds one term in a block: the place of its record, or `undefined`. */
export function findEntry(block: Uint8Array, term: string): Omit<Entry, 'term'> | undefined {
  const { at, start, ordinal, isFound } = skipTo(block, term);
  if (!isFound) return undefined;
  const reader = new ByteReader(block, at);
  reader.varint();
  reader.at = reader.varint() + reader.at;
  return { ordinal, start, end: start + reader.varint() };
}

/** A landmark shares fewer units than this with the term before. */
export const landmarkDepth = 3;

/**
 * The entries of a block at which one of the first letters changes: whoever has seen that no term with some beginning
 * is wanted goes on at the next of them, however many terms lie between.
 */
export type Landmarks = {
  /** Where the entry begins, and where its postings record does. */
  readonly ats: Int32Array;
  readonly starts: Int32Array;
  /** The units shared with the term before. */
  readonly shared: Uint8Array;
};

export function landmarksOf(block: Uint8Array): Landmarks {
  const found: { at: number; start: number; shared: number }[] = [];
  const reader = new ByteReader(block);
  for (let start = 0; reader.hasMore;) {
    const { at } = reader;
    const shared = reader.varint();
    if (shared < landmarkDepth) found.push({ at, start, shared });
    reader.at = reader.varint() + reader.at;
    start += reader.varint();
  }
  return {
    ats: Int32Array.from(found, ({ at }) => at),
    starts: Int32Array.from(found, ({ start }) => start),
    shared: Uint8Array.from(found, ({ shared }) => shared),
  };
}

/** Takes a term: its first `length` units, and where its postings record begins. The units are overwritten by the next. */
export type TakeTerm = (units: Uint16Array, length: number, start: number) => void;

/**
 * The terms of a block that begin with `prefix`, decoded in place. False when a term behind them was
 * met, so that the next block has none.
 *
 * Terms are in order, so those with one beginning are an unbroken run: it ends at the first term
 * that shares less than the prefix with the one before.
 */
export function takePrefix(block: Uint8Array, prefix: string, units: Uint16Array, take: TakeTerm): boolean {
  const stop = skipTo(block, prefix);
  for (let i = 0; i < stop.before.length; i++) units[i] = stop.before.charCodeAt(i);
  let { at, start } = stop;
  for (let isFirst = true; at < block.length; isFirst = false) {
    let shared = block[at++]!;
    if (shared > 127) shared = (shared & 127) | (block[at++]! << 7);
    if (!isFirst && shared < prefix.length) return false;
    let size = block[at++]!;
    if (size > 127) size = (size & 127) | (block[at++]! << 7);
    const rest = at + size;
    const length = decodeUnits(block, at, rest, units, shared);
    at = rest;
    if (isFirst && !beginsWith(units, length, prefix)) return false;
    let record = block[at++]!;
    if (record > 127) {
      record &= 127;
      for (let shift = 7; ; shift += 7) {
        const byte = block[at++]!;
        record |= (byte & 127) << shift;
        if (byte < 128) break;
      }
    }
    take(units, length, start);
    start += record;
  }
  return true;
}

/** Writes the units in bytes `[from, to)` behind the first `length`; answers how many there are then. */
function decodeUnits(block: Uint8Array, from: number, to: number, units: Uint16Array, length: number): number {
  let end = length;
  for (let at = from; at < to;) {
    let unit = block[at++]!;
    if (unit > 127) {
      unit &= 127;
      for (let shift = 7; ; shift += 7) {
        const byte = block[at++]!;
        unit |= (byte & 127) << shift;
        if (byte < 128) break;
      }
    }
    units[end++] = unit;
  }
  return end;
}

function beginsWith(units: Uint16Array, length: number, prefix: string): boolean {
  if (length < prefix.length) return false;
  for (let i = 0; i < prefix.length; i++) if (units[i] !== prefix.charCodeAt(i)) return false;
  return true;
}

type Stop = {
  /** Where the first entry that is not before the term begins; the end of the block when all are. */
  readonly at: number;
  readonly ordinal: number;
  /** Where that entry's postings record begins. */
  readonly start: number;
  /** As much of the term before as that entry can share. */
  readonly before: string;
  readonly isFound: boolean;
};

/**
 * Goes to the first entry that is not before `term`, comparing in place.
 *
 * `agreed` is how many units the entry before has in common with `term`. An entry that shares more
 * than that with the one before is on the same side of `term`: it is stepped over unread.
 */
function skipTo(block: Uint8Array, term: string): Stop {
  let at = 0;
  let start = 0;
  let agreed = 0;
  let ordinal = 0;
  for (; at < block.length; ordinal++) {
    const entry = at;
    let shared = block[at++]!;
    if (shared > 127) shared = (shared & 127) | (block[at++]! << 7);
    let size = block[at++]!;
    if (size > 127) size = (size & 127) | (block[at++]! << 7);
    const rest = at + size;
    if (shared <= agreed) {
      let place = shared;
      let difference = 0;
      while (at < rest && difference === 0) {
        let unit = block[at++]!;
        if (unit > 127) {
          unit &= 127;
          for (let shift = 7; ; shift += 7) {
            const byte = block[at++]!;
            unit |= (byte & 127) << shift;
            if (byte < 128) break;
          }
        }
        if (place === term.length) difference = 1;
        else if (unit === term.charCodeAt(place)) place++;
        else difference = unit - term.charCodeAt(place);
      }
      const isFound = difference === 0 && place === term.length;
      if (difference > 0 || isFound) return { at: entry, ordinal, start, before: term.slice(0, agreed), isFound };
      agreed = place;
    }
    at = rest;
    let record = block[at++]!;
    if (record > 127) {
      record &= 127;
      for (let shift = 7; ; shift += 7) {
        const byte = block[at++]!;
        record |= (byte & 127) << shift;
        if (byte < 128) break;
      }
    }
    start += record;
  }
  return { at, ordinal, start, before: '', isFound: false };
}
