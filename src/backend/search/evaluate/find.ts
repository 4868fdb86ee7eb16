import type { Scoring } from '../fields.ts';
import { type Bits, noBits } from './bits.ts';
import type { Checkpoint } from './checkpoint.ts';
import { Found, type Scores } from './found.ts';
import { canWait, LateScores } from './late-scores.ts';
import { type FindTogether, matchArticles } from './match.ts';
import type { Match, Plan } from './plan.ts';
import { scoreArticles } from './score.ts';
import type { Memory } from '../storage/memory.ts';
import type { Scratch } from './scratch.ts';
import { TermTable, weigh } from './term-table.ts';
import { Weigher } from './weighing.ts';

/** Of so many terms, reading the postings twice costs more than scoring what a filter would leave out. */
const wideTerms = 8;

/**
 * Finds and scores.
 *
 * In general postings are read twice: once for which articles match, once for the scores of those, all or only those
 * that may come first. Where the words of a query are all alternatives, whatever holds one of them matches:
 * then both are done in one reading.
 */
export function findArticles(
  memory: Memory,
  plan: Plan,
  visible: Bits,
  scoring: Scoring,
  findTogether: FindTogether,
  scratch: Scratch,
  checkpoint: Checkpoint,
): Found {
  const table = new TermTable(memory, plan, checkpoint);
  const weights = weigh(table, plan.leaves);
  const weigher = new Weigher(table, weights, scoring);
  const articles = memory.columns.next;
  const match = (part: Match, within: Bits): Bits =>
    matchArticles(table, { ...plan, match: part }, within, findTogether, scratch.list);
  const scoreAll = (wanted: Bits, marks: Bits): Scores => {
    const values = scratch.scores(articles);
    scoreArticles(table, weights, weigher, { wanted, marks, scores: values }, scratch.list, checkpoint);
    scratch.scored(marks);
    return { values, late: undefined };
  };
  const scoreLate = (bits: Bits): Scores => {
    const values = scratch.scores(articles);
    const late = new LateScores(table, weights, weigher, bits, values, scratch);
    scratch.scored(late.scored);
    return { values, late };
  };
  const parts = { memory, table, weights, scoring };
  const waits = canWait(table, weights, scratch.waitFrom);
  const rest = waits ? undefined : besideAlternatives(plan, table);
  if (rest === undefined) {
    const bits = match(plan.match, visible);
    return new Found({ ...parts, bits }, scratch, () => (waits ? scoreLate(bits) : scoreAll(bits, bits)));
  }
  const wanted = rest.length === 0 ? visible : match({ kind: 'all', of: rest }, visible);
  const bits = noBits(articles);
  const scores = scoreAll(wanted, bits);
  return new Found({ ...parts, bits }, scratch, () => scoreAll(wanted, bits), scores);
}

/**
 * When the plan's scoring leaves are alternatives to each other: the conditions beside them. Undefined
 * when they are not, or when the conditions had better come first.
 */
function besideAlternatives({ leaves, match }: Plan, table: TermTable): Match[] | undefined {
  const parts = conjuncts(match);
  const alternatives = parts.flatMap((part) => leavesOf(part) ?? []);
  const rest = parts.filter((part) => leavesOf(part) === undefined);
  if (parts.length !== rest.length + 1 || !alternatives.every((leaf) => leaves[leaf]!.scores)) return undefined;
  if (alternatives.length !== leaves.filter((leaf) => leaf.scores).length) return undefined;
  if (rest.length > 0 && alternatives.every((leaf) => table.ofLeaf[leaf]!.length < wideTerms)) return undefined;
  return rest.some(holdsNear) ? undefined : rest;
}

/** The parts that must all match, without brackets. */
function conjuncts(match: Match): Match[] {
  return match.kind === 'all' ? match.of.flatMap(conjuncts) : [match];
}

/** The leaves of which one must match; undefined when the part asks for something else. */
function leavesOf(match: Match): number[] | undefined {
  if (match.kind === 'leaf') return [match.leaf];
  if (match.kind !== 'any') return undefined;
  const leaves = match.of.map((one) => leavesOf(one));
  return leaves.some((one) => one === undefined) ? undefined : leaves.flatMap((one) => one!);
}

function holdsNear(match: Match): boolean {
  return match.kind === 'near' || ('of' in match && [match.of].flat().some(holdsNear));
}
