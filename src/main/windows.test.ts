import type { Rectangle } from 'electron';
import { describe, expect, test } from 'vitest';
import type { WindowState } from './window-state.ts';
import { createWindows, type KeptWindow } from './windows.ts';

type Name = 'close' | 'closed' | 'focus';

/** A window as Electron's, as far as ours are asked; `tell` plays the system. */
class DoubleWindow implements KeptWindow {
  readonly story: string[] = [];
  readonly state: WindowState;
  private readonly listeners = new Map<Name, (() => void)[]>();
  address = '';

  constructor(state: WindowState) {
    this.state = state;
  }
  readonly webContents = { getURL: () => this.address, send: () => undefined, isDestroyed: () => false };
  getNormalBounds = (): Rectangle => this.state.bounds ?? { x: 0, y: 0, width: 1280, height: 820 };
  isMaximized = () => this.state.isMaximized;
  isMinimized = () => true;
  restore = () => void this.story.push('restored');
  show = () => void this.story.push('shown');
  focus = () => void this.story.push('focused');
  on(name: Name, listener: () => void) {
    this.listeners.set(name, [...(this.listeners.get(name) ?? []), listener]);
  }
  tell(name: Name) {
    for (const listener of this.listeners.get(name) ?? []) listener();
  }
  close() {
    this.tell('close');
    this.tell('closed');
  }
}

const at = (x: number): Rectangle => ({ x, y: 10, width: 900, height: 700 });
const library = 'app://pressmark/';
const article = 'app://pressmark/?open=k3j9x2m4q8';

function windowsOf(before: readonly WindowState[]) {
  const kept: (readonly WindowState[])[] = [];
  const windows = createWindows<DoubleWindow>({
    make: (state) => new DoubleWindow(state),
    show(window, { address }) {
      window.address = address;
      return Promise.resolve();
    },
    read: () => kept.at(-1) ?? before,
    keep(states) {
      kept.push(states);
      return Promise.resolve();
    },
  });
  return { windows, kept };
}

describe('the windows', () => {
  test('of the last time come again, each where it was with what stood in it', async () => {
    const before = [
      { bounds: at(1), isMaximized: true, address: library },
      { bounds: at(400), isMaximized: false, address: article },
    ];
    const { windows, kept } = windowsOf(before);
    await windows.openAsBefore();
    expect(windows.all().map(({ state }) => state)).toEqual(before);
    await windows.end();
    for (const window of windows.all()) window.close();
    expect(kept).toEqual([before]);
  });

  test('are one at the first start', async () => {
    const { windows } = windowsOf([]);
    const window = await windows.openAsBefore();
    expect(window.state).toEqual({ bounds: undefined, isMaximized: false, address: library });
    expect(windows.all()).toEqual([window]);
  });

  test('a new one stands beside the one in front, and shows an address of ours alone', async () => {
    const { windows } = windowsOf([{ bounds: at(1), isMaximized: false, address: library }]);
    await windows.openAsBefore();
    const second = await windows.open(article);
    expect(second.state).toEqual({ bounds: { ...at(29), y: 38 }, isMaximized: false, address: article });
    expect((await windows.open('https://evil.example/?open=k3j9x2m4q8')).state.address).toBe(library);
    expect((await windows.open('app://pressmark/?open=../x')).state.address).toBe(library);
  });

  test('one closed while others stay does not come again; the last one does, as it was left', async () => {
    const { windows, kept } = windowsOf([]);
    const first = await windows.openAsBefore();
    const second = await windows.open(article);
    second.close();
    expect(kept).toEqual([]);
    first.address = article;
    first.close();
    expect(kept).toEqual([[{ bounds: first.getNormalBounds(), isMaximized: false, address: article }]]);
    expect(windows.front()).toBeUndefined();
  });

  test('the one used last is brought before the person, and one is opened where there is none', async () => {
    const { windows } = windowsOf([]);
    const first = await windows.open();
    const second = await windows.open();
    expect(windows.front()).toBe(second);
    first.tell('focus');
    expect(await windows.present()).toBe(first);
    expect(first.story).toEqual(['restored', 'shown', 'focused']);
    first.close();
    expect(windows.front()).toBe(second);
    second.close();
    expect(windows.all()).toEqual([]);
    const third = await windows.present();
    expect(windows.all()).toEqual([third]);
  });
});
