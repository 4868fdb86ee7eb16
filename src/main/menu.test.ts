import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, test } from 'vitest';
import { actionsOf } from '../renderer/screens/library/actions.ts';
import { dockTemplate, type MenuActs, menuTemplate } from './menu.ts';
import { mainText } from './text/main-text.ts';

function actsInto(story: unknown[]): MenuActs {
  return {
    newWindow: () => void story.push('new window'),
    addFiles: () => void story.push('files'),
    addFolder: () => void story.push('folder'),
    pasteArticle: () => void story.push('paste'),
    openLibrary: (path) => void story.push(path),
    showLibrary: () => void story.push('show'),
    inWindow: (action) => void story.push({ action }),
  };
}

const recent = [{ path: '/books/Old', name: 'Old' }];

function flat(items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])]);
}

function click({ click: press }: MenuItemConstructorOptions): void {
  (press as (() => void) | undefined)?.();
}

/** The names in the window's own table; asked for by what a desk offers, they need no desk. */
function windowActions(): Set<string> {
  const desk: unknown = new Proxy({}, { get: () => desk });
  const lax = new Proxy(
    { targets: [], view: {} },
    { get: (known, key) => Reflect.get(known, key) ?? (() => undefined) },
  );
  return new Set(actionsOf(lax as unknown as Parameters<typeof actionsOf>[0]).map(({ id }) => id));
}

describe.each(['darwin', 'win32', 'linux'] as const)('the menu on %s', (platform) => {
  const story: unknown[] = [];
  const parts = { platform, text: mainText(['de']), acts: actsInto(story), recent };
  const items = flat(menuTemplate(parts));

  test('has what people look for there, each once, and says it in the language of the window', () => {
    const roles = items.flatMap(({ role }) => role ?? []);
    expect(new Set(roles).size).toBe(roles.length);
    expect(roles).toEqual(expect.arrayContaining(['about', 'quit', 'undo', 'copy', 'paste', 'close', 'minimize']));
    expect(roles.includes('services')).toBe(platform === 'darwin');
    const unnamed = items.filter(({ type, label }) => type !== 'separator' && (label ?? '') === '');
    expect(unnamed).toEqual([]);
    expect(items.map(({ label }) => label)).toContain('Neues Fenster');
  });

  test('asks the window for nothing that it does not know', () => {
    for (const item of items) click(item);
    const asked = story.flatMap((entry) => (typeof entry === 'object' ? (entry as { action: string }).action : []));
    expect(asked).toContain('settings');
    expect(asked.filter((action) => !windowActions().has(action))).toEqual([]);
    expect(story).toEqual(expect.arrayContaining(['new window', 'files', 'folder', 'paste', 'show', '/books/Old']));
  });

  test('gives no key to two items', () => {
    const keys = items.flatMap(({ accelerator }) => accelerator ?? []);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

test('the dock offers a window, the clipboard, and the libraries opened before', () => {
  const story: unknown[] = [];
  const items = dockTemplate({ platform: 'darwin', text: mainText(['en']), acts: actsInto(story), recent });
  for (const item of items) click(item);
  expect(story).toEqual(['new window', 'paste', '/books/Old']);
});
