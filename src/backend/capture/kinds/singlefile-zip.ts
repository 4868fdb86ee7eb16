import { z } from 'zod';
import type { OriginalKind } from '#contract/draft.ts';
import { besideEntry, longestAssetBytes } from '../read-beside.ts';
import { savedFrom, webAddress } from '../saved-page.ts';
import { type ByteSource, readWhole, unreadable } from './byte-source.ts';
import type { Unwrapped } from './unwrapped.ts';
import type { ZipFile } from './zip/zip-file.ts';

const longestPageBytes = 30_000_000;
const longestFileBytes = 100_000_000;
const longestManifestBytes = 1_000_000;
const headBytes = 32_768;

/** What SingleFile says of the page it packed; the manifests of other programs say nothing of it. */
const manifest = z.object({ originalUrl: z.string().optional(), archiveTime: z.string().optional() });

/** True for a zip that is one page and its parts: a site of many pages may have files of the same names. */
export async function isPackedPage(zip: ZipFile): Promise<boolean> {
  if (!zip.has('index.html') || !zip.has('manifest.json')) return false;
  const said = parseManifest(await zip.read('manifest.json', longestManifestBytes));
  if (said.originalUrl !== undefined) return true;
  return savedFrom(await zip.readHead('index.html', headBytes)).address !== null;
}

/**
 * A page packed by SingleFile: a zip with `index.html` and its pictures, alone or inside a page that
 * unpacks itself. The file as a whole is the original; a page that unpacks itself is kept as one.
 */
export async function unwrapSingleFileZip(
  zip: ZipFile,
  source: ByteSource,
  originalKind: Extract<OriginalKind, 'zip' | 'html'>,
): Promise<Unwrapped> {
  const bytes = await zip.read('index.html', longestPageBytes);
  if (bytes === null) throw unreadable(source.label, 'it is a packed page without the page');
  const said = parseManifest(await zip.read('manifest.json', longestManifestBytes));
  const inPage = savedFrom(bytes);
  const read = (path: string) => zip.read(path, longestAssetBytes);
  const beside = besideEntry('index.html', { has: (path) => zip.has(path), read });
  return {
    kind: 'html',
    bytes,
    charset: null,
    address: inPage.address ?? (said.originalUrl === undefined ? null : webAddress(said.originalUrl)),
    capturedAt: inPage.savedAt ?? said.archiveTime ?? null,
    hints: null,
    original: { kind: originalKind, bytes: await readWhole(source, longestFileBytes) },
    readRelative: beside.read,
    holds: beside.holds,
  };
}

function parseManifest(bytes: Uint8Array | null): z.infer<typeof manifest> {
  try {
    const read = manifest.safeParse(JSON.parse(new TextDecoder().decode(bytes ?? new Uint8Array())));
    return read.success ? read.data : {};
  } catch {
    // The page itself can be read without it.
    return {};
  }
}
