import type { Scoring } from '../fields.ts';
import type { Memory } from '../storage/memory.ts';
import type { Bits } from './bits.ts';
import type { TermTable, Weights } from './term-table.ts';

/** Everything found for a plan, before paging. `scores` last until the next query. */
export type Found = {
  readonly memory: Memory;
  readonly table: TermTable;
  readonly weights: Weights;
  readonly scoring: Scoring;
  readonly bits: Bits;
  readonly articles: Uint32Array;
  readonly scores: Float64Array;
};
