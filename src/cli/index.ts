import { thisMachine } from '../host/places.ts';
import { commands } from './commands/all.ts';
import { exitInterrupted } from './command.ts';
import { runCommand } from './run-command.ts';
import { createTerminal } from './terminal.ts';

/** The command line as a program: signals and streams of the process, and nothing else. */
const interruption = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    // The second Ctrl-C does not wait for anything.
    if (interruption.signal.aborted) process.exit(exitInterrupted);
    interruption.abort();
  });
}
// `pressmark list | head` closes the pipe early: that ends the command, and is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

const terminal = createTerminal({
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  noColour: (process.env['NO_COLOR'] ?? '') !== '',
});
const exitCode = await runCommand({
  args: process.argv.slice(2),
  commands,
  terminal,
  surroundings: thisMachine(),
  signal: interruption.signal,
});
// Whatever is still open (a keep-alive connection, a timer) does not hold the command up.
process.stdout.write('', () => process.exit(exitCode));
