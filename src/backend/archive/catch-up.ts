import type { ArticleId } from '#contract/article.ts';
import { createBreather } from './breathe.ts';
import type { Context, LongWork } from './context.ts';
import { hasNews, type JournalFile, journalFiles, takeInSlice } from './journal.ts';
import { awaitsMuch, takeInAwaited, takeInUnknownFolders } from './take-in.ts';

/** With very much missing, the missing is looked for only this often. */
const rareLookMs = 60_000;

/** To look through more folders than this takes long enough to be felt. */
const manyFolders = 2000;

export type CatchUp = (work: LongWork) => Promise<{ readonly changed: readonly ArticleId[] }>;

/**
 * Brings the catalogue up to date: new lines of every device's journal, snapshots that have arrived,
 * folders no journal speaks of. With nothing new it costs a look at a few files.
 */
export function createCatchUp(context: Context): CatchUp {
  let lookedMs = Number.NEGATIVE_INFINITY;
  let nextScanMs = Number.NEGATIVE_INFINITY;
  return async function catchUp({ signal, onProgress }) {
    const changed = new Set<string>();
    const breathe = createBreather(signal);
    const news = journalFiles(context.library.path).filter((file) => hasNews(context, file));
    for (const [index, file] of news.entries()) {
      await takeInFile(context, file, changed, breathe);
      onProgress?.({ done: index + 1, total: news.length });
    }
    if (performance.now() >= nextScanMs) {
      const startedMs = performance.now();
      const lookedAt = await takeInUnknownFolders(context, changed, breathe);
      if (lookedAt > manyFolders) nextScanMs = restAfter(startedMs);
    }
    if (news.length > 0 || !awaitsMuch(context) || performance.now() - lookedMs > rareLookMs) {
      lookedMs = performance.now();
      await takeInAwaited(context, changed);
    }
    // Ids come from checked snapshots and journal lines only.
    return { changed: [...changed] as ArticleId[] };
  };
}

/** While an import fills a year's folder, each look lists all of it: then it may take a twentieth of the time. */
function restAfter(startedMs: number): number {
  const nowMs = performance.now();
  return nowMs + 20 * (nowMs - startedMs);
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
