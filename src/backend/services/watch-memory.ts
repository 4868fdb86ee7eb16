import { join } from 'node:path';
import { z } from 'zod';
import { errorData } from '#contract/capture.ts';
import * as files from '#platform/files.ts';

/** What this device remembers of the folder it watches. */
const memory = z.object({
  folder: z.string().nullable(),
  isOn: z.boolean(),
  taken: z.int(),
  /** The files that need not be looked at again, as they stood: path, bytes, moment of the last change. */
  known: z.array(z.tuple([z.string(), z.number(), z.number()])),
  /** The SHA-256 of everything that was taken in: under another name it is no new file. */
  hashes: z.array(z.string()),
  failures: z.array(z.object({ file: z.string(), error: errorData })),
});
export type WatchMemory = z.output<typeof memory>;

export type WatchFile = {
  readonly read: () => Promise<WatchMemory>;
  readonly write: (memory: WatchMemory) => Promise<void>;
};

export const nothingWatched: WatchMemory = { folder: null, isOn: false, taken: 0, known: [], hashes: [], failures: [] };

/**
 * It lies in the app's own data folder: which folder is watched is this computer's affair.
 *
 * Lost or damaged, no article is lost: the folder has to be chosen again.
 */
export function watchFile(dataPath: string, libraryId: string): WatchFile {
  const folder = join(dataPath, 'watched-folder');
  const path = join(folder, `${libraryId}.json`);
  return {
    async read() {
      if ((await files.statFile(path)) === undefined) return nothingWatched;
      try {
        return memory.parse(JSON.parse(new TextDecoder().decode(await files.readFile(path))));
      } catch {
        return nothingWatched;
      }
    },
    async write(content) {
      await files.makeFolder(folder);
      await files.writeFileDurably(path, JSON.stringify(content));
    },
  };
}
