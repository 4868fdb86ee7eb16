import type { Backend } from '#backend/backend.ts';
import { type Client, createClient } from '#contract/client.ts';
import { openFileLog } from '../host/file-log.ts';
import { threadEntryPath } from '../host/places.ts';
import { appVersion } from '../host/version.ts';
import type { Terminal } from './terminal.ts';

/** A library that is open for one command. */
export type Session = {
  /** Its calls end with `cancelled` when Ctrl-C is pressed. */
  readonly client: Client;
  /** For work that must be ended in order even after Ctrl-C. */
  readonly lastingClient: Client;
  /** A file of the library by its address after `/library/`. */
  readonly asset: Backend['asset'];
  readonly close: () => Promise<void>;
};

export type SessionOptions = {
  readonly libraryPath: string;
  readonly dataPath: string;
  readonly allowLocalAddresses: boolean;
  readonly terminal: Terminal;
  readonly signal: AbortSignal;
};

/** Opens the library in this very process: the command line is the direct carrier. */
export async function openSession(options: SessionOptions): Promise<Session> {
  // Loaded only now: `--help` and wrong usage answer without the whole back end.
  const { createBackend } = await import('#backend/backend.ts');
  const backend = await createBackend({
    libraryPath: options.libraryPath,
    dataPath: options.dataPath,
    extractWorker: threadEntryPath('extract-worker'),
    appVersion,
    createMissing: true,
    allowPaths: true,
    allowLocalAddresses: options.allowLocalAddresses,
    log: openFileLog(options.dataPath),
  });
  backend.onEvent((event) => {
    if (event.type === 'library.progress')
      options.terminal.showProgress(`reading the library: ${event.done} of ${event.total}`);
    if (event.type === 'library.ready') options.terminal.showProgress(null);
  });
  const { onEvent } = backend;
  return {
    client: createClient({ call: (method, input) => backend.call(method, input, options.signal), onEvent }),
    lastingClient: createClient({ call: (method, input) => backend.call(method, input), onEvent }),
    asset: backend.asset,
    close: backend.close,
  };
}
