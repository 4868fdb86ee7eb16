import type { ActResult } from '#contract/contract.ts';
import { ArchiveError } from '#contract/errors.ts';
import type { SavedSearch } from '#contract/searches.ts';
import type { Database } from '#platform/database.ts';
import type { Context } from './context.ts';
import { randomName } from './device.ts';
import { sideActsOf } from './entries.ts';
import type { Act, SideAct } from './journal-line.ts';
import { recordDecided } from './record-acts.ts';

/**
 * Searches that the reader keeps.
 *
 * They live in the journal alone. There are few, so that no table repeats them: each look folds their
 * acts anew, and an undo, a rebuild or another device's journal need no thought.
 */

export function savedSearches(database: Database): SavedSearch[] {
  return foldSavedSearches(sideActsOf(database, 'searches'));
}

export function saveSearch(
  context: Context,
  { name, query }: { readonly name: string; readonly query: string },
): ActResult & { readonly id: string } {
  const id = randomName(10);
  const result = recordOne(context, () => ({ act: 'saved-search', data: { search: id, name, query } }));
  return { ...result, id };
}

export function changeSearch(
  context: Context,
  id: string,
  change: { readonly name?: string | undefined; readonly query?: string | undefined },
): ActResult {
  return recordOne(context, (known) => {
    const { name, query } = found(known, id);
    const data = {
      search: id,
      ...(change.name === undefined || change.name === name ? {} : { name: change.name }),
      ...(change.query === undefined || change.query === query ? {} : { query: change.query }),
    };
    return Object.keys(data).length === 1 ? undefined : { act: 'saved-search', data };
  });
}

/** The order of all. Those that are not named come after, in the order they have. */
export function orderSearches(context: Context, ids: readonly string[]): ActResult {
  return recordOne(context, (known) => {
    for (const id of ids) found(known, id);
    const before = known.map(({ id }) => id);
    const searches = [...new Set([...ids, ...before])];
    return searches.join() === before.join() ? undefined : { act: 'saved-search-order', data: { searches } };
  });
}

export function removeSearch(context: Context, id: string): ActResult {
  return recordOne(context, (known) => {
    found(known, id);
    return { act: 'saved-search-remove', data: { search: id } };
  });
}

/**
 * What the acts come to. They must come in the order of `compareStamps`, without those that are undone.
 *
 * Name and query go to the last writer; a search is there when it has both and was not removed; the last
 * order holds, and what it does not name follows in the order in which it was made.
 */
export function foldSavedSearches(acts: Iterable<SideAct<'searches'>>): SavedSearch[] {
  const parts = new Map<string, { readonly name: string | undefined; readonly query: string | undefined }>();
  const removed = new Set<string>();
  let order: readonly string[] = [];
  for (const { act, data } of acts) {
    if (act === 'saved-search') {
      const { search, name, query } = data;
      const known = parts.get(search);
      parts.set(search, { name: name ?? known?.name, query: query ?? known?.query });
    } else if (act === 'saved-search-remove') removed.add(data.search);
    else order = data.searches;
  }
  const ids = new Set([...order, ...parts.keys()]);
  return [...ids].flatMap((id) => {
    const { name, query } = parts.get(id) ?? {};
    return name === undefined || query === undefined || removed.has(id) ? [] : [{ id, name, query }];
  });
}

function found(known: readonly SavedSearch[], id: string): SavedSearch {
  const search = known.find((one) => one.id === id);
  if (search === undefined) throw new ArchiveError('not-found', `there is no saved search ${id}`, { details: { id } });
  return search;
}

/** Records what is decided from the searches as they are; nothing when nothing would change. */
function recordOne(context: Context, decide: (known: readonly SavedSearch[]) => Act | undefined): ActResult {
  return recordDecided(context, 0, () => {
    const act = decide(savedSearches(context.database));
    return act === undefined ? undefined : { act, changed: 1 };
  });
}
