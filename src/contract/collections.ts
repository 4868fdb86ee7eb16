import { z } from 'zod';
import { articleId } from './article.ts';
import { savedSearchName } from './searches.ts';

/** The lasting name of a collection: chosen at random when it is made. */
export const collectionId = z.string().regex(/^[0-9a-z]{8,32}$/);

/** What the reader calls it: one line of at most 120 characters. Two may bear the same. */
export const collectionName = savedSearchName;

/** The queue of what is to be read next: a collection that every library has, with this id and no name. */
export const readNextId = 'readnext';

/** Articles chosen by hand, in the reader's own order. */
export const collection = z.object({ id: collectionId, name: collectionName, count: z.int() });
export type Collection = z.infer<typeof collection>;

/** What the window shows of them; every count leaves the trash out. */
export const collectionList = z.object({
  /** Articles in the queue. */
  readNext: z.int(),
  /** In the reader's order. */
  collections: z.array(collection),
});
export type CollectionList = z.infer<typeof collectionList>;

/**
 * Where articles are put in a collection. `end` leaves those that are in it where they are; the others move
 * them: `step` by one place, past the next article that is not in the trash.
 */
export const collectionPlace = z.union([
  z.enum(['front', 'end', 'last']),
  z.object({ before: articleId }),
  z.object({ step: z.union([z.literal(1), z.literal(-1)]) }),
]);
export type CollectionPlace = z.infer<typeof collectionPlace>;
