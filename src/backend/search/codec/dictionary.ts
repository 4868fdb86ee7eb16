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
  const reader = new ByteReader(block);
  let term = '';
  let start = 0;
  for (let ordinal = 0; reader.hasMore; ordinal++) {
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
  let at = 0;
  let start = 0;
  /** How many units of `term` the entry before agreed with. */
  let agreed = 0;
  const varint = (): number => {
    let byte = block[at++]!;
    if (byte < 128) return byte;
    let value = byte & 127;
    let scale = 128;
    do {
      byte = block[at++]!;
      value += (byte & 127) * scale;
      scale *= 128;
    } while (byte > 127);
    return value;
  };
  for (let ordinal = 0; at < block.length; ordinal++) {
    const shared = varint();
    const size = varint();
    const rest = at + size;
    if (shared > agreed) {
      // Shares more with a term that was too small than `term` does: still too small.
      at = rest;
    } else {
      let place = shared;
      let difference = 0;
      while (at < rest && difference === 0) {
        const unit = varint();
        if (place === term.length) difference = 1;
        else if (unit !== term.charCodeAt(place)) difference = unit - term.charCodeAt(place);
        else place++;
      }
      const isWhole = at === rest && difference === 0;
      at = rest;
      if (difference > 0) return undefined;
      agreed = place;
      if (isWhole && place === term.length) {
        const length = varint();
        return { ordinal, start, end: start + length };
      }
    }
    start += varint();
  }
  return undefined;
}
