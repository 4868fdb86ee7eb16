import lunr from 'lunr';
import type { ArchiveIndex } from './archive-index.ts';
import type { SearchDocument } from './document.ts';
import { fields } from './fields.ts';

const batchSize = 200;

/**
 * Builds a stock Lunr index of every article, the trash included, in the order they were taken in.
 *
 * It is what Lunr makes and has Lunr's limits: all in memory, and in larger archives with digits in
 * their words its token set loses some terms.
 */
export function stockIndex(
  index: ArchiveIndex,
  documentsOf: (ids: readonly string[]) => ReadonlyMap<string, SearchDocument>,
): lunr.Index {
  const ids = index.store.documents().map(({ id }) => id);
  return lunr((builder) => {
    builder.ref('id');
    for (const { name, boost } of fields) builder.field(name, { boost });
    for (let from = 0; from < ids.length; from += batchSize) {
      const batch = ids.slice(from, from + batchSize);
      const documents = documentsOf(batch);
      for (const id of batch) {
        const document = documents.get(id);
        if (document !== undefined) builder.add(document);
      }
    }
  });
}
