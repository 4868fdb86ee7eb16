import { expect, test } from 'vitest';
import { guard, type GuardedContents } from './guard-contents.ts';

test('a link never leads the window itself away', () => {
  type Listener = (event: { url: string; preventDefault: () => void }) => void;
  const listeners = new Map<string, Listener>();
  const outside: string[] = [];
  const inside: string[] = [];
  let openHandler: (details: { url: string }) => unknown = () => undefined;
  const contents = {
    on: (name: string, listener: Listener) => listeners.set(name, listener),
    setWindowOpenHandler: (handler: unknown) => (openHandler = handler as typeof openHandler),
  } as unknown as GuardedContents;
  guard(contents, { outside: (address) => outside.push(address), inWindow: (address) => inside.push(address) });

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
  expect(openHandler({ url: 'app://pressmark/?open=k3j9x2m4q8' })).toEqual({ action: 'deny' });
  expect(inside).toEqual(['app://pressmark/?open=k3j9x2m4q8']);
  expect(outside).toEqual(['https://example.org/', 'https://example.org/new']);
});
