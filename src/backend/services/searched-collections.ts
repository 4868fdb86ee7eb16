import { readNextId } from '#contract/collections.ts';
import type { Archive } from '../archive/archive.ts';
import type { Collections } from '../search/search.ts';

/** What the queue is called in a query; the reader's own collections bear the names they gave. */
const queueName = 'read next';

/** The collections as search asks for them. */
export function searchedCollections(archive: Archive): Collections {
  return {
    named() {
      const { readNext, collections } = archive.collections();
      return [{ id: readNextId, name: queueName, count: readNext }, ...collections];
    },
    idsIn: (id) => archive.idsInCollection(id),
  };
}
