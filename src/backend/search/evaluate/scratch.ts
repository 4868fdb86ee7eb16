import { Occurrences } from './occurrences.ts';
import { newWeightTable, type WeightTable } from './streams.ts';
import { type Bits, noBits, setBit } from './bits.ts';
import { type Columns, trashedFlag } from '../storage/columns.ts';

/**
 * Large arrays that every query needs, kept from one to the next: at 200,000 articles making and
 * clearing them anew would cost more than a small query itself.
 */
export class Scratch {
  readonly weightTable: WeightTable = newWeightTable();
  readonly #occurrences: Occurrences[] = [];
  #scores = new Float64Array(0);
  readonly #living: ({ readonly version: number; readonly bits: Bits } | undefined)[] = [];

  /** For the word at this place of a phrase, empty. */
  occurrences(place: number): Occurrences {
    const occurrences = (this.#occurrences[place] ??= new Occurrences());
    occurrences.clear();
    return occurrences;
  }

  /** Scores by article number; what a query before left in them must be overwritten. They last until the next query. */
  scores(articles: number): Float64Array {
    if (this.#scores.length < articles) this.#scores = new Float64Array(Math.ceil(articles * 1.25));
    return this.#scores;
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
