import { stopWordMark } from '../analysis/analyzer.ts';
import { longestToken } from '../analysis/pipelines.ts';
import { eachEntry, sharedPrefix } from '../codec/dictionary.ts';
import type { Segment } from '../storage/segment.ts';
import { type Automaton, deadState } from './automaton.ts';

/** A term with its block and where its postings record begins. */
type Visit = (term: string, block: number, start: number) => void;

/** Longest term: the longest token, and what the stemmer may add. */
const longestTerm = longestToken + 8;

/**
 * Finds every term of a segment that an automaton accepts.
 *
 * The dictionary is walked in order with the automaton's state kept at each letter of the current
 * term: the next term goes on from the letter where it departs from the one before. Where the
 * automaton dies, all terms that share that beginning are stepped over; where it dies within what
 * two neighbouring blocks' first terms share, the whole block is.
 */
export function walkTerms(segment: Segment, automaton: Automaton, prefix: string, visit: Visit): void {
  const from = prefix === '' ? 0 : Math.max(0, segment.blockOf(prefix));
  const walker = new BlockWalker(automaton, visit);
  for (let block = from; block < segment.blockCount; block++) {
    // Terms with one beginning are one unbroken run of blocks.
    if (block > from && !segment.firsts[block]!.startsWith(prefix)) break;
    if (!isBlockDead(segment, block, automaton)) walker.walk(segment.dictionaryBlock(block), block);
  }
}

/** Finds every term of a segment that begins with `prefix`: an unbroken run. */
export function walkPrefix(segment: Segment, prefix: string, visit: Visit): void {
  const first = Math.max(0, segment.blockOf(prefix));
  for (let block = first; block < segment.blockCount; block++) {
    if (block > first && !segment.firsts[block]!.startsWith(prefix)) return;
    for (const { term, start } of eachEntry(segment.dictionaryBlock(block))) {
      if (!term.startsWith(prefix)) {
        if (term > prefix) return;
        continue;
      }
      if (!term.startsWith(stopWordMark)) visit(term, block, start);
    }
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
  readonly #visit: Visit;
  /** The state after so many units of the current term. */
  readonly #states = new Int32Array(longestTerm + 1);
  readonly #units = new Uint16Array(longestTerm);
  #at = 0;
  #block: Uint8Array = new Uint8Array(0);

  constructor(automaton: Automaton, visit: Visit) {
    this.#automaton = automaton;
    this.#visit = visit;
    this.#states[0] = automaton.start;
  }

  walk(block: Uint8Array, number: number): void {
    this.#block = block;
    this.#at = 0;
    let start = 0;
    /** From this many shared units on, the automaton is dead. */
    let deadFrom = Infinity;
    while (this.#at < block.length) {
      const shared = this.#varint();
      const size = this.#varint();
      const rest = this.#at + size;
      let accepted = 0;
      if (shared < deadFrom) {
        const reached = this.#advance(shared, rest);
        deadFrom = reached < 0 ? -reached : Infinity;
        accepted = reached;
      }
      this.#at = rest;
      const end = start + this.#varint();
      const isStopWord = this.#units[0] === 0;
      if (accepted > 0 && deadFrom === Infinity && !isStopWord && this.#automaton.isFinal(this.#states[accepted]!)) {
        this.#visit(this.#text(accepted), number, start);
      }
      start = end;
    }
  }

  /** Steps through the rest of a term. Answers its length, or less the length at which the automaton died. */
  #advance(shared: number, rest: number): number {
    const automaton = this.#automaton;
    let length = shared;
    let state = this.#states[length]!;
    while (this.#at < rest) {
      const unit = this.#varint();
      state = automaton.step(state, unit);
      if (state === deadState) return -(length + 1);
      this.#units[length++] = unit;
      this.#states[length] = state;
    }
    return length;
  }

  #text(length: number): string {
    let text = '';
    for (let i = 0; i < length; i++) text += String.fromCharCode(this.#units[i]!);
    return text;
  }

  #varint(): number {
    const block = this.#block;
    let byte = block[this.#at++]!;
    if (byte < 128) return byte;
    let value = byte & 127;
    let scale = 128;
    do {
      byte = block[this.#at++]!;
      value += (byte & 127) * scale;
      scale *= 128;
    } while (byte > 127);
    return value;
  }
}
