import { basename, join } from 'node:path';
import { z } from 'zod';
import { ArchiveError } from '#contract/errors.ts';
import type { Clock } from '#platform/clock.ts';
import { canWrite } from '#platform/files-now.ts';
import * as files from '#platform/files.ts';
import { isBystander } from './folder-names.ts';
import { randomName } from './device.ts';
import { damaged, libraryFormat, parseJson } from './snapshot-record.ts';

export type LibraryFolder = {
  readonly id: string;
  /** The folder's own name. */
  readonly name: string;
  readonly path: string;
  readonly formatVersion: number;
  readonly readOnly: boolean;
  /** Made just now, so that there is nothing to read in it. */
  readonly isNew: boolean;
};

const libraryFile = z.object({
  format: z.int().min(1),
  id: z.string().regex(/^[0-9a-z-]{8,64}$/),
  created: z.iso.datetime(),
});

/**
 * Opens a library folder, or makes one in a missing or empty folder.
 *
 * A folder with other things in it is refused: Pressmark never scatters files in somebody's folder.
 */
export async function openLibraryFolder(path: string, createMissing: boolean, clock: Clock): Promise<LibraryFolder> {
  const facts = await files.statFile(path);
  if (facts !== undefined && facts.kind !== 'folder') {
    throw new ArchiveError('library-missing', `${path} is a file: a library is a folder`);
  }
  const names = facts === undefined ? [] : (await files.listFolder(path)).map((entry) => entry.name);
  if (names.includes('library.json')) return openExisting(path);
  refuseForeignFolder(path, names);
  if (!createMissing) {
    throw new ArchiveError('library-missing', `no library is at ${path}: check the path, or make a new library there`);
  }
  return makeLibrary(path, clock);
}

/** Removes what an interrupted save left behind, once it is too old to be a save still going on. */
export async function sweepStaging(libraryPath: string, clock: Clock): Promise<void> {
  const articles = join(libraryPath, 'articles');
  if ((await files.statFile(articles)) === undefined) return;
  for (const { name } of await files.listFolder(articles)) {
    if (!name.startsWith('.tmp-')) continue;
    const facts = await files.statFile(join(articles, name));
    const ageMs = facts === undefined ? 0 : clock.now() - facts.modifiedAtMs;
    if (ageMs > 60 * 60 * 1000) await files.removeFolder(join(articles, name));
  }
}

async function openExisting(path: string): Promise<LibraryFolder> {
  const { id, format } = await readLibraryFile(path);
  return { id, name: basename(path), path, formatVersion: format, readOnly: !canWrite(path), isNew: false };
}

/** A library's own record. Throws `library-newer` or `library-damaged`. */
export async function readLibraryFile(path: string): Promise<z.infer<typeof libraryFile>> {
  const filePath = join(path, 'library.json');
  const bytes = await files.readFile(filePath, { maxBytes: 64 * 1024 });
  const parsed = parseJson(bytes, filePath);
  const { format } = z.looseObject({ format: z.unknown() }).catch({ format: undefined }).parse(parsed);
  // The format comes first: a newer version may have changed everything else in the file.
  if (typeof format === 'number' && format > libraryFormat) {
    throw new ArchiveError(
      'library-newer',
      `${path} was made by a newer Pressmark (format ${format}; this one reads ${libraryFormat}): update Pressmark`,
      { details: { format, supported: libraryFormat } },
    );
  }
  const read = libraryFile.safeParse(parsed);
  if (!read.success) throw damaged(filePath, 'its format or id is missing');
  return read.data;
}

function refuseForeignFolder(path: string, names: readonly string[]): void {
  const own = names.filter((name) => !isBystander(name));
  if (own.length === 0) return;
  if (own.includes('articles') && own.includes('journal')) {
    throw damaged(path, 'library.json is missing: bring it back from a backup or from another device');
  }
  throw new ArchiveError(
    'library-missing',
    `${path} is no library and holds other files: choose an empty folder or an existing library`,
  );
}

/**
 * library.json comes first: whatever a crash leaves unwritten after it is made when it is needed.
 * When another process makes the same library at the same moment, the first to name it wins.
 */
async function makeLibrary(path: string, clock: Clock): Promise<LibraryFolder> {
  const id = randomName(16);
  const created = new Date(clock.now()).toISOString();
  try {
    await files.makeFolder(path);
    const content = `${JSON.stringify({ format: libraryFormat, id, created })}\n`;
    if (!(await files.writeFirstDurably(join(path, 'library.json'), content))) return await openExisting(path);
    await files.writeFileDurably(join(path, 'README.txt'), readme);
    await files.makeFolder(join(path, 'articles'));
    await files.makeFolder(join(path, 'journal'));
  } catch (error) {
    if (error instanceof ArchiveError && error.code === 'path-missing') {
      throw new ArchiveError('library-missing', `no library can be made at ${path}: a file stands in the way`, {
        cause: error,
      });
    }
    throw error;
  }
  return { id, name: basename(path), path, formatVersion: libraryFormat, readOnly: false, isNew: true };
}

const readme = `This folder is a Pressmark library: an archive of articles.

You can read it without Pressmark.

articles/   One folder for each article, by year. In it, one folder for each time the
            article was saved. Open article.html in any browser: it needs no network.
            The file "original" beside it is what was taken in, unchanged (a name that
            ends in .gz is packed with gzip). snapshot.json says when and from where.
journal/    What you did with the articles: tags, favourites, corrections, trash. One
            line of JSON for each act, one folder for each of your devices.

You can copy this folder, back it up, or keep it in a sync service. Please do not rename
or change files inside it: every file's checksum is on record. Search and lists are made
from this folder alone and can always be made again.

The format is described in docs/formats/library-v1.md of Pressmark's source.
`;
