import type { SafeHtml } from '#contract/draft.ts';
import { ArchiveError } from '#contract/errors.ts';
import type { Repair, RepairOutcome } from '#contract/repair.ts';
import type { Clock } from '#platform/clock.ts';
import type { Database } from '#platform/database.ts';
import type { Log } from '#platform/log.ts';
import type { LibraryFolder } from './library-folder.ts';

/** What became of a clean body that was repaired by hand: its HTML, its text as search reads it, and each repair. */
export type ApplyRepairs = (
  html: SafeHtml,
  repairs: readonly Repair[],
  language: string | null,
) => {
  readonly html: SafeHtml;
  readonly text: string;
  readonly wordCount: number;
  readonly outcomes: readonly RepairOutcome[];
};

/** What every part of the room works with: one open library. */
export type Context = {
  readonly database: Database;
  readonly library: LibraryFolder;
  /** The name under which this installation writes. */
  readonly device: string;
  readonly clock: Clock;
  readonly log: Log;
  /** Article folders into which a snapshot is being saved now: not to be taken for something found. */
  readonly saving: Saving;
  /** A clean body as the text that search reads: the story's words and those of its captions. */
  readonly textOf: (html: string) => string;
  /** A clean body with the reader's repairs laid over it. */
  readonly applyRepairs: ApplyRepairs;
};

export type Saving = {
  readonly hold: (folder: string) => { readonly release: () => void };
  readonly isHeld: (folder: string) => boolean;
};

export function createSaving(): Saving {
  const holds = new Map<symbol, string>();
  return {
    hold(folder) {
      const key = Symbol(folder);
      holds.set(key, folder);
      return { release: () => void holds.delete(key) };
    },
    isHeld: (folder) => [...holds.values()].includes(folder),
  };
}

export type LongWork = {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: { readonly done: number; readonly total: number }) => void) | undefined;
};

/** A write transaction of the catalogue, its failures said in the words of the contract. */
export function writeCatalogue<T>(database: Database, work: () => T): T {
  try {
    return database.write(work);
  } catch (error) {
    throw catalogueFailure(error);
  }
}

/**
 * For work on very many rows at once: holds up to 64 MB of the catalogue in memory meanwhile, which
 * makes it two to three times as fast. Otherwise SQLite keeps to its two megabytes.
 */
export function withLargeCache<T>(database: Database, isLarge: boolean, work: () => T): T {
  if (!isLarge) return work();
  database.exec('PRAGMA cache_size = -65536');
  try {
    return work();
  } finally {
    database.exec('PRAGMA cache_size = -2000; PRAGMA shrink_memory');
  }
}

export function requireWritable({ library }: Context): void {
  if (!library.readOnly) return;
  throw new ArchiveError('library-read-only', `${library.name} can only be read: its folder may not be written to`);
}

export function articleMissing(id: string): ArchiveError {
  return new ArchiveError('not-found', `no article ${id} is in this library`, { details: { id } });
}

function catalogueFailure(error: unknown): unknown {
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0;
  switch (code) {
    case 5:
    case 6:
      return new ArchiveError('library-busy', 'another process is writing to this library: try again in a moment', {
        retryable: true,
        cause: error,
      });
    case 13:
      return new ArchiveError('disk-full', 'no space is left for the catalogue: free some space and try again', {
        retryable: true,
        cause: error,
      });
    default:
      return error;
  }
}
