import { z } from 'zod';
import { articleId } from './article.ts';
import { errorCodes } from './errors.ts';

/** A file handed over by value, as dropped on a window that cannot name a path. */
export const droppedFile = z.object({
  /** Its path inside what was dropped, with `/`: `page.html`, `page_files/photo.jpg`. */
  path: z.string().min(1).max(1000),
  /** The bytes in base 64. At most 64 MB in all for one call. */
  base64: z.string(),
});

/** An address as it is kept while it waits. */
export const waitingAddressText = z.string().min(1).max(8000);

/** One thing to take in. */
export const captureInput = z.discriminatedUnion('kind', [
  /** A file, or a folder with everything in it. Only for callers on this machine (not the browser host). */
  z.object({ kind: z.literal('path'), path: z.string().min(1) }),
  z.object({ kind: z.literal('address'), address: waitingAddressText }),
  /** Pasted or piped text; `html` is the clipboard's HTML flavour and is preferred. */
  z.object({
    kind: z.literal('text'),
    text: z.string(),
    html: z.string().optional(),
    /** What to call it in reports: a file's name, "standard input". */
    name: z.string().optional(),
    origin: z.enum(['paste', 'stdin']).default('paste'),
  }),
  z.object({ kind: z.literal('files'), files: z.array(droppedFile).min(1).max(5000) }),
]);
export type CaptureInput = z.output<typeof captureInput>;

/** `waiting`: an address that could not be fetched just now, and is tried again by itself. */
export const captureStatus = z.enum(['added', 'snapshot-added', 'duplicate', 'waiting', 'failed']);
export type CaptureStatus = z.infer<typeof captureStatus>;

export const errorData = z.object({
  code: z.enum(errorCodes),
  message: z.string(),
  retryable: z.boolean(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});

/** What became of one input, or of several that were pages of one article: then their names stand with ` + ` between. */
export const captureOutcome = z.object({
  /** As the person would name it: the path, the address, "pasted text". */
  input: z.string(),
  status: captureStatus,
  id: articleId.nullable(),
  headline: z.string().nullable(),
  error: errorData.nullable(),
});
export type CaptureOutcome = z.infer<typeof captureOutcome>;

export const captureJob = z.object({
  id: z.string(),
  phase: z.enum(['running', 'done', 'cancelled']),
  /** Inputs known so far; grows while folders are walked. */
  total: z.int(),
  added: z.int(),
  snapshotsAdded: z.int(),
  duplicates: z.int(),
  /** Addresses that wait to be tried again. */
  waiting: z.int(),
  failed: z.int(),
  /** What is being taken in just now. */
  current: z.string().nullable(),
  startedAt: z.string(),
});
export type CaptureJob = z.infer<typeof captureJob>;

/** An address that was given and is not fetched yet. It lasts until it is taken in, refused or removed. */
export const waitingAddress = z.object({
  address: waitingAddressText,
  /** When it was given; an instant, UTC. */
  since: z.string(),
  /** It is being fetched just now. */
  isTrying: z.boolean(),
  /** How often it was tried since Pressmark was started. */
  attempts: z.int(),
  /** Why it could not be had the last time; `null`: not tried yet. */
  error: errorData.nullable(),
  /** When it is tried again by itself; `null`: only when asked, since another device sees to it, or it was tried for long. */
  nextAttemptAt: z.string().nullable(),
});
export type WaitingAddress = z.infer<typeof waitingAddress>;
