import { useMemo } from 'react';
import type { Article, ArticleSummary } from '#contract/article.ts';
import type { ListSort } from '#contract/lists.ts';
import type { SearchSort } from '#contract/search.ts';
import { createActs, type Acts } from '../../state/acts.ts';
import { useServices } from '../../state/backend.tsx';
import { typeSizesPx, type Theme } from '../../state/preferences.ts';
import { idsBetween, type Rows } from '../../state/rows.ts';
import {
  emptySelection,
  extendTo,
  locate,
  selectOnly,
  stepFrom,
  toggle,
  type SelectedRow,
} from '../../state/selection.ts';
import * as views from '../../state/view.ts';
import type { DialogName, Place, ShelfAct, View } from '../../state/view.ts';
import { articleListId } from '../list/article-list.tsx';
import type { RowChoice } from '../list/row.tsx';
import { readerScrollId } from '../reader/reader-pane.tsx';
import { searchFieldId } from '../search/search-field.tsx';
import type { PaneCount } from './use-panes.ts';

/** What is needed to know what an action means just now. */
export type DeskParts = {
  readonly rows: Rows;
  readonly view: View;
  readonly open: Article | undefined;
  readonly panes: PaneCount;
  readonly isReadOnly: boolean;
};

export type Desk = ReturnType<typeof makeDesk> & { readonly acts: Acts };

/** The library screen's hands: everything that keys, buttons and menus do to what is looked at. */
export function useDesk(parts: DeskParts): Desk {
  const { client, cache, announcer, view, preferences } = useServices();
  const acts = useMemo(() => createActs({ client, cache, announcer }), [client, cache, announcer]);
  const shown = preferences.get();
  return { acts, ...makeDesk(parts, { client, cache, acts, view, preferences }, shown.isReaderOpen) };
}

type Tools = Pick<ReturnType<typeof useServices>, 'client' | 'cache' | 'view' | 'preferences'> & {
  readonly acts: Acts;
};

/** How far around its old place a row is looked for after the list has changed. */
const reachRows = 150;

function makeDesk(parts: DeskParts, tools: Tools, isReaderOpen: boolean) {
  const { rows, view, open, panes, isReadOnly } = parts;
  const { selection, openId } = view;
  const isReaderShown = panes === 'one' ? view.front === 'reader' : isReaderOpen;
  const change = tools.view.set;
  const idAt = (index: number) => rows.rowAt(index)?.article.id;
  const cursor = selection.cursor && locate(selection.cursor, reachRows, idAt);
  const targets = selection.ids.size > 0 ? [...selection.ids] : openId === null ? [] : [openId];
  const isTrash = view.place.kind === 'trash' && (view.query.trim() === '' || view.isSearchInPlace);

  /** Makes a row the chosen one, and shows it where the reader stands beside the list. */
  const settle = (row: SelectedRow) => {
    const isShown = isReaderShown;
    change((now) => ({ ...now, selection: selectOnly(row), openId: isShown ? row.id : now.openId }));
  };
  const rowFor = async (index: number): Promise<SelectedRow | undefined> => {
    const id = idAt(index) ?? (await idsBetween(tools.client, rows, index, index))[0];
    return id === undefined ? undefined : { id, index };
  };
  const reach = async (index: number, isExtending: boolean) => {
    const row = await rowFor(index);
    if (!row) return;
    if (!isExtending) {
      settle(row);
      return;
    }
    const between = await idsBetween(tools.client, rows, selection.anchor?.index ?? index, index);
    change((now) => ({ ...now, selection: extendTo(now.selection, row, between) }));
  };
  const openRow = async (index: number) => {
    const row = await rowFor(index);
    if (!row) return;
    tools.preferences.set((now) => ({ ...now, isReaderOpen: true }));
    change((now) => views.openArticle(now, row));
  };

  /** Goes on to the article after those that are about to leave the list, so that one act follows another. */
  const moveOn = (act: ShelfAct) => {
    if (!views.leavesList(view, act)) return;
    const next = cursor && targets.length === 1 ? (rowAfter(cursor, 1) ?? rowAfter(cursor, -1)) : undefined;
    change((now) => ({
      ...now,
      selection: next ? selectOnly(next) : emptySelection,
      openId: now.openId !== null && targets.includes(now.openId) ? (next?.id ?? null) : now.openId,
      front: next ? now.front : 'list',
    }));
  };
  const rowAfter = (from: SelectedRow, step: 1 | -1): SelectedRow | undefined => {
    const id = idAt(from.index + step);
    return id === undefined ? undefined : { id, index: step === 1 ? from.index : from.index - 1 };
  };

  const summaries = targets.map((id) => summaryOf(id, rows, selection.cursor, open)).filter((one) => one !== undefined);
  const isEvery = (test: (summary: ArticleSummary) => boolean) => summaries.length > 0 && summaries.every(test);

  return {
    targets,
    hasTargets: targets.length > 0,
    hasOpen: open !== undefined,
    /** Tags that every chosen article bears. */
    sharedTags: (summaries[0]?.tags ?? []).filter((tag) => isEvery(({ tags }) => tags.includes(tag))),
    isFavourite: isEvery(({ favourite }) => favourite),
    isArchived: isEvery(({ state }) => state === 'archived'),
    canWrite: !isReadOnly,
    isTrash,
    isReaderShown,
    isListShown: panes !== 'one' || view.front === 'list',
    address: open?.canonicalUrl ?? open?.url ?? null,

    step(step: number, isExtending = false) {
      const index = stepFrom(cursor, step, rows.total ?? 0, idAt);
      if (index !== undefined) void reach(index, isExtending);
    },
    goToEnd(end: 'first' | 'last') {
      if (rows.total) void reach(end === 'first' ? 0 : rows.total - 1, false);
    },
    choose({ index, isRange, isToggle }: RowChoice) {
      const id = idAt(index);
      if (id === undefined) return;
      if (isRange) void reach(index, true);
      else if (isToggle) change((now) => ({ ...now, selection: toggle(now.selection, { id, index }) }));
      else if (panes === 'one') void openRow(index);
      else settle({ id, index });
    },
    /** The row under the pointer becomes the chosen one, unless it is among those already chosen. */
    chooseForMenu(index: number) {
      const id = idAt(index);
      if (id !== undefined && !selection.ids.has(id)) settle({ id, index });
    },
    openRow: (index: number) => void openRow(index),
    openCursor() {
      if (!cursor) return;
      void openRow(cursor.index).then(() => focusSoon(readerScrollId));
    },
    async selectAll() {
      if (!rows.total) return;
      const ids = await idsBetween(tools.client, rows, 0, rows.total - 1);
      change((now) => ({ ...now, selection: { ...now.selection, ids: new Set(ids) } }));
    },
    clearSelection: () =>
      change((now) => ({
        ...now,
        selection: now.selection.cursor ? selectOnly(now.selection.cursor) : emptySelection,
      })),
    page(pages: 1 | -1) {
      const reader = document.getElementById(readerScrollId);
      reader?.scrollBy({ top: pages * (reader.clientHeight - 64), behavior: 'smooth' });
    },
    /** One step out: of many chosen to one, of the reader to the list, of a search to the shelf. */
    back() {
      if (selection.ids.size > 1) {
        change((now) => ({
          ...now,
          selection: now.selection.cursor ? selectOnly(now.selection.cursor) : emptySelection,
        }));
      } else if (panes === 'one' && view.front === 'reader') {
        change((now) => ({ ...now, front: 'list' }));
        focusSoon(articleListId);
      } else if (document.activeElement?.id === readerScrollId) {
        tools.preferences.set((now) => ({ ...now, isListOpen: true }));
        focusSoon(articleListId);
      } else if (view.query !== '') {
        change((now) => views.search(now, ''));
      }
    },

    favourite() {
      const favourite = !isEvery((summary) => summary.favourite);
      if (!favourite) moveOn('unfavourite');
      void tools.acts.setFavourite(targets, favourite);
    },
    archive() {
      const isArchived = isEvery(({ state }) => state === 'archived');
      moveOn(isArchived ? 'unarchive' : 'archive');
      void tools.acts.setState(targets, isArchived ? 'unread' : 'archived');
    },
    unread() {
      if (view.place.kind === 'archive') moveOn('unarchive');
      void tools.acts.setState(targets, 'unread');
    },
    trash() {
      moveOn('trash');
      void tools.acts.trash(targets);
    },
    restore() {
      moveOn('restore');
      void tools.acts.restore(targets);
    },
    undo: () => void tools.acts.undo(null),
    openOutside() {
      const address = open?.canonicalUrl ?? open?.url;
      if (address) window.open(address, '_blank', 'noopener,noreferrer');
    },

    show: (dialog: DialogName) => change((now) => ({ ...now, dialog })),
    close: () => change((now) => ({ ...now, dialog: null })),
    goTo(place: Place) {
      change((now) => views.goTo(now, place));
    },
    search: (query: string) => change((now) => (query === now.query ? now : views.search(now, query))),
    searchInPlace: (isSearchInPlace: boolean) =>
      change((now) => ({ ...now, isSearchInPlace, selection: emptySelection })),
    sortList: (sort: ListSort) => change((now) => ({ ...now, sort, selection: emptySelection })),
    sortSearch: (searchSort: SearchSort) => change((now) => ({ ...now, searchSort, selection: emptySelection })),
    focusSearch() {
      const field = document.getElementById(searchFieldId);
      field?.focus();
      if (field instanceof HTMLInputElement) field.select();
    },
    /** From the search field into what it found, onto the first row. */
    enterList() {
      if (!cursor && rows.total) void reach(0, false);
      focusSoon(articleListId);
    },
    leaveReader() {
      tools.preferences.set((now) => ({ ...now, isListOpen: true }));
      change((now) => ({ ...now, front: 'list' }));
      focusSoon(articleListId);
    },
    retry: () => tools.cache.invalidate(() => true),
    toggle(pane: 'shelves' | 'list' | 'reader') {
      if (pane === 'shelves' && panes !== 'three') {
        change((now) => ({ ...now, isShelvesDrawerOpen: !now.isShelvesDrawerOpen }));
        return;
      }
      tools.preferences.set((now) => {
        if (pane === 'shelves') return { ...now, areShelvesOpen: !now.areShelvesOpen };
        // One of list and reader always stands, or there would be nothing to look at.
        if (pane === 'list') return { ...now, isListOpen: !now.isListOpen, isReaderOpen: true };
        return { ...now, isReaderOpen: !now.isReaderOpen, isListOpen: true };
      });
    },
    resizeType(step: 1 | -1) {
      tools.preferences.set((now) => ({
        ...now,
        typeSizePx: Math.min(typeSizesPx.largest, Math.max(typeSizesPx.smallest, now.typeSizePx + step)),
      }));
    },
    setTheme: (theme: Theme) => tools.preferences.set((now) => ({ ...now, theme })),
  };
}

/** What is known of an article at hand: from the reader, or from the rows in memory. */
function summaryOf(
  id: string,
  rows: Rows,
  cursor: SelectedRow | null,
  open: Article | undefined,
): ArticleSummary | undefined {
  if (open?.id === id) return open;
  const near = cursor?.index ?? 0;
  for (let distance = 0; distance <= reachRows; distance += 1) {
    for (const index of [near + distance, near - distance]) {
      const article = rows.rowAt(index)?.article;
      if (article?.id === id) return article;
    }
  }
  return undefined;
}

/** Gives the focus once what was just asked for has been drawn. */
function focusSoon(id: string): void {
  requestAnimationFrame(() => requestAnimationFrame(() => document.getElementById(id)?.focus({ preventScroll: true })));
}
