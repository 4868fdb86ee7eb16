import type { MenuItemConstructorOptions } from 'electron';
import { text } from './text.ts';

export type MenuActs = {
  readonly addFiles: () => void;
  readonly addFolder: () => void;
  readonly showLibrary: () => void;
};

/** The native menu: roles wherever the system knows the item, so that it is where people look for it. */
export function menuTemplate(platform: NodeJS.Platform, acts: MenuActs): MenuItemConstructorOptions[] {
  const isMac = platform === 'darwin';
  return [
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    {
      label: text.file,
      submenu: [
        { label: text.addFiles, accelerator: 'CmdOrCtrl+O', click: acts.addFiles },
        { label: text.addFolder, accelerator: 'CmdOrCtrl+Shift+O', click: acts.addFolder },
        { type: 'separator' },
        { label: text.showLibrary, click: acts.showLibrary },
        { type: 'separator' },
        { role: isMac ? 'close' : 'quit' },
      ],
    },
    { role: 'editMenu' },
    { role: 'viewMenu' },
    { role: 'windowMenu' },
  ];
}
