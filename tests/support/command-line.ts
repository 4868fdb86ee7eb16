import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

const entry = join(import.meta.dirname, '../../src/cli/index.ts');

export type Ended = {
  /** Whole lines of standard output. */
  readonly lines: string[];
  readonly errors: string;
  readonly code: number | null;
  readonly signal: string | null;
};

export type CommandLine = {
  /** Starts a command in a process of its own. */
  readonly start: (
    args: readonly string[],
    input?: string | Uint8Array,
  ) => { readonly child: ChildProcess; readonly ended: Promise<Ended> };
  /** Runs a command to its end. */
  readonly run: (args: readonly string[], input?: string | Uint8Array) => Promise<Ended>;
};

/** The real command line, from source, on a library and a data folder inside `folder`. */
export function commandLine(folder: string, options: { readonly library?: string } = {}): CommandLine {
  const library = options.library ?? join(folder, 'Library');

  function start(args: readonly string[], input?: string | Uint8Array) {
    const child = spawn(process.execPath, [entry, '--library', library, ...args], {
      env: { ...process.env, PRESSMARK_DATA: join(folder, 'data'), NO_COLOR: '1' },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    let output = '';
    let errors = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    child.stdin.on('error', () => {}); // a process that was killed reads no more
    child.stdin.end(input ?? '');
    const ended = new Promise<Ended>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code, signal) => {
        // The last piece is a line only when its end was printed too.
        const lines = output
          .split('\n')
          .slice(0, -1)
          .filter((line) => line !== '');
        resolve({ lines, errors, code, signal });
      });
    });
    return { child, ended };
  }

  return { start, run: (args, input) => start(args, input).ended };
}
