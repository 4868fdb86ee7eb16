import type { LunrTokenSet } from '../lunr-parts.ts';

export const deadState = -1;
/** A step that has not been worked out yet. */
export const unknownStep = -2;
export const asciiUnits = 128;

/**
 * Lunr's query automaton (wildcards, edit distance), made deterministic as it is walked.
 *
 * Lunr builds it with `*` edges for "any character"; a state here is a set of its nodes. A few
 * hundred states come into being; steps over ASCII are kept in a table.
 */
export class Automaton {
  readonly start: number;
  readonly #sets: LunrTokenSet[][] = [];
  readonly #numbers = new Map<string, number>();
  /** Steps over ASCII: `state * asciiUnits + unit`. For the walker's inner loop; others call `step`. */
  steps = new Int32Array(64 * asciiUnits).fill(unknownStep);
  readonly #finals: boolean[] = [];

  constructor(root: LunrTokenSet) {
    this.start = this.#state(new Set([root]));
  }

  isFinal(state: number): boolean {
    return this.#finals[state]!;
  }

  step(state: number, unit: number): number {
    if (unit < asciiUnits) {
      const known = this.steps[state * asciiUnits + unit]!;
      if (known !== unknownStep) return known;
    }
    const character = String.fromCharCode(unit);
    const reached = new Set<LunrTokenSet>();
    for (const { edges } of this.#sets[state]!) {
      if (Object.hasOwn(edges, character)) reached.add(edges[character]!);
      if (Object.hasOwn(edges, '*')) reached.add(edges['*']!);
    }
    const next = reached.size === 0 ? deadState : this.#state(reached);
    if (unit < asciiUnits) this.steps[state * asciiUnits + unit] = next;
    return next;
  }

  accepts(term: string): boolean {
    let state = this.start;
    for (let i = 0; i < term.length && state !== deadState; i++) state = this.step(state, term.charCodeAt(i));
    return state !== deadState && this.isFinal(state);
  }

  #state(nodes: ReadonlySet<LunrTokenSet>): number {
    const set = [...nodes].sort((a, b) => a.id - b.id);
    const key = set.map((node) => node.id).join(',');
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#sets.length;
    this.#numbers.set(key, number);
    this.#sets.push(set);
    this.#finals.push(set.some((node) => node.final));
    if ((number + 1) * asciiUnits > this.steps.length) this.#grow();
    return number;
  }

  #grow(): void {
    const larger = new Int32Array(this.steps.length * 2).fill(unknownStep);
    larger.set(this.steps);
    this.steps = larger;
  }
}
