import { idsBetween } from '../../state/rows.ts';
import { emptySelection, extendTo, selectOnly, stepFrom, toggle, type SelectedRow } from '../../state/selection.ts';
import * as views from '../../state/view.ts';
import { highlightListId } from '../highlights/highlight-list.tsx';
import { articleListId } from '../list/article-list.tsx';
import type { RowChoice } from '../list/row.tsx';
import { readerScrollId } from '../reader/reader-scroll.ts';
import { searchFieldId } from '../search/search-field.tsx';
import { focusList, focusSoon } from './focus.ts';
import type { Situation, Tools } from './situation.ts';

/** Going through the list, choosing rows, and opening them. */
export function deskMoves(situation: Situation, tools: Tools) {
  const { rows, view, panes, cursor, idAt } = situation;
  const { selection } = view;
  const change = tools.view.set;
  const { settle, reach, openRow, chooseOne, leaveReader, askWhy } = walkerOf(situation, tools);

  return {
    /** False where the list has come to its end. */
    step(step: number, isExtending = false): boolean {
      const index = stepFrom(cursor, step, rows.total ?? 0, idAt);
      if (index === undefined) return false;
      void reach(index, isExtending);
      // Whoever walks through the list hears it read, unless the text itself is being read.
      if (document.activeElement?.id !== readerScrollId) focusList();
      return true;
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
    askWhy,
    chooseOne,
    async chooseAll() {
      if (!rows.total) return;
      const ids = await idsBetween(tools.client, rows, 0, rows.total - 1);
      change((now) => ({ ...now, selection: { ...now.selection, ids: new Set(ids) } }));
    },
    openRow: (index: number) => void openRow(index),
    openCursor() {
      if (cursor) void openRow(cursor.index).then(() => focusSoon(readerScrollId));
    },
    page(pages: 1 | -1) {
      const reader = document.getElementById(readerScrollId);
      reader?.scrollBy({ top: pages * (reader.clientHeight - 64), behavior: 'smooth' });
    },
    /** From the search field into what it found, onto the first row. `query` is what stands in the field. */
    enterList(query: string) {
      tools.searchActs.remember(query);
      change((now) => ({ ...now, isEntering: true }));
    },
    /** The same, now that the rows are there. */
    enterRows() {
      change((now) => ({ ...now, isEntering: false }));
      if (!rows.total) {
        // Nothing to go to: one stays where the query can be changed.
        focusSoon(searchFieldId);
        return;
      }
      if (!cursor) void reach(0, false);
      focusSoon(articleListId);
    },
    leaveReader,
    /** One step out: of focus mode, of many chosen to one, of the reader to the list, of a search to the shelf. */
    back() {
      if (view.isFocused) change((now) => ({ ...now, isFocused: false }));
      else if (selection.ids.size > 1) chooseOne();
      else if (panes === 'one' && view.front === 'reader') leaveReader();
      else if (document.activeElement?.id === readerScrollId) leaveReader();
      else if (view.query !== '') change((now) => views.search(now, ''));
    },
  };
}

/** The steps that the moves are made of. */
function walkerOf({ rows, view, idAt, isReaderShown }: Situation, tools: Tools) {
  const { selection } = view;
  const change = tools.view.set;

  /** Makes a row the chosen one, and shows it where the reader stands beside the list. */
  const settle = (row: SelectedRow) => {
    if (isReaderShown) tools.searchActs.remember(view.query);
    change((now) => ({ ...now, selection: selectOnly(row), openId: isReaderShown ? row.id : now.openId }));
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
    tools.searchActs.remember(view.query);
    tools.preferences.set((now) => ({ ...now, isReaderOpen: true }));
    change((now) => views.openArticle(now, row));
  };
  const chooseOne = () =>
    change((now) => ({
      ...now,
      selection: now.selection.cursor ? selectOnly(now.selection.cursor) : emptySelection,
    }));

  const leaveReader = () => {
    tools.preferences.set((now) => ({ ...now, isListOpen: true }));
    change((now) => ({ ...now, front: 'list' }));
    focusSoon(views.showsHighlights(view) ? highlightListId : articleListId);
  };
  const askWhy = (index: number) => {
    const id = idAt(index);
    if (id === undefined) return;
    settle({ id, index });
    change((now) => ({ ...now, dialog: 'why' }));
  };
  return { settle, reach, openRow, chooseOne, leaveReader, askWhy };
}
