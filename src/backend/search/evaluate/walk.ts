import { longestToken } from '../analysis/words.ts';
import { landmarkDepth, type Landmarks, sharedPrefix, takePrefix } from '../codec/dictionary.ts';
import type { Segment } from '../storage/segment.ts';
import { asciiUnits, type Automaton, deadState, unknownStep } from './automaton.ts';

/**
 * Takes a term: its first `length` units, which the next one overwrites, its block and where its
 * postings record begins.
 */
export type VisitTerm = (units: Uint16Array, length: number, block: number, start: number) => void;

/** Longest term: the longest token, and what the stemmer may add. */
const longestTerm = longestToken + 8;
/** `stopWordMark` as a unit: a term that begins so is no term of Lunr's. */
const stopWordUnit = 0;

/**
 * Finds every term of a segment that an automaton accepts.
 *
 * The dictionary is walked in order with the automaton's state kept at each letter of the current
 * term: the next term goes on from the letter where it departs from the one before. Where the
 * automaton dies, all terms that share that beginning are stepped over, mostly from landmark to landmark;
 * where it dies within what two neighbouring blocks' first terms share, the whole block is.
 */
export function walkTerms(segment: Segment, automaton: Automaton, prefix: string, visit: VisitTerm): void {
  const from = prefix === '' ? 0 : Math.max(0, segment.blockOf(prefix));
  const walker = new BlockWalker(automaton, visit);
  for (let block = from; block < segment.blockCount; block++) {
    // Terms with one beginning are one unbroken run of blocks.
    if (block > from && !segment.firsts[block]!.startsWith(prefix)) break;
    if (!isBlockDead(segment, block, automaton))
      walker.walk(segment.dictionaryBlock(block), block, segment.landmarks(block));
  }
}

/** Finds every term of a segment that begins with `prefix`: an unbroken run. Stop words' own terms are left out. */
export function walkPrefix(segment: Segment, prefix: string, visit: VisitTerm): void {
  const units = new Uint16Array(longestTerm);
  const first = Math.max(0, segment.blockOf(prefix));
  for (let block = first; block < segment.blockCount; block++) {
    if (block > first && !segment.firsts[block]!.startsWith(prefix)) return;
    const goesOn = takePrefix(segment.dictionaryBlock(block), prefix, units, (_, length, start) => {
      if (units[0] !== stopWordUnit) visit(units, length, block, start);
    });
    if (!goesOn) return;
  }
}

function isBlockDead(segment: Segment, block: number, automaton: Automaton): boolean {
  const next = segment.firsts[block + 1];
  if (next === undefined) return false;
  const first = segment.firsts[block]!;
  const shared = sharedPrefix(first, next);
  let state = automaton.start;
  for (let i = 0; i < shared && state !== deadState; i++) state = automaton.step(state, first.charCodeAt(i));
  return state === deadState;
}

class BlockWalker {
  readonly #automaton: Automaton;
  readonly #visit: VisitTerm;
  /** The state after so many units of the current term. */
  readonly #states = new Int32Array(longestTerm + 1);
  readonly #units = new Uint16Array(longestTerm);

  constructor(automaton: Automaton, visit: VisitTerm) {
    this.#automaton = automaton;
    this.#visit = visit;
    this.#states[0] = automaton.start;
  }

  /** One loop, decoding in place: for a misspelt word it runs over the whole dictionary. */
  walk(block: Uint8Array, number: number, { ats, starts, shared: sharedAt }: Landmarks): void {
    const automaton = this.#automaton;
    const states = this.#states;
    const units = this.#units;
    let at = 0;
    let start = 0;
    let landmark = 0;
    /** From this many shared units on, the automaton is dead. */
    let deadFrom = longestTerm + 1;
    while (at < block.length) {
      let shared = block[at++]!;
      if (shared > 127) shared = (shared & 127) | (block[at++]! << 7);
      let size = block[at++]!;
      if (size > 127) size = (size & 127) | (block[at++]! << 7);
      const rest = at + size;
      let length = shared;
      if (shared < deadFrom) {
        deadFrom = longestTerm + 1;
        let state = states[shared]!;
        while (at < rest) {
          let unit = block[at++]!;
          if (unit > 127) {
            unit &= 127;
            for (let shift = 7; ; shift += 7) {
              const byte = block[at++]!;
              unit |= (byte & 127) << shift;
              if (byte < 128) break;
            }
            state = automaton.step(state, unit);
          } else {
            const next = automaton.steps[state * asciiUnits + unit]!;
            state = next === unknownStep ? automaton.step(state, unit) : next;
          }
          if (state === deadState) {
            deadFrom = length + 1;
            break;
          }
          units[length++] = unit;
          states[length] = state;
        }
        if (deadFrom <= landmarkDepth) {
          while (landmark < ats.length && (ats[landmark]! < at || sharedAt[landmark]! >= deadFrom)) landmark++;
          if (landmark === ats.length) return;
          at = ats[landmark]!;
          start = starts[landmark]!;
          continue;
        }
        if (deadFrom > longestTerm && units[0] !== stopWordUnit && automaton.isFinal(state)) {
          this.#visit(units, length, number, start);
        }
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
  }
}
