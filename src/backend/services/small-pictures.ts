import { basename, join } from 'node:path';
import type { Clock } from '#platform/clock.ts';
import type { Log } from '#platform/log.ts';
import type { Archive, Asset } from '../archive/archive.ts';
import { pictureFacts } from '../capture/capture.ts';
import { createPictures, type PictureSize, pictureSizes, suits } from '../pictures/pictures.ts';

type Needs = {
  readonly archive: Pick<Archive, 'database' | 'known' | 'readAsset'>;
  /** The entry of the thread that makes copies; without it every picture is given out as it is. */
  readonly worker: string | undefined;
  readonly dataPath: string;
  readonly clock: Clock;
  readonly log: Log;
};

/** The pictures of articles in the small sizes. */
export type SmallPictures = {
  /**
   * By `<article>/<snapshot>/<size>/<file>`, the address of the picture itself with the size in place of `images`;
   * `undefined` for another path, and for a picture that is not there. Where no copy is better, or none can be made,
   * the picture itself stands for it.
   */
  readonly find: (path: string) => Promise<Asset | undefined>;
  /** Throws away the copies of articles that are not in the library any more. */
  readonly sweep: (signal: AbortSignal) => Promise<void>;
  readonly close: () => Promise<void>;
};

type CopyName = {
  readonly article: string;
  readonly size: PictureSize;
  /** The path of the picture itself. */
  readonly of: string;
};

const copyPath = new RegExp(`^([0-9a-z]{8,16})/([\\dTZ-]+)/(${pictureSizes.join('|')})/([\\w-][\\w.-]*)$`);
/** So many articles are looked up at once; between, other work goes on. */
const sliceLength = 500;

export function createSmallPictures({ archive, worker, dataPath, clock, log }: Needs): SmallPictures {
  // Beside the catalogue, and named as it is: each library on this machine has its own.
  const cachePath = join(dataPath, 'pictures', basename(archive.database.path));
  const pictures = worker === undefined ? undefined : createPictures({ worker, cachePath, clock, log });

  async function smallOf(path: string, size: PictureSize, original: Asset): Promise<Uint8Array | null> {
    const { bytes, mediaType } = original;
    if (suits({ bytes, mediaType, width: pictureFacts(bytes)?.width ?? null }, size)) return null;
    return (await pictures?.make(path, size, bytes)) ?? null;
  }

  return {
    async find(path) {
      const name = parse(path);
      if (name === undefined) return undefined;
      if (archive.known([name.article]).size === 0) {
        pictures?.forget([name.article]);
        return undefined;
      }
      const kept = pictures?.find(path);
      if (kept instanceof Uint8Array) return asWebp(kept);
      const original = await archive.readAsset(name.of);
      if (original === undefined || kept === null) return original;
      const copy = await smallOf(path, name.size, original);
      return copy === null ? original : asWebp(copy);
    },
    async sweep(signal) {
      const articles = pictures?.articles() ?? [];
      for (let at = 0; at < articles.length && !signal.aborted; at += sliceLength) {
        const slice = articles.slice(at, at + sliceLength);
        const known = archive.known(slice);
        pictures?.forget(slice.filter((id) => !known.has(id)));
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
    close: async () => pictures?.close(),
  };
}

function parse(path: string): CopyName | undefined {
  const [, article, snapshot, size, file] = copyPath.exec(path) ?? [];
  if (article === undefined || snapshot === undefined || size === undefined || file === undefined) return undefined;
  // The pattern names nothing but sizes.
  return { article, size: size as PictureSize, of: `${article}/${snapshot}/images/${file}` };
}

function asWebp(bytes: Uint8Array): Asset {
  return { bytes, mediaType: 'image/webp' };
}
