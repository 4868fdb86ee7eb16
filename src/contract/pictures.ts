import { z } from 'zod';

/**
 * Why a picture of an article was not kept: it was not in what was taken in, and a file asks nobody
 * (`not-at-hand`); its site refused or did not have it, or could not be reached; it took too long; it is
 * larger than one picture may be; the article had its share (`too-many`); what came is no picture; or for
 * a reason that only a newer version knows (`other`).
 */
export const pictureGap = z.enum([
  'not-at-hand',
  'refused',
  'unreachable',
  'too-slow',
  'too-large',
  'too-many',
  'no-picture',
  'other',
]);
export type PictureGap = z.infer<typeof pictureGap>;

/** A picture that an article had where it was taken from, and that is not kept. */
export const missingPicture = z.object({
  /** By what the page names it; `null` when it stood in the page itself. */
  from: z.string().nullable(),
  alt: z.string().nullable(),
  reason: pictureGap,
});
export type MissingPicture = z.infer<typeof missingPicture>;

/** Whether an article can be seen whole with the network off. */
export const articlePictures = z.object({
  kept: z.int().nonnegative(),
  /** In the order of the article; `null` where the snapshot was written before this was noted. */
  missing: z.array(missingPicture).nullable(),
});
export type ArticlePictures = z.infer<typeof articlePictures>;
