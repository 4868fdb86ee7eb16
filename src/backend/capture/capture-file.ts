import { ArchiveError } from '#contract/errors.ts';
import type { CaptureItem } from './capture-item.ts';
import { bytesSource, fileSource } from './kinds/byte-source.ts';
import { openItems } from './kinds/open-items.ts';
import { besideEntry, besideFile } from './read-beside.ts';

export const longestInputBytes = 30_000_000;

/** A file handed over by value; paths are those inside the drop, with `/`. */
export type DroppedFile = {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly companions: ReadonlyMap<string, Uint8Array>;
  readonly origin: 'file' | 'paste' | 'stdin';
  /** It is an original that was kept: every page of a web archive in it was taken in, however few its words. */
  readonly isKept?: boolean;
};

type Moment = { readonly now: () => string; readonly signal: AbortSignal };

/** Everything a file of this computer holds. */
export async function* openFile(path: string, { now, signal }: Moment): AsyncIterable<CaptureItem> {
  const source = await fileSource(path);
  yield* openItems(source, { origin: 'file', now, beside: besideFile(path), depth: 0, signal });
}

/** Everything a file holds that was handed over by value. */
export async function* openDropped(
  { path, bytes, companions, origin, isKept = false }: DroppedFile,
  { now, signal }: Moment,
): AsyncIterable<CaptureItem> {
  const byName = new Map([...companions].map(([name, content]) => [name.normalize(), content]));
  const entries = { has: (name: string) => byName.has(name), read: async (name: string) => byName.get(name) ?? null };
  const beside = companions.size === 0 ? null : besideEntry(path, entries);
  yield* openItems(bytesSource(path, bytes), { origin, now, beside, depth: 0, takesEveryPage: isKept, signal });
}

/** Refuses what is too long to be an article. */
export function requireShort(label: string, bytes: Uint8Array): void {
  if (bytes.length <= longestInputBytes) return;
  const message = `${label} is longer than ${longestInputBytes / 1_000_000} MB: split it, or take in its parts`;
  throw new ArchiveError('too-large', message, { details: { sizeBytes: bytes.length, maxBytes: longestInputBytes } });
}
