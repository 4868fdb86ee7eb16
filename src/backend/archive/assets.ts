import { join } from 'node:path';
import { ArchiveError } from '#contract/errors.ts';
import * as files from '#platform/files.ts';
import type { Context } from './context.ts';

export type Asset = { readonly bytes: Uint8Array; readonly mediaType: string };

const longestAssetBytes = 64 * 1024 * 1024;

/** Article, snapshot, and one plain name: nothing that could climb out of the folder of pictures. */
const assetPath = /^([0-9a-z]{8,16})\/(\d{8}T\d{6}Z(?:-\d+)?)\/images\/([\w-][\w.-]*)$/;

/** Only pictures are given out, and as nothing else: a file put in by hand cannot come as a page. */
const mediaTypes: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  svg: 'image/svg+xml',
};

/** A picture by `<article>/<snapshot>/images/<file>`; `undefined` for anything else. */
export async function readAsset({ database, library }: Context, path: string): Promise<Asset | undefined> {
  const [, article, snapshot, file] = assetPath.exec(path) ?? [];
  if (article === undefined || snapshot === undefined || file === undefined) return undefined;
  const extension = file.slice(file.lastIndexOf('.') + 1).toLowerCase();
  const mediaType = Object.hasOwn(mediaTypes, extension) ? mediaTypes[extension] : undefined;
  if (mediaType === undefined) return undefined;
  const rows = database.prepare('SELECT path FROM snapshot WHERE article = ? AND snapshot = ?').all(article, snapshot);
  // Two devices may have saved the same article in the same second, in two folders.
  for (const row of rows) {
    const bytes = await readPicture(join(library.path, String(row['path']), 'images'), file);
    if (bytes !== undefined) return { bytes, mediaType };
  }
  return undefined;
}

async function readPicture(folder: string, file: string): Promise<Uint8Array | undefined> {
  // A link inside a shared folder could lead anywhere on this computer.
  const [realFolder, realFile] = [await files.realPath(folder), await files.realPath(join(folder, file))];
  if (realFolder === undefined || realFile !== join(realFolder, file)) return undefined;
  try {
    return await files.readFile(realFile, { maxBytes: longestAssetBytes });
  } catch (error) {
    if (error instanceof ArchiveError) return undefined;
    throw error;
  }
}
