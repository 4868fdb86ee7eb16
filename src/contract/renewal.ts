import { z } from 'zod';
import { articleId } from './article.ts';
import { errorData } from './capture.ts';
import { pictureGap } from './pictures.ts';

/** Names an act that makes articles anew from what is kept of them. */
export const renewalId = z.string().regex(/^[0-9a-z]{8,32}$/);

/**
 * `reread`: the kept original is read again by the rules of today. `pictures`: the same, and the pictures that are
 * missing are fetched from where the page names them.
 */
export const renewalKind = z.enum(['reread', 'pictures']);
export type RenewalKind = z.infer<typeof renewalKind>;

/** A renewal of one article or many: how far it is, and what came of it. */
export const renewal = z.object({
  id: renewalId,
  what: renewalKind,
  phase: z.enum(['running', 'done', 'cancelled']),
  total: z.int(),
  /** Other than before. */
  renewed: z.int(),
  /** The same as before: nothing was written. */
  unchanged: z.int(),
  /** Left as they are, since they could not be read, or no missing picture could be had. */
  failed: z.int(),
  /** Failed ones, and those of which pictures are still missing: `renewals.problems` lists them. */
  problems: z.int(),
  /** The headline of what is read just now. */
  current: z.string().nullable(),
  /** Takes the whole renewal back by `history.undo`; `null` while nothing was changed. */
  undo: z.string().nullable(),
  startedAt: z.string(),
});
export type Renewal = z.infer<typeof renewal>;

/** An article with which something went wrong. */
export const renewalProblem = z.object({
  id: articleId,
  headline: z.string(),
  /** Why it is as it was; `null` where only pictures are missing. */
  error: errorData.nullable(),
  /** Why pictures are still missing, each reason once. */
  gaps: z.array(pictureGap),
});
export type RenewalProblem = z.infer<typeof renewalProblem>;
