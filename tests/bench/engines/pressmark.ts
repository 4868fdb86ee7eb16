import { join } from 'node:path';
import { openSearch, type SearchAnswer, type SearchDocument, type SearchIndex } from '#backend/search/search.ts';
import { type Database, openDatabase } from '#platform/database.ts';
import { noLog } from '#platform/log.ts';
import { type Engine, pageSize, type Question } from './engine.ts';

/** Time from the beginning of a slice of work to its end, in which no query is answered. */
export type Pause = { readonly wallMs: number; readonly cpuMs: number };

/** Pressmark by its own door, with what only it is asked for. */
export type PressmarkEngine = Engine & {
  readonly search: SearchIndex;
  readonly page: (query: string, limit: number) => SearchAnswer;
  /** One slice of waiting work; true while there is more. */
  readonly maintain: () => boolean;
  /** Every slice of waiting work so far, and every batch taken in. */
  readonly pauses: { readonly slices: readonly Pause[]; readonly batches: readonly Pause[] };
};

/** What the product gives a slice between two commands. */
const sliceBudgetMs = 5;

/**
 * Every question is answered with the exact total, the best twenty and five facets over the whole result.
 * `texts` are the articles for passages; without them a page has none.
 */
export function openPressmark(
  folder: string,
  texts: (ids: readonly string[]) => ReadonlyMap<string, SearchDocument> = () => new Map(),
): PressmarkEngine {
  const database: Database = openDatabase(join(folder, 'catalogue.sqlite'));
  const search = openSearch({ database, clock: { now: () => Date.now() }, log: noLog, documents: texts });
  const pauses: { slices: Pause[]; batches: Pause[] } = { slices: [], batches: [] };
  const page = (query: string, limit: number): SearchAnswer =>
    search.search({ query, filter: {}, sort: 'relevance', limit, offset: 0, explain: false });
  const maintain = (): boolean => timed(pauses.slices, () => search.maintain(sliceBudgetMs));
  return {
    name: 'pressmark',
    search,
    page,
    maintain,
    pauses,
    add(documents) {
      timed(pauses.batches, () => search.put(documents));
      for (let slices = 0; slices < 20 && maintain(); slices++);
    },
    finish() {
      while (maintain());
    },
    find: (question) => page(queryFor(question), pageSize).total,
    best: (text, limit) => page(text, limit).hits.map(({ id }) => id),
    save: () => search.close(),
    close() {
      search.close();
      database.close();
    },
  };
}

function timed<T>(pauses: Pause[], work: () => T): T {
  const [startedAt, cpuBefore] = [performance.now(), process.cpuUsage()];
  const result = work();
  const { user, system } = process.cpuUsage(cpuBefore);
  pauses.push({ wallMs: performance.now() - startedAt, cpuMs: (user + system) / 1000 });
  return result;
}

/** A space behind the last word says that it is whole. */
export function queryFor(question: Question): string {
  switch (question.kind) {
    case 'words':
      return `${question.words.join(question.reading === 'all' ? ' ' : ' OR ')} `;
    case 'phrase':
      return `"${question.words.join(' ')}"`;
    case 'title':
      return `title:${question.word} `;
    case 'prefix':
      return `${question.start}*`;
    case 'misspelt':
      return `${question.word}~1 `;
    case 'excluded':
      return `${question.word} -${question.without} `;
    case 'filtered':
      return `${question.word} tag:"${question.tag}" published:${question.fromYear}..${question.toYear}`;
  }
}
