import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Reply } from '#contract/reply.ts';
import { callChannel, eventChannel, isOurs } from './channels.ts';
import { closeSession, mayLoad } from './closed-session.ts';
import { externalAddress, openOutside } from './external-links.ts';
import { guard, type GuardedContents } from './guard-contents.ts';
import { parseStart, readHandedOver } from './handed-over.ts';
import { hostCalls, isOurWindow, type Sender, tellWindows } from './ipc-host.ts';
import { windowOptions } from './main-window.ts';
import { closeBeforeQuit } from './quit.ts';
import { parseState } from './window-state.ts';

describe('our own address', () => {
  test.each(['app://pressmark/', 'app://pressmark/assets/index.js', 'app://pressmark'])('is %s', (address) => {
    expect(isOurs(address)).toBe(true);
  });

  test.each([
    'app://evil/',
    'https://pressmark/',
    'file:///etc/passwd',
    'app://pressmark.evil/',
    'app://x@evil/',
    'nonsense',
    '',
  ])('is not %s', (address) => {
    expect(isOurs(address)).toBe(false);
  });
});

describe('calls of the window', () => {
  function sender(url: string, isTop = true): Sender {
    const top = { url };
    const frame = isTop ? top : { url };
    return { senderFrame: frame, sender: { mainFrame: top } } as unknown as Sender;
  }

  function hosted() {
    const asked: unknown[] = [];
    let handler: (event: Sender, ...args: unknown[]) => Promise<Reply<unknown>> = () =>
      Promise.reject(new Error('none'));
    const ipcMain = {
      handle(channel: string, listener: (event: never, ...args: unknown[]) => unknown) {
        expect(channel).toBe(callChannel);
        handler = listener as typeof handler;
      },
    };
    hostCalls(ipcMain, {
      call: (method, input) => {
        asked.push([method, input]);
        return Promise.resolve({ ok: true, value: 1 });
      },
    });
    return { asked, send: (event: Sender, ...args: unknown[]) => handler(event, ...args) };
  }

  test('are passed on when they come from its top frame', async () => {
    const { asked, send } = hosted();
    expect(await send(sender('app://pressmark/'), 'library.status', {})).toEqual({ ok: true, value: 1 });
    expect(asked).toEqual([['library.status', {}]]);
  });

  test('reach nothing from a frame inside it, from another page, or from a frame that is gone', async () => {
    const { asked, send } = hosted();
    const refused = { ok: false, error: expect.objectContaining({ code: 'wrong-usage' }) };
    expect(await send(sender('app://pressmark/', false), 'library.status', {})).toEqual(refused);
    expect(await send(sender('https://evil.example/'), 'library.status', {})).toEqual(refused);
    expect(isOurWindow({ senderFrame: null, sender: { mainFrame: {} } } as unknown as Sender)).toBe(false);
    expect(await send(sender('app://pressmark/'), { toString: () => 'library.status' }, {})).toEqual(refused);
    expect(asked).toEqual([]);
  });

  test('news goes to every window that is still there', () => {
    const sent: unknown[] = [];
    const contents = (isDestroyed: boolean) => ({
      webContents: { isDestroyed: () => isDestroyed, send: (...args: unknown[]) => void sent.push(args) },
    });
    let tell: (event: { type: 'library.ready' }) => void = () => {};
    const backend = { onEvent: (listener: typeof tell) => ((tell = listener), () => {}) };
    tellWindows(backend, () => [contents(false), contents(true)]);
    tell({ type: 'library.ready' });
    expect(sent).toEqual([[eventChannel, { type: 'library.ready' }]]);
  });
});

describe('the session', () => {
  test.each([
    'https://evil.example/',
    'http://127.0.0.1/',
    'file:///etc/passwd',
    'ws://evil.example',
    'app://evil/',
    'ftp://x/',
    '',
  ])('loads nothing from %s', (address) => {
    expect(mayLoad(address)).toBe(false);
  });

  test.each(['app://pressmark/index.html', 'data:image/png;base64,AA==', 'blob:app://pressmark/1'])(
    'loads %s',
    (address) => {
      expect(mayLoad(address)).toBe(true);
    },
  );

  test('grants no permission and cancels what may not load', () => {
    const answers: unknown[] = [];
    closeSession({
      webRequest: {
        onBeforeRequest: (...args: unknown[]) => {
          const listener = args.at(-1) as (details: { url: string }, answer: (response: unknown) => void) => void;
          listener({ url: 'https://tracker.example/' }, (response) => answers.push(response));
          listener({ url: 'app://pressmark/' }, (response) => answers.push(response));
        },
      },
      setPermissionRequestHandler: (handler: unknown) => {
        const ask = handler as (contents: null, permission: string, answer: (granted: boolean) => void) => void;
        ask(null, 'geolocation', (granted) => answers.push(granted));
      },
      setPermissionCheckHandler: (handler: unknown) => void answers.push((handler as () => boolean)()),
      setDevicePermissionHandler: (handler: unknown) => void answers.push((handler as () => boolean)()),
      setSpellCheckerEnabled: (isOn: boolean) => void answers.push(isOn),
    });
    expect(answers).toEqual([{ cancel: true }, { cancel: false }, false, false, false, false]);
  });
});

describe('links out of the window', () => {
  test.each(['https://example.org/a', 'http://example.org', 'mailto:ada@example.org'])('may open %s', (address) => {
    expect(externalAddress(address)?.href).toContain('example.org');
  });

  test.each([
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    'smb://server/share',
    'ms-msdt:/id',
    'vscode://x',
    'app://pressmark/',
    'nonsense',
    '//example.org',
  ])('may not open %s', (address) => {
    expect(externalAddress(address)).toBeUndefined();
  });

  test.each([
    [0, ['https://example.org/a']],
    [1, []],
  ])('are asked about first, and answer %i opens %j', async (response, expected) => {
    const opened: string[] = [];
    const asked: string[] = [];
    await openOutside('https://example.org/a', {
      dialog: {
        showMessageBox: (options: unknown) => {
          asked.push((options as { message: string }).message);
          return Promise.resolve({ response, checkboxChecked: false });
        },
      },
      shell: { openExternal: (address) => Promise.resolve(void opened.push(address)) },
    });
    expect(opened).toEqual(expected);
    expect(asked).toEqual(['Open example.org in your browser?']);
  });

  test('never lead the window itself away', () => {
    type Listener = (event: { url: string; preventDefault: () => void }) => void;
    const listeners = new Map<string, Listener>();
    const outside: string[] = [];
    let openHandler: (details: { url: string }) => unknown = () => undefined;
    const contents = {
      on: (name: string, listener: Listener) => listeners.set(name, listener),
      setWindowOpenHandler: (handler: unknown) => (openHandler = handler as typeof openHandler),
    } as unknown as GuardedContents;
    guard(contents, (address) => outside.push(address));

    function isStopped(name: string, url: string): boolean {
      let stopped = false;
      listeners.get(name)?.({ url, preventDefault: () => (stopped = true) });
      return stopped;
    }
    expect(isStopped('will-navigate', 'https://example.org/')).toBe(true);
    expect(isStopped('will-frame-navigate', 'https://example.org/')).toBe(true);
    expect(isStopped('will-redirect', 'app://pressmark/')).toBe(true);
    expect(isStopped('will-attach-webview', '')).toBe(true);
    expect(isStopped('will-navigate', 'app://pressmark/')).toBe(false);
    expect(openHandler({ url: 'https://example.org/new' })).toEqual({ action: 'deny' });
    expect(outside).toEqual(['https://example.org/', 'https://example.org/new']);
  });
});

describe('what Pressmark is started with', () => {
  const folder = path.resolve('/home/ada');

  test('files and addresses are taken in, switches are not', () => {
    const args = ['--library', 'lib', '--enable-logging', 'a.html', 'https://example.org/x', '--trace=y'];
    expect(readHandedOver({ args, folder })).toEqual({
      library: path.join(folder, 'lib'),
      inputs: [
        { kind: 'path', path: path.join(folder, 'a.html') },
        { kind: 'address', address: 'https://example.org/x' },
      ],
    });
  });

  test('a file of another program is not taken for a scheme', () => {
    expect(readHandedOver({ args: ['javascript:alert(1)'], folder }).inputs).toEqual([
      { kind: 'path', path: path.join(folder, 'javascript:alert(1)') },
    ]);
  });

  test('what another process passes is looked at before it is used', () => {
    expect(parseStart({ args: ['a', 1, null], folder: '/x' })).toEqual({ args: ['a'], folder: '/x' });
    expect(parseStart('nonsense')).toEqual({ args: [], folder: '' });
    expect(parseStart(null)).toEqual({ args: [], folder: '' });
  });
});

describe('the window', () => {
  const screen = { x: 0, y: 0, width: 1920, height: 1080 };

  test('has no rights but its bridge', () => {
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

  test('comes back where it was', () => {
    const bounds = { x: 100, y: 50, width: 900, height: 700 };
    expect(parseState({ bounds, isMaximized: true }, [screen])).toEqual({ bounds, isMaximized: true });
  });

  test('comes back in sight when its screen is gone, or its file is damaged', () => {
    const away = { bounds: { x: 5000, y: 0, width: 900, height: 700 }, isMaximized: false };
    const nowhere = { bounds: undefined, isMaximized: false };
    expect(parseState(away, [screen])).toEqual(nowhere);
    expect(parseState({ bounds: { x: 'left' } }, [screen])).toEqual(nowhere);
    expect(parseState({ bounds: { x: 0, y: 0, width: Infinity, height: 1 } }, [screen])).toEqual(nowhere);
    expect(parseState(42, [screen])).toEqual(nowhere);
  });
});

test('quitting waits until the back end is closed, and then really quits', async () => {
  const story: string[] = [];
  let beforeQuit: (event: { preventDefault: () => void }) => void = () => {};
  const app = {
    on: (_: 'before-quit', listener: typeof beforeQuit) => (beforeQuit = listener),
    quit() {
      let isStopped = false;
      beforeQuit({ preventDefault: () => (isStopped = true) });
      story.push(isStopped ? 'waits' : 'quits');
    },
  };
  const closing = Promise.withResolvers<void>();
  closeBeforeQuit(app, () => (story.push('closes'), closing.promise));
  app.quit();
  app.quit();
  closing.resolve();
  await closing.promise;
  await new Promise((resolve) => setTimeout(resolve, 10));
  expect(story).toEqual(['closes', 'waits', 'waits', 'quits']);
});
