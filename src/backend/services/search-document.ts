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
    body: bodyOf(source),
    tags: source.tags,
    authors: source.authors,
    published: source.publishedAt,
    saved: source.savedAt,
    state: source.state,
    favourite: source.favourite,
    trashed: source.trashed,
    words: source.wordCount,
    language: source.language,
    site: hostOf(source.address),
    agency: source.agency,
    place: source.dateline,
    hasPicture: source.pictures > 0 || source.leadImage !== null,
    hasCorrection: source.hasCorrection,
    hasVersions: source.versions > 1,
    hasHighlight: source.hasHighlight,
    hasNote: source.hasNote,
  };
}

/** The name of the machine an article came from; null for a file or a paste. */
function hostOf(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return null;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || protocol === 'http:' ? hostname : null;
}

/** The words around the story count as body, unless the story itself opens with them. */
function bodyOf({ kicker, dek, text }: IndexSource): string {
  const above = [kicker, dek].filter((line) => line !== null && line !== '' && !text.startsWith(line));
  return [...above, text].join('\n\n');
}

export function searchDocuments(sources: Iterable<IndexSource>): ReadonlyMap<string, SearchDocument> {
  const documents = new Map<string, SearchDocument>();
  for (const source of sources) documents.set(source.id, searchDocument(source));
  return documents;
}
