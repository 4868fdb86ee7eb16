import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Document, Encoder } from 'flexsearch';
import english from 'flexsearch/lang/en';
import type { SearchDocument } from '#backend/search/search.ts';
import { type Engine, pageSize, type Question } from './engine.ts';

const prefix = 'flexsearch-';

/**
 * FlexSearch: whole words with its English preset. It keeps articles of a word in a few classes by where the
 * word stands, so it answers without scoring; beginnings of words would need an index three times as large.
 */
export function openFlexSearch(folder: string): Engine {
  const index = new Document({
    document: { id: 'id', index: ['title', 'text'] },
    tokenize: 'strict',
    // As its guide works it out for articles of some hundred words.
    resolution: 30,
    encoder: new Encoder(english),
  });
  for (const file of readdirSync(folder)) {
    if (file.startsWith(prefix)) index.import(file.slice(prefix.length), readFileSync(join(folder, file), 'utf8'));
  }
  const known = new Set<string>();
  const search = (query: string, field: 'title' | 'text', limit: number, suggest: boolean): string[] => {
    // Plucked from one field: a plain list of ids.
    return index.search(query, { limit, pluck: field, suggest }) as unknown as string[];
  };
  const count = (words: string, field: 'title' | 'text', suggest: boolean): number =>
    search(words, field, pageSize, suggest).length;
  return {
    name: 'flexsearch',
    add(batch) {
      for (const document of batch) {
        const entry = { id: document.id, title: document.title, text: textOf(document) };
        if (known.has(document.id)) index.update(entry);
        else index.add(entry);
        known.add(document.id);
      }
    },
    finish: () => undefined,
    find: (question) => find(question, count),
    best: (text, limit) => search(text, 'text', limit, true),
    async save() {
      const parts: [string, string][] = [];
      // Its types pick the form that answers at once; it always answers later.
      const exported: unknown = index.export((key, data) => void parts.push([key, data]));
      await Promise.resolve(exported);
      for (const [key, data] of parts) if (data !== undefined) writeFileSync(join(folder, `${prefix}${key}`), data);
    },
    close: () => undefined,
  };
}

function textOf({ title, author, source, section, tag, body }: SearchDocument): string {
  return [title, author, source, section, tag, body].join(' ');
}

function find(
  question: Question,
  count: (words: string, field: 'title' | 'text', suggest: boolean) => number,
): number | undefined {
  switch (question.kind) {
    case 'words':
      return count(question.words.join(' '), 'text', question.reading === 'any');
    case 'title':
      return count(question.word, 'title', false);
    case 'phrase':
    case 'prefix':
    case 'misspelt':
    case 'excluded':
    case 'filtered':
      return undefined;
  }
}
