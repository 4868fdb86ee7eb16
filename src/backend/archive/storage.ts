import type { LibraryStorage } from '#contract/library.ts';
import * as files from '#platform/files.ts';
import { join, relative, sep } from 'node:path';
import { createBreather } from './breathe.ts';
import type { Context, LongWork } from './context.ts';

/** The size of the library folder by kind of file. What goes away while it is measured is not counted. */
export async function measureStorage({ library }: Context, { signal }: LongWork): Promise<LibraryStorage> {
  const breathe = createBreather(signal);
  const nothing = () => ({ files: 0, bytes: 0 });
  const storage = {
    articles: nothing(),
    originals: nothing(),
    pictures: nothing(),
    journals: nothing(),
    other: nothing(),
  };
  for await (const path of files.walk(library.path)) {
    const facts = await files.statFile(path);
    if (facts !== undefined) {
      const kind = storage[kindOf(relative(library.path, path).split(sep))];
      kind.files += 1;
      kind.bytes += facts.sizeBytes;
    }
    await breathe();
  }
  return storage;
}

/** By its place: `articles/<year>/<article>/<snapshot>/images/…`. */
function kindOf(parts: readonly string[]): keyof LibraryStorage {
  if (parts[0] === 'journal') return 'journals';
  if (parts[0] !== 'articles') return 'other';
  if (parts[4] === 'images') return 'pictures';
  const name = parts[4] ?? '';
  if (name === 'article.html' || name === 'snapshot.json') return 'articles';
  return name.startsWith('original.') ? 'originals' : 'other';
}

/** Every file that a copy of the library takes along, relative to it; without what a save leaves half done. */
export async function* keptFiles(libraryPath: string): AsyncIterable<string> {
  for await (const path of files.walk(libraryPath)) {
    const parts = relative(libraryPath, path).split(sep);
    if (parts.some((part) => part.startsWith('.tmp-') || files.isTemporaryName(part))) continue;
    yield join(...parts);
  }
}
