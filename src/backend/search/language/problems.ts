import type { QueryProblem, QueryRemark } from '#contract/search.ts';
import { problemOf } from './remarks.ts';

type Edit = {
  readonly remark: QueryRemark;
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
};

/**
 * The mistakes met while reading a query, and how each was read all the same.
 *
 * Reading never fails. Each mistake is a stretch of the query and what was read in its place; all
 * together they give the query that was answered.
 */
export class Problems {
  readonly #query: string;
  readonly #edits: Edit[] = [];

  constructor(query: string) {
    this.#query = query;
  }

  add(remark: QueryRemark, start: number, end: number, replacement: string): void {
    this.#edits.push({ remark, start, end, replacement });
  }

  /** The first mistake with its place, and the whole query as it was read; null for a query without one. */
  first(): QueryProblem | null {
    const edits = [...this.#edits].sort((a, b) => a.start - b.start || a.end - b.end);
    const [first] = edits;
    if (first === undefined) return null;
    let readAs = '';
    let at = 0;
    for (const { start, end, replacement } of edits) {
      if (start < at) continue;
      readAs += this.#query.slice(at, start) + replacement;
      at = end;
    }
    readAs += this.#query.slice(at);
    return problemOf([first.remark], first, readAs.replaceAll(/\s+/g, ' ').trim());
  }
}
