import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ByteWriter } from '../codec/bytes.ts';
import { eachEntry, landmarksOf, writeEntry } from '../codec/dictionary.ts';
import { lunrParts } from '../lunr-parts.ts';
import type { Segment } from '../storage/segment.ts';
import { Automaton } from './automaton.ts';
import { walkTerms } from './walk.ts';

const letter = fc.constantFrom('a', 'b', 'c', 'é');
const term = fc.string({ unit: letter, minLength: 1, maxLength: 9 });
const pattern = fc.oneof(
  fc.record({ term, editDistance: fc.integer({ min: 1, max: 2 }) }),
  fc.record({ term: fc.string({ unit: fc.oneof(letter, fc.constant('*')), minLength: 1, maxLength: 6 }) }),
);

/** Of a segment only its dictionary, in blocks of so many terms. */
function dictionaryOf(terms: readonly string[], perBlock: number): Segment {
  const blocks: Uint8Array[] = [];
  const firsts: string[] = [];
  for (let from = 0; from < terms.length; from += perBlock) {
    const writer = new ByteWriter();
    const own = terms.slice(from, from + perBlock);
    for (const [place, one] of own.entries()) writeEntry(writer, own[place - 1] ?? '', one, 1 + (place % 300));
    blocks.push(writer.take());
    firsts.push(own[0]!);
  }
  const dictionary = {
    firsts,
    blockCount: blocks.length,
    blockOf: (wanted: string) => firsts.findLastIndex((first) => first <= wanted),
    dictionaryBlock: (block: number) => blocks[block]!,
    landmarks: (block: number) => landmarksOf(blocks[block]!),
  };
  return dictionary as Partial<Segment> as Segment;
}

test('a walk finds exactly the terms that the automaton accepts, each with the place of its record', () => {
  fc.assert(
    fc.property(fc.uniqueArray(term, { maxLength: 300, size: 'max' }), pattern, fc.nat(60), (terms, clause, size) => {
      terms.sort();
      const segment = dictionaryOf(terms, size + 1);
      const automaton = new Automaton(lunrParts.TokenSet.fromClause(clause));
      const prefix = 'editDistance' in clause ? '' : clause.term.split('*', 1)[0]!;
      const found: string[] = [];
      walkTerms(segment, automaton, prefix, (units, length, block, start) => {
        found.push(`${String.fromCharCode(...units.subarray(0, length))} ${block} ${start}`);
      });
      const expected = Array.from({ length: segment.blockCount }, (_, block) =>
        [...eachEntry(segment.dictionaryBlock(block))].flatMap((entry) =>
          automaton.accepts(entry.term) ? [`${entry.term} ${block} ${entry.start}`] : [],
        ),
      );
      expect(found).toEqual(expected.flat());
    }),
    { numRuns: 500 },
  );
});
