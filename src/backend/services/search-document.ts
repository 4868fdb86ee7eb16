import type { IndexSource } from '../archive/archive.ts';
import type { SearchDocument } from '../search/search.ts';

/** How an article is seen by search: the one place where the two rooms' shapes meet. */
export function searchDocument(source: IndexSource): SearchDocument {
  return {
    id: source.id,
    title: source.headline,
    author: source.authors.join(', '),
    source: source.source ?? '',
    section: source.section ?? '',
    tag: source.tags.join(', '),
    body: [source.kicker, source.dek, source.text].filter((part) => part !== null && part !== '').join('\n\n'),
    tags: source.tags,
    authors: source.authors,
    published: source.publishedAt,
    saved: source.savedAt,
    state: source.state,
    favourite: source.favourite,
    trashed: source.trashed,
    words: source.wordCount,
    language: source.language,
  };
}

export function searchDocuments(sources: Iterable<IndexSource>): ReadonlyMap<string, SearchDocument> {
  const documents = new Map<string, SearchDocument>();
  for (const source of sources) documents.set(source.id, searchDocument(source));
  return documents;
}
