import path from 'node:path';
import { ArchiveError } from '#contract/errors.ts';
import { defaultPlaces, type Surroundings } from '../host/places.ts';
import { appVersion } from '../host/version.ts';
import { type Command, exitDone, exitFailed, exitInterrupted, exitWrongUsage } from './command.ts';
import { helpText } from './help.ts';
import { parseArguments, type Request } from './parse-arguments.ts';
import { openSession, type Session } from './session.ts';
import { printableLine, type Terminal } from './terminal.ts';

export type RunOptions = {
  readonly args: readonly string[];
  readonly commands: readonly Command[];
  readonly terminal: Terminal;
  readonly surroundings: Surroundings;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
};

/** Runs one command line and answers its exit code. Failures are one line on standard error. */
export async function runCommand(options: RunOptions): Promise<number> {
  const { args, commands, terminal, signal } = options;
  try {
    const request = parseArguments(args, commands);
    if (request.kind === 'help') await terminal.print(helpText(request.command, commands));
    else if (request.kind === 'version') await terminal.print(appVersion);
    else return await runRequest(request, options);
    return exitDone;
  } catch (error) {
    if (signal.aborted) return exitInterrupted;
    const { code, message } = asArchiveError(error);
    terminal.report(`pressmark: ${code}: ${printableLine(message)}`);
    return code === 'wrong-usage' || code === 'invalid-input' ? exitWrongUsage : exitFailed;
  }
}

async function runRequest(request: Request & { kind: 'run' }, options: RunOptions): Promise<number> {
  const { terminal, signal } = options;
  const places = defaultPlaces(options.surroundings);
  const libraryPath = path.resolve(request.library ?? places.libraryPath);
  const { dataPath } = places;
  const sessions: Session[] = [];
  try {
    return await request.command.run({
      terminal,
      signal,
      json: request.json,
      options: request.options,
      operands: request.operands,
      libraryPath,
      dataPath,
      async open({ allowLocalAddresses = false } = {}) {
        const session = await openSession({ libraryPath, dataPath, allowLocalAddresses, terminal, signal });
        sessions.push(session);
        return session;
      },
    });
  } finally {
    terminal.showProgress(null);
    for (const session of sessions) await session.close();
  }
}

function asArchiveError(error: unknown): ArchiveError {
  if (error instanceof ArchiveError) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new ArchiveError('internal', `something went wrong inside Pressmark: ${message}`, { cause: error });
}
