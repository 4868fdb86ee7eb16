import type { MenuItemConstructorOptions } from 'electron';
import type { LibraryPlace } from '#contract/libraries.ts';
import type { MainText } from './text/main-text.ts';

export type MenuActs = {
  readonly newWindow: () => void;
  readonly addFiles: () => void;
  readonly addFolder: () => void;
  readonly pasteArticle: () => void;
  readonly openLibrary: (path: string) => void;
  readonly showLibrary: () => void;
  /** An action of the window in front, by its name in the window's own table. */
  readonly inWindow: (action: string) => void;
};

/** What the menus are made of. */
export type MenuParts = {
  readonly platform: NodeJS.Platform;
  readonly text: MainText;
  readonly acts: MenuActs;
  /** Libraries opened before, the last one first. */
  readonly recent: readonly LibraryPlace[];
};

type Items = MenuItemConstructorOptions[];
const line = { type: 'separator' } as const;

/**
 * The native menu. Roles wherever the system knows the item, so that it does what people are used to; their labels are
 * ours, since Electron's own are English everywhere.
 *
 * A key that the page answers never comes here: the accelerators of the window's own actions are shown, not needed.
 */
export function menuTemplate(parts: MenuParts): Items {
  const { text, platform } = parts;
  const isMac = platform === 'darwin';
  return [
    ...(isMac ? [{ label: 'Pressmark', submenu: appItems(parts) }] : []),
    { label: text.menu.file, submenu: fileItems(parts, isMac) },
    { label: text.menu.edit, submenu: editItems(parts) },
    { label: text.menu.view, submenu: viewItems(parts) },
    { role: 'window', label: text.menu.window, submenu: windowItems(parts, isMac) },
    { role: 'help', label: text.menu.help, submenu: helpItems(parts, isMac) },
  ];
}

/** The menu of the icon in the Dock; the same acts stand in the Windows taskbar (`taskbarTasks`). */
export function dockTemplate({ text: { menu }, acts, recent }: MenuParts): Items {
  return [
    { label: menu.newWindow, click: acts.newWindow },
    { label: menu.pasteArticle, click: acts.pasteArticle },
    ...(recent.length === 0 ? [] : [line, ...recentItems(recent, acts)]),
  ];
}

function appItems({ text: { menu }, acts }: MenuParts): Items {
  return [
    { role: 'about', label: menu.about },
    line,
    { label: menu.settings, accelerator: 'Cmd+,', click: () => acts.inWindow('settings') },
    line,
    { role: 'services', label: menu.services },
    line,
    { role: 'hide', label: menu.hide },
    { role: 'hideOthers', label: menu.hideOthers },
    { role: 'unhide', label: menu.showAll },
    line,
    { role: 'quit', label: menu.quit },
  ];
}

function fileItems({ text: { menu }, acts, recent }: MenuParts, isMac: boolean): Items {
  return [
    { label: menu.newWindow, accelerator: 'CmdOrCtrl+N', click: acts.newWindow },
    line,
    { label: menu.addAddress, click: () => acts.inWindow('add') },
    { label: menu.pasteArticle, accelerator: 'CmdOrCtrl+Shift+V', click: acts.pasteArticle },
    { label: menu.addFiles, accelerator: 'CmdOrCtrl+O', click: acts.addFiles },
    { label: menu.addFolder, accelerator: 'CmdOrCtrl+Shift+O', click: acts.addFolder },
    line,
    { label: menu.libraries, click: () => acts.inWindow('libraries') },
    { label: menu.openRecent, enabled: recent.length > 0, submenu: recentItems(recent, acts) },
    { label: menu.showLibrary, click: acts.showLibrary },
    line,
    { label: menu.print, accelerator: 'CmdOrCtrl+P', click: () => acts.inWindow('print') },
    line,
    ...(isMac
      ? []
      : [{ label: menu.settings, accelerator: 'Ctrl+,', click: () => acts.inWindow('settings') } as const, line]),
    { role: 'close', label: menu.closeWindow },
    ...(isMac ? [] : [{ role: 'quit', label: menu.quit } as const]),
  ];
}

function recentItems(recent: readonly LibraryPlace[], acts: MenuActs): Items {
  return recent.map(({ name, path }) => ({ label: name, toolTip: path, click: () => acts.openLibrary(path) }));
}

function editItems({ text: { menu }, acts }: MenuParts): Items {
  return [
    { role: 'undo', label: menu.undo },
    { role: 'redo', label: menu.redo },
    line,
    { role: 'cut', label: menu.cut },
    { role: 'copy', label: menu.copy },
    { role: 'paste', label: menu.paste },
    { role: 'selectAll', label: menu.selectAll },
    line,
    { label: menu.find, accelerator: 'CmdOrCtrl+F', click: () => acts.inWindow('find') },
    { label: menu.search, accelerator: 'CmdOrCtrl+K', click: () => acts.inWindow('search') },
  ];
}

function viewItems({ text: { menu }, acts }: MenuParts): Items {
  return [
    { label: menu.commands, accelerator: 'CmdOrCtrl+Shift+P', click: () => acts.inWindow('palette') },
    line,
    { label: menu.shelves, click: () => acts.inWindow('toggleShelves') },
    { label: menu.list, click: () => acts.inWindow('toggleList') },
    { label: menu.focus, click: () => acts.inWindow('focus') },
    line,
    { role: 'resetZoom', label: menu.actualSize },
    { role: 'zoomIn', label: menu.zoomIn },
    { role: 'zoomOut', label: menu.zoomOut },
    line,
    { role: 'togglefullscreen', label: menu.fullScreen },
  ];
}

function windowItems({ text: { menu } }: MenuParts, isMac: boolean): Items {
  if (!isMac) return [{ role: 'minimize', label: menu.minimize }];
  return [
    { role: 'minimize', label: menu.minimize },
    { role: 'zoom', label: menu.zoom },
    line,
    { role: 'front', label: menu.toFront },
  ];
}

function helpItems({ text: { menu }, acts }: MenuParts, isMac: boolean): Items {
  return [
    { label: menu.keys, click: () => acts.inWindow('keys') },
    { label: menu.queryHelp, click: () => acts.inWindow('queryHelp') },
    ...(isMac ? [] : [line, { role: 'about', label: menu.about } as const]),
  ];
}
