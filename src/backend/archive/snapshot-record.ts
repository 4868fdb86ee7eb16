import { z } from 'zod';
import { articleId, fieldNote, fieldNotes, metadata, metadataField, snapshotId } from '#contract/article.ts';
import { ArchiveError } from '#contract/errors.ts';
import { missingPicture, pictureGap } from '#contract/pictures.ts';
import { renewalId } from '#contract/renewal.ts';

/** The format of library folders that this version writes; docs/formats/library-v1.md describes it. */
export const libraryFormat = 1;

const fileRecord = z.object({ bytes: z.int().nonnegative(), sha256: z.string().regex(/^[0-9a-f]{64}$/) });
export type FileRecord = z.infer<typeof fileRecord>;

/** A plain path below the snapshot's folder: no `..`, no absolute path, no backslash. */
const innerPath = z.string().regex(/^(?!\.)[\w.-]+(\/(?!\.)[\w.-]+)*$/);

const pictureRecord = z.object({
  file: innerPath,
  mediaType: z.string(),
  width: z.number().nullable(),
  height: z.number().nullable(),
  /** By what the page names it: addresses, paths beside the page, `cid:` names. Nothing in snapshots of old. */
  from: z.array(z.string()).catch([]).optional(),
});

/** A reason that only a newer version knows is `other`. */
const missingRecord = missingPicture.extend({ reason: pictureGap.catch('other') });

/** A field that this version knows and the snapshot does not yet have is unknown, not damage. */
const metadataOfAnyVersion = z.preprocess((given) => {
  const unknownFields = Object.fromEntries(metadataField.options.map((field) => [field, null]));
  return { ...unknownFields, authors: [], ...z.looseObject({}).catch({}).parse(given) };
}, metadata);

/** Notes on fields, or from origins, that only a newer version knows are left out. */
const notesOfAnyVersion = z.preprocess((given) => {
  const notes = Object.entries(z.looseObject({}).catch({}).parse(given));
  return Object.fromEntries(
    notes.filter(([field, note]) => metadataField.safeParse(field).success && fieldNote.safeParse(note).success),
  );
}, fieldNotes);

/**
 * What snapshot.json holds: how, when and from where an article was taken in, what was read from it,
 * and the SHA-256 of every file beside it. Written once, never changed.
 */
export const snapshotRecord = z.object({
  format: z.int(),
  article: articleId,
  snapshot: snapshotId,
  identity: z.string().min(1),
  capturedAt: z.iso.datetime(),
  /** When it was put in the library; the same as `capturedAt` where nothing is said. */
  takenInAt: z.iso.datetime().optional(),
  kind: z.string(),
  origin: z.string(),
  address: z.string().nullable(),
  requestedAddress: z.string().nullable(),
  charset: z.string().nullable(),
  fileName: z.string().nullable(),
  encoding: z.string(),
  method: z.string(),
  /** Which extractor read it; `null` when it did not say. */
  extractor: z.string().nullable(),
  warnings: z.array(z.string()),
  metadata: metadataOfAnyVersion,
  notes: notesOfAnyVersion,
  wordCount: z.int().nonnegative(),
  /** Of the words alone: tells a changed page from one that is the same. */
  textSha256: z.string(),
  /** The untouched original: `original.html`, or `original.html.gz`. */
  original: innerPath,
  pictures: z.array(pictureRecord),
  /** Pictures of the body that could not be had; nothing in snapshots of old, which did not note it. */
  missingPictures: z.array(missingRecord).optional().catch(undefined),
  /** The act by which it was made from the snapshot before it; nothing in one that was taken in. */
  renewal: renewalId.optional().catch(undefined),
  files: z.record(innerPath, fileRecord),
});
export type SnapshotRecord = z.infer<typeof snapshotRecord>;

/** Reads snapshot.json; throws `library-damaged` with the reason. */
export function parseSnapshotRecord(bytes: Uint8Array, path: string): SnapshotRecord {
  const read = snapshotRecord.safeParse(parseJson(bytes, path));
  if (read.success) {
    if (read.data.format <= libraryFormat) return read.data;
    throw damaged(path, `it has format ${read.data.format}, and this version reads up to ${libraryFormat}`);
  }
  const [issue] = read.error.issues;
  throw damaged(path, `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not as it should be'}`);
}

/** Reads JSON in UTF-8; throws `library-damaged` when it is neither. */
export function parseJson(bytes: Uint8Array, path: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw damaged(path, 'it is no JSON text', error);
  }
}

export function damaged(path: string, reason: string, cause?: unknown): ArchiveError {
  return new ArchiveError('library-damaged', `${path} is damaged: ${reason}`, { cause, details: { path } });
}
