import type { Backend } from '#backend/backend.ts';
import { openFileLog } from '../host/file-log.ts';
import { threadEntryPath } from '../host/places.ts';
import { startBackendThread } from '../host/start-backend-thread.ts';
import { appVersion } from '../host/version.ts';

/** The back end of the app: on its own thread, for callers that may name the person's files. */
export function openBackend(libraryPath: string, dataPath: string): Promise<Backend> {
  const log = openFileLog(dataPath);
  return startBackendThread({
    entry: threadEntryPath('backend-thread'),
    plan: {
      libraryPath,
      dataPath,
      extractWorker: threadEntryPath('extract-worker'),
      appVersion,
      createMissing: true,
      allowPaths: true,
      follow: true,
    },
    onCrash: (error) =>
      log({ level: 'error', room: 'main', action: 'back end crashed', problem: error.stack ?? error.message }),
  });
}
