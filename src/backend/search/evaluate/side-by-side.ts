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

/** More than most texts have words. */
const firstRoom = 2048;

/** One for each place of a text, and the last place that was stamped in the article at hand. */
type Stamps = { row: Int32Array<ArrayBuffer>; last: number };

/**
 * The articles in which words stand side by side.
 *
 * Article by article: only where all words occur are positions decoded, those of one article at a
 * time, which stay in the processor's nearest memory; all others are stepped over four bytes at a
 * time. The first stream, best the shortest, leads.
 *
 * Where the phrase may begin in an article is kept as stamps, one for each place of a text. A stamp tells in which
 * turn (article) it was set and how many words were found from there on, so none is ever cleared, and whether a word
 * follows is one comparison, without a branch that could be foretold wrongly:
 *
 * ```
 *                begin at 0   1   2   3   4        turn 40; what other articles left is less
 * first word              –  41   –   –  41
 * second word             –  42   –   –  41        ──▶ both stand at 1
 * ```
 */
export function articlesSideBySide(words: readonly PlacedStream[], within: Bits): number[] {
  // All places are shifted by as much, so that none is below 0.
  const shift = Math.max(...words.map(({ place }) => place));
  const [first, ...rest] = words.map((word) => new Cursor(word, shift));
  const { articles, count } = words[0]!.list;
  const found: number[] = [];
  const stamps: Stamps = { row: new Int32Array(firstRoom), last: 0 };
  for (let place = 0, turn = 0; place < count; place++, turn += words.length) {
    const article = articles[place]!;
    if (!hasBit(within, article) || !allReach(rest, article)) continue;
    first!.seek(article);
    first!.stampAll(stamps, turn + 1);
    let isLeft = true;
    for (let word = 0; word < rest.length && isLeft; word++)
      isLeft = rest[word]!.stampFollowed(stamps, turn + 1 + word);
    if (isLeft) found.push(article);
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
  /** Added to a position: where the phrase would begin. */
  readonly #shift: number;
  #at = 0;
  #from: number;
  /** So many positions lie between `#from` and the article at hand. */
  #passedOver = 0;

  constructor({ list, positions, start, place }: PlacedStream, shift: number) {
    this.#articles = list.articles;
    this.#frequencies = list.frequencies;
    this.#count = list.count;
    this.#positions = positions;
    this.#view = new DataView(positions.buffer, positions.byteOffset, positions.length);
    this.#shift = shift - place;
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

  /** Sets the stamp wherever in this article the phrase would begin that has this word at its place. */
  stampAll(stamps: Stamps, stamp: number): void {
    const positions = this.#positions;
    let at = this.#enter();
    let start = this.#shift;
    for (let left = this.#frequency; left > 0; left--) {
      const low = positions[at]!;
      const high = positions[at + 1]! | 0;
      const more = low >>> 7;
      start += (low & 127) | ((high << 7) & -more & 0x3fff);
      at += 1 + more;
      if ((low & high) > 127) {
        for (let shift = 14; ; shift += 7) {
          const byte = positions[at++]!;
          start += (byte & 127) << shift;
          if (byte < 128) break;
        }
      }
      if (start >= stamps.row.length) stamps.row = withRoom(stamps.row, start);
      stamps.row[start] = stamp;
    }
    stamps.last = start;
    this.#from = at;
  }

  /**
   * Raises the stamps of those beginnings that have this word at its place; false when there are none. What lies
   * behind the last of them is stepped over.
   */
  stampFollowed({ row, last }: Stamps, stamp: number): boolean {
    const positions = this.#positions;
    const view = this.#view;
    let at = this.#enter();
    let start = this.#shift;
    let followed = 0;
    let left = this.#frequency;
    while (left > 0 && start <= last) {
      // A word that occurs often is seldom a hundred words from itself: four of its positions at a time.
      const four = left < 4 ? severalBytes : view.getUint32(at, true);
      if ((four & severalBytes) === 0) {
        const first = start + (four & 127);
        const second = first + ((four >>> 8) & 127);
        const third = second + ((four >>> 16) & 127);
        start = third + (four >>> 24);
        followed |=
          raise(row, first, stamp) | raise(row, second, stamp) | raise(row, third, stamp) | raise(row, start, stamp);
        at += 4;
        left -= 4;
        continue;
      }
      const low = positions[at]!;
      const high = positions[at + 1]! | 0;
      const more = low >>> 7;
      start += (low & 127) | ((high << 7) & -more & 0x3fff);
      at += 1 + more;
      left--;
      if ((low & high) > 127) {
        for (let shift = 14; ; shift += 7) {
          const byte = positions[at++]!;
          start += (byte & 127) << shift;
          if (byte < 128) break;
        }
      }
      followed |= raise(row, start, stamp);
    }
    this.#from = at;
    this.#passedOver = left;
    return followed === 1;
  }

  /** How often the word occurs in the article at hand. */
  get #frequency(): number {
    return this.#frequencies[this.#at - 1]!;
  }

  /** Goes to the positions in the article at hand, and on to the next article; answers where they begin. */
  #enter(): number {
    const passedOver = this.#passedOver;
    this.#passedOver = 0;
    this.#at++;
    return passedOver > 0 ? skipMany(this.#view, this.#from, passedOver) : this.#from;
  }
}

/** In the high bits of four bytes: some number takes more than one. */
const severalBytes = 0x80808080 | 0;

/** Adds one to a stamp that is as it should be; 1 when it was. */
function raise(row: Int32Array, place: number, stamp: number): number {
  if (place >= row.length) return 0;
  const difference = row[place]! ^ stamp;
  const isSame = ((difference | -difference) >>> 31) ^ 1;
  row[place]! += isSame;
  return isSame;
}

function withRoom(row: Int32Array<ArrayBuffer>, place: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(place * 2);
  larger.set(row);
  return larger;
}
