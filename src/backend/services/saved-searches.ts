import { setImmediate as nextTurn } from 'node:timers/promises';
import type { SavedSearchCount } from '#contract/searches.ts';
import { isCancelled } from '#platform/cancellation.ts';
import type { Archive } from '../archive/archive.ts';
import type { SearchIndex } from '../search/search.ts';
import type { SearchKeeper } from './keep-search-current.ts';
import { takeInFirst } from './search-articles.ts';

/**
 * How many articles each saved search finds, one query after the other: between two of them whatever else
 * waits is answered first.
 */
export async function countSavedSearches(
  rooms: { readonly archive: Archive; readonly search: SearchIndex; readonly keeper: SearchKeeper },
  signal: AbortSignal,
): Promise<SavedSearchCount[]> {
  const counts: SavedSearchCount[] = [];
  takeInFirst(rooms.keeper);
  for (const { id, query } of rooms.archive.savedSearches()) {
    const total = rooms.search.count({ query, filter: {} });
    counts.push({ id, total, problem: rooms.search.problemOf(query) });
    await nextTurn();
    if (isCancelled(signal)) break;
  }
  signal.throwIfAborted();
  return counts;
}
