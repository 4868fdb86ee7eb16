import type { Backend } from '#backend/backend.ts';
import { ArchiveError } from '#contract/errors.ts';
import { openLibraryHost } from '../host/library-host.ts';
import { openLibraryRecord } from '../host/library-list.ts';
import { threadEntryPath, windowFolder } from '../host/places.ts';
import { startBackendThread } from '../host/start-backend-thread.ts';
import { appVersion } from '../host/version.ts';
import { listWindowFiles } from '../host/window-files.ts';
import { startWebHost, type WebHost } from './web-host.ts';

export type ServeOptions = {
  /** The library that was asked for; without it the one that was open last, else the usual one. */
  readonly asked: string | undefined;
  readonly usual: string;
  readonly dataPath: string;
  readonly port: number;
  /** Where to listen; only this computer is allowed. */
  readonly host: string;
  readonly allowLocalAddresses?: boolean;
};

/** Opens the library on a thread and serves its window; `close` ends both. */
export async function serveLibrary(options: ServeOptions): Promise<WebHost> {
  requireLoopback(options.host);
  const files = await listWindowFiles(windowFolder());
  const { asked, usual, dataPath } = options;
  const backend = await openLibraryHost({
    asked,
    usual,
    record: openLibraryRecord(dataPath),
    open: (libraryPath, createMissing) => startThread(options, libraryPath, createMissing),
  });
  try {
    const host = await startWebHost({ backend, files, port: options.port });
    return {
      ...host,
      async close() {
        await host.close();
        await backend.close();
      },
    };
  } catch (error) {
    await backend.close();
    throw error;
  }
}

function startThread(options: ServeOptions, libraryPath: string, createMissing: boolean): Promise<Backend> {
  return startBackendThread({
    entry: threadEntryPath('backend-thread'),
    plan: {
      libraryPath,
      dataPath: options.dataPath,
      extractWorker: threadEntryPath('extract-worker'),
      pictureWorker: threadEntryPath('picture-worker'),
      appVersion,
      createMissing,
      // Whoever reaches the browser's window must not be able to read any file of this computer.
      allowPaths: false,
      allowLocalAddresses: options.allowLocalAddresses ?? false,
      follow: true,
    },
  });
}

/** The host has no accounts and no encryption: on a network, everyone could read along. */
function requireLoopback(host: string): void {
  if (host === '127.0.0.1' || host === 'localhost') return;
  throw new ArchiveError(
    'wrong-usage',
    `Pressmark serves this computer only (127.0.0.1); on ${host} others could read and change your library`,
  );
}
