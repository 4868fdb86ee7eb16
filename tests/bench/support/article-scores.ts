/**
 * Scores of one page, by the measures of the public extraction benchmarks: four-word shingles as
 * multisets for the body, snippets that must and must not be there, folded equality for the fields.
 */
export type Gold = {
  readonly url?: string;
  readonly title?: string;
  readonly authors?: readonly string[];
  readonly date?: string;
  readonly text?: string;
  readonly with?: readonly string[];
  readonly without?: readonly string[];
};
export type Answer = {
  readonly title: string | null;
  readonly authors: readonly string[];
  readonly date: string | null;
  readonly text: string;
};

/** True and false positives, false negatives. */
type Tally = { right: number; wrong: number; missed: number };

export type Scores = {
  readonly precision: number[];
  readonly recall: number[];
  readonly title: number[];
  readonly date: number[];
  readonly authors: Tally;
  readonly snippets: Tally;
};

export function newScores(): Scores {
  return {
    precision: [],
    recall: [],
    title: [],
    date: [],
    authors: { right: 0, wrong: 0, missed: 0 },
    snippets: { right: 0, wrong: 0, missed: 0 },
  };
}

/** A field that the gold does not know does not count. */
export function addPage(scores: Scores, gold: Gold, answer: Answer): void {
  if (gold.text !== undefined) addBody(scores, shingles(gold.text), shingles(answer.text));
  if (gold.title !== undefined && gold.title !== '')
    scores.title.push(fold(gold.title) === fold(answer.title ?? '') ? 1 : 0);
  const day = dayOf(gold.date);
  if (day !== null) scores.date.push(day === dayOf(answer.date) ? 1 : 0);
  if (gold.authors !== undefined && gold.authors.length > 0) addAuthors(scores.authors, gold.authors, answer.authors);
  const flat = squash(answer.text);
  for (const snippet of gold.with ?? []) scores.snippets[flat.includes(squash(snippet)) ? 'right' : 'missed'] += 1;
  for (const snippet of gold.without ?? []) if (flat.includes(squash(snippet))) scores.snippets.wrong += 1;
}

export function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

export function f1({ right, wrong, missed }: Tally): number {
  return right === 0 ? 0 : (2 * right) / (2 * right + wrong + missed);
}

/** Harmonic mean of the averages over pages. An empty answer has no precision, only a recall of nought. */
export function bodyF1({ precision, recall }: Scores): number {
  const [p, r] = [average(precision), average(recall)];
  return p + r === 0 ? 0 : (2 * p * r) / (p + r);
}

function addBody(scores: Scores, gold: ReadonlyMap<string, number>, found: ReadonlyMap<string, number>): void {
  let shared = 0;
  for (const [shingle, count] of found) shared += Math.min(count, gold.get(shingle) ?? 0);
  if (found.size > 0) scores.precision.push(shared / total(found));
  if (gold.size > 0) scores.recall.push(shared / total(gold));
}

function shingles(text: string): Map<string, number> {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const counts = new Map<string, number>();
  if (words.length === 0) return counts;
  for (let at = 0; at < Math.max(1, words.length - 3); at += 1) {
    const shingle = words.slice(at, at + 4).join(' ');
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

function total(counts: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const count of counts.values()) sum += count;
  return sum;
}

function addAuthors(tally: Tally, gold: readonly string[], found: readonly string[]): void {
  const wanted = new Set(gold.map(fold));
  const got = new Set(found.map(fold));
  for (const name of got) tally[wanted.has(name) ? 'right' : 'wrong'] += 1;
  for (const name of wanted) if (!got.has(name)) tally.missed += 1;
}

/** Case, accents, signs and spacing do not count. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function dayOf(date: string | null | undefined): string | null {
  return /\d{4}-\d{2}-\d{2}/.exec(date ?? '')?.[0] ?? null;
}

function squash(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
