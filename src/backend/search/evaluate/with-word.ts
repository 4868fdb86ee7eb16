import { PostingList } from '../codec/postings.ts';
import type { Found } from './found.ts';
import type { Match } from './plan.ts';
import type { TermTable } from './term-table.ts';

/** Beyond so many terms of a word (`s*`) the articles found are fewer steps than their postings. */
const mostTerms = 64;

/**
 * Articles among which are all that were found and have every word of the query in this field: those that have the
 * rarest word there. Of a query of which no word must occur, or only words of very many forms, whatever it found.
 */
export function articlesWithWord(found: Found, match: Match, field: number): ArrayLike<number> {
  const { table } = found;
  const countOf = (leaf: number): number => table.ofLeaf[leaf]!.reduce((sum, term) => sum + table.pairCounts[term]!, 0);
  const [rarest] = requiredLeaves(match).sort((a, b) => countOf(a) - countOf(b));
  const terms = rarest === undefined ? undefined : table.ofLeaf[rarest]!;
  return terms === undefined || terms.length > mostTerms ? found.articles() : articlesOfTerms(table, terms, field);
}

function requiredLeaves(match: Match): number[] {
  if (match.kind === 'leaf') return [match.leaf];
  return match.kind === 'all' ? match.of.flatMap(requiredLeaves) : [];
}

function articlesOfTerms(table: TermTable, terms: readonly number[], field: number): number[] {
  const found: number[] = [];
  const list = new PostingList();
  for (const term of terms) {
    for (let stream = table.firstStream(term); stream !== -1; stream = table.nextStream(stream)) {
      if (table.fieldOf(stream) !== field) continue;
      const { bytes, low, ...place } = table.stream(stream);
      list.read(bytes, place, low);
      for (let at = 0; at < list.count; at++) found.push(list.articles[at]!);
    }
    table.eachBuffered(term, (article, ofField) => void (ofField === field && found.push(article)));
  }
  return found;
}
