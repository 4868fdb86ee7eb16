import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';

/** What a command may do to the outside: print, report, read what is piped in. */
export type Terminal = {
  /** Writes a line of the command's result; waits when the reader at the other end is slower. */
  readonly print: (line: string) => Promise<void>;
  /** Writes a line about the command to standard error. */
  readonly report: (line: string) => void;
  /** Shows how far long work is, where a person is watching; nothing otherwise. `null` wipes it away. */
  readonly showProgress: (line: string | null) => void;
  /** Everything that is piped in. */
  readonly readInput: () => Promise<Uint8Array>;
  /** True when a person reads the result: then it may be coloured and cut to the width. */
  readonly isInteractive: boolean;
  readonly columns: number;
};

type Output = Writable & { readonly isTTY?: boolean; readonly columns?: number };

const eraseLine = '\r\u001b[K';

export function createTerminal(streams: {
  readonly stdin: Readable;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly noColour: boolean;
}): Terminal {
  const { stdin, stdout, stderr } = streams;
  let hasProgress = false;

  function showProgress(line: string | null): void {
    if (stderr.isTTY !== true || (line === null && !hasProgress)) return;
    stderr.write(line === null ? eraseLine : `${eraseLine}${line.slice(0, (stderr.columns ?? 80) - 1)}`);
    hasProgress = line !== null;
  }

  return {
    async print(line) {
      showProgress(null);
      if (!stdout.write(`${line}\n`)) await once(stdout, 'drain');
    },
    report(line) {
      showProgress(null);
      stderr.write(`${line}\n`);
    },
    showProgress,
    async readInput() {
      const parts: Buffer[] = [];
      for await (const part of stdin as AsyncIterable<Buffer | string>) parts.push(Buffer.from(part));
      return Buffer.concat(parts);
    },
    isInteractive: stdout.isTTY === true && !streams.noColour,
    columns: stdout.columns ?? 80,
  };
}

/**
 * Text from an article, safe to print.
 *
 * A headline can hold escape sequences that move the cursor, change the window's title or worse;
 * they come from a page that anyone may have written.
 */
export function printable(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are exactly what is taken out
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, ' ');
}

/** The same on one line. */
export function printableLine(text: string): string {
  return printable(text).replace(/\s+/g, ' ').trim();
}
