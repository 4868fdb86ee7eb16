import type { ArticleId } from '#contract/article.ts';
import { createBreather } from './breathe.ts';
import type { Context, LongWork } from './context.ts';
import { hasNews, type JournalFile, journalFiles, takeInSlice } from './journal.ts';
import { awaitsMuch, takeInAwaited, takeInUnknownFolders } from './take-in.ts';

/** With very much missing, the missing is looked for only this often. */
const rareLookMs = 60_000;

export type CatchUp = (work: LongWork) => Promise<{ readonly changed: readonly ArticleId[] }>;

/**
 * Brings the catalogue up to date: new lines of every device's journal, snapshots that have arrived,
 * folders no journal speaks of. With nothing new it costs a look at a few files.
 */
export function createCatchUp(context: Context): CatchUp {
  let lookedMs = Number.NEGATIVE_INFINITY;
  return async function catchUp({ signal, onProgress }) {
    const changed = new Set<string>();
    const breathe = createBreather(signal);
    const news = journalFiles(context.library.path).filter((file) => hasNews(context, file));
    for (const [index, file] of news.entries()) {
      await takeInFile(context, file, changed, breathe);
      onProgress?.({ done: index + 1, total: news.length });
    }
    await takeInUnknownFolders(context, changed);
    if (news.length > 0 || !awaitsMuch(context) || performance.now() - lookedMs > rareLookMs) {
      lookedMs = performance.now();
      await takeInAwaited(context, changed);
    }
    // Ids come from checked snapshots and journal lines only.
    return { changed: [...changed] as ArticleId[] };
  };
}

/** Reads a journal file to its end, in slices between which other work goes on. */
export async function takeInFile(
  context: Context,
  file: JournalFile,
  changed: Set<string>,
  breathe: () => Promise<void>,
): Promise<void> {
  while (takeInSlice(context, file, changed)) await breathe();
  await breathe();
}
