import { app, BrowserWindow, clipboard, dialog, ipcMain, Menu, Notification, shell } from 'electron';
import type { Backend } from '#backend/backend.ts';
import { hostCalls } from './ipc-host.ts';
import { followProgress, noticeLongWork } from './long-work.ts';
import type { MenuActs } from './menu.ts';
import { keepMenus } from './menus.ts';
import { showNotice } from './notices.ts';
import { shellActs } from './shell-acts.ts';
import type { MainText } from './text/main-text.ts';
import type { Windows } from './windows.ts';
import { hearWishes, type Wishes } from './wishes.ts';

type ShellParts = {
  readonly backend: Backend;
  readonly windows: Windows<BrowserWindow>;
  readonly text: () => MainText;
  readonly wishes: () => Wishes;
  readonly hear: (wishes: Wishes) => void;
};

/** Menus, notices and progress of the system, and the calls of the windows, which the notices follow. */
export async function serveShell({ backend, windows, text, wishes, hear }: ShellParts): Promise<MenuActs> {
  const acts = shellActs({ backend, windows, dialog, shell, clipboard });
  const places = { platform: process.platform, menu: Menu, app, program: process.execPath };
  const menus = await keepMenus(places, backend, { acts, text });
  hearWishes(ipcMain, (heard) => {
    hear(heard);
    menus.draw();
  });

  /** One that nothing holds may be collected, and its click with it. */
  const shown = new Set<Notification>();
  const system = {
    isSupported: () => Notification.isSupported(),
    isWatched: () => BrowserWindow.getFocusedWindow() !== null,
    make(words: { title: string; body: string }) {
      const notice = new Notification(words);
      shown.add(notice);
      notice.on('close', () => shown.delete(notice));
      return notice;
    },
  };
  const noticed = noticeLongWork(backend, (notice) =>
    showNotice(notice, system, { text: text(), isWanted: wishes().notifies, lead: acts.inWindow }),
  );
  hostCalls(ipcMain, noticed);
  followProgress(backend, (share) => {
    for (const window of windows.all()) window.setProgressBar(share ?? -1);
  });
  return acts;
}
