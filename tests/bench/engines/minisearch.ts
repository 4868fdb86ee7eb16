import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import MiniSearch, { type SearchOptions } from 'minisearch';
import type { SearchDocument } from '#backend/search/search.ts';
import { commonWords, type Engine, type EngineSettings, pageSize, type Question } from './engine.ts';

/** As its documentation shows for stop words: a term may be dropped. */
function termOf(word: string): string | null {
  const term = word.toLowerCase();
  return commonWords.has(term) ? null : term;
}

const options = {
  processTerm: termOf,
  fields: ['title', 'author', 'source', 'section', 'tag', 'body'],
  storeFields: ['published', 'tags'],
  idField: 'id',
};

/** MiniSearch: all results ranked by its BM25+, any word by default. Stop words are left out; it
 * has no stemmer and no phrases. */
export function openMiniSearch(folder: string, { titleBoost }: EngineSettings): Engine {
  const path = join(folder, 'minisearch.json');
  const index = existsSync(path)
    ? MiniSearch.loadJSON<SearchDocument>(readFileSync(path, 'utf8'), options)
    : new MiniSearch<SearchDocument>(options);
  const boost = { title: titleBoost, tag: 2 };
  const count = (query: Parameters<typeof index.search>[0], more: SearchOptions): number =>
    index.search(query, { boost, ...more }).slice(0, pageSize).length;
  return {
    name: 'minisearch',
    add(batch) {
      for (const document of batch) {
        if (index.has(document.id)) index.replace(document);
        else index.add(document);
      }
    },
    finish: () => undefined,
    find: (question) => find(question, count),
    best: (text, limit) =>
      index
        .search(text, { boost })
        .slice(0, limit)
        .map(({ id }) => id as string),
    save: () => writeFileSync(path, JSON.stringify(index)),
    close: () => undefined,
  };
}

function find(
  question: Question,
  count: (query: Parameters<MiniSearch['search']>[0], more: SearchOptions) => number,
): number | undefined {
  switch (question.kind) {
    case 'words':
      return count(question.words.join(' '), { combineWith: question.reading === 'all' ? 'AND' : 'OR' });
    case 'title':
      return count(question.word, { fields: ['title'] });
    case 'prefix':
      return count(question.start, { prefix: true });
    case 'misspelt':
      return count(question.word, { fuzzy: 1 });
    case 'excluded':
      return count({ combineWith: 'AND_NOT', queries: [question.word, question.without] }, {});
    case 'filtered': {
      const { word, tag, fromYear, toYear } = question;
      return count(word, {
        filter: ({ published, tags }) => {
          const year = Number((published as string).slice(0, 4));
          return year >= fromYear && year <= toYear && (tags as string[]).includes(tag);
        },
      });
    }
    case 'phrase':
      return undefined;
  }
}
