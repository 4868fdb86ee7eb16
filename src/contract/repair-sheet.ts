import { z } from 'zod';
import { articleId, correction, fieldNotes, metadata, snapshotId } from './article.ts';
import { removalReason } from './removal.ts';
import { standingRepair } from './repair.ts';

/** A block of the original or of the text: a paragraph, heading, entry of a list, table, picture. */
export const sheetBlock = z.object({
  /** Names it in `articles.repair`, as long as the same original is read by the same version. */
  key: z.string(),
  /** Its element: `p`, `h2`, `li`, `figure` … */
  kind: z.string(),
  /** Sanitised; pictures of the snapshot as `/library/…`. */
  html: z.string(),
  words: z.string(),
  /** Stands in the text as it was extracted. */
  extracted: z.boolean(),
  /** Stands in the text now, after all repairs. */
  shown: z.boolean(),
  /** Why it was left out, when a rule did it. */
  reason: removalReason.nullable(),
  /** Was taken out because the reader wished it for all pages of its site. */
  bySite: z.boolean(),
  /** Was left out, and looks like a menu, a label, a list of links. */
  minor: z.boolean(),
});
export type SheetBlock = z.infer<typeof sheetBlock>;

/** An article's text beside its original, block by block in the order of the page, and its fields as extracted. */
export const repairSheet = z.object({
  id: articleId,
  snapshot: snapshotId,
  blocks: z.array(sheetBlock),
  repairs: z.array(standingRepair),
  /** As extracted, before corrections by hand. */
  metadata,
  notes: fieldNotes,
  corrections: z.array(correction),
});
export type RepairSheet = z.infer<typeof repairSheet>;

/** How a block shall be after a repair: in the text, or out of it. */
export const blockChange = z.object({ block: z.string().min(1).max(100), shown: z.boolean() });
export type BlockChange = z.infer<typeof blockChange>;
