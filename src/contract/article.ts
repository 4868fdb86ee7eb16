import { z } from 'zod';
import { standingRepair } from './repair.ts';

/** The lasting name of an article: eight or more characters of lower-case Crockford base 32. */
export const articleId = z
  .string()
  .regex(/^[0-9a-z]{8,16}$/)
  .brand<'ArticleId'>();
export type ArticleId = z.infer<typeof articleId>;

/** When a snapshot was taken, in UTC, as its folder is named: `20261123T181200Z`, with `-2` … where two meet. */
export const snapshotId = z.string().regex(/^\d{8}T\d{6}Z(-\d+)?$/);

/**
 * A moment as printed: a day (`2018-06-10`) or an instant with its offset (`2018-06-10T08:30:00+02:00`).
 *
 * A day without an hour stays a day: no midnight is invented.
 */
export const moment = z.string().regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/);

const text = z.string().nullable();

/**
 * What is known of an article as a piece of journalism. Names follow the press and CSL.
 *
 * Unknown is `null` (no authors: an empty list), never a guess. See docs/glossary.md for the words.
 */
export const metadata = z.object({
  /** The title as printed above the story. */
  headline: text,
  /** The short line above the headline. */
  kicker: text,
  /** The summary line under the headline (British: standfirst). */
  dek: text,
  /** The credit line as printed, without "By". */
  byline: text,
  /** The people parsed from the byline, in order, as printed: no roles, no agency. */
  authors: z.array(z.string()),
  /** The place that opens the body: "QINGDAO, China". */
  dateline: text,
  publishedAt: moment.nullable(),
  updatedAt: moment.nullable(),
  /** The part of the paper: "Sport", "Political News". */
  section: text,
  edition: text,
  page: text,
  /** The wire service credited: "CNN", "Reuters". */
  agency: text,
  /** The publication. */
  source: text,
  /** Where it was taken from, as given. */
  url: text,
  /** The address the publication itself calls the article's, without tracking parameters. */
  canonicalUrl: text,
  /** BCP 47 language of the body: `en`, `pt-BR`. */
  language: text,
  copyright: text,
  /** A correction or editor's note, kept apart from the body. */
  correction: text,
  /** Lead picture: a path inside the snapshot (`images/…`). */
  leadImage: text,
});
export type Metadata = z.infer<typeof metadata>;

export const metadataField = metadata.keyof();
export type MetadataField = z.infer<typeof metadataField>;

/** From where a field came. `reader` is a correction by hand and always wins. */
export const fieldOrigin = z.enum([
  'json-ld',
  'meta',
  'microdata',
  'markup',
  'text',
  'address',
  'file',
  'front-matter',
  'detected',
  'reader',
]);
export type FieldOrigin = z.infer<typeof fieldOrigin>;

/** How sure a field is, and why. */
export const fieldNote = z.object({
  /** 0 (a guess) to 1 (certain). */
  confidence: z.number().min(0).max(1),
  origin: fieldOrigin,
  /** What exactly it was read from: a meta name, a JSON path, a rule. */
  detail: text,
});
export type FieldNote = z.infer<typeof fieldNote>;

/** One note for each field that has a value. */
export const fieldNotes = z.partialRecord(metadataField, fieldNote);
export type FieldNotes = z.infer<typeof fieldNotes>;

/** Where the reader is with an article. */
export const readingState = z.enum(['unread', 'reading', 'archived']);
export type ReadingState = z.infer<typeof readingState>;

/**
 * A tag as the reader wrote it, nested with `/`: `politics/arms control`.
 *
 * No empty level, no control characters, no leading or trailing space, at most 200 characters.
 */
export const tagName = z
  .string()
  .trim()
  .min(1)
  .max(200)
  // eslint-disable-next-line no-control-regex -- control characters are exactly what is refused
  .regex(/^[^/\u0000-\u001f\u007f]+(\/[^/\u0000-\u001f\u007f]+)*$/, 'a tag is a name, or names joined by /');
export type TagName = z.infer<typeof tagName>;

/** What a row of a list needs. */
export const articleSummary = z.object({
  id: articleId,
  headline: z.string(),
  kicker: text,
  dek: text,
  authors: z.array(z.string()),
  source: text,
  section: text,
  publishedAt: moment.nullable(),
  /** When it was first taken in (instant, UTC). */
  savedAt: z.string(),
  language: text,
  wordCount: z.int(),
  readingMinutes: z.int(),
  /** The first words of the body, about 200 characters. */
  excerpt: z.string(),
  /** A path the window can load: `/library/<id>/<snapshot>/images/…`; small with `thumbnails` or `reading` for `images`. */
  leadImage: text,
  tags: z.array(z.string()),
  /** Those of the tags that a rule gave and the reader has not taken for their own; absent: none. */
  ruleTags: z.array(z.string()).optional(),
  /** The ids of the collections it is in, removed ones too; absent: none. */
  collections: z.array(z.string()).optional(),
  state: readingState,
  favourite: z.boolean(),
  /** 0 (not begun) to 1 (read to the end). */
  progress: z.number().min(0).max(1),
  trashed: z.boolean(),
});
export type ArticleSummary = z.infer<typeof articleSummary>;

/** One capture of an article; immutable. */
export const snapshotInfo = z.object({
  id: snapshotId,
  capturedAt: z.string(),
  /** What was taken in: `html`, `text`, `markdown`. */
  kind: z.string(),
  /** The name of the untouched original beside it: `original.html`. */
  original: z.string(),
  url: text,
});
export type SnapshotInfo = z.infer<typeof snapshotInfo>;

/** One article whole. */
export const article = articleSummary.extend({
  ...metadata.shape,
  headline: z.string(),
  notes: fieldNotes,
  snapshots: z.array(snapshotInfo),
  /** The folder in the library, relative to it, with `/`. */
  folder: z.string(),
  /** Clean body: sanitised, pictures as `/library/<id>/<snapshot>/images/…`. */
  html: z.string(),
  /** The body as plain text; paragraphs are parted by an empty line. */
  text: z.string(),
  /** Changes of the text by hand, in the order in which they were made; `html` and `text` show them. */
  repairs: z.array(standingRepair),
  /** Why the text as extracted may be incomplete, as its snapshot keeps it: in English; nothing when it seems whole. */
  warnings: z.array(z.string()),
});
export type Article = z.infer<typeof article>;

const webAddress = z
  .string()
  .max(8000)
  .regex(/^https?:\/\/[^\s/]/i, 'a web address begins with http:// or https://');

/** The fields of metadata that a reader can correct by hand, and the values they take. */
export const correction = z.union([
  z.object({ field: z.literal('authors'), value: z.array(z.string()) }),
  z.object({ field: z.enum(['publishedAt', 'updatedAt']), value: moment.nullable() }),
  z.object({ field: z.literal('canonicalUrl'), value: webAddress.nullable() }),
  z.object({
    field: metadataField.exclude(['authors', 'publishedAt', 'updatedAt', 'leadImage', 'url', 'canonicalUrl']),
    value: text,
  }),
]);
export type Correction = z.infer<typeof correction>;

export const correctableField = metadataField.exclude(['leadImage', 'url']);
export type CorrectableField = z.infer<typeof correctableField>;
