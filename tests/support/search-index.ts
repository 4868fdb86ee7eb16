import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SearchRequest } from '#contract/search.ts';
import { openDatabase } from '#platform/database.ts';
import { noLog } from '#platform/log.ts';
import {
  openSearch,
  type SearchAnswer,
  type SearchDocument,
  type SearchIndex,
  type SearchOptions,
} from '#backend/search/search.ts';

/** A real index on disk, with its texts in a Map: all that search asks of the world. */
export type TestIndex = Disposable & {
  readonly index: SearchIndex;
  /** Puts articles of which only the named parts matter. */
  readonly put: (...documents: (Partial<SearchDocument> & { readonly id: string })[]) => void;
  readonly search: (query: string, more?: Partial<SearchRequest>, signal?: AbortSignal) => SearchAnswer;
  /** The ids found, sorted. */
  readonly ids: (query: string) => string[];
  /** Closes and opens again, as a restart does. */
  readonly reopen: () => void;
};

/** `beside`: what the archive keeps beside the articles' words. */
export function anIndex(beside: Pick<SearchOptions, 'collections' | 'margins'> = {}): TestIndex {
  const folder = mkdtempSync(join(tmpdir(), 'pressmark-index-'));
  const documents = new Map<string, SearchDocument>();
  let database = openDatabase(join(folder, 'catalogue.sqlite'));
  const open = () =>
    openSearch({
      ...beside,
      database,
      clock: { now: () => Date.UTC(2026, 5, 15) },
      log: noLog,
      documents: (ids) => new Map(ids.flatMap((id) => [...documents].filter(([known]) => known === id))),
    });
  let index = open();
  const search: TestIndex['search'] = (query, more = {}, signal) => {
    const usual = { query, filter: {}, sort: 'relevance', limit: 20, offset: 0, explain: false } as const;
    return index.search({ ...usual, ...more }, signal);
  };
  return {
    get index() {
      return index;
    },
    put(...parts) {
      const whole = parts.map(aDocument);
      for (const document of whole) documents.set(document.id, document);
      index.put(whole);
    },
    search,
    ids: (query) =>
      search(query)
        .hits.map(({ id }) => id)
        .sort(),
    reopen() {
      index.close();
      database.close();
      database = openDatabase(join(folder, 'catalogue.sqlite'));
      index = open();
    },
    [Symbol.dispose]() {
      index.close();
      database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** An article of which only the named parts matter. */
export function aDocument(parts: Partial<SearchDocument> & { readonly id: string }): SearchDocument {
  const { tags = [], authors = [] } = parts;
  return {
    title: 'A quiet day',
    source: 'Harbour Post',
    section: 'World',
    body: 'Nothing of note happened.',
    published: '2018-06-10',
    saved: '2026-01-02T03:04:05Z',
    state: 'unread',
    favourite: false,
    trashed: false,
    words: 100,
    language: 'en',
    tag: tags.join(', '),
    author: authors.join(', '),
    ...parts,
    tags,
    authors,
  };
}
