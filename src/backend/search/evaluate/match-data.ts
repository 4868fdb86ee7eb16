import lunr from 'lunr';
import { PostingList } from '../codec/postings.ts';
import { fieldNames } from '../fields.ts';
import type { Found } from './found.ts';

type MatchData = lunr.MatchData;

// Lunr lets match data be made without a term, for queries that only prohibit; the published types do not.
const newMatchData = lunr.MatchData as unknown as new (term?: string, field?: string, metadata?: object) => MatchData;

/** Lunr's match data of every article found: which terms it holds in which fields. */
export function collectMatchData(found: Found): (article: number) => MatchData {
  const { table, weights } = found;
  const data = new Map<number, MatchData>();
  for (const article of found.articles()) data.set(article, new newMatchData());
  const note = (article: number, term: number, field: number): void => {
    data.get(article)?.combine(new newMatchData(table.term(term), fieldNames[field], {}));
  };
  const list = new PostingList();
  for (let number = 0; number < table.streamCount; number++) {
    const [term, field] = [table.termOf(number), table.fieldOf(number)];
    if (((weights.masks[term]! >> field) & 1) === 0) continue;
    const stream = table.stream(number);
    list.read(stream.bytes, stream, stream.low);
    for (let place = 0; place < list.count; place++) note(list.articles[place]!, term, field);
  }
  for (const [term, mask] of weights.masks.entries()) {
    table.eachBuffered(term, (article, field) => {
      if (((mask >> field) & 1) === 1) note(article, term, field);
    });
  }
  return (article) => data.get(article)!;
}
