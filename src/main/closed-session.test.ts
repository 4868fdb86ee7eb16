import { describe, expect, test } from 'vitest';
import { closeSession, mayLoad } from './closed-session.ts';

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
