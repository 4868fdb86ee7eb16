import { PostingList } from '../codec/postings.ts';
import { Occurrences } from './occurrences.ts';
import { type Bits, listMembers, noBits, setBit } from './bits.ts';
import { type Columns, trashedFlag } from '../storage/columns.ts';

/**
 * Large arrays that every query needs, kept from one to the next: at 200,000 articles making and
 * clearing them anew would cost more than a small query itself.
 */
export class Scratch {
  readonly list = new PostingList();
  readonly #lists: PostingList[] = [];
  readonly #occurrences: Occurrences[] = [];
  #scores = new Float64Array(0);
  #articles = new Uint32Array(0);
  /** The articles that have a score; undefined while a query is under way. */
  #scored: Uint32Array | undefined;
  readonly #living: ({ readonly version: number; readonly bits: Bits } | undefined)[] = [];

  /** Lists for what is read side by side, by number. */
  listOf(number: number): PostingList {
    return (this.#lists[number] ??= new PostingList());
  }

  /** For the word at this place of a phrase, empty. */
  occurrences(place: number): Occurrences {
    const occurrences = (this.#occurrences[place] ??= new Occurrences());
    occurrences.clear();
    return occurrences;
  }

  /** Scores by article number, all 0. They last until the next query. */
  scores(articles: number): Float64Array {
    if (this.#scores.length < articles) this.#scores = new Float64Array(Math.ceil(articles * 1.25));
    else if (this.#scored === undefined) this.#scores.fill(0);
    else for (let place = 0; place < this.#scored.length; place++) this.#scores[this.#scored[place]!] = 0;
    this.#scored = undefined;
    return this.#scores;
  }

  /**
   * The articles of a set as a list. They are all that have a score: the next query clears no others.
   * Where a query broke off before this, it clears all.
   */
  scored(bits: Bits): Uint32Array {
    if (this.#articles.length < bits.length * 32) this.#articles = new Uint32Array(bits.length * 40);
    this.#scored = this.#articles.slice(0, listMembers(bits, this.#articles));
    return this.#scored;
  }

  /** The living articles, the trash only when asked for. Not to be changed. */
  living(columns: Columns, withTrash: boolean): Bits {
    const place = withTrash ? 1 : 0;
    const known = this.#living[place];
    if (known !== undefined && known.version === columns.version) return known.bits;
    const bits = livingArticles(columns, withTrash);
    this.#living[place] = { version: columns.version, bits };
    return bits;
  }
}

function livingArticles(columns: Columns, withTrash: boolean): Bits {
  const bits = noBits(columns.next);
  const { live, flags } = columns;
  const hidden = withTrash ? 0 : trashedFlag;
  for (let article = 0; article < columns.next; article++) {
    if (live[article] === 1 && (flags[article]! & hidden) === 0) setBit(bits, article);
  }
  return bits;
}
