import { expect, test } from 'vitest';
import { shellActs } from './shell-acts.ts';

function shell(refuses = false) {
  const story: unknown[] = [];
  const webContents = { isDestroyed: () => false, send: (...sent: unknown[]) => void story.push(sent) };
  const item = {
    types: ['text/plain', 'text/html'],
    getType: (type: string) => Promise.resolve(new Blob([type === 'text/html' ? '<p>Hello</p>' : 'Hello'])),
  };
  const acts = shellActs({
    backend: {
      call(method, input) {
        story.push([method, input]);
        const error = { code: 'not-found', message: '', retryable: false, details: {} } as const;
        return Promise.resolve(refuses ? { ok: false, error } : { ok: true, value: { current: { path: '/books' } } });
      },
    },
    windows: {
      open: () => (story.push('opened'), Promise.resolve({ webContents })),
      present: () => (story.push('presented'), Promise.resolve({ webContents })),
    },
    dialog: { showOpenDialog: () => Promise.resolve({ canceled: false, filePaths: ['/a.html'] }) },
    shell: { openPath: (path) => (story.push(path), Promise.resolve('')) },
    clipboard: { read: () => Promise.resolve([item]) },
  });
  return { acts, story };
}

test('what a window does by itself is asked of the one in front, the clipboard with both its flavours', async () => {
  const { acts, story } = shell();
  acts.inWindow('settings');
  await expect.poll(() => story).toEqual(['presented', ['pressmark:act', { kind: 'do', action: 'settings' }]]);
  acts.pasteArticle();
  const pasted = { kind: 'paste', text: 'Hello', html: '<p>Hello</p>' };
  await expect.poll(() => story.slice(2)).toEqual(['presented', ['pressmark:act', pasted]]);
});

test('files are taken in and windows opened without one that would have to answer', async () => {
  const { acts, story } = shell();
  acts.addFiles();
  acts.newWindow();
  const inputs = [{ kind: 'path', path: '/a.html' }];
  await expect.poll(() => story).toEqual(['opened', ['capture.start', { inputs, wait: true }]]);
});

test('a library that cannot be opened leads to the page of libraries', async () => {
  const { acts, story } = shell(true);
  acts.openLibrary('/gone');
  await expect.poll(() => story.at(-1)).toEqual(['pressmark:act', { kind: 'do', action: 'libraries' }]);
});
