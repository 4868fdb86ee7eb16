import { z } from 'zod';

/** The lasting name of a repair in its article: random, made when the repair is. */
export const repairId = z.string().regex(/^[0-9a-z]{10,32}$/);

/** How much of a block's words names it, and how much of its neighbours', in UTF-16 code units. */
export const longestBlockWords = 2000;
export const longestNeighbourWords = 200;
const longestBlockHtml = 200_000;

/** The lasting name of a wish to leave blocks out on a whole site. */
export const siteRepairId = z.string().regex(/^[0-9a-z]{10,32}$/);

/** The words of a block as they name it. */
export const blockWords = z.string().min(1).max(longestBlockWords);

/** A site's name as it stands in addresses, lower case, without `www.`. */
export const siteHost = z.string().min(1).max(253);

/**
 * Blocks with these words are taken out of every article of the site that is taken in from now on. Each time it does
 * so it leaves a repair of that article, which is undone and turned back like any other.
 */
export const siteRepair = z.object({ id: siteRepairId, words: blockWords });
export type SiteRepair = z.infer<typeof siteRepair>;

const place = {
  id: repairId,
  /** The words of the block itself; empty for a picture without any. */
  words: z.string().max(longestBlockWords),
  /** How the blocks before and after it in the text begin; empty at an end of the text. */
  before: z.string().max(longestNeighbourWords),
  after: z.string().max(longestNeighbourWords),
};

/**
 * One change by hand of the text that extraction read: a block of it is taken out, or a block of the original that
 * was left out is put back. Blocks are named by their words and their neighbours, so that they are found again in a
 * text that was extracted anew; docs/formats/library-v1.md says how.
 */
export const repair = z.discriminatedUnion('kind', [
  /** `site`: what was wished for its whole site took it out, and not the reader looking at this article. */
  z.object({ kind: z.literal('take-out'), ...place, site: siteRepairId.optional() }),
  /** `html` is sanitised when it is kept, and again whenever it is used. */
  z.object({ kind: z.literal('put-back'), ...place, html: z.string().min(1).max(longestBlockHtml) }),
]);
export type Repair = z.infer<typeof repair>;
/** A repair that has no name yet. */
export type NewRepair = Repair extends infer One ? (One extends Repair ? Omit<One, 'id'> : never) : never;

/** `done`: it shows. `not-needed`: the text is already so. `no-place`: what it is about is not found in the text. */
export const repairOutcome = z.enum(['done', 'not-needed', 'no-place']);
export type RepairOutcome = z.infer<typeof repairOutcome>;

/** A repair as it stands. */
export const standingRepair = z.object({
  id: repairId,
  kind: z.enum(['take-out', 'put-back']),
  words: z.string(),
  outcome: repairOutcome,
});
export type StandingRepair = z.infer<typeof standingRepair>;
