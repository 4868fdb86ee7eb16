import { type PostingList, readPositionRanges, readStreams } from '../codec/postings.ts';
import { fieldCount } from '../fields.ts';
import type { Memory } from '../storage/memory.ts';
import type { Segment } from '../storage/segment.ts';
import { type Bits, hasBit, noBits, setBit } from './bits.ts';
import { articleOf, eachOccurrence, positionOf, type TakeArticle } from './occurrences.ts';
import type { Near, NearWord } from './plan.ts';
import type { Scratch } from './scratch.ts';
import { articlesSideBySide, type PlacedStream } from './side-by-side.ts';
import { walkPrefix } from './walk.ts';

/** What one word of a phrase may be in the index: mostly one term. */
type Word = { readonly terms: readonly string[]; readonly place: number };

/** More words than any query holds; fewer than the room before an article's first position. */
const longestPhrase = 4000;

/**
 * Finds the articles in which words stand together, by the positions in the index.
 *
 * Each field of each segment is looked at by itself. The rarest word comes first; of the others only
 * the positions in articles that are still left are decoded.
 */
export function findTogether(memory: Memory, near: Near, within: Bits, scratch: Scratch): Bits {
  const found = noBits(memory.columns.next);
  if (within.every((bits) => bits === 0)) return found;
  const words = near.words
    .filter(({ place }) => place < longestPhrase)
    .map((word) => ({ terms: word.prefix === undefined ? word.terms : termsFrom(memory, word), place: word.place }))
    // Whatever has few terms is looked up first: where it does not occur, thousands of others need not be.
    .sort((a, b) => a.terms.length - b.terms.length);
  for (const segment of memory.segments) {
    if (words.some(({ terms }) => !terms.some((term) => segment.find(term) !== undefined))) continue;
    markMeetings(found, readersOf(segment, words, scratch), near, within, scratch);
  }
  markMeetings(found, bufferReaders(memory, words), near, within, scratch);
  return found;
}

function markMeetings(found: Bits, words: readonly WordReader[], near: Near, within: Bits, scratch: Scratch): void {
  for (let field = 0; field < fieldCount; field++) {
    if (((near.mask >> field) & 1) === 0) continue;
    // Most fields of most segments lack one of the words: then none is decoded.
    if (words.some((word) => word.count(field) === 0)) continue;
    mark(found, meet(words, field, near, within, scratch));
  }
}

/** The terms a word may become that is still being typed. */
function termsFrom(memory: Memory, { terms, prefix }: NearWord): string[] {
  const found = new Set(terms);
  if (prefix === undefined) return [...found];
  for (const segment of memory.segments)
    walkPrefix(segment, prefix, (units, length) => found.add(textOf(units, length)));
  for (const term of memory.buffer.terms()) if (term.startsWith(prefix)) found.add(term);
  return [...found];
}

function textOf(units: Uint16Array, length: number): string {
  return String.fromCharCode(...units.subarray(0, length));
}

/** A word where it is looked for: in a segment or in the buffer. */
export type WordReader = Word & {
  /** At most so many articles have it in this field; 0 is certain. */
  readonly count: (field: number) => number;
  readonly read: (field: number, within: Bits, take: TakeArticle) => void;
  /** Where only one of its terms occurs in this field of a segment, as mostly: that term's postings, read into `list`. */
  readonly stream: (field: number, list: PostingList) => PlacedStream | undefined;
};

/** The articles of one field of one segment in which all words meet. */
function meet(
  words: readonly WordReader[],
  field: number,
  near: Near,
  within: Bits,
  scratch: Scratch,
): ArrayLike<number> {
  const rarestFirst = [...words].sort((a, b) => a.count(field) - b.count(field));
  const streams = near.distance === undefined ? streamsOf(rarestFirst, field, scratch) : undefined;
  if (streams !== undefined) return articlesSideBySide(streams, within);
  const lists: PlacedKeys[] = [];
  const known = new Map<string, Float64Array>();
  let left = within;
  for (const word of rarestFirst) {
    // A word asked for again is not decoded again.
    const name = word.terms.join(' ');
    let keys = known.get(name);
    if (keys === undefined) {
      const occurrences = scratch.occurrences(known.size);
      word.read(field, left, occurrences.take);
      keys = occurrences.sorted(word.terms.length > 1);
      if (keys.length === 0) return [];
      known.set(name, keys);
      if (known.size < words.length) left = articlesOf(keys, left);
    }
    lists.push({ name, place: word.place, keys });
  }
  if (near.distance === undefined) return sideBySide(lists);
  const span = near.words.at(-1)!.place + 1;
  return withinWindow(lists, span + near.distance);
}

/** Where a word occurs; the same name for the same word asked for again. */
type PlacedKeys = { readonly name: string; readonly place: number; readonly keys: Float64Array };

/** The one stream of each word, when each has one. */
function streamsOf(words: readonly WordReader[], field: number, scratch: Scratch): PlacedStream[] | undefined {
  const streams: PlacedStream[] = [];
  for (const [number, word] of words.entries()) {
    const stream = word.stream(field, scratch.listOf(number));
    if (stream === undefined) return undefined;
    streams.push(stream);
  }
  return streams;
}

function articlesOf(keys: Float64Array, like: Bits): Bits {
  const bits: Bits = new Uint32Array(like.length);
  for (let i = 0; i < keys.length; i++) setBit(bits, articleOf(keys[i]!));
  return bits;
}

/** Articles where word after word stands one position further. Keys of a word less its place must be common to all. */
function sideBySide(lists: readonly PlacedKeys[]): ArrayLike<number> {
  const [first, ...rest] = [...lists].sort((a, b) => a.keys.length - b.keys.length);
  const starts = first!.keys.map((key) => key - first!.place);
  let count = starts.length;
  for (const { keys, place } of rest) {
    let common = 0;
    let at = 0;
    for (let i = 0; i < count; i++) {
      const wanted = starts[i]! + place;
      while (at < keys.length && keys[at]! < wanted) at++;
      if (at < keys.length && keys[at] === wanted) starts[common++] = starts[i]!;
    }
    count = common;
  }
  return starts.subarray(0, count).map(articleOf);
}

/** Articles that hold all words in any order within `window` positions; a word asked for twice must occur twice. */
function withinWindow(lists: readonly PlacedKeys[], window: number): number[] {
  const needed = new Map<string, number>();
  for (const { name } of lists) needed.set(name, (needed.get(name) ?? 0) + 1);
  const distinct = lists.filter((list, place) => lists.findIndex(({ name }) => name === list.name) === place);
  const events = distinct.flatMap(({ name, keys }) => Array.from(keys, (key) => ({ key, word: name })));
  events.sort((a, b) => a.key - b.key);
  const found: number[] = [];
  const counts = new Map<string, number>();
  let missing = lists.length;
  let first = 0;
  for (const { key, word } of events) {
    const count = counts.get(word) ?? 0;
    counts.set(word, count + 1);
    if (count < needed.get(word)!) missing--;
    while (
      articleOf(events[first]!.key) !== articleOf(key) ||
      positionOf(key) - positionOf(events[first]!.key) >= window
    ) {
      const gone = events[first++]!.word;
      const kept = counts.get(gone)! - 1;
      counts.set(gone, kept);
      if (kept < needed.get(gone)!) missing++;
    }
    if (missing === 0) found.push(articleOf(key));
  }
  return found;
}

/** Looks each word up once for all fields: the dictionary and the sizes of positions are read in passing order. */
export function readersOf(segment: Segment, words: readonly Word[], { list }: Scratch): WordReader[] {
  return words.map((word) => {
    const records = word.terms.flatMap((term) => recordOf(segment, term) ?? []);
    const ofField = (field: number) =>
      records.flatMap((record) => {
        const place = record.streams.findIndex((stream) => stream.field === field);
        return place < 0 ? [] : [{ ...record, stream: record.streams[place]!, place }];
      });
    return {
      ...word,
      count: (field) => ofField(field).reduce((sum, { stream }) => sum + stream.count, 0),
      read(field, within, take) {
        for (const { block, ordinal, bytes, streams, stream, place } of ofField(field)) {
          const positions = segment.positionsOf(block, ordinal);
          const range = readPositionRanges(positions.bytes, positions.start, streams.length)[place]!;
          list.read(bytes, stream, segment.low);
          eachOccurrence(list, positions.bytes, range.start, within, take);
        }
      },
      stream(field, own) {
        const [only, ...others] = ofField(field);
        if (only === undefined || others.length > 0) return undefined;
        const { bytes: positions, start } = segment.positionsOf(only.block, only.ordinal);
        own.read(only.bytes, only.stream, segment.low);
        const range = readPositionRanges(positions, start, only.streams.length)[only.place]!;
        return { list: own, positions, start: range.start, place: word.place };
      },
    };
  });
}

function recordOf(segment: Segment, term: string) {
  const record = segment.find(term);
  if (record === undefined) return undefined;
  const bytes = segment.postingsBlock(record.block);
  return { ...record, bytes, streams: readStreams(bytes, record.start) };
}

export function bufferReaders({ buffer }: Memory, words: readonly Word[]): WordReader[] {
  return words.map((word) => ({
    ...word,
    count: () => buffer.articleCount,
    read(field, within, take) {
      for (const term of word.terms) {
        buffer.each(term, (article, ofField, frequency, place) => {
          if (ofField !== field || !hasBit(within, article)) return;
          take(article, frequency, buffer.positions, buffer.positionsStart(place));
        });
      }
    },
    stream: () => undefined,
  }));
}

function mark(bits: Bits, articles: ArrayLike<number>): void {
  for (let i = 0; i < articles.length; i++) setBit(bits, articles[i]!);
}
