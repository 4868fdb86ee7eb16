import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import lunr from 'lunr';
import type { SearchDocument } from '#backend/search/search.ts';
import { buildStockIndex } from '#support/stock-lunr.ts';
import { type Engine, type EngineSettings, pageSize, type Question } from './engine.ts';

/**
 * Stock Lunr: its default pipeline for English, any word unless `+` stands before it. It cannot be
 * added to: each change builds it anew.
 */
export function openLunr(folder: string, { titleBoost }: EngineSettings): Engine {
  const path = join(folder, 'lunr.json');
  const documents = new Map<string, SearchDocument>();
  let index = existsSync(path) ? lunr.Index.load(JSON.parse(readFileSync(path, 'utf8')) as object) : undefined;
  const fields = ['title', 'author', 'source', 'section', 'tag', 'body'].map((name) => {
    return { name, boost: name === 'title' ? titleBoost : name === 'tag' ? 2 : 1 };
  });
  const built = (): lunr.Index => (index ??= buildStockIndex(documents.values(), fields));
  return {
    name: 'lunr',
    add(batch) {
      for (const document of batch) documents.set(document.id, document);
      index = undefined;
    },
    finish: () => void built(),
    find(question) {
      const query = queryFor(question);
      return query === undefined ? undefined : built().search(query).slice(0, pageSize).length;
    },
    best(text, limit) {
      // As its guide advises for what people type: tokens as clauses, so that no sign is an operator.
      const found = built().query((query) => query.term(lunr.tokenizer(text), {}));
      return found.slice(0, limit).map(({ ref }) => ref);
    },
    save: () => writeFileSync(path, JSON.stringify(built())),
    close: () => undefined,
  };
}

function queryFor(question: Question): string | undefined {
  switch (question.kind) {
    case 'words':
      return question.words.map((word) => (question.reading === 'all' ? `+${word}` : word)).join(' ');
    case 'title':
      return `title:${question.word}`;
    case 'prefix':
      return `${question.start}*`;
    case 'misspelt':
      return `${question.word}~1`;
    case 'excluded':
      return `+${question.word} -${question.without}`;
    case 'phrase':
    case 'filtered':
      return undefined;
  }
}
