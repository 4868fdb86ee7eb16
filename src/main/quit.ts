import type { App } from 'electron';

type QuittingApp = {
  readonly on: (name: 'before-quit', listener: (event: { preventDefault: () => void }) => void) => unknown;
} & Pick<App, 'quit'>;

/** Closing takes at most this long; what is acknowledged is on the disk already. */
const patienceMs = 5_000;

/** Lets windows and back end close in order before the app goes: the first request to quit waits for it. */
export function closeBeforeQuit(app: QuittingApp, close: () => Promise<unknown>): void {
  let isClosed = false;
  let isClosing = false;
  app.on('before-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    if (isClosing) return;
    isClosing = true;
    void closeAndQuit();
  });

  async function closeAndQuit(): Promise<void> {
    const patience = new Promise<void>((resolve) => setTimeout(resolve, patienceMs).unref());
    // What fails while closing must not keep the app open.
    await Promise.race([close().catch(() => {}), patience]);
    isClosed = true;
    app.quit();
  }
}
