import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fieldCount } from '../fields.ts';
import { ByteReader, ByteWriter } from './bytes.ts';
import { popCount, readDense } from './dense.ts';
import {
  eachEntry,
  entriesFrom,
  findEntry,
  landmarkDepth,
  landmarksOf,
  sharedPrefix,
  takePrefix,
  writeEntry,
} from './dictionary.ts';
import {
  eachPosting,
  headSize,
  newHead,
  PostingsBuilder,
  readHead,
  readPositionRanges,
  readStreams,
  skipMany,
  skipVarints,
} from './postings.ts';

describe('bytes', () => {
  test('give back every whole number and every string', () => {
    const numbers = fc.array(fc.oneof(fc.nat(300), fc.nat(), fc.maxSafeNat()));
    const strings = fc.array(fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(numbers, strings, (values, texts) => {
        const writer = new ByteWriter(1);
        for (const value of values) writer.varint(value);
        for (const text of texts) writer.string(text);
        const reader = new ByteReader(writer.take());
        expect(values.map(() => reader.varint())).toEqual(values);
        expect(texts.map(() => reader.string())).toEqual(texts);
        expect(reader.hasMore).toBe(false);
      }),
    );
  });

  test('are stepped over four at a time as one by one', () => {
    const numbers = fc.array(fc.oneof(fc.nat(127), fc.nat(300), fc.nat()), { maxLength: 60 });
    fc.assert(
      fc.property(numbers, fc.nat(60), fc.nat(3), (values, wanted, lead) => {
        const count = Math.min(wanted, values.length);
        const writer = new ByteWriter();
        for (let i = 0; i < lead; i++) writer.varint(200);
        const start = writer.length;
        for (const value of values) writer.varint(value);
        const bytes = writer.take();
        const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
        expect(skipMany(view, start, count)).toBe(skipVarints(bytes, start, count));
      }),
    );
  });

  test('that end in the middle of a number are told, not read on', () => {
    expect(() => new ByteReader(Uint8Array.of(200)).varint()).toThrow(RangeError);
  });
});

/** Terms with long common beginnings, digits, other scripts and lone surrogates. */
const term = fc.oneof(
  fc.string({
    unit: fc.constantFrom('a', 'b', '1', '\u00e9', '\u6771', '\ud83d', '\ude00'),
    minLength: 1,
    maxLength: 12,
  }),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 6 }),
);

describe('a block of the dictionary', () => {
  test('finds exactly its terms, each with the place of its record', () => {
    fc.assert(
      fc.property(fc.uniqueArray(term, { maxLength: 80 }), fc.array(term, { maxLength: 20 }), (terms, others) => {
        terms.sort();
        const truth = new Map<string, { ordinal: number; start: number; end: number }>();
        const writer = new ByteWriter();
        let previous = '';
        let start = 0;
        for (const [place, one] of terms.entries()) {
          const size = (place * 37) % 301;
          writeEntry(writer, previous, one, size);
          truth.set(one, { ordinal: place, start, end: start + size });
          previous = one;
          start += size;
        }
        const block = writer.take();
        const units = new Uint16Array(64);
        expect(
          new Map(
            [...eachEntry(block)].map((entry) => [
              entry.term,
              { ordinal: entry.ordinal, start: entry.start, end: entry.end },
            ]),
          ),
        ).toEqual(truth);
        for (const one of [...terms, ...others, '']) {
          expect(findEntry(block, one)).toEqual(truth.get(one));
          const rest = terms.filter((other) => other >= one).map((other) => ({ term: other, ...truth.get(other)! }));
          expect([...entriesFrom(block, one)]).toEqual(rest);
          const begun: { term: string; start: number }[] = [];
          const isLast = !takePrefix(block, one, units, (own, length, start) => {
            begun.push({ term: String.fromCharCode(...own.subarray(0, length)), start });
          });
          expect(begun).toEqual(
            rest.flatMap((other) => (other.term.startsWith(one) ? [{ term: other.term, start: other.start }] : [])),
          );
          expect(isLast).toBe(rest.some((other) => !other.term.startsWith(one)));
        }
      }),
      { numRuns: 300 },
    );
  });

  test('has a landmark wherever one of the first letters changes', () => {
    fc.assert(
      fc.property(fc.uniqueArray(term, { maxLength: 200 }), (terms) => {
        terms.sort();
        const writer = new ByteWriter();
        const expected: { at: number; start: number; shared: number }[] = [];
        let start = 0;
        for (const [place, one] of terms.entries()) {
          const previous = terms[place - 1] ?? '';
          const shared = sharedPrefix(previous, one);
          if (shared < landmarkDepth) expected.push({ at: writer.length, start, shared });
          writeEntry(writer, previous, one, (place * 37) % 301);
          start += (place * 37) % 301;
        }
        const { ats, starts, shared } = landmarksOf(writer.take());
        expect(Array.from(ats, (at, place) => ({ at, start: starts[place], shared: shared[place] }))).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });
});

type Posting = { readonly field: number; readonly article: number; readonly positions: readonly number[] };

/** Postings as they come from texts: as many positions as the term occurs. */
const postings = (low: number, high: number) =>
  fc
    .uniqueArray(
      fc.record({
        field: fc.nat(fieldCount - 1),
        article: fc.integer({ min: low, max: high - 1 }),
        positions: fc.array(fc.nat(300), { minLength: 1, maxLength: 200, size: 'small' }),
      }),
      { selector: ({ field, article }) => `${field}/${article}`, maxLength: high - low < 100 ? 300 : 60, size: 'max' },
    )
    .map((list) => list.sort((a, b) => a.field - b.field || a.article - b.article));

type Records = { readonly postings: Uint8Array; readonly positions: Uint8Array };

function finish(builder: PostingsBuilder): Records {
  const [postings, positions] = [new ByteWriter(), new ByteWriter()];
  builder.finish(postings, positions);
  return { postings: postings.take(), positions: positions.take() };
}

function records(low: number, list: readonly Posting[]): Records {
  const builder = new PostingsBuilder(low);
  for (const { field, article, positions } of list) {
    const bytes = new ByteWriter();
    for (const gap of positions) bytes.varint(gap);
    builder.add(field, article, positions.length, bytes.bytes, 0, bytes.length);
  }
  return finish(builder);
}

function readBack({ postings, positions }: Records, low: number): Posting[] {
  const found: Posting[] = [];
  const streams = readStreams(postings, 0);
  const ranges = readPositionRanges(positions, 0, streams.length);
  const head = newHead();
  expect(readHead(postings, 0, head)).toBe(streams.length);
  for (const [place, stream] of streams.entries()) {
    const reader = new ByteReader(positions, ranges[place]!.start, ranges[place]!.end);
    const before = found.length;
    eachPosting(postings, stream, low, (article, frequency) => {
      found.push({ field: stream.field, article, positions: Array.from({ length: frequency }, () => reader.varint()) });
    });
    expect(reader.hasMore).toBe(false);
    expect(found.length - before).toBe(stream.count);
    expect(found.at(-1)!.article).toBe(low + stream.last);
    const { field, count, isDense, start, end } = stream;
    const facts = [field, count * 2 + (isDense ? 1 : 0), start, end];
    expect([...head.subarray(place * headSize, (place + 1) * headSize)]).toEqual(facts);
  }
  return found;
}

describe('a postings record', () => {
  test('gives back what was put into it', () => {
    fc.assert(
      fc.property(postings(1000, 300_000), (list) => {
        expect(readBack(records(1000, list), 1000)).toEqual(list);
      }),
    );
  });

  test('of a common word is a bitmap, and gives back every article and frequency', () => {
    const frequency = fc.oneof(
      { weight: 20, arbitrary: fc.integer({ min: 1, max: 9 }) },
      fc.integer({ min: 250, max: 260 }),
      fc.integer({ min: 1, max: 70_000 }),
    );
    const common = fc.array(fc.record({ gap: fc.integer({ min: 1, max: 15 }), frequency }), {
      minLength: 32,
      maxLength: 600,
    });
    fc.assert(
      fc.property(fc.nat(100_000), common, fc.nat(5), (low, gaps, field) => {
        const builder = new PostingsBuilder(low);
        const noPositions = new Uint8Array(0);
        let article = low - 1;
        const list = gaps.map((entry) => ({ article: (article += entry.gap), frequency: entry.frequency }));
        for (const one of list) builder.add(field, one.article, one.frequency, noPositions, 0, 0);
        const { postings: bytes } = finish(builder);
        const [stream] = readStreams(bytes, 0);
        expect(stream!.isDense).toBe(true);
        const found: typeof list = [];
        eachPosting(bytes, stream!, low, (one, times) => found.push({ article: one, frequency: times }));
        expect(found).toEqual(list);
        const { words, firstWord } = readDense(bytes, stream!.start, low);
        const bits = list.map((one) => (words[(one.article >>> 5) - firstWord]! >>> (one.article & 31)) & 1);
        expect(bits.every((bit) => bit === 1)).toBe(true);
        expect(words.reduce((sum, word) => sum + popCount(word), 0)).toBe(list.length);
      }),
    );
  });

  test('appended byte for byte to an earlier one reads as both together', () => {
    fc.assert(
      fc.property(postings(5, 100), postings(100, 70_000), (first, second) => {
        const builder = new PostingsBuilder(5);
        for (const [low, list] of [
          [5, first],
          [100, second],
        ] as const) {
          const own = records(low, list);
          const streams = readStreams(own.postings, 0);
          const ranges = readPositionRanges(own.positions, 0, streams.length);
          for (const [place, stream] of streams.entries()) {
            builder.append(own.postings, stream, low, own.positions, ranges[place]!.start, ranges[place]!.end);
          }
        }
        const together = [...first, ...second].sort((a, b) => a.field - b.field || a.article - b.article);
        expect(readBack(finish(builder), 5)).toEqual(together);
        expect(builder.isEmpty).toBe(true);
      }),
    );
  });
});
