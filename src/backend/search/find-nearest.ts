import type { QueryProblem, QueryRemark, SearchRequest } from '#contract/search.ts';
import type { Clock } from '#platform/clock.ts';
import type { ArchiveIndex } from './archive-index.ts';
import type { Checkpoint } from './evaluate/checkpoint.ts';
import { pressmarkScoring } from './fields.ts';
import type { Found } from './evaluate/found.ts';
import type { Match, Plan } from './evaluate/plan.ts';
import type { Collections, NumberedCollections } from './language/collections.ts';
import type { Margins, NumberedMargins } from './language/margins.ts';
import { shelfMatches } from './language/filters.ts';
import {
  type LooseWord,
  loosened,
  type NearerQuery,
  someWordsQuery,
  withoutLoose,
  withoutUnknown,
} from './language/nearest.ts';
import { parseQuery, type Query } from './language/parse.ts';
import { problemOf } from './language/remarks.ts';
import { instantSeconds } from './storage/days.ts';

/** What of a request decides which articles are found. */
export type Looked = Pick<SearchRequest, 'query' | 'filter'>;

/** A query as it was understood, and what it found. */
export type Asked = {
  readonly query: Query;
  readonly plan: Plan;
  readonly withTrash: boolean;
  readonly found: Found;
};

export type Answered = Asked & {
  readonly problem: QueryProblem | null;
  /** Articles that hold all words and come before those that hold some. */
  readonly holdingAll: Uint32Array;
};

/** Of so many words hardly any article may hold every one. */
const severalWords = 3;
/** When fewer articles hold several words whole, those with some of them are answered as well. */
const fewArticles = 10;
/** More words make a sentence, and sentences are not in an article's own words. */
const mostKeywords = 4;
/**
 * Of a sentence as many words must be held as so many articles hold; of keywords, as many as a few articles hold.
 * With fewer articles for a sentence what its writer looks for would be missing (`npm run bench -- relevance`).
 */
const manyArticles = 1000;

const none = new Uint32Array(0);

/** Understands queries and finds what they ask for, or what is nearest to it. */
export class NearestFinder {
  readonly #index: ArchiveIndex;
  readonly #clock: Clock;
  readonly #collections: NumberedCollections;
  readonly #margins: NumberedMargins;

  constructor(index: ArchiveIndex, clock: Clock, { named, idsIn }: Collections, margins: Margins) {
    this.#index = index;
    this.#clock = clock;
    this.#collections = { named, numbersIn: (id) => index.store.numbersOf(idsIn(id)) };
    this.#margins = { ...margins, numbersOf: (ids) => index.store.numbersOf(ids) };
  }

  parse(query: string): Query {
    const { names, segments } = this.#index.memory();
    const nowSeconds = instantSeconds(new Date(this.#clock.now()).toISOString());
    return parseQuery(query, {
      names,
      collections: this.#collections,
      margins: this.#margins,
      nowSeconds,
      typed: this.#index.typedWords(),
      termCount: segments.reduce((sum, segment) => sum + segment.termCount, 0),
    });
  }

  /** `among`: more that must hold, such as being one of a few articles. */
  find(request: Looked, checkpoint: Checkpoint, among: readonly Match[] = []): Asked {
    checkpoint();
    const query = this.parse(request.query);
    const shelf: Match[] = shelfMatches(request.filter, {
      names: this.#index.memory().names,
      collections: this.#collections,
    });
    const plan: Plan = {
      leaves: query.plan.leaves,
      match: { kind: 'all', of: [query.plan.match, ...shelf, ...among] },
    };
    const withTrash = query.wantsTrash || request.filter.trashed === true;
    return { query, plan, withTrash, found: this.#index.find(plan, withTrash, pressmarkScoring, checkpoint) };
  }

  /**
   * What the query finds; when that is nothing, what the nearest query finds that finds something: with unknown
   * words spelled otherwise, or left out, at last with some of the words instead of all. Several words that few
   * articles hold whole find those with some of them as well, behind the few.
   */
  findNearest(request: Looked, checkpoint: Checkpoint): Answered {
    return this.#nearest(request, checkpoint, 'any');
  }

  #nearest(request: Looked, checkpoint: Checkpoint, words: 'any' | 'corrected' | 'known'): Answered {
    const asked = this.find(request, checkpoint);
    const { problem, loose, prose } = asked.query;
    const total = asked.found.total;
    if (prose !== undefined && words === 'any' && total < fewArticles)
      return this.#asProse(request, asked, prose, checkpoint);
    const isEnough = total >= fewArticles || (total > 0 && loose.length < severalWords);
    if (loose.length === 0 || isEnough) return { ...asked, problem, holdingAll: none };
    if (problem !== null && words === 'any') return this.#nearestOfCorrected(request, problem, checkpoint);
    const unknown = loose.filter((word) => isUnknown(word, asked));
    // A long text is read in part, and without its unknown words further: not again and again to its end.
    const nearest =
      unknown.length > 0 && words !== 'known'
        ? this.#withoutUnknown(request, asked, unknown, checkpoint)
        : this.#withSome(request, asked, words === 'known', checkpoint);
    return nearest ?? { ...asked, problem, holdingAll: none };
  }

  /** A text whose signs, taken for what they mean here, leave hardly anything: its words alone are asked for. */
  #asProse(request: Looked, asked: Asked, prose: string, checkpoint: Checkpoint): Answered {
    const answer = this.#nearest({ ...request, query: prose }, checkpoint, 'corrected');
    if (answer.found.total <= asked.found.total) return { ...asked, problem: asked.query.problem, holdingAll: none };
    const plain = problemOf([{ kind: 'read-as-words' }], { start: 0, end: request.query.length }, prose);
    return { ...answer, problem: bothTold(plain, answer.problem) };
  }

  /** Of a query with a mistake: what is nearest to it as it was read. The mistake is told first. */
  #nearestOfCorrected(request: Looked, problem: QueryProblem, checkpoint: Checkpoint): Answered {
    const answer = this.#nearest({ ...request, query: problem.readAs }, checkpoint, 'corrected');
    return { ...answer, problem: bothTold(problem, answer.problem) };
  }

  #withoutUnknown(
    request: Looked,
    { query: { loose }, plan }: Asked,
    unknown: readonly LooseWord[],
    checkpoint: Checkpoint,
  ): Answered | undefined {
    const { respelled, without } = withoutUnknown(request.query, unknown);
    for (const nearer of walksDictionary(plan) ? [] : respelled) {
      const answer = this.find({ ...request, query: nearer.query }, checkpoint);
      if (answer.found.total > 0) return { ...answer, holdingAll: none, problem: told(nearer.remark, nearer, answer) };
    }
    // Filters alone are never the answer.
    if (loose.length === unknown.length && !isAnchored(plan, loose)) return undefined;
    const answer = this.#nearest({ ...request, query: without.query }, checkpoint, 'known');
    if (answer.found.total === 0) return undefined;
    const remark = answer.problem === null ? without.remark : without.lack;
    return { ...answer, problem: bothTold(told(remark, without, answer), answer.problem) };
  }

  /** Articles with some of the words, all of which occur; or, where none stands with the rest, the rest alone. */
  #withSome(request: Looked, asked: Asked, areOthers: boolean, checkpoint: Checkpoint): Answered | undefined {
    const { query, plan, withTrash, found } = asked;
    const holdingAll = found.articles();
    const some = loosened(plan.match, plan.leaves, query.loose);
    if (some === undefined) return holdingAll.length > 0 ? undefined : this.#withoutLoose(request, asked, checkpoint);
    const words = some.words.length;
    if (holdingAll.length > 0 && words < severalWords) return undefined;
    const isSentence = words > mostKeywords;
    const tally = this.#index.tally(found, plan.leaves, some, withTrash);
    const count = tally.greatestReached(words, isSentence ? manyArticles : fewArticles);
    const match: Match = { kind: 'all', of: [...some.rest, { kind: 'some', count, of: some.words }] };
    const isOpen = endsOpen(asked);
    const wider = this.#index.find({ leaves: plan.leaves, match }, withTrash, pressmarkScoring, checkpoint);
    if (wider.total === 0) return this.#withoutLoose(request, asked, checkpoint);
    if (wider.total === holdingAll.length) return undefined;
    const { query: readAs, start, end } = someWordsQuery(request.query, query, count, isOpen);
    // In a sentence a word more or less tells little: there the weights alone make the order.
    const first = isSentence ? none : holdingAll;
    const remark: QueryRemark = {
      kind: 'some-words',
      words,
      least: count,
      holdingAll: holdingAll.length,
      comeFirst: first.length > 0,
      areOthers,
    };
    const problem = problemOf([remark], { start, end }, squeezed(readAs));
    return { ...asked, found: wider, holdingAll: first, problem };
  }

  /** Where no loose word stands with the rest: the rest alone, if it holds more than filters. */
  #withoutLoose(request: Looked, { query, plan }: Asked, checkpoint: Checkpoint): Answered | undefined {
    if (!isAnchored(plan, query.loose)) return undefined;
    const rest = withoutLoose(request.query, query.loose);
    const answer = this.find({ ...request, query: rest.query }, checkpoint);
    if (answer.found.total === 0) return undefined;
    return { ...answer, holdingAll: none, problem: told(rest.remark, rest, answer) };
  }
}

function told(remark: QueryRemark, nearer: NearerQuery, answer: Asked): QueryProblem {
  return problemOf([remark], nearer, squeezed(answer.query.problem?.readAs ?? nearer.query));
}

function squeezed(query: string): string {
  return query.replaceAll(/\s+/g, ' ').trim();
}

function bothTold(first: QueryProblem, second: QueryProblem | null): QueryProblem {
  if (second === null) return first;
  return problemOf([...first.remarks, ...second.remarks], first, second.readAs);
}

/** Whether the query holds words or phrases that cannot be let go. */
function isAnchored({ leaves }: Plan, loose: readonly LooseWord[]): boolean {
  return leaves.length > loose.reduce((sum, { firstLeaf, endLeaf }) => sum + endLeaf - firstLeaf, 0);
}

/** Whether no article has some part of a word, nor the word joined to one. */
function isUnknown({ firstLeaf, joinedLeaf, endLeaf }: LooseWord, { found: { table } }: Asked): boolean {
  return (
    table.articlesOf(firstLeaf, joinedLeaf) === 0 &&
    (joinedLeaf === endLeaf || table.articlesOf(joinedLeaf, endLeaf) === 0)
  );
}

/** Each further try would walk the dictionary again for these. */
function walksDictionary({ leaves }: Plan): boolean {
  return leaves.some(({ editDistance, terms }) => editDistance !== undefined || terms[0]?.includes('*'));
}

/** Whether the last word was found as the beginning of words. */
function endsOpen({ plan, found: { table } }: Asked): boolean {
  const last = plan.leaves.at(-1);
  if (last?.prefix === undefined) return false;
  const exact = table.numberOf(last.terms[0] ?? '');
  return exact === undefined || table.pairCounts[exact] === 0;
}
