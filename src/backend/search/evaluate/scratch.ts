import { PostingList } from '../codec/postings.ts';
import { Occurrences } from './occurrences.ts';
import { type Bits, noBits, setBit } from './bits.ts';
import { ReadyStreams } from './ready-streams.ts';
import { type Columns, trashedFlag } from '../storage/columns.ts';

/**
 * Large arrays that every query needs, kept from one to the next: at 200,000 articles making and
 * clearing them anew would cost more than a small query itself.
 */
export class Scratch {
  /** Of so many postings on the scores of a query wait until it is known which articles may come first. */
  readonly waitFrom: number;
  readonly list = new PostingList();
  readonly #lists: PostingList[] = [];
  readonly #occurrences: Occurrences[] = [];
  #scores = new Float64Array(0);
  /** The articles that have a score; undefined while a query is under way. */
  #scored: Bits | undefined;
  /** Whose scores they are. */
  holder: object | undefined;
  readonly readyStreams = new ReadyStreams();
  readonly #living: ({ readonly version: number; readonly bits: Bits } | undefined)[] = [];

  constructor(waitFrom: number) {
    this.waitFrom = waitFrom;
  }

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
    else clear(this.#scores, this.#scored);
    this.#scored = undefined;
    this.holder = undefined;
    return this.#scores;
  }

  /**
   * Says that the articles of this set are all that have a score, or will have: the next query clears no others.
   * Where a query broke off before this, it clears all.
   */
  scored(bits: Bits): void {
    this.#scored = bits;
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

function clear(scores: Float64Array, scored: Bits): void {
  for (let word = 0; word < scored.length; word++) {
    for (let rest = scored[word]!; rest !== 0; rest &= rest - 1) scores[word * 32 + 31 - Math.clz32(rest & -rest)] = 0;
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
