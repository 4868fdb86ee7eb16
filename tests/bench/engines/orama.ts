import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { create, insert, load, type RawData, save, search, update } from '@orama/orama';
import type { SearchDocument } from '#backend/search/search.ts';
import { commonWords, type Engine, type EngineSettings, pageSize, type Question } from './engine.ts';

const schema = {
  id: 'string',
  title: 'string',
  author: 'string',
  source: 'string',
  section: 'string',
  tag: 'string',
  body: 'string',
  year: 'number',
  tags: 'enum[]',
} as const;

const searched = ['title', 'author', 'source', 'section', 'tag', 'body'] as const;

/**
 * Orama: its BM25 with its own English stemmer and stop words left out; any word at threshold 1, all at 0. A word
 * finds its longer forms too.
 */
export function openOrama(folder: string, { titleBoost }: EngineSettings): Engine {
  const path = join(folder, 'orama.json');
  const index = create({
    schema,
    components: { tokenizer: { language: 'english', stemming: true, stopWords: [...commonWords] } },
  });
  if (existsSync(path)) load(index, JSON.parse(readFileSync(path, 'utf8')) as RawData);
  const known = new Set<string>();
  const ask = (term: string, more: object, limit: number): string[] => {
    const boost = { title: titleBoost, tag: 2 };
    const found = search(index, { term, properties: [...searched], boost, limit, ...more });
    // Without asynchronous plugins it answers at once.
    if (found instanceof Promise) throw new TypeError('Orama was expected to answer at once');
    return found.hits.map(({ id }) => id);
  };
  return {
    name: 'orama',
    add(batch) {
      for (const document of batch) {
        const entry = entryOf(document);
        if (known.has(document.id)) void update(index, document.id, entry);
        else void insert(index, entry);
        known.add(document.id);
      }
    },
    finish: () => undefined,
    find: (question) => find(question, (term, more) => ask(term, more, pageSize).length),
    best: (text, limit) => ask(text, { threshold: 1 }, limit),
    save: () => writeFileSync(path, JSON.stringify(save(index))),
    close: () => undefined,
  };
}

function entryOf({ id, title, author, source, section, tag, body, published, tags }: SearchDocument) {
  const year = Number(published?.slice(0, 4) ?? 0);
  return { id, title, author, source, section, tag, body, year, tags: [...tags] };
}

function find(question: Question, count: (term: string, more: object) => number): number | undefined {
  switch (question.kind) {
    case 'words':
      return count(question.words.join(' '), { threshold: question.reading === 'all' ? 0 : 1 });
    case 'title':
      return count(question.word, { properties: ['title'] });
    case 'prefix':
      return count(question.start, {});
    case 'misspelt':
      return count(question.word, { tolerance: 1 });
    case 'filtered': {
      const { word, tag, fromYear, toYear } = question;
      return count(word, { where: { year: { between: [fromYear, toYear] }, tags: { containsAll: [tag] } } });
    }
    case 'phrase':
    case 'excluded':
      return undefined;
  }
}
