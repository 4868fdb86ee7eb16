import type { Menu, Task } from 'electron';
import { expect, test } from 'vitest';
import type { ArchiveEvent } from '#contract/events.ts';
import { keepMenus } from './menus.ts';
import type { MenuActs } from './menu.ts';
import { mainText } from './text/main-text.ts';

const nothing = () => undefined;
const acts: MenuActs = {
  newWindow: nothing,
  addFiles: nothing,
  addFolder: nothing,
  pasteArticle: nothing,
  openLibrary: nothing,
  showLibrary: nothing,
  inWindow: nothing,
};

test('menus follow the language of the window and the libraries opened before', async () => {
  const shown: string[] = [];
  const tasks: (readonly Task[])[] = [];
  let recent = [{ path: '/a', name: 'First', isThere: true }];
  let tell: (event: ArchiveEvent) => void = nothing;
  let language = 'en';
  const menus = await keepMenus(
    {
      platform: 'win32',
      program: 'C:\\Pressmark.exe',
      menu: {
        buildFromTemplate: (template) => template as unknown as Menu,
        setApplicationMenu: (menu) => void shown.push(JSON.stringify(menu)),
      },
      app: { isPackaged: true, setUserTasks: (list) => (tasks.push(list), true) },
    },
    {
      call: () => Promise.resolve({ ok: true, value: { recent } }),
      onEvent: (listener) => ((tell = listener), nothing),
    },
    { acts, text: () => mainText([language]) },
  );
  expect(shown.at(-1)).toContain('"label":"First"');
  expect(tasks.at(-1)?.map(({ arguments: words, title }) => [words, title])).toEqual([
    ['--new-window', 'New Window'],
    ['--paste', 'Paste as Article'],
  ]);

  language = 'fr';
  menus.draw();
  expect(shown.at(-1)).toContain('Nouvelle fenêtre');

  recent = [
    { path: '/b', name: 'Second', isThere: true },
    { path: '/c', name: 'Gone', isThere: false },
  ];
  tell({ type: 'library.switched', name: 'x', movedFrom: null });
  await expect.poll(() => shown.at(-1)).toContain('"label":"Second"');
  expect(shown.at(-1)).not.toContain('Gone');
});
