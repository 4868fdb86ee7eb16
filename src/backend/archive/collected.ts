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
    const stranger = typeof place === 'object' && 'step' in place ? moving.find((id) => !known.has(id)) : undefined;
    if (stranger !== undefined) throw notIn(stranger);
    const isMoving = new Set<string>(moving);
    const rest = members.filter(({ id }) => !isMoving.has(id));
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

type Standing = Member & { readonly trashed: boolean };

/** Those that are in the trash too: they keep their places. */
export function membersOf(database: Database, collection: string): Standing[] {
  const rows = database
    .prepare(
      `SELECT id, place, trashed FROM collected JOIN article ON number = collected.article
       WHERE collection = ? ORDER BY place, id`,
    )
    .all(collection);
  return rows.map((row) => ({ id: String(row['id']), place: Number(row['place']), trashed: row['trashed'] === 1 }));
}

/** The place among those that stay; before an article that moves itself means before the next that stays. */
function indexOf(place: CollectionPlace, rest: readonly Standing[], members: readonly Standing[]): number {
  if (place === 'end' || place === 'last') return rest.length;
  if (place === 'front') return 0;
  if ('step' in place) return indexOfStep(place.step, rest, members);
  const from = members.findIndex(({ id }) => id === place.before);
  if (from === -1) throw notIn(place.before);
  const stays = new Set(rest.map(({ id }) => id));
  const next = members.slice(from).find(({ id }) => stays.has(id));
  return next === undefined ? rest.length : rest.findIndex(({ id }) => id === next.id);
}

function notIn(id: string): ArchiveError {
  return new ArchiveError('not-found', `article ${id} is not in this collection`, { details: { id } });
}

/** One place on from the last of those that move, or back from the first; at an end they stay where they are. */
function indexOfStep(step: 1 | -1, rest: readonly Standing[], members: readonly Standing[]): number {
  const stays = new Set(rest.map(({ id }) => id));
  const isPassed = ({ id, trashed }: Standing) => stays.has(id) && !trashed;
  const from =
    step === 1 ? members.findLastIndex(({ id }) => !stays.has(id)) : members.findIndex(({ id }) => !stays.has(id));
  const standing = members.slice(0, Math.max(0, from)).filter(({ id }) => stays.has(id)).length;
  const passed = step === 1 ? members.slice(from + 1).find(isPassed) : members.slice(0, from).findLast(isPassed);
  if (passed === undefined) return standing;
  const at = rest.findIndex(({ id }) => id === passed.id);
  return step === 1 ? at + 1 : at;
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
