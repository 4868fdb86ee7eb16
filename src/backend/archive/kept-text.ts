import type { Correction, FieldNotes, Metadata } from '#contract/article.ts';
import type { SafeHtml } from '#contract/draft.ts';
import type { Repair } from '#contract/repair.ts';
import { correctionsOf, extractedOf, newestSnapshot, repairsOf } from './articles.ts';
import { articleMissing, type Context } from './context.ts';
import { readBody } from './snapshot-folder.ts';

/** What was extracted, and beside it what the reader laid over it. */
export type KeptText = {
  readonly snapshot: string;
  /** The clean body as extracted; pictures as `images/…`. */
  readonly html: SafeHtml;
  readonly metadata: Metadata;
  readonly notes: FieldNotes;
  readonly corrections: readonly Correction[];
  /** In the order in which they were made. */
  readonly repairs: readonly Repair[];
};

/** Throws `article-missing`; `path-missing` or `library-damaged` when the folder is not as recorded. */
export async function keptText({ database, library }: Context, id: string): Promise<KeptText> {
  const { row, current } = database.read(() => ({
    row: database.prepare('SELECT corrections, repairs FROM article WHERE id = ?').get(id),
    current: newestSnapshot(database, id),
  }));
  if (row === undefined || current === undefined) throw articleMissing(id);
  return {
    snapshot: String(current['snapshot']),
    html: await readBody(library.path, String(current['path'])),
    ...extractedOf(current),
    corrections: correctionsOf(row),
    repairs: repairsOf(row),
  };
}
