import type { FieldNotes, Metadata } from '#contract/article.ts';
import type { OriginalKind } from '#contract/draft.ts';
import type { MissingPicture } from '#contract/pictures.ts';
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
  /** When the page was captured, and how it was taken in. */
  readonly capturedAt: string;
  readonly origin: string;
  /** As extracted, with the lead picture by its name in the snapshot, and from where each field came. */
  readonly metadata: Metadata;
  readonly notes: FieldNotes;
  /** The pictures kept beside it, each with what the page calls it; a snapshot of old does not say (`null`). */
  readonly pictures: readonly {
    readonly file: string;
    readonly from: readonly string[] | null;
    readonly width: number | null;
    readonly height: number | null;
  }[];
  /** The pictures of its body that are missing; `null` where it does not say. */
  readonly missingPictures: readonly MissingPicture[] | null;
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
    capturedAt: record.capturedAt,
    origin: record.origin,
    metadata: record.metadata,
    notes: record.notes,
    missingPictures: record.missingPictures ?? null,
    pictures: record.pictures.map(({ file, from, width, height }) => ({ file, from: from ?? null, width, height })),
    isText: (text) => textHash(text) === record.textSha256,
  };
}
