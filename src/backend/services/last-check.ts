import { join } from 'node:path';
import { lastCheck, type LastCheck, type Verification } from '#contract/library.ts';
import type { Clock } from '#platform/clock.ts';
import * as files from '#platform/files.ts';

/** What the last check of a library found, kept in the app's own data folder: it is about this computer's copy. */
export type LastChecks = {
  readonly read: () => Promise<LastCheck | null>;
  readonly keep: (verification: Verification) => Promise<void>;
};

const mostFindings = 500;
const mostBytes = 2 * 1024 * 1024;

export function createLastChecks(dataPath: string, libraryId: string, clock: Clock): LastChecks {
  const folder = join(dataPath, 'checks');
  const path = join(folder, `${libraryId}.json`);
  return {
    async read() {
      if ((await files.statFile(path)) === undefined) return null;
      try {
        const bytes = await files.readFile(path, { maxBytes: mostBytes });
        return lastCheck.parse(JSON.parse(new TextDecoder().decode(bytes)));
      } catch {
        // Damaged, or of another version: the next check takes its place.
        return null;
      }
    },
    async keep({ findings, ...counts }) {
      const checkedAt = new Date(clock.now()).toISOString();
      const kept: LastCheck = {
        ...counts,
        checkedAt,
        findings: findings.slice(0, mostFindings),
        findingsInAll: findings.length,
      };
      await files.makeFolder(folder);
      await files.writeFileDurably(path, JSON.stringify(kept));
    },
  };
}
