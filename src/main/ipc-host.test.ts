import { describe, expect, test } from 'vitest';
import type { Reply } from '#contract/reply.ts';
import { callChannel, cancelChannel, eventChannel } from './channels.ts';
import { type CallWire, hostCalls, isOurWindow, type Sender, tellWindows } from './ipc-host.ts';

function sender(url: string, isTop = true, id = 1): Sender {
  const top = { url };
  const frame = isTop ? top : { url };
  return { senderFrame: frame, sender: { mainFrame: top, id } } as unknown as Sender;
}

describe('calls of the window', () => {
  function hosted() {
    const asked: unknown[] = [];
    let handler: (event: Sender, ...args: unknown[]) => Promise<Reply<unknown>> = () =>
      Promise.reject(new Error('none'));
    let cancel: (event: Sender, number: number) => void = () => {};
    const signals: (AbortSignal | undefined)[] = [];
    const wire: CallWire = {
      handle(channel, listener) {
        expect(channel).toBe(callChannel);
        handler = listener;
      },
      on(channel, listener) {
        expect(channel).toBe(cancelChannel);
        cancel = listener;
      },
    };
    hostCalls(wire, {
      call: (method, input, signal) => {
        asked.push([method, input]);
        signals.push(signal);
        return Promise.resolve({ ok: true, value: 1 });
      },
    });
    return {
      asked,
      signals,
      send: (event: Sender, ...args: unknown[]) => handler(event, ...args),
      cancel: (event: Sender, number: number) => cancel(event, number),
    };
  }

  test('are passed on when they come from its top frame', async () => {
    const { asked, send } = hosted();
    expect(await send(sender('app://pressmark/'), 'library.status', {})).toEqual({ ok: true, value: 1 });
    expect(asked).toEqual([['library.status', {}]]);
  });

  test('are called off by their number, by the window that made them', async () => {
    const { signals, send, cancel } = hosted();
    const [mine, other, frame] = [sender('app://pressmark/'), sender('app://pressmark/', true, 2), true];
    const calls = [send(mine, 'search.run', {}, 7), send(mine, 'search.run', {}, 8), send(other, 'search.run', {}, 7)];
    cancel(sender('app://pressmark/', !frame), 7);
    expect(signals.map((signal) => signal?.aborted)).toEqual([false, false, false]);
    cancel(mine, 7);
    expect(signals.map((signal) => signal?.aborted)).toEqual([true, false, false]);
    await Promise.all(calls);
    cancel(mine, 8);
    expect(signals[1]?.aborted).toBe(false);
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
