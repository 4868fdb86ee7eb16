import { type PostingList, skipMany } from '../codec/postings.ts';
import { type Bits, hasBit } from './bits.ts';

/** A word of a phrase in one field of one segment: its postings, and where their positions begin. */
export type PlacedStream = {
  readonly list: PostingList;
  readonly positions: Uint8Array;
  readonly start: number;
  /** Which word of the phrase it is. */
  readonly place: number;
};

/**
 * The articles in which words stand side by side.
 *
 * Article by article: only where all words occur are positions decoded, those of one article at a
 * time, which stay in the processor's nearest memory; all others are stepped over four bytes at a
 * time. The first stream, best the shortest, leads.
 */
export function articlesSideBySide(words: readonly PlacedStream[], within: Bits): number[] {
  const [first, ...rest] = words.map((word) => new Cursor(word));
  const found: number[] = [];
  let starts = new Int32Array(256);
  const { articles, frequencies, count } = words[0]!.list;
  for (let place = 0; place < count; place++) {
    const article = articles[place]!;
    if (!hasBit(within, article) || !allReach(rest, article)) continue;
    first!.seek(article);
    if (frequencies[place]! > starts.length) starts = new Int32Array(frequencies[place]! * 2);
    let left = first!.readStarts(starts);
    for (let word = 0; word < rest.length && left > 0; word++) left = rest[word]!.keepFollowed(starts, left);
    if (left > 0) found.push(article);
  }
  return found;
}

function allReach(words: readonly Cursor[], article: number): boolean {
  for (let word = 0; word < words.length; word++) if (!words[word]!.seek(article)) return false;
  return true;
}

/**
 * Goes through one word's articles and positions together, each only once.
 *
 * The two loops that decode positions take one or two bytes without a branch: which of the two it
 * is changes too often to be foretold. A position within a text is rarely farther from the one before.
 */
class Cursor {
  readonly #articles: Uint32Array;
  readonly #frequencies: Uint32Array;
  readonly #count: number;
  readonly #positions: Uint8Array;
  readonly #view: DataView;
  readonly #place: number;
  #at = 0;
  #from: number;
  /** So many positions lie between `#from` and the article at hand. */
  #passedOver = 0;

  constructor({ list, positions, start, place }: PlacedStream) {
    this.#articles = list.articles;
    this.#frequencies = list.frequencies;
    this.#count = list.count;
    this.#positions = positions;
    this.#view = new DataView(positions.buffer, positions.byteOffset, positions.length);
    this.#place = place;
    this.#from = start;
  }

  /** Goes forward to an article; false when the word is not in it. */
  seek(article: number): boolean {
    const articles = this.#articles;
    const frequencies = this.#frequencies;
    const count = this.#count;
    let at = this.#at;
    let passedOver = this.#passedOver;
    while (at < count && articles[at]! < article) passedOver += frequencies[at++]!;
    this.#at = at;
    this.#passedOver = passedOver;
    return at < count && articles[at] === article;
  }

  /** Writes where in this article a phrase would begin that has this word at its place; answers how many. */
  readStarts(starts: Int32Array): number {
    const positions = this.#positions;
    const count = this.#enter();
    let at = this.#from;
    let position = -this.#place;
    for (let i = 0; i < count; i++) {
      const low = positions[at]!;
      const high = positions[at + 1]! | 0;
      const more = low >>> 7;
      position += (low & 127) | ((high << 7) & -more & 0x3fff);
      at += 1 + more;
      if ((low & high) > 127) {
        for (let shift = 14; ; shift += 7) {
          const byte = positions[at++]!;
          position += (byte & 127) << shift;
          if (byte < 128) break;
        }
      }
      starts[i] = position;
    }
    this.#from = at;
    return count;
  }

  /** Keeps those of the first `count` starts that have this word at its place; answers how many. */
  keepFollowed(starts: Int32Array, count: number): number {
    const positions = this.#positions;
    let left = this.#enter();
    let at = this.#from;
    let position = -this.#place;
    let next = 0;
    let kept = 0;
    for (; left > 0 && next < count; left--) {
      const low = positions[at]!;
      const high = positions[at + 1]! | 0;
      const more = low >>> 7;
      position += (low & 127) | ((high << 7) & -more & 0x3fff);
      at += 1 + more;
      if ((low & high) > 127) {
        for (let shift = 14; ; shift += 7) {
          const byte = positions[at++]!;
          position += (byte & 127) << shift;
          if (byte < 128) break;
        }
      }
      while (next < count && starts[next]! < position) next++;
      if (next < count && starts[next] === position) starts[kept++] = starts[next++]!;
    }
    this.#from = at;
    this.#passedOver = left;
    return kept;
  }

  /** Goes to the positions in the article at hand, and on to the next article; answers how many there are. */
  #enter(): number {
    if (this.#passedOver > 0) this.#from = skipMany(this.#view, this.#from, this.#passedOver);
    this.#passedOver = 0;
    return this.#frequencies[this.#at++]!;
  }
}
