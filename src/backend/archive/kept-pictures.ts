import type { ArticlePictures } from '#contract/pictures.ts';
import { articleMissing, type Context } from './context.ts';
import { readSnapshot } from './snapshot-folder.ts';

/**
 * How many pictures an article's newest snapshot keeps, and which it could not have.
 *
 * Read from the snapshot itself when it is asked for: too seldom to have a place in the catalogue.
 * Throws `article-missing`; `path-missing` or `library-damaged` when the folder is not as recorded.
 */
export async function keptPictures({ database, library }: Context, id: string): Promise<ArticlePictures> {
  const row = database.prepare('SELECT path FROM article WHERE id = ?').get(id);
  if (row === undefined) throw articleMissing(id);
  const { record } = await readSnapshot(library.path, String(row['path']));
  return { kept: record.pictures.length, missing: record.missingPictures ?? null };
}
