import type { BrowserWindow, Rectangle, WebContents } from 'electron';
import { ownAddress } from './channels.ts';
import type { WindowState } from './window-state.ts';

/** Of Electron's window, what is needed to keep several of them. */
export type KeptWindow = Pick<
  BrowserWindow,
  'getNormalBounds' | 'isMaximized' | 'isMinimized' | 'restore' | 'show' | 'focus'
> & {
  on(name: 'close', listener: () => void): unknown;
  on(name: 'closed', listener: () => void): unknown;
  on(name: 'focus', listener: () => void): unknown;
  readonly webContents: Pick<WebContents, 'getURL' | 'send' | 'isDestroyed'>;
};

export type WindowsOptions<W> = {
  /** Makes a window, not shown yet. */
  readonly make: (state: WindowState) => W;
  /** Loads the page and shows the window when it has painted. */
  readonly show: (window: W, state: WindowState) => Promise<void>;
  /** The windows of the last time. */
  readonly read: () => readonly WindowState[];
  readonly keep: (states: readonly WindowState[]) => Promise<void>;
};

/** The windows of the app. All of them show the one library, by the one back end. */
export type Windows<W> = {
  readonly all: () => readonly W[];
  /** The one that was in front last. */
  readonly front: () => W | undefined;
  /** A new one, at an address of ours. Anything else in the address but the article it names is dropped. */
  readonly open: (address?: string) => Promise<W>;
  /** Those of the last time; at the first time, one. */
  readonly openAsBefore: () => Promise<W>;
  /** Brings the front window before the person; opens one where there is none. */
  readonly present: () => Promise<W>;
  /** The app is about to end: the windows there are now come again the next time. Done when that is written down. */
  readonly end: () => Promise<void>;
};

const stepPx = 28;
/** So many windows come again: more than this were hardly left open by intention. */
const mostReopened = 12;

export function createWindows<W extends KeptWindow>({ make, show, read, keep }: WindowsOptions<W>): Windows<W> {
  /** The one that was in front last stands last. */
  const open = new Set<W>();
  let isEnding = false;
  let keeping: Promise<void> = Promise.resolve();

  const toFront = (window: W) => {
    open.delete(window);
    open.add(window);
  };

  async function openOne(state: WindowState): Promise<W> {
    const window = make(state);
    toFront(window);
    window.on('focus', () => toFront(window));
    window.on('close', () => {
      // Closed while others stay, a window is done with. The last one stands for how the app was left.
      if (!isEnding && open.size === 1) keeping = keep([stateOf(window)]);
    });
    window.on('closed', () => open.delete(window));
    await show(window, state);
    return window;
  }

  const front = () => [...open].at(-1);
  const openNew = (address = '') => {
    const before = front();
    const bounds = before === undefined ? read().at(-1)?.bounds : beside(before.getNormalBounds());
    return openOne({ bounds, isMaximized: false, address: ownAddress(address) });
  };

  return {
    all: () => [...open],
    front,
    open: openNew,
    async openAsBefore() {
      const states = read().slice(-mostReopened);
      const opened = await Promise.all(states.map(openOne));
      return opened.at(-1) ?? openNew();
    },
    async present() {
      const window = front();
      if (window === undefined) return openNew();
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
      return window;
    },
    async end() {
      isEnding = true;
      if (open.size > 0) keeping = keep([...open].map(stateOf));
      await keeping;
    },
  };
}

function stateOf(window: KeptWindow): WindowState {
  const { webContents } = window;
  return {
    bounds: window.getNormalBounds(),
    isMaximized: window.isMaximized(),
    address: ownAddress(webContents.isDestroyed() ? '' : webContents.getURL()),
  };
}

/** A little below and beside, so that both can be seen. */
function beside({ x, y, width, height }: Rectangle): Rectangle {
  return { x: x + stepPx, y: y + stepPx, width, height };
}
