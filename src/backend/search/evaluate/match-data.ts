import lunr from 'lunr';
import { eachPosting } from '../codec/postings.ts';
import { fieldNames } from '../fields.ts';
import type { Found } from './found.ts';

type MatchData = lunr.MatchData;

// Lunr lets match data be made without a term, for queries that only prohibit; the published types do not.
const newMatchData = lunr.MatchData as unknown as new (term?: string, field?: string, metadata?: object) => MatchData;

/** Lunr's match data of every article found: which terms it holds in which fields. */
export function collectMatchData({ table, weights, articles, memory }: Found): (article: number) => MatchData {
  const data = new Map<number, MatchData>();
  for (const article of articles) data.set(article, new newMatchData());
  const note = (article: number, term: number, field: number): void => {
    data.get(article)?.combine(new newMatchData(table.terms[term], fieldNames[field], {}));
  };
  for (let stream = 0; stream < table.streamCount; stream++) {
    const [term, field] = [table.termOf(stream), table.fieldOf(stream)];
    if (((weights.masks[term]! >> field) & 1) === 0) continue;
    const place = {
      field,
      count: table.countOf(stream),
      last: 0,
      start: table.startOf(stream),
      end: table.endOf(stream),
    };
    eachPosting(table.bytesOf(stream), place, table.segmentOf(stream).low, (article) => note(article, term, field));
  }
  for (const [term, mask] of weights.masks.entries()) {
    memory.buffer.each(table.terms[term]!, (article, field) => {
      if (((mask >> field) & 1) === 1) note(article, term, field);
    });
  }
  return (article) => data.get(article)!;
}
