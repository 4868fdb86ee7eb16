import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { type Backend, createBackend } from '#backend/backend.ts';
import { openLibraryHost } from '../../src/host/library-host.ts';
import { openLibraryRecord } from '../../src/host/library-list.ts';
import type { Bridge } from '#contract/client.ts';
import type { ArchiveEvent } from '#contract/events.ts';
import type { ShellAct, ShellWishes } from '#contract/shell.ts';
import { assetPath } from '../../src/host/window-files.ts';
import { threadEntryPath } from '../../src/host/places.ts';
import type { Host } from './host.ts';

export type AppBridge = {
  readonly backend: Backend;
  /** Empty, for the files of a test. */
  readonly folder: string;
  /** A link that was followed in another program. */
  readonly follow: (link: string) => Promise<void>;
  /** Something was chosen in a menu of the system. */
  readonly act: (act: ShellAct) => Promise<void>;
  /** What the window told last of how the person likes it. */
  readonly wishes: () => Promise<ShellWishes | undefined>;
  readonly close: () => Promise<void>;
};

/**
 * Shows the window as the app has it: over a bridge to a back end that may name files of this computer, and may
 * fetch from it.
 *
 * Electron itself is started by its own tests. Here stands in for it only the bridge that its preload makes;
 * window and back end are the real ones.
 */
export async function showAsApp(page: Page, host: Host, chosenFolder: string | null): Promise<AppBridge> {
  const folder = await mkdtemp(path.join(tmpdir(), 'pressmark-app-'));
  const dataPath = path.join(folder, 'data');
  const open = (libraryPath: string, createMissing: boolean) =>
    createBackend({
      libraryPath,
      dataPath,
      createMissing,
      extractWorker: threadEntryPath('extract-worker'),
      pictureWorker: threadEntryPath('picture-worker'),
      appVersion: 'test',
      allowPaths: true,
      allowLocalAddresses: true,
      follow: true,
    });
  const backend = await openLibraryHost({
    open,
    record: openLibraryRecord(dataPath),
    asked: path.join(folder, 'Library'),
    usual: path.join(folder, 'Library'),
    desktop: { chooseFolder: async () => chosenFolder },
  });
  await page.exposeFunction('bridgeCall', (method: string, input: unknown) => backend.call(method, input));
  await page.addInitScript(putBridge);
  // The page's host knows another library.
  await page.route('**/library/**', async (route) => {
    const asset = await backend.asset(assetPath(new URL(route.request().url()).pathname) ?? '');
    if (asset === undefined) await route.fulfill({ status: 404 });
    else await route.fulfill({ body: Buffer.from(asset.bytes), contentType: asset.mediaType });
  });
  const unsubscribe = backend.onEvent((event) => {
    // A page that is being left hears nothing, and asks anew when it is there.
    page.evaluate((news) => (window as BridgedWindow).bridgeTell?.(news), event).catch(() => undefined);
  });
  await page.goto(host.address);
  await page.getByRole('combobox', { name: 'Search the library' }).waitFor();
  return {
    backend,
    folder,
    follow: (link) => page.evaluate((followed) => (window as BridgedWindow).bridgeFollow?.(followed), link),
    act: (act) => page.evaluate((chosen) => (window as BridgedWindow).bridgeAct?.(chosen), act),
    wishes: () => page.evaluate(() => (window as BridgedWindow).bridgeWishes),
    async close() {
      unsubscribe();
      await backend.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

type BridgedWindow = Window & {
  bridgeTell?: (event: ArchiveEvent) => void;
  bridgeCall?: (method: string, input: unknown) => ReturnType<Bridge['call']>;
  bridgeFollow?: (link: string) => void;
  bridgeAct?: (act: ShellAct) => void;
  bridgeWishes?: ShellWishes;
};

/** Runs in the page, before its own script. */
function putBridge(): void {
  const here = window as BridgedWindow;
  const listeners = new Set<(event: ArchiveEvent) => void>();
  here.bridgeTell = (event) => {
    for (const listener of listeners) listener(event);
  };
  const bridge: Bridge = {
    call: (method, input) => here.bridgeCall?.(method, input) ?? Promise.reject(new Error('no bridge')),
    cancel: () => undefined,
    onLink(listener) {
      here.bridgeFollow = listener;
      return () => undefined;
    },
    onAct(listener) {
      here.bridgeAct = listener;
      return () => undefined;
    },
    wish(wishes) {
      here.bridgeWishes = wishes;
    },
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  Object.defineProperty(window, 'pressmark', { value: bridge });
}
