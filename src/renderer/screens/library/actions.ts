import { enterMessages } from '../../components/toasts.tsx';
import { text } from '../../text/text.ts';
import type { Desk } from './desk.ts';

export type ActionId = keyof typeof text.actions;

/** One thing the reader can do: by key, by palette, and shown in the list of keys. */
export type Action = {
  readonly id: ActionId;
  readonly label: string;
  /** All keys that do it, the one to show first. */
  readonly keys: readonly string[];
  readonly group: keyof typeof text.actionGroups;
  readonly isAvailable: boolean;
  readonly run: () => void;
};

/** Every action of the library screen. The keys, the palette and the list of keys all read this one table. */
export function actionsOf(desk: Desk): readonly Action[] {
  const { isTrash, isReaderShown, isListShown } = desk;
  const canWrite = !desk.isReadOnly;
  const canAct = desk.targets.length > 0 && canWrite;
  const canRead = isReaderShown && desk.open !== undefined;
  const canMark = canWrite && isReaderShown && desk.view.openId !== null;
  const canActOnTag = canWrite && desk.tagHere !== null;
  const action = (
    id: ActionId,
    group: Action['group'],
    keys: readonly string[],
    run: () => unknown,
    isAvailable = true,
  ): Action => ({ id, label: text.actions[id], keys, group, isAvailable, run });

  return [
    action('next', 'move', ['j', 'ArrowDown'], () => desk.step(1)),
    action('previous', 'move', ['k', 'ArrowUp'], () => desk.step(-1)),
    action('extendDown', 'move', ['shift+ArrowDown', 'shift+j'], () => desk.step(1, true)),
    action('extendUp', 'move', ['shift+ArrowUp', 'shift+k'], () => desk.step(-1, true)),
    action('first', 'move', ['Home'], () => desk.goToEnd('first'), isListShown),
    action('last', 'move', ['End'], () => desk.goToEnd('last'), isListShown),
    action('open', 'move', ['Enter', 'o'], desk.openCursor),
    action('openInWindow', 'move', ['shift+o', 'shift+Enter'], desk.openInWindow, desk.targets.length > 0),
    action('pageDown', 'move', [' '], () => desk.page(1), isReaderShown),
    action('pageUp', 'move', ['shift+ '], () => desk.page(-1), isReaderShown),
    action('back', 'move', ['Escape'], () => desk.back()),
    action('selectAll', 'move', ['mod+a'], () => void desk.chooseAll()),

    action('favourite', 'article', ['s'], desk.favourite, canAct && !isTrash),
    action('archive', 'article', ['e'], desk.archive, canAct && !isTrash),
    action('unread', 'article', ['u'], desk.unread, canAct && !isTrash),
    action('tag', 'article', ['t'], () => desk.show('tags'), canAct && !isTrash),
    action('queue', 'article', ['q'], desk.toggleQueue, canAct && !isTrash),
    action('queueFirst', 'article', ['shift+q'], desk.queueFirst, canAct && !isTrash),
    action('readNext', 'article', ['g'], desk.readNext, desk.queueHead !== null),
    action('collect', 'article', ['c'], () => desk.show('collect'), canAct && !isTrash),
    action('takeOut', 'article', ['shift+c'], desk.takeOutHere, canAct && desk.collectionHere !== null),
    action('moveUp', 'article', ['alt+ArrowUp'], () => desk.moveRow(-1), canAct && desk.canMove),
    action('moveDown', 'article', ['alt+ArrowDown'], () => desk.moveRow(1), canAct && desk.canMove),
    action('trash', 'article', ['#', 'Delete'], desk.trash, canAct && !isTrash),
    action('restore', 'article', ['shift+r'], desk.restore, canAct && isTrash),
    action('details', 'article', ['i'], () => desk.show('details'), desk.view.openId !== null),
    action('guesses', 'article', ['y'], desk.goToGuesses, canRead && desk.view.askedId === desk.view.openId),
    action('explain', 'article', ['shift+i'], () => desk.show('explain'), desk.view.openId !== null),
    action('reread', 'article', [], () => desk.renew('reread'), canAct),
    action('fetchPictures', 'article', [], () => desk.renew('pictures'), canAct),
    action('original', 'article', ['shift+v'], () => desk.show('original'), desk.view.openId !== null),
    action('repair', 'article', ['shift+e'], () => desk.show('repair'), desk.view.openId !== null),
    action('openOutside', 'article', ['v'], desk.openOutside, desk.address !== null),
    action('highlight', 'article', ['h'], () => desk.marking.current?.highlight(), canMark),
    action('annotate', 'article', ['n'], () => desk.marking.current?.annotate(), canMark),
    action('highlights', 'article', ['m'], desk.toggleHighlights, isReaderShown && desk.view.openId !== null),
    action('copyHighlights', 'article', [], desk.copyHighlights, desk.view.openId !== null),
    action('find', 'article', ['f', 'mod+f'], () => desk.reading.current?.find(), canRead),
    action('findNext', 'article', ['mod+g', 'F3'], () => desk.reading.current?.findAgain(1), canRead),
    action('findPrevious', 'article', ['mod+shift+g', 'shift+F3'], () => desk.reading.current?.findAgain(-1), canRead),
    action('pictures', 'article', ['p'], () => desk.reading.current?.viewPictures(), canRead),
    action('aloud', 'article', ['r'], () => desk.reading.current?.readAloud(), canRead),
    action('aloudNext', 'article', ['.'], () => desk.reading.current?.stepAloud(1), canRead),
    action('aloudPrevious', 'article', [','], () => desk.reading.current?.stepAloud(-1), canRead),
    action('aloudStop', 'article', [], () => desk.reading.current?.stopAloud(), canRead),
    action('focus', 'article', ['shift+f'], desk.toggleFocus, canRead),
    action('print', 'article', ['mod+p'], () => desk.show('print'), canRead),
    action('undo', 'article', ['z', 'mod+z'], desk.undo, canWrite),

    action('search', 'window', ['/', 'mod+k'], desk.focusSearch),
    action('add', 'window', ['a'], () => desk.show('add'), canWrite),
    action('waiting', 'window', [], () => desk.show('waiting')),
    action('bookmarklet', 'window', [], () => desk.show('bookmarklet')),
    action('copyLink', 'article', [], desk.copyLink, desk.view.openId !== null),
    action('watch', 'window', [], () => desk.show('watch'), canWrite),
    action('newWindow', 'window', ['shift+n'], desk.newWindow),
    action('messages', 'window', ['F6'], enterMessages),
    action('palette', 'window', ['mod+shift+p'], () => desk.show('palette')),
    action('keys', 'window', ['?'], () => desk.show('keys')),
    action('queryHelp', 'window', ['mod+/'], () => desk.show('query-help')),
    action('saveSearch', 'window', ['mod+s'], () => desk.show('save-search'), desk.isSearching && canWrite),
    action('why', 'article', ['w'], () => desk.show('why'), desk.canAskWhy),
    action('newCollection', 'window', [], () => desk.show('new-collection'), canWrite),
    action('renameTag', 'window', [], () => desk.showForTag('rename-tag', desk.tagHere), canActOnTag),
    action('moveTag', 'window', [], () => desk.showForTag('move-tag', desk.tagHere), canActOnTag),
    action('mergeTag', 'window', [], () => desk.showForTag('merge-tag', desk.tagHere), canActOnTag),
    action('removeTag', 'window', [], () => void (desk.tagHere && desk.removeTag(desk.tagHere)), canActOnTag),
    action('rules', 'window', [], () => desk.show('rules')),
    action('forgetRecent', 'window', [], desk.forgetRecent),
    action('saveHighlights', 'window', [], desk.saveHighlights),
    action('toggleShelves', 'window', ['['], () => desk.toggle('shelves')),
    action('toggleList', 'window', [']'], () => desk.toggle('list')),
    action('toggleReader', 'window', ['\\'], () => desk.toggle('reader')),
    action('settings', 'window', ['mod+,'], () => desk.show('settings')),
    action('libraries', 'window', [], () => desk.show('libraries')),
    action('health', 'window', [], () => desk.show('health')),
    action('compactRows', 'window', [], desk.toggleDensity),
    action('groupList', 'window', [], () => desk.listLook.onGrouped(!desk.listLook.isGrouped), !desk.isSearching),
    action('larger', 'window', ['+', '='], () => desk.resizeType(1)),
    action('smaller', 'window', ['-'], () => desk.resizeType(-1)),

    action('goUnread', 'go', ['1'], () => desk.goTo({ kind: 'unread' })),
    action('goReading', 'go', ['2'], () => desk.goTo({ kind: 'reading' })),
    action('goFavourites', 'go', ['3'], () => desk.goTo({ kind: 'favourites' })),
    action('goArchive', 'go', ['4'], () => desk.goTo({ kind: 'archive' })),
    action('goAll', 'go', ['5'], () => desk.goTo({ kind: 'all' })),
    action('goTrash', 'go', ['6'], () => desk.goTo({ kind: 'trash' })),
    action('goReadNext', 'go', ['8'], () => desk.goTo({ kind: 'readNext' })),
    action('goHighlights', 'go', ['7'], desk.goToHighlights),

    action('themeSystem', 'theme', [], () => desk.setTheme('system')),
    action('themePaper', 'theme', [], () => desk.setTheme('paper')),
    action('themeSepia', 'theme', [], () => desk.setTheme('sepia')),
    action('themeDark', 'theme', [], () => desk.setTheme('dark')),
  ];
}
