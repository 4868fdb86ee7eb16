import { randomBytes } from 'node:crypto';
import { join, posix } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { ArticleId } from '#contract/article.ts';
import type { Original, OriginalKind, SafeHtml } from '#contract/draft.ts';
import { ArchiveError } from '#contract/errors.ts';
import { warningInEnglish } from '#contract/extraction-warning.ts';
import { systemCode } from '#platform/file-errors.ts';
import { readFromNow } from '#platform/files-now.ts';
import * as files from '#platform/files.ts';
import { cutBody, renderPage } from './article-page.ts';
import { type Addition, type CapturedBytes, takenInAt } from './addition.ts';
import { snapshotName } from './folder-names.ts';
import { sha256, textHash, type Identity } from './identity.ts';
import { headlineOf } from './headline.ts';
import {
  damaged,
  libraryFormat,
  parseSnapshotRecord,
  type FileRecord,
  type SnapshotRecord,
} from './snapshot-record.ts';

/** Originals above this are packed, when that saves a tenth or more. */
const packAboveBytes = 256 * 1024;
/** More than any honest snapshot.json or article.html holds. */
const longestRecordBytes = 16 * 1024 * 1024;
const longestPageBytes = 256 * 1024 * 1024;

const originalNames: Record<OriginalKind, string> = {
  html: 'original.html',
  text: 'original.txt',
  markdown: 'original.md',
  pdf: 'original.pdf',
  mhtml: 'original.mhtml',
  email: 'original.eml',
  epub: 'original.epub',
  warc: 'original.warc',
  zip: 'original.zip',
};

/** A snapshot as it lies in the library: its folder relative to the library, with `/`. */
export type StoredSnapshot = {
  readonly path: string;
  readonly record: SnapshotRecord;
  /** SHA-256 of snapshot.json itself, which the journal keeps. */
  readonly recordSha256: string;
};

type WriteRequest = {
  readonly addition: Addition;
  readonly id: ArticleId;
  readonly identity: Identity;
  /** The article's folder, relative to the library: `articles/2018/slug~id`. */
  readonly folder: string;
  /** For a snapshot that is made from the one before it. */
  readonly renewal?: {
    readonly id: string;
    /** The moment that its folder is named by: later than that of any snapshot before it. Instant, UTC. */
    readonly madeAt: string;
  };
};

/**
 * Writes a snapshot so that it is there whole or not at all.
 *
 * Everything is written and flushed in `articles/.tmp-…`, then renamed to its place. The temporary
 * folder stands directly below `articles/` and not beside its final place, so that a start can find
 * what a crash left behind by listing one folder instead of one for each article.
 *
 * Flushing is what a save waits for, so what may be flushed together is: all files and the article's
 * own folder first, then the names in the temporary folder, then the rename.
 */
export async function writeSnapshot(libraryPath: string, request: WriteRequest): Promise<StoredSnapshot> {
  const staging = join(libraryPath, 'articles', `.tmp-${randomBytes(8).toString('hex')}`);
  try {
    const contents = await contentsOf(request.addition);
    await files.makeTemporaryFolder(staging);
    // Both to their end, even if one fails: the folder must not be removed while it is written to.
    await allSettled([writeContents(staging, contents), files.makeFolder(join(libraryPath, request.folder))]);
    return await putInPlace(libraryPath, staging, request, contents);
  } catch (error) {
    await files.removeFolder(staging).catch(() => {
      // The first failure is the one to report; a later start sweeps the folder up.
    });
    throw error;
  }
}

/** Reads what the catalogue needs of a snapshot; throws `library-damaged`, or `path-missing` when it is not there. */
export async function readSnapshot(
  libraryPath: string,
  path: string,
): Promise<StoredSnapshot & { readonly html: SafeHtml }> {
  const recordPath = `${path}/snapshot.json`;
  const bytes = await files.readFile(join(libraryPath, recordPath), { maxBytes: longestRecordBytes });
  const record = parseSnapshotRecord(bytes, recordPath);
  if (posix.basename(path) !== record.snapshot) throw damaged(recordPath, `it belongs to snapshot ${record.snapshot}`);
  if (!posix.dirname(path).endsWith(`~${record.article}`)) {
    throw damaged(recordPath, `it belongs to article ${record.article}`);
  }
  return { path, record, recordSha256: sha256(bytes), html: await readBody(libraryPath, path) };
}

/** The clean body of a snapshot, pictures as `images/…`. */
export async function readBody(libraryPath: string, path: string): Promise<SafeHtml> {
  const pagePath = `${path}/article.html`;
  const bytes = await files.readFile(join(libraryPath, pagePath), { maxBytes: longestPageBytes });
  return cutBody(new TextDecoder().decode(bytes), pagePath);
}

/** The same inside a transaction, which cannot wait; `undefined` when the page is not there, or not whole. */
export function readBodyNow(libraryPath: string, path: string): SafeHtml | undefined {
  const pagePath = `${path}/article.html`;
  const { bytes } = readFromNow(join(libraryPath, pagePath), 0);
  try {
    return cutBody(new TextDecoder().decode(bytes), pagePath);
  } catch (error) {
    if (error instanceof ArchiveError) return undefined;
    throw error;
  }
}

/** The original of a snapshot, unpacked. */
export async function readOriginal(libraryPath: string, snapshot: StoredSnapshot): Promise<Uint8Array> {
  const name = snapshot.record.original;
  const bytes = await files.readFile(join(libraryPath, snapshot.path, name));
  return name.endsWith('.gz') ? promisify(gunzip)(bytes) : bytes;
}

function originalOf({ original, kind, bytes }: CapturedBytes): Original {
  return original ?? { kind, bytes };
}

type Contents = { readonly files: ReadonlyMap<string, Uint8Array>; readonly original: string };

async function contentsOf(addition: Addition): Promise<Contents> {
  const { draft, html, pictures, captured } = addition;
  const headline = headlineOf(draft.metadata, draft.text, captured);
  const metadata = { ...draft.metadata, leadImage: leadImageOf(addition) };
  const page = renderPage({ metadata, headline, capturedAt: takenInAt(captured), html });
  const { kind, bytes } = originalOf(captured);
  const original = await packOriginal(originalNames[kind], bytes);
  const contents = new Map<string, Uint8Array>([
    ['article.html', Buffer.from(page, 'utf8')],
    [original.name, original.bytes],
  ]);
  for (const picture of pictures) {
    if (!/^images\/[\w-][\w.-]*$/.test(picture.fileName) || contents.has(picture.fileName)) {
      throw new TypeError(`not a new name for a picture: ${picture.fileName}`);
    }
    contents.set(picture.fileName, picture.bytes);
  }
  return { files: contents, original: original.name };
}

async function packOriginal(name: string, bytes: Uint8Array): Promise<{ name: string; bytes: Uint8Array }> {
  if (bytes.length <= packAboveBytes) return { name, bytes };
  const packed = await promisify(gzip)(bytes);
  return packed.length < bytes.length * 0.9 ? { name: `${name}.gz`, bytes: packed } : { name, bytes };
}

async function writeContents(staging: string, contents: Contents): Promise<void> {
  const hasPictures = [...contents.files.keys()].some((name) => name.startsWith('images/'));
  if (hasPictures) await files.makeTemporaryFolder(join(staging, 'images'));
  await allSettled([...contents.files].map(([name, bytes]) => files.writeNewFile(join(staging, name), bytes)));
  if (hasPictures) await files.syncFolder(join(staging, 'images'));
}

async function putInPlace(
  libraryPath: string,
  staging: string,
  request: WriteRequest,
  contents: Contents,
): Promise<StoredSnapshot> {
  for (let attempt = 1; ; attempt += 1) {
    const name = snapshotName(request.renewal?.madeAt ?? request.addition.captured.capturedAt, attempt);
    const path = `${request.folder}/${name}`;
    if ((await files.statFile(join(libraryPath, path))) !== undefined) continue;
    const record = recordOf(request, name, contents);
    const bytes = Buffer.from(`${JSON.stringify(record, null, 2)}\n`, 'utf8');
    await files.writeFileDurably(join(staging, 'snapshot.json'), bytes);
    if (await renameTo(staging, join(libraryPath, path))) return { path, record, recordSha256: sha256(bytes) };
  }
}

/** Waits for all, then throws the first failure. */
async function allSettled(work: readonly Promise<void>[]): Promise<void> {
  const failed = (await Promise.allSettled(work)).find((result) => result.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}

/** False when another add, here or in a second process, has put a snapshot of the same second there meanwhile. */
async function renameTo(staging: string, place: string): Promise<boolean> {
  try {
    await files.renameDurably(staging, place, { isSourceTemporary: true });
    return true;
  } catch (error) {
    const stagingIsLeft = (await files.statFile(staging)) !== undefined;
    if (stagingIsLeft && (isPlaceTaken(error) || (await files.statFile(place)) !== undefined)) return false;
    throw error;
  }
}

/** The system's own word is asked first: whoever was there may have taken the folder away again since. */
function isPlaceTaken(error: unknown): boolean {
  const cause = error instanceof ArchiveError ? error.cause : error;
  return ['ENOTEMPTY', 'EEXIST'].includes(systemCode(cause));
}

function recordOf(request: WriteRequest, snapshot: string, contents: Contents): SnapshotRecord {
  const { draft, pictures, missingPictures, captured, extractor } = request.addition;
  const hashes: Record<string, FileRecord> = {};
  for (const [name, bytes] of contents.files) hashes[name] = { bytes: bytes.length, sha256: sha256(bytes) };
  return {
    format: libraryFormat,
    article: request.id,
    snapshot,
    identity: request.identity,
    capturedAt: new Date(captured.capturedAt).toISOString(),
    takenInAt: new Date(takenInAt(captured)).toISOString(),
    kind: originalOf(captured).kind,
    origin: captured.origin,
    address: captured.address,
    requestedAddress: captured.requestedAddress,
    charset: captured.charset,
    fileName: captured.fileName,
    encoding: draft.encoding,
    method: draft.method,
    extractor: extractor ?? null,
    warnings: draft.warnings.map(warningInEnglish),
    metadata: { ...draft.metadata, leadImage: leadImageOf(request.addition) },
    notes: draft.notes,
    wordCount: draft.wordCount,
    textSha256: textHash(draft.text),
    original: contents.original,
    pictures: pictures.map(({ fileName, mediaType, width, height, from }) => ({
      file: fileName,
      mediaType,
      width,
      height,
      ...(from === undefined ? {} : { from: [...from] }),
    })),
    ...(missingPictures === undefined ? {} : { missingPictures: [...missingPictures] }),
    ...(request.renewal === undefined ? {} : { renewal: request.renewal.id }),
    files: hashes,
  };
}

/** The lead picture as a path inside the snapshot, whether the draft names it by key or by path. */
function leadImageOf({ draft, pictures }: Addition): string | null {
  const named = draft.metadata.leadImage;
  const leadKey = draft.images.find((image) => image.lead)?.key;
  const lead = pictures.find(({ fileName, key }) => fileName === named || key === named || `image:${key}` === named);
  return (lead ?? pictures.find(({ key }) => key === leadKey))?.fileName ?? null;
}

/** What reading a snapshot failed with, as a sentence; anything but an expected failure is thrown again. */
export function reasonOf(error: unknown): string {
  if (error instanceof ArchiveError) return error.message;
  throw error;
}
