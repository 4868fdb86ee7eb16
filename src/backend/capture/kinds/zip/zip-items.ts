import { ArchiveError } from '#contract/errors.ts';
import type { CaptureItem } from '../../capture-item.ts';
import { pagesAmong } from '../../companions.ts';
import { besideEntry, longestAssetBytes } from '../../read-beside.ts';
import { type ByteSource, bytesSource, readLazily } from '../byte-source.ts';
import { labelInside } from '../labels.ts';
import type { Opening } from '../opening.ts';
import type { ZipFile } from './zip-file.ts';

type OpenInner = (source: ByteSource, opening: Opening) => AsyncIterable<CaptureItem>;

/** What is taken in from inside a zip at once. */
const longestInnerBytes = 100_000_000;
const headBytes = 32_768;

/**
 * The articles of a plain zip: as if its files lay in a folder, pages with what lies beside them.
 *
 * An entry that is a container itself is opened; what cannot be read is an item that fails with the
 * reason, so that the others are taken in all the same.
 */
export async function* zipItems(zip: ZipFile, opening: Opening, openInner: OpenInner): AsyncIterable<CaptureItem> {
  const read = (path: string) => zip.read(path, longestAssetBytes);
  const has = (path: string) => zip.has(path);
  let isEmpty = true;
  for (const page of pagesAmong(zip.names)) {
    opening.signal.throwIfAborted();
    isEmpty = false;
    const label = labelInside(zip.label, page);
    try {
      const head = await zip.readHead(page, headBytes);
      const source = readLazily(label, zip.sizeOf(page), head, async () => readEntry(zip, page));
      yield* openInner(source, { ...opening, depth: opening.depth + 1, beside: besideEntry(page, { has, read }) });
    } catch (error) {
      if (!(error instanceof ArchiveError)) throw error;
      yield { kind: 'article', label, capture: () => Promise.reject(error) };
    }
  }
  if (isEmpty) throw new ArchiveError('empty-input', `${zip.label} holds nothing that could be an article`);
}

async function readEntry(zip: ZipFile, page: string): Promise<ByteSource> {
  const bytes = await zip.read(page, longestInnerBytes);
  return bytesSource(labelInside(zip.label, page), bytes ?? new Uint8Array());
}
