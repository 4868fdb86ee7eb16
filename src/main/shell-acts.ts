import type { Dialog, Shell, WebContents } from 'electron';
import type { Backend } from '#backend/backend.ts';
import type { ShellAct } from '#contract/shell.ts';
import { actChannel } from './channels.ts';
import { showOpenLibrary } from './desktop.ts';
import type { MenuActs } from './menu.ts';
import { readClipboard, type ReadableClipboard } from './read-clipboard.ts';
import { chooseAndTakeIn } from './take-in.ts';
import type { Windows } from './windows.ts';

type AskedWindow = { readonly webContents: Pick<WebContents, 'send' | 'isDestroyed'> };

type Parts = {
  readonly backend: Pick<Backend, 'call'>;
  readonly windows: Pick<Windows<AskedWindow>, 'open' | 'present'>;
  readonly dialog: Pick<Dialog, 'showOpenDialog'>;
  readonly shell: Pick<Shell, 'openPath'>;
  readonly clipboard: ReadableClipboard;
};

/** What menus, dock and taskbar do. What a window does by itself is asked of the one in front. */
export function shellActs({ backend, windows, dialog, shell, clipboard }: Parts): MenuActs {
  const ask = async (act: ShellAct) => {
    const { webContents } = await windows.present();
    if (!webContents.isDestroyed()) webContents.send(actChannel, act);
  };
  return {
    newWindow: () => void windows.open(),
    addFiles: () => void chooseAndTakeIn(dialog, backend, 'files'),
    addFolder: () => void chooseAndTakeIn(dialog, backend, 'folder'),
    // The page itself is not let near the clipboard; what lies there is read only when it is asked for here.
    pasteArticle: () => void readClipboard(clipboard).then((read) => ask({ kind: 'paste', ...read })),
    // The windows hear of it by `library.switched`; that it failed shows on their page of libraries.
    openLibrary: (path) =>
      void backend.call('libraries.open', { path }).then((reply) => {
        if (!reply.ok) return ask({ kind: 'do', action: 'libraries' });
        return undefined;
      }),
    showLibrary: () => void showOpenLibrary(backend, shell),
    inWindow: (action) => void ask({ kind: 'do', action }),
  };
}
