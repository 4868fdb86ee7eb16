import { expect, test } from 'vitest';
import { showWindow, windowOptions } from './main-window.ts';

test('the window has no rights but its bridge', () => {
  const state = { bounds: undefined, isMaximized: false, address: 'app://pressmark/' };
  const options = windowOptions(state, { preload: '/preload.cjs', isDark: true });
  expect(options.webPreferences).toEqual({
    preload: '/preload.cjs',
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    webgl: false,
    plugins: false,
    navigateOnDragDrop: false,
    spellcheck: false,
  });
});

test('the window is shown when it has painted, and a page that crashed comes back once', async () => {
  const story: string[] = [];
  let paint: () => void = () => {};
  let crash: () => void = () => {};
  const window = {
    maximize: () => void story.push('maximized'),
    show: () => void story.push('shown'),
    reload: () => void story.push('reloaded'),
    loadURL: (address: string) => Promise.resolve(void story.push(address)),
    once: (_: 'ready-to-show', listener: () => void) => (paint = listener),
    webContents: { on: (_: 'render-process-gone', listener: () => void) => (crash = listener) },
  };
  await showWindow(window, { bounds: undefined, isMaximized: true, address: 'app://pressmark/?open=k3j9x2m4q8' });
  paint();
  crash();
  crash();
  expect(story).toEqual(['maximized', 'app://pressmark/?open=k3j9x2m4q8', 'shown', 'reloaded']);
});
