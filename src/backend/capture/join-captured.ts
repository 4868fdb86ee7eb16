import type { Captured } from './captured.ts';
import { asWrittenInPage } from './fetch-pictures.ts';
import { packPages } from './pack-pages.ts';
import type { ReadRelative } from './read-beside.ts';

/** The pages of one article as one capture: where the first came from, all as its original, and the pictures of each. */
export function joinCaptured(pages: readonly [Captured, ...Captured[]]): Captured {
  const [first] = pages;
  return pages.length === 1 ? first : { ...first, original: packPages(pages), readRelative: readAmong(pages) };
}

/** What a further page refers to is known by whole addresses (see `joinDrafts`); it lies where that page has it. */
function readAmong([first, ...others]: readonly [Captured, ...Captured[]]): ReadRelative | null {
  if ([first, ...others].every(({ readRelative }) => readRelative === null)) return null;
  return async (reference) => {
    const own = await first.readRelative?.(reference);
    if (own !== null && own !== undefined) return own;
    const whole = URL.parse(reference, first.address ?? undefined)?.href ?? reference;
    for (const { readRelative, address } of others) {
      const found = await readRelative?.(asWrittenInPage(whole, address));
      if (found !== null && found !== undefined) return found;
    }
    return null;
  };
}
