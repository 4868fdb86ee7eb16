import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron';
import type { WindowState } from './window-state.ts';

const defaultSize = { width: 1280, height: 820 };
const smallestSize = { minWidth: 420, minHeight: 360 };
const crashPauseMs = 5_000;
const paper = '#fdfcf9';
const night = '#171614';

/** How every window of ours is made; the only place where a window's rights are named. */
export function windowOptions(
  state: WindowState,
  surroundings: { readonly preload: string; readonly isDark: boolean },
): BrowserWindowConstructorOptions {
  return {
    ...defaultSize,
    ...smallestSize,
    ...state.bounds,
    show: false,
    title: 'Pressmark',
    // What is seen before the page has painted: no white flash in the dark.
    backgroundColor: surroundings.isDark ? night : paper,
    webPreferences: {
      preload: surroundings.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      webgl: false,
      plugins: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  };
}

type ShowableWindow = Pick<BrowserWindow, 'maximize' | 'show' | 'loadURL' | 'reload'> & {
  readonly once: (name: 'ready-to-show', listener: () => void) => unknown;
  readonly webContents: { readonly on: (name: 'render-process-gone', listener: () => void) => unknown };
};

/** Loads the page and shows the window when it has painted. */
export async function showWindow(window: ShowableWindow, { isMaximized, address }: WindowState): Promise<void> {
  if (isMaximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  reviveAfterCrash(window);
  await window.loadURL(address);
}

/** A page that crashes is loaded again; one that crashes at once again is left, so that it cannot spin. */
function reviveAfterCrash(window: ShowableWindow): void {
  let revivedAt = Number.NEGATIVE_INFINITY;
  window.webContents.on('render-process-gone', () => {
    const now = performance.now();
    if (now - revivedAt > crashPauseMs) window.reload();
    revivedAt = now;
  });
}
