import { join } from 'node:path';
import { z } from 'zod';
import { savedQuery } from '#contract/searches.ts';
import * as files from '#platform/files.ts';

/**
 * What was searched for on this device, newest first.
 *
 * It lies in the app's own data folder and never in the library: nobody wants last week's questions
 * synchronised, or handed on with the folder.
 */
export type RecentSearches = {
  readonly list: () => Promise<string[]>;
  readonly remember: (query: string) => Promise<void>;
  readonly forget: () => Promise<void>;
};

const mostKept = 50;
const mostBytes = 2 * 1024 * 1024;
const recentFile = z.object({ queries: z.array(savedQuery) });

/** Each library on this machine has its own. */
export function createRecentSearches(dataPath: string, libraryId: string): RecentSearches {
  const folder = join(dataPath, 'recent-searches');
  const path = join(folder, `${libraryId}.json`);

  async function list(): Promise<string[]> {
    if ((await files.statFile(path)) === undefined) return [];
    try {
      const bytes = await files.readFile(path, { maxBytes: mostBytes });
      return recentFile.parse(JSON.parse(new TextDecoder().decode(bytes))).queries;
    } catch {
      // Damaged or not readable: a convenience that nobody should be stopped by. It begins anew.
      return [];
    }
  }

  return {
    list,
    async remember(query) {
      const words = query.trim().replaceAll(/\s+/g, ' ');
      const queries = [words, ...(await list()).filter((other) => other !== words)].slice(0, mostKept);
      await files.makeFolder(folder);
      await files.writeFileDurably(path, JSON.stringify({ queries }));
    },
    forget: () => files.removeFolder(path),
  };
}
