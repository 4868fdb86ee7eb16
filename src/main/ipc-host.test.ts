import { describe, expect, test } from 'vitest';
import type { Reply } from '#contract/reply.ts';
import { callChannel, eventChannel } from './channels.ts';
import { hostCalls, isOurWindow, type Sender, tellWindows } from './ipc-host.ts';

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
