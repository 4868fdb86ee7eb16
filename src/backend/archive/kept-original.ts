import type { OriginalKind } from '#contract/draft.ts';
import { articleMissing, type Context } from './context.ts';
import { textHash } from './identity.ts';
import { readOriginal, readSnapshot } from './snapshot-folder.ts';

/** The original of an article's newest snapshot, with what was known of it when it was taken in. */
export type KeptOriginal = {
  /** The snapshot it lies in. */
  readonly snapshot: string;
  /** A newer version may have kept a kind that this one does not know. */
  readonly kind: OriginalKind | (string & {});
  /** As taken in, unpacked. */
  readonly bytes: Uint8Array;
  /** The name it lies under, without `.gz`: `original.html`. */
  readonly name: string;
  /** The name of the file that was taken in, when it had one. */
  readonly fileName: string | null;
  readonly address: string | null;
  /** Encoding named by the server. */
  readonly charset: string | null;
  /** Version of the extractor that read it; `null` when it did not say. */
  readonly extractor: string | null;
  /** The pictures kept beside it, each with what the page calls it. */
  readonly pictures: readonly { readonly file: string; readonly from: readonly string[] }[];
  /** Has the snapshot this very text? Only words count. */
  readonly isText: (text: string) => boolean;
};

/** Throws `article-missing`; `path-missing` or `library-damaged` when the folder is not as recorded. */
export async function keptOriginal({ database, library }: Context, id: string): Promise<KeptOriginal> {
  const row = database.prepare('SELECT path FROM article WHERE id = ?').get(id);
  if (row === undefined) throw articleMissing(id);
  const snapshot = await readSnapshot(library.path, String(row['path']));
  const { record } = snapshot;
  return {
    snapshot: record.snapshot,
    kind: record.kind,
    bytes: await readOriginal(library.path, snapshot),
    name: record.original.replace(/\.gz$/, ''),
    fileName: record.fileName,
    address: record.address,
    charset: record.charset,
    extractor: record.extractor,
    pictures: record.pictures.map(({ file, from }) => ({ file, from: from ?? [] })),
    isText: (text) => textHash(text) === record.textSha256,
  };
}
