import type { ArticleId } from '#contract/article.ts';
import { type CollectionPlace, readNextId } from '#contract/collections.ts';
import type { ActResult } from '#contract/contract.ts';
import { ArchiveError } from '#contract/errors.ts';
import type { Database } from '#platform/database.ts';
import { collectionsOf } from './articles.ts';
import { requireCollection } from './collections.ts';
import type { Context } from './context.ts';
import { type Member, placesFor } from './places.ts';
import { recordDecided, recordOnArticles, requireArticles } from './record-acts.ts';

/** Puts articles in a collection, or moves those that are in it, side by side in the order given. */
export function putInCollection(
  context: Context,
  collection: string,
  ids: readonly string[],
  place: CollectionPlace,
): ActResult {
  return recordDecided(context, ids.length, () => {
    if (collection !== readNextId) requireCollection(context, collection);
    const members = membersOf(context.database, collection);
    const known = new Set(members.map(({ id }) => id));
    const moving = requireArticles(context, ids).filter((id) => place !== 'end' || !known.has(id));
    const rest = members.filter(({ id }) => !new Set<string>(moving).has(id));
    const placed = placesFor(rest, moving, indexOf(place, rest, members));
    if (isInOrder(members, placed)) return undefined;
    const places = placed.map((one) => one.place);
    // Members come out of the catalogue, the others were just found in it.
    const data = { ids: placed.map(({ id }) => id as ArticleId), collection, places };
    return { act: { act: 'collect', data }, changed: moving.length };
  });
}

export function takeOutOfCollection(context: Context, collection: string, ids: readonly string[]): ActResult {
  return recordOnArticles(
    context,
    ids,
    (row) => collectionsOf(row).has(collection),
    (ids) => ({ act: 'uncollect', data: { ids, collection } }),
  );
}

/** Those that are in the trash too: they keep their places. */
export function membersOf(database: Database, collection: string): Member[] {
  const rows = database
    .prepare(
      `SELECT id, place FROM collected JOIN article ON number = collected.article
       WHERE collection = ? ORDER BY place, id`,
    )
    .all(collection);
  return rows.map((row) => ({ id: String(row['id']), place: Number(row['place']) }));
}

/** The place among those that stay; before an article that moves itself means before the next that stays. */
function indexOf(place: CollectionPlace, rest: readonly Member[], members: readonly Member[]): number {
  if (place === 'end' || place === 'last') return rest.length;
  if (place === 'front') return 0;
  const from = members.findIndex(({ id }) => id === place.before);
  if (from === -1) {
    throw new ArchiveError('not-found', `article ${place.before} is not in this collection`, {
      details: { id: place.before },
    });
  }
  const stays = new Set(rest.map(({ id }) => id));
  const next = members.slice(from).find(({ id }) => stays.has(id));
  return next === undefined ? rest.length : rest.findIndex(({ id }) => id === next.id);
}

function comesBefore(one: Member | undefined, other: Member): boolean {
  return one === undefined || one.place < other.place || (one.place === other.place && one.id < other.id);
}

/** Whether the members, with these places, stand as they stood. */
function isInOrder(members: readonly Member[], placed: readonly Member[]): boolean {
  const places = new Map(placed.map(({ id, place }) => [id, place]));
  const after = members.map(({ id, place }) => ({ id, place: places.get(id) ?? place }));
  const known = new Set(members.map(({ id }) => id));
  return (
    placed.every(({ id }) => known.has(id)) &&
    after.every((member, index) => index === 0 || comesBefore(after[index - 1], member))
  );
}
