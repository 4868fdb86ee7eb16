import { expect, test } from 'vitest';
import type { Sender } from './ipc-host.ts';
import { hearWishes, type Wishes } from './wishes.ts';

test('wishes are heard from our own windows, when they are whole', () => {
  const heard: Wishes[] = [];
  let tell: (event: Sender, wishes: unknown) => void = () => undefined;
  hearWishes({ on: (_, listener) => (tell = listener) }, (wishes) => heard.push(wishes));
  const from = (url: string) => {
    const mainFrame = { url };
    return { senderFrame: mainFrame, sender: { mainFrame, id: 1 } } as unknown as Sender;
  };
  tell(from('https://evil.example/'), { language: 'de', notifies: true });
  tell(from('app://pressmark/'), { language: 7, notifies: true });
  tell(from('app://pressmark/'), null);
  tell(from('app://pressmark/'), { language: 'de', notifies: false });
  expect(heard).toEqual([{ languages: ['de'], notifies: false }]);
});
