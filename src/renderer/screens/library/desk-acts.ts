import { emptySelection, selectOnly, type SelectedRow } from '../../state/selection.ts';
import { leavesList, type ShelfAct } from '../../state/view.ts';
import type { Situation, Tools } from './situation.ts';

/** What is done to the chosen articles. */
export function deskActs(situation: Situation, { acts, view: store, preferences }: Tools) {
  const { view, open, cursor, targets, idAt, isFavourite, isArchived } = situation;
  const address = open?.canonicalUrl ?? open?.url ?? null;

  /** Goes on to the article after those that are about to leave the list, so that one act follows another. */
  const moveOn = (act: ShelfAct) => {
    if (!leavesList(view, act)) return;
    const isNextWanted = preferences.get().afterwards === 'next';
    const next = cursor && targets.length === 1 && isNextWanted ? neighbour(cursor, idAt) : undefined;
    store.set((now) => ({
      ...now,
      selection: next ? selectOnly(next) : emptySelection,
      openId: now.openId !== null && targets.includes(now.openId) ? (next?.id ?? null) : now.openId,
      front: next ? now.front : 'list',
    }));
  };

  return {
    address,
    favourite() {
      if (isFavourite) moveOn('unfavourite');
      void acts.setFavourite(targets, !isFavourite);
    },
    archive() {
      moveOn(isArchived ? 'unarchive' : 'archive');
      void acts.setState(targets, isArchived ? 'unread' : 'archived');
    },
    unread() {
      moveOn('unarchive');
      void acts.setState(targets, 'unread');
    },
    trash() {
      moveOn('trash');
      void acts.trash(targets);
    },
    restore() {
      moveOn('restore');
      void acts.restore(targets);
    },
    undo: () => void acts.undo(null),
    openOutside() {
      if (address !== null) window.open(address, '_blank', 'noopener,noreferrer');
    },
  };
}

/** The row after one that is leaving, where it will stand then; before the end of the list the one above. */
function neighbour(leaving: SelectedRow, idAt: (index: number) => string | undefined): SelectedRow | undefined {
  const below = idAt(leaving.index + 1);
  if (below !== undefined) return { id: below, index: leaving.index };
  const above = idAt(leaving.index - 1);
  return above === undefined ? undefined : { id: above, index: leaving.index - 1 };
}
