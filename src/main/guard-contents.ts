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

/**
 * Keeps every page of the app where it is: it goes nowhere else, opens no window and no webview.
 *
 * A link that wants out is offered to `openOutside`, which asks first.
 */
export function guardContents(app: Pick<App, 'on'>, openOutside: (address: string) => void): void {
  app.on('web-contents-created', (_, contents) => guard(contents, openOutside));
}

export function guard(contents: GuardedContents, openOutside: (address: string) => void): void {
  contents.on('will-navigate', (event) => {
    if (isOurs(event.url)) return;
    event.preventDefault();
    openOutside(event.url);
  });
  contents.on('will-frame-navigate', (event) => {
    if (!isOurs(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    openOutside(url);
    return { action: 'deny' };
  });
}
