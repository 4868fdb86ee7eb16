import type { Collection, CollectionList } from '#contract/collections.ts';
import { readNextId } from '#contract/collections.ts';
import type { ActResult } from '#contract/contract.ts';
import { ArchiveError } from '#contract/errors.ts';
import type { Database } from '#platform/database.ts';
import type { Context } from './context.ts';
import { randomName } from './device.ts';
import { sideActsOf } from './entries.ts';
import type { SideAct } from './journal-line.ts';
import { recordDecided, requireArticles } from './record-acts.ts';
import { shelfTotal } from './shelf-counts.ts';

/**
 * Collections: what they are called and how they stand. What is in them is folded with each article, and
 * put there by collected.ts.
 *
 * There are few, so that no table repeats their names: each look folds their acts anew.
 */

type Named = Pick<Collection, 'id' | 'name'>;

export function listCollections(database: Database): CollectionList {
  const count = (id: string) => shelfTotal(database, { collection: id }) ?? 0;
  return {
    readNext: count(readNextId),
    collections: namedCollections(database).map((one) => ({ ...one, count: count(one.id) })),
  };
}

/** In the reader's order, without the queue. */
export function namedCollections(database: Database): Named[] {
  return foldCollections(sideActsOf(database, 'collections'));
}

export function makeCollection(
  context: Context,
  name: string,
  ids: readonly string[],
): ActResult & { readonly id: string } {
  const id = randomName(10);
  const result = recordDecided(context, ids.length, () => {
    const articles = requireArticles(context, ids);
    const inIt = articles.length === 0 ? {} : { ids: articles, places: articles.map((_, index) => index + 1) };
    return { act: { act: 'collection', data: { collection: id, name, ...inIt } }, changed: 1 };
  });
  return { ...result, id };
}

export function renameCollection(context: Context, id: string, name: string): ActResult {
  return recordDecided(context, 0, () => {
    if (requireCollection(context, id).name === name) return undefined;
    return { act: { act: 'collection', data: { collection: id, name } }, changed: 1 };
  });
}

/** The order of all. Those that are not named come after, in the order they have. */
export function orderCollections(context: Context, ids: readonly string[]): ActResult {
  return recordDecided(context, 0, () => {
    for (const id of ids) requireCollection(context, id);
    const before = namedCollections(context.database).map(({ id }) => id);
    const collections = [...new Set([...ids, ...before])];
    if (collections.join() === before.join()) return undefined;
    return { act: { act: 'collection-order', data: { collections } }, changed: 1 };
  });
}

export function removeCollection(context: Context, id: string): ActResult {
  return recordDecided(context, 0, () => {
    requireCollection(context, id);
    return { act: { act: 'collection-remove', data: { collection: id } }, changed: 1 };
  });
}

export function requireCollection({ database }: Context, id: string): Named {
  const named = namedCollections(database).find((one) => one.id === id);
  if (named !== undefined) return named;
  throw new ArchiveError('not-found', `there is no collection ${id}`, { details: { id } });
}

/**
 * What the acts come to, in the order of `compareStamps` and without those that are undone: a name goes to
 * its last writer, a collection is there when it has one and was not removed, and the last order holds.
 */
export function foldCollections(acts: Iterable<SideAct<'collections'>>): Named[] {
  const names = new Map<string, string>();
  const removed = new Set<string>([readNextId]);
  let order: readonly string[] = [];
  for (const { act, data } of acts) {
    if (act === 'collection') names.set(data.collection, data.name);
    else if (act === 'collection-remove') removed.add(data.collection);
    else order = data.collections;
  }
  return [...new Set([...order, ...names.keys()])].flatMap((id) => {
    const name = names.get(id);
    return name === undefined || removed.has(id) ? [] : [{ id, name }];
  });
}
