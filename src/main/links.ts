import type { App, WebContents } from 'electron';
import { linkScheme, parsePressmarkLink } from '#contract/pressmark-link.ts';
import { linkChannel } from './channels.ts';

/**
 * Tells the system that links of ours are opened with Pressmark.
 *
 * Only of an app that is installed: run from its source it would leave behind a way to start Electron by any page.
 */
export function claimLinks(app: Pick<App, 'isPackaged' | 'setAsDefaultProtocolClient'>): void {
  if (app.isPackaged) app.setAsDefaultProtocolClient(linkScheme);
}

type LinkedWindow = { readonly webContents: Pick<WebContents, 'send' | 'isDestroyed'> };

/** Hands links to the window that shall show them. Those that are none of ours are dropped here. */
export function sendLinks(window: LinkedWindow, links: readonly string[]): void {
  if (window.webContents.isDestroyed()) return;
  for (const link of links.filter((one) => parsePressmarkLink(one) !== null))
    window.webContents.send(linkChannel, link);
}
