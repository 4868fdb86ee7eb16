import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Log } from '#platform/log.ts';

/** Above this the log begins anew; one older file is kept. */
const largestBytes = 5_000_000;

/**
 * The log of this computer: one JSON object a line in `<data folder>/logs/pressmark.jsonl`.
 *
 * It stays on this computer and never holds the text of an article. A log that cannot be written
 * (full disk, no rights) must not keep anyone from their library: it falls silent.
 */
export function openFileLog(dataPath: string): Log {
  const folder = path.join(dataPath, 'logs');
  const file = path.join(folder, 'pressmark.jsonl');
  return (record) => {
    const line = `${JSON.stringify({ time: new Date().toISOString(), process: process.pid, ...record })}\n`;
    try {
      mkdirSync(folder, { recursive: true });
      const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
      if (size > largestBytes) renameSync(file, path.join(folder, 'pressmark-1.jsonl'));
      appendFileSync(file, line);
    } catch {
      // see above: silence is the promise
    }
  };
}
