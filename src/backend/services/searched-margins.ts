import type { Archive } from '../archive/archive.ts';
import type { Margins } from '../search/search.ts';

/** What stands beside the articles, as search asks for it. */
export function searchedMargins(archive: Archive): Margins {
  return {
    notes: () => archive.notes(),
    passages: () => archive.passages(),
    atAddress: (part) => archive.idsAtAddress(part),
    duplicates: () => archive.idsOfDuplicates(),
  };
}
