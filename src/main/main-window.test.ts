import { expect, test } from 'vitest';
import { windowOptions } from './main-window.ts';

test('the window has no rights but its bridge', () => {
  const options = windowOptions({ bounds: undefined, isMaximized: false }, { preload: '/preload.cjs', isDark: true });
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
