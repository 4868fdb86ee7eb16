import type { HitReason, MarkedText } from '#contract/search.ts';
import type { Analyzer } from '../analysis/analyzer.ts';
import type { SearchDocument } from '../document.ts';
import type { Found } from '../evaluate/found.ts';
import type { Nearness, NearnessBonus } from '../evaluate/nearness.ts';
import type { Plan } from '../evaluate/plan.ts';
import { inverseFrequency, Weigher, weightOf } from '../evaluate/weighing.ts';
import { bodyField, fieldNames, titleField } from '../fields.ts';
import { bestPassage, findMatches, markAll, type Match } from './passages.ts';

export type FoundHit = {
  readonly id: string;
  readonly score: number;
  readonly headline: MarkedText;
  readonly snippet: MarkedText;
  readonly reasons: HitReason[];
};

/** A term that the query looks for: its number in the table, and how much it tells. */
type Wanted = { readonly number: number; readonly worth: number };

/** Up to so many terms are looked up before the texts are read; of more, only those that the texts hold. */
const fewTerms = 256;

/**
 * Makes what the page shows of its hits: marked headline, best passage, reasons.
 *
 * Only the articles of the page are read. Positions are not stored: the page's texts are cut into
 * tokens again, exactly as when they were taken in.
 */
export class HitWriter {
  readonly #analyzer: Analyzer;
  readonly #found: Found;
  readonly #plan: Plan;
  readonly #weigher: Weigher;
  readonly #known = new Map<number, Wanted | null>();
  /** All terms of the query are known by number; any other term of a text is not wanted. */
  #isReady = false;

  constructor(analyzer: Analyzer, found: Found, plan: Plan) {
    this.#analyzer = analyzer;
    this.#found = found;
    this.#plan = plan;
    const { table, weights, scoring } = found;
    this.#weigher = new Weigher(table, weights, scoring);
    if (table.termCount > fewTerms) return;
    for (let term = 0; term < table.termCount; term++) this.#wanted(analyzer.termNumber(table.term(term)));
    this.#isReady = true;
  }

  /** `explain` is the nearness to give reasons with, or false for none. */
  hit(article: number, document: SearchDocument, explain: Nearness | false): FoundHit {
    const headline = markAll(document.title, this.#matches(document, titleField));
    const inBody = this.#matches(document, bodyField);
    const passage = bestPassage(document.body, inBody);
    const saysWhy = inBody.length > 0 || headline.marks.length > 0;
    return {
      id: document.id,
      score: this.#found.scores[article]!,
      headline,
      snippet: saysWhy ? passage : this.#ledByField(document, passage),
      reasons: explain ? this.#reasons(article, document, explain.get(article) ?? []) : [],
    };
  }

  /** Where neither story nor headline says why it was found, the field that does leads the passage: its author. */
  #ledByField(document: SearchDocument, passage: MarkedText): MarkedText {
    for (const [field, name] of fieldNames.entries()) {
      if (field === bodyField || field === titleField) continue;
      const { text, marks } = markAll(document[name], this.#matches(document, field));
      if (marks.length > 0) return { text: `${text} \u2014 ${passage.text}`, marks };
    }
    return passage;
  }

  #matches(document: SearchDocument, field: number): Match[] {
    const { weights } = this.#found;
    return findMatches(this.#analyzer, document[fieldNames[field]!], document.language, (termNumber) => {
      const wanted = this.#wanted(termNumber);
      return wanted === undefined || ((weights.masks[wanted.number]! >> field) & 1) === 0 ? undefined : wanted.worth;
    });
  }

  /** What the query makes of a term of a text, by the analyzer's number; each is asked by name only once. */
  #wanted(termNumber: number): Wanted | undefined {
    if (termNumber < 0) return undefined;
    const known = this.#known.get(termNumber);
    if (known !== undefined || this.#isReady) return known ?? undefined;
    const { table, memory } = this.#found;
    const number = table.numberOf(this.#analyzer.term(termNumber));
    const wanted =
      number === undefined
        ? null
        : { number, worth: inverseFrequency(memory.columns.liveCount, table.pairCounts[number]!) };
    this.#known.set(termNumber, wanted);
    return wanted ?? undefined;
  }

  /** One reason for each field and term, and for each pair of words that stand near; their weights add up to the score. */
  #reasons(article: number, document: SearchDocument, nearness: readonly NearnessBonus[]): HitReason[] {
    const { lengths } = this.#found.memory.columns;
    const reasons: HitReason[] = nearness.map(({ pair: { first, second }, field, weight }) => {
      const typed = `${this.#plan.leaves[first]!.typed} ${this.#plan.leaves[second]!.typed}`;
      return { field: fieldNames[field]!, term: typed, typed, weight };
    });
    for (const [field, name] of fieldNames.entries()) {
      const frequencies = new Map<string, number>();
      for (const { term } of this.#matches(document, field)) frequencies.set(term, (frequencies.get(term) ?? 0) + 1);
      for (const [term, frequency] of frequencies) {
        const number = this.#found.table.numberOf(term)!;
        const weight = weightOf(this.#weigher.of(number, field), frequency, lengths[field]![article]!);
        reasons.push({ field: name, term, typed: this.#typed(number, field), weight });
      }
    }
    return reasons.sort((a, b) => b.weight - a.weight);
  }

  #typed(term: number, field: number): string {
    const { ofLeaf } = this.#found.table;
    const leaf = this.#plan.leaves.find(
      ({ scores, mask }, place) => scores && ((mask >> field) & 1) === 1 && ofLeaf[place]!.includes(term),
    );
    return leaf?.typed ?? '';
  }
}
