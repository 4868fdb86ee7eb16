import type { ArticleId } from '#contract/article.ts';
import type { Collection } from '#contract/collections.ts';
import { emptySelection, selectOnly } from '../../state/selection.ts';
import * as views from '../../state/view.ts';
import type { DialogName, Place } from '../../state/view.ts';
import type { OrganiseActs } from '../../state/organise-acts.ts';
import { text } from '../../text/text.ts';
import type { Situation, Tools } from './situation.ts';

/** What is done to collections and to the queue. */
export function deskCollections(situation: Situation, { view: store }: Tools, { collections: acts }: OrganiseActs) {
  const { view, collections, targets, cursor, idAt, rows, queueHead, isQueued } = situation;
  const here = view.query.trim() === '' ? views.collectionOf(view.place) : null;
  const named = (id: string) => ({ id, name: collections.find((one) => one.id === id)?.name ?? '' });
  const canMove = here !== null && view.collectionSort === 'own' && cursor !== null;

  const addTo = (id: string, ids: readonly string[]) =>
    void acts.put(id, ids, 'end', (changed) =>
      id === views.readNextId ? text.queue.added(changed) : text.collections.added(named(id).name, changed),
    );
  const takeOut = (id: string, ids: readonly string[]) => void acts.takeOut(named(id), ids);

  const idsFor = (index: number) => {
    const id = idAt(index);
    if (id === undefined) return [];
    return view.selection.ids.has(id) ? [...view.selection.ids] : [id];
  };
  /** Before a row, or after the last. */
  const dropRows = (ids: readonly string[], index: number) => {
    const before = index < (rows.total ?? 0) ? idAt(index) : undefined;
    const place = before === undefined ? ('last' as const) : { before: asId(before) };
    void acts.put(here ?? '', ids, place, () => text.collections.moved);
  };

  return {
    /** The collection whose articles are listed. */
    collectionHere: here,
    canMove,
    collectionActs: acts,
    nameOf(place: Place): string {
      if (place.kind === 'tag') return place.tag;
      if (place.kind === 'source') return place.source;
      if (place.kind === 'collection') return named(place.id).name;
      return text.shelves.names[place.kind];
    },
    addTo,
    takeOut,
    takeOutHere() {
      if (here === null) return;
      if (targets.length > 1) store.set((now) => ({ ...now, selection: emptySelection }));
      takeOut(here, targets);
    },
    toggleQueue: () => (isQueued ? takeOut(views.readNextId, targets) : addTo(views.readNextId, targets)),
    queueFirst: () => void acts.put(views.readNextId, targets, 'front', text.queue.addedFirst),
    /** Opens what is read next, and takes what was open off the queue. */
    readNext() {
      if (queueHead === null) return;
      const finished = view.openId;
      store.set((now) => views.openAt(now, queueHead.id, null));
      if (finished !== null && situation.isOpenQueued) takeOut(views.readNextId, [finished]);
    },
    /** Moves the row of the cursor one place up or down in a collection's own order. */
    moveRow(step: 1 | -1) {
      if (!canMove) return;
      const index = Math.min(Math.max(0, cursor.index + step), (rows.total ?? 1) - 1);
      store.set((now) => ({ ...now, selection: selectOnly({ id: cursor.id, index }) }));
      void acts.step(here, asId(cursor.id), step);
    },
    /** Rows dragged by the pointer: out of the list, and within a collection's own order. */
    rowDragging: { idsFor, onDrop: here !== null && view.collectionSort === 'own' ? dropRows : null },
    openCollection: ({ id }: Collection) => store.set((now) => views.goTo(now, { kind: 'collection', id })),
    async makeCollection(name: string, ids: readonly string[]) {
      const id = await acts.make(name, ids);
      if (id !== null && ids.length === 0) store.set((now) => views.goTo(now, { kind: 'collection', id }));
    },
    removeCollection(collection: Collection) {
      if (here === collection.id) store.set((now) => views.goTo(now, { kind: 'all' }));
      void acts.remove(collection);
    },
  };
}

/** What is done to a tag as a whole. */
export function deskTags({ view }: Situation, { view: store }: Tools, { tags: acts }: OrganiseActs) {
  const tagHere = view.place.kind === 'tag' ? view.place.tag : null;
  /** Where one stands goes along with the tag's name. */
  const follow = (from: string, to: string | null) =>
    store.set((now) => {
      if (now.place.kind !== 'tag' || !isBelow(now.place.tag, from)) return now;
      if (to === null) return views.goTo(now, { kind: 'all' });
      return { ...now, place: { kind: 'tag', tag: `${to}${now.place.tag.slice(from.length)}` } };
    });
  return {
    tagHere,
    showForTag: (dialog: DialogName, tag: string | null) =>
      store.set((now) => ({ ...now, dialog, dialogTag: tag, isShelvesDrawerOpen: false })),
    async renameTag(tag: string, to: string, said: string) {
      if (tag !== to && (await acts.rename(tag, to, said))) follow(tag, to);
    },
    /** Under another tag, or with `null` to the top. */
    async moveTag(tag: string, under: string | null) {
      const name = tag.slice(tag.lastIndexOf('/') + 1);
      const to = under === null ? name : `${under}/${name}`;
      if (tag !== to && !isBelow(under ?? '', tag) && (await acts.rename(tag, to, text.tagActs.moved(to)))) {
        follow(tag, to);
      }
    },
    async removeTag(tag: string) {
      if (await acts.remove(tag)) follow(tag, null);
    },
  };
}

/** Whether a tag is another, or nested below it. */
export function isBelow(tag: string, above: string): boolean {
  return tag === above || tag.startsWith(`${above}/`);
}

/** Ids in the window come from the back end, which checked them. */
function asId(id: string): ArticleId {
  return id as ArticleId;
}
