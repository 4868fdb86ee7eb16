import type { App, Event, WebContents } from 'electron';
import { isOurs } from './channels.ts';

type Stoppable = Pick<Event, 'preventDefault'>;
type Navigation = Stoppable & { readonly url: string };

export type GuardedContents = Pick<WebContents, 'setWindowOpenHandler'> & {
  on(name: 'will-navigate', listener: (event: Navigation) => void): unknown;
  on(name: 'will-frame-navigate', listener: (event: Navigation) => void): unknown;
  on(name: 'will-redirect', listener: (event: Stoppable) => void): unknown;
  on(name: 'will-attach-webview', listener: (event: Stoppable) => void): unknown;
};

/** What becomes of an address that wants a window of its own. */
export type Openers = {
  /** Asks first. */
  readonly outside: (address: string) => void;
  /** Of our own page: another window, made as all of ours are. */
  readonly inWindow: (address: string) => void;
};

/** Keeps every page of the app where it is: it goes nowhere else, and makes no window and no webview by itself. */
export function guardContents(app: Pick<App, 'on'>, openers: Openers): void {
  app.on('web-contents-created', (_, contents) => guard(contents, openers));
}

export function guard(contents: GuardedContents, { outside, inWindow }: Openers): void {
  contents.on('will-navigate', (event) => {
    if (isOurs(event.url)) return;
    event.preventDefault();
    outside(event.url);
  });
  contents.on('will-frame-navigate', (event) => {
    if (!isOurs(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    if (isOurs(url)) inWindow(url);
    else outside(url);
    return { action: 'deny' };
  });
}
