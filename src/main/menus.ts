import type { App, Menu as ElectronMenu, MenuItemConstructorOptions, Task } from 'electron';
import type { Backend } from '#backend/backend.ts';
import type { LibraryList, LibraryPlace } from '#contract/libraries.ts';
import { dockTemplate, type MenuActs, type MenuParts, menuTemplate } from './menu.ts';
import type { MainText } from './text/main-text.ts';

/** Of Electron, what shows menus. */
export type MenuPlaces = {
  readonly platform: NodeJS.Platform;
  readonly menu: {
    readonly buildFromTemplate: (template: MenuItemConstructorOptions[]) => ElectronMenu;
    readonly setApplicationMenu: (menu: ElectronMenu | null) => void;
  };
  readonly app: Pick<App, 'isPackaged' | 'setUserTasks'> & {
    readonly dock?: Pick<NonNullable<App['dock']>, 'setMenu'> | undefined;
  };
  /** The program that a task of the taskbar starts. */
  readonly program: string;
};

const mostRecent = 8;

/** Keeps the menus of the system true: in the language of the window, with the libraries opened before. */
export async function keepMenus(
  places: MenuPlaces,
  backend: Pick<Backend, 'call' | 'onEvent'>,
  { acts, text }: { readonly acts: MenuActs; readonly text: () => MainText },
): Promise<{ readonly draw: () => void }> {
  let recent: readonly LibraryPlace[] = [];
  const draw = () => drawMenus(places, { platform: places.platform, text: text(), acts, recent });
  const refresh = async () => {
    const reply = await backend.call('libraries.list', {});
    // Who cannot be told which libraries there are has the menus all the same.
    if (reply.ok) recent = (reply.value as LibraryList).recent.filter(({ isThere }) => isThere).slice(0, mostRecent);
    draw();
  };
  backend.onEvent((event) => {
    if (event.type === 'library.switched') void refresh();
  });
  await refresh();
  return { draw };
}

function drawMenus({ menu, app, platform, program }: MenuPlaces, parts: MenuParts): void {
  menu.setApplicationMenu(menu.buildFromTemplate(menuTemplate(parts)));
  if (platform === 'darwin') app.dock?.setMenu(menu.buildFromTemplate(dockTemplate(parts)));
  // Run from the source the program is Electron itself, which would not find its way back to us.
  if (platform === 'win32' && app.isPackaged) app.setUserTasks(taskbarTasks(program, parts.text));
}

/** A task starts the program once more; what it asks for reaches the one that runs (`handed-over.ts`). */
export function taskbarTasks(program: string, { menu }: MainText): Task[] {
  const task = (title: string, ask: string): Task => ({
    program,
    arguments: ask,
    iconPath: program,
    iconIndex: 0,
    title,
    description: title,
  });
  return [task(menu.newWindow, '--new-window'), task(menu.pasteArticle, '--paste')];
}
