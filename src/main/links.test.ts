import { expect, test } from 'vitest';
import { linkChannel } from './channels.ts';
import { claimLinks, sendLinks } from './links.ts';

test('only an installed app claims the links of ours', () => {
  const claimed: string[] = [];
  const app = (isPackaged: boolean) => ({
    isPackaged,
    setAsDefaultProtocolClient: (scheme: string) => {
      claimed.push(scheme);
      return true;
    },
  });
  claimLinks(app(false));
  expect(claimed).toEqual([]);
  claimLinks(app(true));
  expect(claimed).toEqual(['pressmark']);
});

test('a window hears of links of ours and of no others, and one that is gone of none', () => {
  const sent: unknown[] = [];
  const window = (isDestroyed: boolean) => ({
    webContents: { isDestroyed: () => isDestroyed, send: (...args: unknown[]) => void sent.push(args) },
  });
  const links = ['pressmark://open/7y63m6zx', 'pressmark://run/x', 'https://a.example/'];
  sendLinks(window(true), links);
  sendLinks(window(false), links);
  expect(sent).toEqual([[linkChannel, 'pressmark://open/7y63m6zx']]);
});
