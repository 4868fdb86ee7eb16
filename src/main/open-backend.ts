import type { Backend } from '#backend/backend.ts';
import { openFileLog } from '../host/file-log.ts';
import { type Desktop, type LibraryHostOptions, openLibraryHost } from '../host/library-host.ts';
import { openLibraryRecord } from '../host/library-list.ts';
import { threadEntryPath } from '../host/places.ts';
import { startBackendThread } from '../host/start-backend-thread.ts';
import { appVersion } from '../host/version.ts';

/** The library that was asked for, the usual one, and what the system offers for choosing another. */
export type OpenOptions = Pick<LibraryHostOptions, 'asked' | 'usual'> & {
  readonly dataPath: string;
  readonly desktop: Desktop;
};

/** The back end of the app, of whichever library is open. */
export function openBackend({ dataPath, ...options }: OpenOptions): Promise<Backend> {
  return openLibraryHost({
    ...options,
    record: openLibraryRecord(dataPath),
    open: (libraryPath, createMissing) => startThread(libraryPath, dataPath, createMissing),
  });
}

/** On its own thread, for callers that may name the person's files. */
function startThread(libraryPath: string, dataPath: string, createMissing: boolean): Promise<Backend> {
  const log = openFileLog(dataPath);
  return startBackendThread({
    entry: threadEntryPath('backend-thread'),
    plan: {
      libraryPath,
      dataPath,
      extractWorker: threadEntryPath('extract-worker'),
      pictureWorker: threadEntryPath('picture-worker'),
      appVersion,
      createMissing,
      allowPaths: true,
      follow: true,
    },
    onCrash: (error) =>
      log({ level: 'error', room: 'main', action: 'back end crashed', problem: error.stack ?? error.message }),
  });
}
