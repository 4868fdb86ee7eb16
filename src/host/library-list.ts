import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { libraryPlace, type LibraryPlace } from '#contract/libraries.ts';

/** The libraries that were opened on this computer, the last one first; kept in the app's own data folder. */
export type LibraryRecord = {
  readonly read: () => Promise<readonly LibraryPlace[]>;
  /** Puts one at the head of the list. */
  readonly opened: (place: LibraryPlace) => Promise<void>;
  readonly forget: (libraryPath: string) => Promise<void>;
};

const mostKept = 20;
const recordFile = z.object({ libraries: z.array(libraryPlace) });

export function openLibraryRecord(dataPath: string): LibraryRecord {
  const file = path.join(dataPath, 'libraries.json');

  async function read(): Promise<readonly LibraryPlace[]> {
    try {
      return recordFile.parse(JSON.parse(await readFile(file, 'utf8'))).libraries;
    } catch {
      // Not there yet, or damaged: a convenience that nobody should be stopped by. It begins anew.
      return [];
    }
  }

  /** Whole or not at all: a crash leaves the list before. */
  async function write(libraries: readonly LibraryPlace[]): Promise<void> {
    await mkdir(dataPath, { recursive: true });
    const draft = `${file}.${randomBytes(6).toString('hex')}.tmp`;
    await writeFile(draft, JSON.stringify({ libraries }), { flush: true });
    await rename(draft, file);
  }

  return {
    read,
    async opened(place) {
      const others = (await read()).filter((other) => other.path !== place.path);
      await write([place, ...others].slice(0, mostKept));
    },
    async forget(libraryPath) {
      await write((await read()).filter((other) => other.path !== libraryPath));
    },
  };
}

/** Is something that could be the library still where it was? */
export function isThere({ path: libraryPath }: LibraryPlace): boolean {
  return existsSync(path.join(libraryPath, 'library.json'));
}
